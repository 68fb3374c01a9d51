"""The sniff never drops what parsing would keep: a grammar of disguises, sampled."""

import random
from itertools import product

import pytest

from svclint.source.file import SourceFile
from svclint.yaml.document import State
from svclint.yaml.read import read_documents
from svclint.yaml.sniff import is_irrelevant, literal_kind
from svclint.yaml.split import split
from tests.yaml.cases import wanted

KEYS = (
    *(
        "kind",
        '"kind"',
        "'kind'",
        '"k\\x69nd"',
        '"ki\\u006ed"',
        "!!str kind",
        "&a kind",
        "? kind\n",
        "kind ",
        '"kind" ',
        "  kind",
        "- kind",
    ),
    *("Kind", '"\\U0000006bind"', "!!binary a2luZA==", "*k ", '? "ki\\\n  nd"\n', "kinds", "? &b kind\n"),
)
VALUES = (
    *(
        "Service",
        '"Service"',
        "'Service'",
        "&v Service",
        "!!str Service",
        "!<tag:yaml.org,2002:str> Service",
        "*s",
        "\n  Service",
        "|-\n  Service",
    ),
    *(
        ">-\n  Service",
        '"Ser\\u0076ice"',
        '"Ser\\\n  vice"',
        "Service # c",
        "# c\n  Service",
        "Service\n",
        "ConfigMap",
        "ConfigMap\n  more",
        "ConfigMap\n\n  more",
    ),
    *(
        "Unknown",
        "yes",
        "80",
        "",
        "{{ .kind }}",
        "[Service]",
        "{a: Service}",
        "Service x",
        "ConfigMap#x",
        '"ConfigMap" # Service',
        "Service\t",
        "List",
    ),
)
SEPARATORS = (": ", ":", ":\t", " : ")
PREFIXES = (
    *(
        "",
        "# c\n",
        "\n\n",
        "---\n",
        "--- # c\n",
        "---\r\n",
        "a: 1\n",
        "a: |\n  kind: ConfigMap\n",
        "a: 'x\n\nkind: ConfigMap\n'\n",
        "s: &s Service\n",
    ),
    *(
        "k: &k kind\n",
        "<<: {kind: Service}\n",
        "b: &b {kind: Service}\n<<: *b\n",
        "kind: ConfigMap\n",
        "a: 1\n---\n",
        "a: 1\n...\n",
        "%YAML 1.1\n---\n",
    ),
    *(
        "{",
        '{"a": "&x",\n',
        "[",
        "- a\n",
        "\ufeff",
        "a: \u2028b\n",
        "a: b\rc: d\n",
        "--- {",
        "--- !!map\n",
        "--- &x\n",
        "$a: 1\n",
        "{{ if }}\n",
        "kind:ConfigMap\n",
    ),
)
SUFFIXES = (
    "",
    "\n",
    "\ncontainers: []\n",
    "}",
    "\n}\n",
    ", b: c}",
    "]",
    "\n---\nkind: Pod\n",
    "\r\na: b\r\n",
    "\n  kind: Service\n",
    "\nkind: Pod\n",
    "\n# c",
    " \t\n",
)
WRAPS = ("{}", "  {}", "\n{}", "[{{a: 1}}]: x\n{}", "? {{a: 1}}\n: x\n{}")
HOW_MANY = 4000


def inputs() -> list[str]:
    choice = random.Random(7)
    parts = [PREFIXES, KEYS, SEPARATORS, VALUES, SUFFIXES, WRAPS]
    sampled = [[choice.choice(part) for part in parts] for _ in range(HOW_MANY)]
    plain = [["", key, ": ", value, suffix, "{}"] for key, value, suffix in product(KEYS, VALUES, ("\n",))]
    return [wrap.format(prefix + key + separator + value + suffix) for prefix, key, separator, value, suffix, wrap in sampled + plain]


def test_prefilter_changes_nothing() -> None:
    kept = 0
    for text in inputs():
        file = SourceFile("a.yaml", text)
        full = read_documents(file, wanted, prefilter=False)
        kept += any(document.state is State.READ for document in full)
        assert [one[1:5] for one in read_documents(file, wanted)] == [one[1:5] for one in full], ascii(text)
    assert kept > HOW_MANY // 20, "the grammar makes too little that matters"


IRRELEVANT = [
    "",
    "# only a comment",
    "a: b\n",
    "- kind: Service\n",
    "kind: ConfigMap\n",
    "'kind': \"ConfigMap\" # c\n",
    "--- # c\nkind: Secret\n",
    "kind: Unknown\n",
    '{"a": [1, {"kinds": 2}]}\n',
    '{"kind": "ConfigMap", "items": [{"kind": "Secret"}]}\n',
    '{"properties": {"kind": {"type": "string"}, "a": {"kind": ["x"]}}}\n',
    '{"a": {"kind": "Service"}}',
    '{"a": "kind: Service\\n", "of": "binary"}\n',
    '{"text": "what kind of thing \\u003c *"}\n',
    "{kind: ConfigMap}",
    "text without a colon",
    "a\0b",
    "  a: b\n",
]
DOUBTFUL = [
    "kind: Service\n",
    "kind: Unknown\nspec: {containers: []}\n",
    "  kind: ConfigMap\n",
    "kind: ConfigMap\nkind: ConfigMap\n",
    "kind: {{ .kind }}\n",
    "{{ x }}\nkind: ConfigMap\n",
    "kind:ConfigMap\n",
    '{"kind": "Service"}',
    '{"a": {"kind": "Service"}} # c',
    '{"k\\u0069nd": "Service"}',
    "{&a kind: ConfigMap, *a : Service}",
    "k\0i\0n\0d\0",
]


@pytest.mark.parametrize(("text", "expected"), [*((text, True) for text in IRRELEVANT), *((text, False) for text in DOUBTFUL)], ids=ascii)
def test_verdict(text: str, expected: bool) -> None:
    assert all(is_irrelevant(text, chunk, wanted) for chunk in split(text)) is expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a: b\nkind: Service # c\n", "Service"),
        ("kind:Service\r\nb", "Service"),
        ("\"kind\": 'Pod'\n", "Pod"),
        ("kind: ConfigMap\n{{ else }}\nkind: Pod\n", "Pod"),
        ("kind: ConfigMap\nkind: {{ .kind }}\n", None),
        ("kind: Service x\n", None),
        ("  kind: Service\n", None),
        ('{"a": {"kind" : "Secret"},\n"kind": "Pod"', "Pod"),
        ('{"a": {"kind": "Secret"}, ', "Secret"),
        ("", None),
    ],
    ids=ascii,
)
def test_literal_kind(text: str, kind: str | None) -> None:
    assert literal_kind(text, 0, len(text), wanted) == kind
