"""docs/settings.md has every key, with what the table of keys says of it, and examples that are accepted."""

import json
import re
from collections.abc import Callable

import pytest

from svclint.checks import RULES
from svclint.config.defaults import default_of
from svclint.config.load import load
from svclint.config.schema import KEYS, Key
from svclint.rule.registry import Registry
from tests.support.command import ROOT

PAGE = (ROOT / "docs" / "settings.md").read_text()
TABLE = re.compile(r"(?<=\| --- \| --- \| --- \| --- \|\n)(?:\|.*\n)*")
# The keys of each table, by the first step of their ways.
TABLES = (
    "edition select extend-select ignore pedantic severity per-file-ignores",
    "exclude against baseline fail-on",
    "kubernetes-version apply default-namespace cluster",
    "transitions accept",
    "scopes pods references",
)
BLOCKS = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def row(key: Key) -> str:
    known, value = default_of(key)
    words = f": {', '.join(f'`{word}`' for word in key.words)}" if key.words else ""
    flag = f"`--{key.called or key.path[-1]}`" if key.flag else ""
    name = ".".join({"*": "<…>"}.get(step, step) for step in key.path).replace(".[]", "[]")
    return f"| `{name}` | {key.text[:-1]}{words} | {f'`{json.dumps(value)}`' if known else ''} | {flag} |\n"


def test_the_tables(golden: Callable[[str, str], None]) -> None:
    made = iter([row(key) for key in KEYS if key.path[0] in words.split()] for words in TABLES)
    golden("../docs/settings.md", TABLE.sub(lambda _: "".join(next(made)), PAGE))
    assert {word for words in TABLES for word in words.split()} == {key.path[0] for key in KEYS}
    assert next(made, None) is None


@pytest.mark.parametrize("text", BLOCKS)
def test_an_example_is_accepted(text: str) -> None:
    load("/", Registry(RULES), config=(text,), isolated=True)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: ".".join(key.path))
def test_every_key_has_an_example(key: Key) -> None:
    last = [step for step in key.path if step not in {"*", "[]"}][-1]
    assert re.search(rf"(?m)^\[*{last}\b|^{last} = ", "".join(BLOCKS))
