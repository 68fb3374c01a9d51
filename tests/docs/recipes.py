"""The files in docs/ci.md and docs/pre-commit.md, and the commands in them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ruamel.yaml import YAML

from tests.support.command import ROOT

_BLOCK = re.compile(r"(?:^`(?P<path>[^`\n]+)`:\n\n)?^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_GROOVY = re.compile(r"^ *sh '(.*)'$", re.MULTILINE)
_MAKE = re.compile(r"^\t(.*)$", re.MULTILINE)
_SVCLINT = re.compile(r"svclint\"? (?P<words>check\b[^|\n']*|show\b[^|\n']*)")


class Recipe(NamedTuple):
    """A block of code: the name of the file that it is, its language, its text."""

    path: str
    language: str
    text: str

    @property
    def document(self) -> object:
        """What the text says as YAML."""
        return YAML(typ="safe", pure=True).load(self.text)

    @property
    def scripts(self) -> list[str]:
        """What it runs in a shell, in order, but what installs svclint."""
        if self.language == "yaml":
            found = list(_scripts(self.document))
        elif self.language == "sh":
            found = [self.text]
        else:
            found = (_GROOVY if self.language == "groovy" else _MAKE).findall(self.text)
        return [script for script in found if "svclint @ git+" not in script]


def recipes(page: str) -> list[Recipe]:
    """The blocks of code of docs/PAGE.md."""
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    return [Recipe(one["path"] or "", one["language"], one["text"]) for one in _BLOCK.finditer(text)]


def words(script: str) -> list[str]:
    """The command lines of svclint in a text, without the program's name."""
    return [one["words"].strip() for one in _SVCLINT.finditer(script.replace("\\\n", " "))]


def _scripts(value: object, key: str = "") -> Iterator[str]:
    """The texts below the keys `run` and `script`."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _scripts(inner, str(name))
    elif isinstance(value, list):
        for inner in value:
            yield from _scripts(inner, key)
    elif key in ("run", "script"):
        yield str(value)
