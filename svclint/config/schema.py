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
    INTEGER = "an integer"
    STRING = "a string"
    STRINGS = "a list of strings"


class Key(NamedTuple):
    """A key: its way from the top, its type, what it is for in a sentence or two, and what each string of it means.

    ANY in a way is a key that the user chooses, which `read_name` reads; EACH stands for every table of an array of tables, which has
    to have the keys that are `required`, as has a table of a chosen name. `words` are the only strings that
    may stand there; where there are none, `read` decides, of an integer as it is written. `filled`: an empty list means nothing.
    `flag`: there is a flag of the same name (the last part of the way), or of the one that it is `called`.
    """

    path: tuple[str, ...]
    form: Form
    text: str
    read: Reader = values.some_text
    words: tuple[str, ...] = ()
    flag: bool = False
    read_name: Reader = values.some_text
    called: str = ""
    required: bool = False
    filled: bool = False

    @property
    def name(self) -> str:
        """The way as TOML writes it."""
        return ".".join(step for step in self.path if step != EACH)


ANY = "*"
EACH = "[]"

KEYS = (
    Key(("edition",), Form.INTEGER, "The frozen default: which rules run, and how loud each is.", values.edition, flag=True),
    Key(
        ("select",),
        Form.STRINGS,
        "The rules that run: names, codes, prefixes of codes such as SVC2, ALL. Empty: those of the edition.",
        values.selector,
        flag=True,
    ),
    Key(("extend-select",), Form.STRINGS, "Rules that run besides.", values.selector, flag=True),
    Key(
        ("ignore",),
        Form.STRINGS,
        "Rules that do not run. Of two selectors the more specific one decides, between equals this one.",
        values.selector,
        flag=True,
    ),
    Key(("pedantic",), Form.BOOLEAN, "Report advice, too.", flag=True),
    Key(("fail-on",), Form.STRING, "From which severity on a run fails, with exit code 1.", words=FAIL_ON, flag=True),
    Key(("exclude",), Form.STRINGS, "What is left out, in patterns as in .gitignore, besides what git ignores.", flag=True),
    Key(("against",), Form.STRING, "What changes are judged against: auto, none, a revision, a directory or a file.", flag=True),
    Key(("baseline",), Form.STRING, "The file of findings that are known already, written by svclint baseline.", flag=True),
    Key(("kubernetes-version",), Form.STRING, "The version of the API server.", values.kubernetes_version, flag=True),
    Key(
        ("apply",),
        Form.STRING,
        "How manifests reach the cluster: kubectl apply, the same with --server-side, kubectl replace.",
        words=APPLY,
    ),
    Key(("default-namespace",), Form.STRING, "What an absent namespace may be.", values.namespace),
    Key(
        ("cluster", "node-port-range"),
        Form.STRING,
        "The API server's --service-node-port-range: A-B, A+N or N.",
        values.node_port_range,
        flag=True,
    ),
    Key(
        ("cluster", "service-cidrs"),
        Form.STRINGS,
        "The API server's --service-cluster-ip-range. Unknown unless set, and then only what is certain is said.",
        values.cidr,
        flag=True,
        called="service-cidr",
    ),
    Key(
        ("cluster", "dual-stack"),
        Form.BOOLEAN,
        "Whether Services can have addresses of two families. Follows from two CIDRs of two families where it is absent.",
    ),
    Key(("cluster", "dns-domain"), Form.STRING, "kubelet's --cluster-domain, which the host names of Services end in.", values.dns_domain),
    Key(("severity", ANY), Form.STRING, "How loud a rule is, by its name or code.", words=LEVELS, read_name=values.rule_name),
    Key(
        ("per-file-ignores", ANY),
        Form.STRINGS,
        "Rules that are silent in the files that a glob matches.",
        values.selector,
        read_name=values.glob,
    ),
    Key(
        ("transitions", "allow"),
        Form.STRINGS,
        'Changes of type that are no finding: "NodePort -> ClusterIP". What the API server refuses cannot be allowed.',
        values.allowed_edge,
    ),
    Key(("transitions", "forbid"), Form.STRINGS, "Changes of type that are a finding, as illegal-type-transition.", values.forbidden_edge),
    Key(("transitions", "created"), Form.STRINGS, "The types that a new Service may have.", values.service_type),
    Key(
        ("scopes", ANY, "paths"),
        Form.STRINGS,
        "The files, by globs, that are deployed together under the name of the scope.",
        values.glob,
        required=True,
        filled=True,
    ),
    Key(("scopes", ANY, "complete"), Form.BOOLEAN, "Nothing else is in that cluster: what is missing needs no other evidence."),
    Key(
        ("pods", EACH, "kind"),
        Form.STRING,
        "A kind that makes pods: its apiVersion, a slash, the kind.",
        values.resource_kind,
        required=True,
    ),
    Key(
        ("pods", EACH, "labels"),
        Form.STRING,
        "Where the labels of its pods are: names of fields with dots between them.",
        values.field_path,
        required=True,
    ),
    Key(
        ("pods", EACH, "containers"),
        Form.STRING,
        "Where the list of its pods' containers is. Without it their ports are never judged.",
        values.field_path,
    ),
    Key(
        ("references", EACH, "kind"),
        Form.STRING,
        "A kind with a field that names a Service: its apiVersion, a slash, the kind.",
        values.resource_kind,
        required=True,
    ),
    Key(
        ("references", EACH, "name"),
        Form.STRING,
        "The field that names the Service: names of fields with dots between them, [] behind that of a list.",
        values.list_path,
        required=True,
    ),
    Key(("references", EACH, "port"), Form.STRING, "The field that names its port, in the same lists.", values.list_path),
    Key(("references", EACH, "port-means"), Form.STRING, "What the port is compared with.", words=PORT_MEANS),
    Key(
        ("accept", EACH, "object"),
        Form.STRING,
        "The Service whose change is accepted: namespace/Service/name, or Service/name where it sets no namespace.",
        values.object_id,
        required=True,
    ),
    Key(
        ("accept", EACH, "rule"),
        Form.STRING,
        "The rule about changes, SVC5, that says no more of it.",
        values.rule_of_changes,
        required=True,
    ),
    Key(("accept", EACH, "reason"), Form.STRING, "Why the change is meant.", required=True),
)
FLAGS = {key.called or key.path[-1]: key for key in KEYS if key.flag}
