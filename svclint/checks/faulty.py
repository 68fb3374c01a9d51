"""A value with all that the server holds against it, since each value is one finding."""

from collections.abc import Iterable

from svclint.apiserver.verdict import LocatedError
from svclint.record import NamedTuple
from svclint.rule.finding import Note
from svclint.source.pattern import pattern
from svclint.source.place import Place

_PLACEHOLDER = pattern(r"\$\{\w|\$\(\w|\$[A-Z_]{2}|<[\w. -]+>|@[A-Z_]+@|__[A-Z_]+__|%[A-Z_]+%|\[\[.*\]\]")


class Faulty(NamedTuple):
    """A value: the first error about it, and the details of all of them, in the server's words."""

    error: LocatedError
    faults: tuple[str, ...]


def by_value(errors: Iterable[LocatedError]) -> tuple[Faulty, ...]:
    """The values that errors are about, each once, in the order of their first errors."""
    found: dict[tuple[Place, str, str], list[LocatedError]] = {}
    for error in errors:
        found.setdefault((error.at.place, str(error.at.value), error.field), []).append(error)
    return tuple(Faulty(group[0], tuple(error.message for error in group)) for group in found.values())


def placeholder_note(value: object) -> tuple[Note, ...]:
    """The note for what is probably filled in before the manifest is applied: ${NAME}, $(NAME), <name>, @NAME@, __NAME__."""
    if not isinstance(value, str) or not _PLACEHOLDER.search(value):
        return ()
    return (Note("if this is filled in before the manifest is applied, check the result: `envsubst < FILE | svclint check -`"),)


def cut(value: object) -> str:
    """A value as a message quotes it: its first 60 characters where it is longer."""
    text = str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"
