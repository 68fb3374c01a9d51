"""The keys of the settings, one line each: data that reading, flags and the JSON Schema share."""

from collections.abc import Callable
from enum import Enum
from typing import TypeAlias

from svclint.config import values
from svclint.policy.referrers.path import PORT_MEANS
from svclint.policy.settings import APPLY, FAIL_ON, LEVELS
from svclint.record import NamedTuple
from svclint.rule.registry import Registry

Reader: TypeAlias = Callable[[str, Registry], object]
"""Makes a value of a text; raises ValueError, with a message for the user, where it is none."""


class Form(Enum):
    """The TOML type of a key's value, as messages name it."""

    BOOLEAN = "true or false"
    STRING = "a string"
    STRINGS = "a list of strings"


class Key(NamedTuple):
    """A key: its way from the top, its type, and what each string of it means.

    ANY in a way is a key that the user chooses, which `read_name` reads; EACH stands for every table of an array of tables, which has
    to have the keys that are `required`, as has a table of a chosen name. `words` are the only strings that
    may stand there; where there are none, `read` decides. `flag`: there is a flag of the same name (the last part of the way), or
    of the one that it is `called`.
    """

    path: tuple[str, ...]
    form: Form
    read: Reader = values.some_text
    words: tuple[str, ...] = ()
    flag: bool = False
    read_name: Reader = values.some_text
    called: str = ""
    required: bool = False

    @property
    def name(self) -> str:
        """The way as TOML writes it."""
        return ".".join(step for step in self.path if step != EACH)


ANY = "*"
EACH = "[]"

KEYS = (
    Key(("select",), Form.STRINGS, values.selector, flag=True),
    Key(("extend-select",), Form.STRINGS, values.selector, flag=True),
    Key(("ignore",), Form.STRINGS, values.selector, flag=True),
    Key(("pedantic",), Form.BOOLEAN, flag=True),
    Key(("fail-on",), Form.STRING, words=FAIL_ON, flag=True),
    Key(("exclude",), Form.STRINGS, flag=True),
    Key(("against",), Form.STRING, flag=True),
    Key(("baseline",), Form.STRING, flag=True),
    Key(("kubernetes-version",), Form.STRING, values.kubernetes_version, flag=True),
    Key(("apply",), Form.STRING, words=APPLY),
    Key(("default-namespace",), Form.STRING, values.namespace),
    Key(("cluster", "node-port-range"), Form.STRING, values.node_port_range, flag=True),
    Key(("cluster", "service-cidrs"), Form.STRINGS, values.cidr, flag=True, called="service-cidr"),
    Key(("cluster", "dual-stack"), Form.BOOLEAN),
    Key(("severity", ANY), Form.STRING, words=LEVELS, read_name=values.rule_name),
    Key(("per-file-ignores", ANY), Form.STRINGS, values.selector, read_name=values.glob),
    Key(("transitions", "allow"), Form.STRINGS, values.allowed_edge),
    Key(("transitions", "forbid"), Form.STRINGS, values.forbidden_edge),
    Key(("transitions", "created"), Form.STRINGS, values.service_type),
    Key(("scopes", ANY, "paths"), Form.STRINGS, values.glob, required=True),
    Key(("scopes", ANY, "complete"), Form.BOOLEAN),
    Key(("pods", EACH, "kind"), Form.STRING, values.resource_kind, required=True),
    Key(("pods", EACH, "labels"), Form.STRING, values.field_path, required=True),
    Key(("pods", EACH, "containers"), Form.STRING, values.field_path),
    Key(("references", EACH, "kind"), Form.STRING, values.resource_kind, required=True),
    Key(("references", EACH, "name"), Form.STRING, values.list_path, required=True),
    Key(("references", EACH, "port"), Form.STRING, values.list_path),
    Key(("references", EACH, "port-means"), Form.STRING, words=PORT_MEANS),
    Key(("accept", EACH, "object"), Form.STRING, values.object_id, required=True),
    Key(("accept", EACH, "rule"), Form.STRING, values.rule_of_changes, required=True),
    Key(("accept", EACH, "reason"), Form.STRING, required=True),
)
FLAGS = {key.called or key.path[-1]: key for key in KEYS if key.flag}
