"""What is wrong with a name or a label, said of its first flaw, and what it could be instead."""

import re

from svclint.apiserver.syntax import label_faults, label_value_faults, size

_LIMIT = 63


def name_flaw(name: str, *, digit_first: bool = True) -> str:
    """The first flaw of a DNS label; `digit_first` tells whether it may begin with a digit."""
    found = _flaw(name, re.compile("[^-a-z0-9]"))
    return found or ("" if digit_first or not name[:1].isdigit() else "begins with a digit")


def value_flaw(value: str) -> str:
    """The first flaw of a label's value, or of the name in its key."""
    return _flaw(value, re.compile("[^-A-Za-z0-9_.]"))


def _flaw(text: str, strange: re.Pattern[str]) -> str:
    bad = strange.search(text)
    if bad:
        return _described(bad[0])
    if size(text) > _LIMIT:
        return f"{size(text)} characters, at most {_LIMIT} are allowed"
    ends = [end for end, letter in (("begins", text[:1]), ("ends", text[-1:])) if letter and not letter.isalnum()]
    return f'{ends[0]} with "{text[0] if ends[0] == "begins" else text[-1]}"' if ends else ""


def _described(letter: str) -> str:
    if letter.isspace():
        return "a blank is not allowed"
    if letter.isascii() and letter.isupper():
        return "capital letters are not allowed"
    return f'"{letter}" is not allowed' if letter.isprintable() else "a character is not printable"


def as_name(name: str) -> str:
    """The DNS label nearest to a name; empty where nothing of it can be kept."""
    made = re.sub("[^-a-z0-9]+", "-", name.lower()).strip("-")[:_LIMIT].rstrip("-")
    return made if made and not any(True for _ in label_faults(made)) else ""


def as_label_value(value: str) -> str:
    """The label value nearest to a text; empty where nothing of it can be kept."""
    made = re.sub("[^-A-Za-z0-9_.]+", "-", value).strip("-_.")[:_LIMIT].rstrip("-_.")
    return made if made and not any(True for _ in label_value_faults(made)) else ""
