"""The scanner finds what tomllib finds, where it stands."""

import tomllib

import pytest

from svclint.config.keyplace import KeyPath
from svclint.config.keys import key_places
from svclint.source.file import SourceFile

NASTY = '''\
# select = ["not", "this"]
title = "a # no comment" # but this is: [x]
[tool."svclint"] # header = 1
'fail-on'="error"
cluster . "node-port-range" =   '1-2'
  per-file-ignores = {"te\\u0073t/**" = ["SVC1"], 'a.b' = [ "x" , ], n = {deep = [[1, 2], {k = true}]}}
select = [
  # "comment", with ] and "
  "SVC1", # one
  \'\'\'it's ]]\'\'\',
    """[=
# no comment
\\""" still" """"",
]
date = 1979-05-27 07:32:00Z
float = -1_000.5e+3
empty = []
none = {}
"" = 1

[[tool.svclint.pods]]
kind = "A"
[tool.svclint.pods.inner]
x = 1
[[tool.svclint.pods.more]]
[[tool.svclint.pods.more]]
y = 2
[[tool.svclint.pods]]
kind = "B"
[ last . one ]
z = \'\'\'
[no]
header = 1\'\'\''''

WANTED: dict[KeyPath, tuple[str, str]] = {
    ("title",): ("2:1 title", '2:9 "a # no comment"'),
    ("tool",): ("3:2 tool", "3:2 tool"),
    ("tool", "svclint"): ('3:7 "svclint"', '3:7 "svclint"'),
    ("tool", "svclint", "fail-on"): ("4:1 'fail-on'", '4:11 "error"'),
    ("tool", "svclint", "cluster"): ("5:1 cluster", "5:1 cluster"),
    ("tool", "svclint", "cluster", "node-port-range"): ('5:11 "node-port-range"', "5:33 '1-2'"),
    ("tool", "svclint", "per-file-ignores", "test/**"): ('6:23 "te\\u0073t/**"', '6:40 ["SVC1"]'),
    ("tool", "svclint", "per-file-ignores", "test/**", 0): ('6:41 "SVC1"', '6:41 "SVC1"'),
    ("tool", "svclint", "per-file-ignores", "a.b"): ("6:50 'a.b'", '6:58 [ "x" , ]'),
    ("tool", "svclint", "per-file-ignores", "n", "deep", 0, 1): ("6:86 2", "6:86 2"),
    ("tool", "svclint", "per-file-ignores", "n", "deep", 1, "k"): ("6:91 k", "6:95 true"),
    ("tool", "svclint", "select", 0): ('9:3 "SVC1"', '9:3 "SVC1"'),
    ("tool", "svclint", "select", 1): ("10:3 '''it's ]]'''", "10:3 '''it's ]]'''"),
    ("tool", "svclint", "date"): ("15:1 date", "15:8 1979-05-27 07:32:00Z"),
    ("tool", "svclint", "float"): ("16:1 float", "16:9 -1_000.5e+3"),
    ("tool", "svclint", "empty"): ("17:1 empty", "17:9 []"),
    ("tool", "svclint", "none"): ("18:1 none", "18:8 {}"),
    ("tool", "svclint", ""): ('19:1 ""', "19:6 1"),
    ("tool", "svclint", "pods", 0, "kind"): ("22:1 kind", '22:8 "A"'),
    ("tool", "svclint", "pods", 0, "inner", "x"): ("24:1 x", "24:5 1"),
    ("tool", "svclint", "pods", 0, "more", 1, "y"): ("27:1 y", "27:5 2"),
    ("tool", "svclint", "pods", 1): ("28:16 pods", "28:16 pods"),
    ("tool", "svclint", "pods", 1, "kind"): ("29:1 kind", '29:8 "B"'),
    ("last", "one"): ("30:10 one", "30:10 one"),
    ("last", "one", "z"): ("31:1 z", "31:5 '''\n[no]\nheader = 1'''"),
}


def paths(value: object, path: KeyPath = ()) -> set[KeyPath]:
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return {path} | {deeper for key, member in members for deeper in paths(member, (*path, key))}


@pytest.mark.parametrize("path", WANTED, ids=str)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_places(path: KeyPath, line_break: str) -> None:
    found = key_places(SourceFile("x.toml", NASTY.replace("\n", line_break)))[path]
    shown = tuple(f"{place.span.start.line}:{place.span.start.column} {place.text}".replace("\r", "") for place in found)
    assert shown == WANTED[path]


@pytest.mark.parametrize(
    "text",
    [
        NASTY,
        NASTY.replace("\n", "\r\n"),
        "",
        "# nothing",
        "a = 1",
        "a.b.c = 1\na.b.d = 2\n[a.e]\n[a.e.f]\n",
        "[a.b]\n[a]\nc = 1",
        "[[a]]\n[[a.b]]\n[[a.b.c]]\nx = 1\n[[a.b]]\n[[a]]\n[a.b]\ny = 1",
        "a = [[], [[]], [{}], [{b = [{}]}]]",
        'a = """"""\nb = \'\'\'\'\'\'\nc = """""""\nd = """\\\\"""\ne = "\\\\"',
        "3.14 = 1\n-1 = {2.3 = 4}\ntrue = false",
        'a = "日本" # é\n"日本" = 1',
    ],
    ids=range(12),
)
def test_every_key_has_a_place(text: str) -> None:
    assert set(key_places(SourceFile("x.toml", text))) | {()} == paths(tomllib.loads(text))


@pytest.mark.parametrize(
    "rest", ["=", "[", "b = ", "b = [1 2]", "b = {c = 1 d}", 'b = """', "b = [", "]", "b", "[b", "b = " + "[" * 100_000]
)
def test_what_is_no_toml_ends_the_search(rest: str) -> None:
    assert ("a",) in key_places(SourceFile("x.toml", f"a = 1\n{rest}"))


def test_the_first_place_counts() -> None:
    found = key_places(SourceFile("x.toml", "[a.b]\n[a]\nc = 1\n"))
    assert found[("a",)].key.begin == 1
