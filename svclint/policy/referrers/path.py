"""What a line of the table of referrers says."""

from enum import Enum

from svclint.record import NamedTuple


class PortMeans(Enum):
    """What a port is compared with, each under its name in the settings."""

    SERVICE_PORT = "service-port"
    SERVICE_PORT_NAME = "service-port-name"
    SERVICE_PORT_OR_NAME = "service-port-or-name"
    """An IntOrString: a number is the Service's port, a string its name, even "80"."""
    TARGET_PORT = "target-port"
    """What the Service's targetPort comes to in its pods."""
    CONTAINER_PORT = "container-port"
    """A port of the pods, or its name there."""
    NONE = "none"


PORT_MEANS = tuple(one.value for one in PortMeans if one is not PortMeans.NONE)
"""What the settings may say of a port."""


class Crossing(Enum):
    """Whether a reference may lead out of its namespace."""

    OWN = "own"
    """It cannot."""
    FREE = "free"
    """It may name any."""
    GRANT = "grant"
    """It may, with a ReferenceGrant in the namespace of the Service."""
    PERMITTED = "permitted"
    """It may, if the controller runs with an option that nobody sees here."""


class Certainty(Enum):
    """What it means where there is no such Service."""

    CERTAIN = "certain"
    """Nothing arrives: the Service has to exist."""
    SUPPOSED = "supposed"
    """Nothing: it may be no Service at all. Only what is said of an existing one can be wrong."""


class Spelling(Enum):
    """How a name is written."""

    NAME = "name"
    """As it is."""
    NAMESPACED = "namespace/name"
    """With or without its namespace in front."""
    HOST = "host"
    """A short name, or name.namespace.svc.<domain>; any other host is no Service."""
    ADDRESS = "address"
    """[scheme://]name[.namespace][:port]"""
    TEXT = "text"
    """Somewhere in a text, as a host name."""


class PortPath(NamedTuple):
    """The path of a port and what it means; where it has the wrong type for that, the next one of its line counts.

    `digits`: its numbers are written as strings.
    """

    path: str
    means: PortMeans
    digits: bool = False


class ReferencePath(NamedTuple):
    """A path by which objects of a kind name a Service.

    Paths are dotted; `name[]` stands for each item of a list, a quoted step is a key with dots in it. `at` leads to what holds the
    reference; `name`, `namespace`, `ports` and `when` go on from there, or from the root where they begin with `/`. An empty `name`
    is the holder itself; without `namespace` it is the object's own. Of `ports` the first that is there counts, `default_port`
    where none is. `when` are fields with the values, "" for an absent one, that they must have for a Service to be meant. `subset`
    is the path of an Istio subset. `about_port`: without a port there is no reference. `protocol` is that of the Service's port; ""
    where any will do.
    """

    kind: str
    groups: tuple[str, ...]
    at: str
    name: str = "name"
    namespace: str = ""
    ports: tuple[PortPath, ...] = ()
    default_port: int | None = None
    when: tuple[tuple[str, tuple[str, ...]], ...] = ()
    crossing: Crossing = Crossing.OWN
    certainty: Certainty = Certainty.CERTAIN
    spelling: Spelling = Spelling.NAME
    subset: str = ""
    protocol: str = ""
    about_port: bool = False


class ReferenceSetting(NamedTuple):
    """A path that the settings describe, in a kind of exactly this apiVersion: both paths dotted, from the root.

    `name[]` stands for each item of a list; the lists of `port` are those of `name`. `port` may be empty.
    """

    api_version: str
    kind: str
    name: str
    port: str = ""
    port_means: PortMeans = PortMeans.SERVICE_PORT_OR_NAME


IS_SERVICE = ("kind", ("Service",))
MAY_BE_SERVICE = ("kind", ("", "Service"))


def numbered(path: str) -> tuple[PortPath, ...]:
    """A port that is the Service's number."""
    return (PortPath(path, PortMeans.SERVICE_PORT),)


def named(path: str) -> tuple[PortPath, ...]:
    """A port that is a name in the Service."""
    return (PortPath(path, PortMeans.SERVICE_PORT_NAME),)


def either(path: str) -> tuple[PortPath, ...]:
    """A port that is the Service's number or its name."""
    return (PortPath(path, PortMeans.SERVICE_PORT_OR_NAME),)


def path_of(setting: ReferenceSetting) -> ReferencePath:
    """The line of the table that a setting is: the holder is the innermost list that the name lies in, where its port lies too."""
    at, bracket, name = setting.name.rpartition("[].")
    if setting.name.endswith("[]"):
        at, name = setting.name, ""
    elif bracket:
        at += "[]"
    port = setting.port.removeprefix(f"{at}.") if at else setting.port
    if at and port == setting.port:
        port = f"/{port}"
    ports = (PortPath(port, setting.port_means),) if setting.port else ()
    return ReferencePath(setting.kind, (setting.api_version.rpartition("/")[0],), at, name, ports=ports)
