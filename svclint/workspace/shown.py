"""What `show` tells of a Service: plain values without words, made by showing.py, put into words by output/."""

from enum import Enum

from svclint.model.resource import Resource
from svclint.record import NamedTuple
from svclint.source.place import Place
from svclint.workspace.evidence import Kind
from svclint.workspace.scope import Scope


class ShownObject(NamedTuple):
    """An object and where it is written. `part` tells the pod templates of one object apart; mostly empty."""

    api_version: str
    kind: str
    namespace: str
    name: str
    place: Place
    part: str = ""

    @property
    def title(self) -> str:
        """The object for people: Deployment/web."""
        return f"{self.kind}/{self.name or '(unnamed)'}" + (f", {self.part}" if self.part else "")


def shown_object(resource: Resource, part: str = "") -> ShownObject:
    """A resource as it is shown."""
    return ShownObject(resource.api_version, resource.kind, resource.namespace, resource.name, resource.place, part)


class Home(NamedTuple):
    """What a Service is deployed with: how people call it, and where that is written; a chart has no place."""

    title: str
    place: Place | None = None
    is_built: bool = False


class ShownWorkload(NamedTuple):
    """A workload that a Service selects.

    `scope` is what both have in common; `within` names the set where that is another one than the Service's home.
    `replicas` is None where the manifest does not say. `possible`: its pods may have the labels, no manifest can tell.
    `also`: it is deployed with the Service, but others are nearer; the pods of all of them are selected.
    """

    object: ShownObject
    scope: Scope
    within: str = ""
    replicas: int | None = None
    autoscaled: bool = False
    runs_to_end: bool = False
    possible: bool = False
    also: bool = False


class Landing(Enum):
    """What a port meets in the pods of a workload."""

    DECLARED = "declared"
    UNDECLARED = "undeclared"
    """A number that no container declares: it is dialled all the same."""
    OTHER_PROTOCOL = "other-protocol"
    """Declared, but for another protocol: a name then leads nowhere."""
    NO_SUCH_NAME = "no-such-name"
    INIT_CONTAINER = "init-container"
    """The name is declared only where no Service looks."""
    NOT_DESCRIBED = "not-described"
    """The manifest does not describe the containers."""
    UNREADABLE = "unreadable"
    """The target port is of a type that does not decode."""


class Way(NamedTuple):
    """Where a port leads in the pods of one workload: `number` is None where it leads nowhere, or nobody can tell.

    `container`, `port_name` and `protocol` are those of the declaration at `place`, where there is one.
    """

    landing: Landing
    number: int | None = None
    container: str = ""
    port_name: str = ""
    protocol: str = ""
    place: Place | None = None

    @property
    def is_lost(self) -> bool:
        """Whether it is sure that nothing answers."""
        return self.number is None and self.landing not in (Landing.NOT_DESCRIBED, Landing.UNREADABLE)


class ShownPort(NamedTuple):
    """A port of a Service. `number` and `target` are None where they do not decode.

    `node_port` is None where the Service has none, and 0 where the cluster chooses it. `ways` go with the workloads, one each.
    """

    name: str
    number: int | None
    protocol: str
    target: int | str | None
    node_port: int | None
    place: Place
    ways: tuple[Way, ...] = ()


class Why(Enum):
    """Why a Service selects no workload."""

    EXTERNAL_NAME = "external-name"
    """It is an alias in DNS."""
    NO_SELECTOR = "no-selector"
    """Its endpoints are made by hand, or by a controller."""
    UNREADABLE = "unreadable"
    """The selector, or a value in it, is of a type that does not decode."""
    OTHER_NAMESPACE = "other-namespace"
    """What has the labels is in another namespace."""
    OPERATOR = "operator"
    """An operator, or the cluster itself, makes the pods."""
    ADDED_LABELS = "added-labels"
    """It asks only for labels that controllers add, with values that no manifest shows."""
    NEAR_MISS = "near-miss"
    """Something close by was meant, by all that is known, and does not have the labels."""
    UNSEEN = "unseen"
    """Nothing that was read has the labels, or almost."""


class ShownMiss(NamedTuple):
    """The workload that is almost selected: its pods have `found_key`=`found`, at `place`, where the selector asks for `key`=`wanted`.

    `found_key` is empty where only the object itself has the label, not its pod template. `kind` is what speaks for it.
    """

    kind: Kind
    object: ShownObject
    key: str
    wanted: str
    found_key: str
    found: str
    place: Place


class ShownReferrer(NamedTuple):
    """An object that names a Service, at `place`, and the `port` that it asks for; None where it names none.

    `is_lost`: the Service has no such port. `scope` is what the two have in common.
    """

    object: ShownObject
    place: Place
    scope: Scope
    port: int | str | None = None
    is_lost: bool = False


class ShownService(NamedTuple):
    """A Service as it is deployed, in the same way in all its `homes`; none where it stands for itself.

    `why` is None where `workloads` are selected; `miss` is set for a near miss, which may be closer than what is selected;
    `elsewhere` holds what is in another namespace. `unread` are the files close by that could not be read and may hold what is
    missing, each with its state; `unapplied` says what of a kustomization is not carried out. `referrers` is who names the
    Service.
    """

    object: ShownObject
    type: str
    headless: bool
    external_name: str
    selector: tuple[tuple[str, str], ...]
    workloads: tuple[ShownWorkload, ...]
    why: Why | None
    ports: tuple[ShownPort, ...]
    miss: ShownMiss | None = None
    elsewhere: tuple[ShownObject, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
    unapplied: tuple[str, ...] = ()
    homes: tuple[Home, ...] = ()
    referrers: tuple[ShownReferrer, ...] = ()
