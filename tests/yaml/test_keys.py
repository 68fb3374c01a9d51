"""What Kubernetes sees of a mapping: names, merges, duplicates, refused keys."""

import pytest

from svclint.source.file import SourceFile
from svclint.yaml.node import Mapping, Node, Scalar
from svclint.yaml.read import read_all
from tests.yaml.cases import at

# The text; the fields of its last key's mapping (or of the root) as name=value; duplicates as "first again name" by line:column;
# refused keys by line:column.
CASES = [
    ("plain", "a: 1\nb-c.d/e: 2\n", "a=1 b-c.d/e=2", "", ""),
    ("resolved", "on: 1\n80: 2\n1.5: 3\n010: 4\n", "true=1 80=2 1.5=3 8=4", "", ""),
    ("quoted", '"on": 1\n"80": 2\n', "on=1 80=2", "", ""),
    ("tagged", "!!str on: 1\n!!int '010': 2\n", "on=1 8=2", "", ""),
    ("aliased", "&k a: 1\n*k : 2\n", "a=2", "1:4-1:5 2:1-2:3 a", ""),
    ("twice", "a: 1\nb: 2\na: 3\n", "a=3 b=2", "1:1-1:2 3:1-3:2 a", ""),
    ("three times", "a: 1\na: 2\na: 3\n", "a=3", "1:1-1:2 2:1-2:2 a; 2:1-2:2 3:1-3:2 a", ""),
    ("equal when resolved", "1: a\n0x1: b\n", "1=b", "1:1-1:2 2:1-2:4 1", ""),
    ("equal booleans", "yes: a\ntrue: b\n", "true=b", "1:1-1:4 2:1-2:5 true", ""),
    ("equal when quoted otherwise", "a: 1\n'a': 2\n", "a=2", "1:1-1:2 2:1-2:4 a", ""),
    ("number and string", "80: a\n'80': b\n", "80=b", "", ""),
    ("integer and float", "1: a\n1.0: b\n", "1=b", "", ""),
    ("two NaN", ".nan: a\n.nan: b\n", ".nan=b", "", ""),
    (
        "refused",
        "null: a\n~: b\n[c]: d\n? {e: f}\n: g\n9223372036854775808: h\n!!int x: i\n",
        "",
        "",
        "1:1-1:5 2:1-2:2 3:1-3:4 4:3-4:9 6:1-6:20 7:7-7:8",
    ),
    ("merged", "x: &x {a: 1, b: 2}\ny:\n  <<: *x\n  c: 3\n", "a=1@3:3-3:5 b=2@3:3-3:5 c=3", "", ""),
    ("overrides a merge", "x: &x {a: 1}\ny:\n  <<: *x\n  a: 2\n", "a=2", "3:7-3:9 4:3-4:4 a", ""),
    ("overridden by a merge", "x: &x {a: 1}\ny:\n  a: 2\n  <<: *x\n", "a=1@4:3-4:5", "3:3-3:4 4:7-4:9 a", ""),
    ("merged list", "x: &x {a: 1}\nz: &z {a: 3, b: 4}\ny:\n  <<: [*x, *z]\n", "a=1@4:3-4:5 b=4@4:3-4:5", "4:12-4:14 4:8-4:10 a", ""),
    ("merged twice", "x: &x {a: 1}\nz: &z {b: 4}\ny: {<<: *x, <<: *z}\n", "a=1@3:5-3:7 b=4@3:13-3:15", "", ""),
    ("merged inline", "y:\n  <<: {a: 1}\n  b: 2\n", "a=1@2:3-2:5 b=2", "", ""),
    ("merged through", "x: &x {a: 1}\nz: &z {<<: *x, b: 2}\ny:\n  <<: *z\n", "a=1@4:3-4:5 b=2@4:3-4:5", "", ""),
    ("quoted merge key", 'x: &x {a: 1}\ny:\n  "<<": 5\n', "<<=5", "", ""),
    ("tagged merge key", "y:\n  !!merge '<<': {a: 1}\n", "a=1@2:11-2:15", "", ""),
    ("merged scalar", "y:\n  <<: 3\n  a: 1\n", "a=1", "", "2:3-2:5"),
    ("merged list of scalars", "y:\n  <<: [{a: 1}, 3]\n", "", "", "2:3-2:5"),
    ("merged alias of a list", "x: &x [{a: 1}]\ny:\n  <<: *x\n", "", "", "3:3-3:5"),
    ("merged nothing", "y:\n  <<: []\n", "", "", ""),
]


def innermost(node: Node | None) -> Mapping:
    assert isinstance(node, Mapping)
    values = [value for _, value in node.entries]
    last = values[-1] if values else None
    return last if isinstance(last, Mapping) and last.alias is None else node


def show(value: Node) -> str:
    return value.text if isinstance(value, Scalar) else type(value).__name__


@pytest.mark.parametrize(("text", "fields", "duplicates", "faults"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_fields(text: str, fields: str, duplicates: str, faults: str) -> None:
    (document,) = read_all(SourceFile("a.yaml", text))
    mapping = innermost(document.root)
    entries = [f"{name}={show(one.value)}{f'@{at(one.merge)}' if one.merge else ''}" for name, one in mapping.fields.items()]
    assert " ".join(entries) == fields
    assert "; ".join(f"{at(one.first.place)} {at(one.again.place)} {one.name}" for one in document.duplicates) == duplicates
    assert " ".join(at(fault.place) for fault in mapping.faults) == faults


def test_duplicates_of_an_anchored_mapping_are_told_once() -> None:
    (document,) = read_all(SourceFile("a.yaml", "a: &a {b: 1, b: 2}\nc: *a\nd: [*a, *a]\n"))
    assert len(document.duplicates) == 1


def test_alias_shares_what_it_stands_for() -> None:
    (document,) = read_all(SourceFile("a.yaml", "a: &a {b: [1]}\nc: *a\n"))
    mapping = document.root
    assert isinstance(mapping, Mapping)
    anchored, alias = mapping.get("a"), mapping.get("c")
    assert isinstance(anchored, Mapping)
    assert isinstance(alias, Mapping)
    assert alias.entries is anchored.entries
    assert alias.fields == anchored.fields
    assert (alias.begin, alias.end, alias.place.text) == (anchored.begin, anchored.end, "*a")
