"""Editions as files of the package, and what the changelog says of those that were released."""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

from svclint.rule.rule import Rule

_SECTION = re.compile(r"(?m)^## \[")
_RELEASED = re.compile(r"\d+\.\d+\.\d+\]")
_FROZEN = re.compile(r"(?m)^- Edition (\d+) is frozen: `([0-9a-f]{64})`")


def table(rules: Iterable[Rule]) -> dict[str, str]:
    """What an edition that is made of the rules of today says of each."""
    return {rule.code: f"{rule.category.value} {rule.level(None)}" for rule in rules}


def module(edition: int, defaults: Mapping[str, str]) -> str:
    """The text of the module that holds an edition."""
    lines = "".join(f'    "{code}": "{words}",\n' for code, words in sorted(defaults.items()))
    says = f"Edition {edition}: the class and the severity of each of its rules. Made by `pytest --renew` until it is released."
    return f'"""{says}"""\n\nDEFAULTS = {{\n{lines}}}\n'


def digest(defaults: Mapping[str, str]) -> str:
    """What a released section of the changelog says of the edition that comes with it."""
    return sha256("".join(f"{code} {words}\n" for code, words in sorted(defaults.items())).encode()).hexdigest()


def frozen(changelog: str) -> dict[int, str]:
    """The editions that were released, with their digests, by the changelog's released sections."""
    return {int(number): one for text in released(changelog) for number, one in _FROZEN.findall(text)}


def released(changelog: str) -> list[str]:
    """The sections of released versions."""
    return [text for text in _SECTION.split(changelog)[1:] if _RELEASED.match(text)]
