"""What a rule says of keys and values with the syntax of labels."""

from collections.abc import Iterable, Iterator

from svclint.apiserver.syntax import label_value_faults, qualified_name_faults
from svclint.apiserver.verdict import LocatedError
from svclint.checks.faulty import by_value, cut, placeholder_note
from svclint.checks.syntax import as_label_value, value_flaw
from svclint.rule.finding import Finding, Note, Voice

_VALUE = "a value is empty, or up to 63 of letters, digits, hyphens, dots and underscores, with a letter or digit at both ends"
_KEY = "a key is a name like a value's, with a DNS name and a slash in front where that is wanted: `example.org/team`"


def label_findings(errors: Iterable[LocatedError], kind: str) -> Iterator[Finding]:
    """A finding for each bad key and each bad value; `kind` is what a pair is called."""
    for error, faults in by_value(errors):
        text = str(error.at.value)
        is_value = any(fault in faults for fault in label_value_faults(text))
        part = "value" if is_value else "key"
        yield Finding(
            error.at,
            f'"{cut(text)}" is not a possible {kind} {part}',
            (cut(text), part),
            reason=error.reason.value,
            label=value_flaw(text) if is_value else key_flaw(text),
            notes=(*_instead(text, kind, is_value=is_value), Note(_VALUE if is_value else _KEY), *placeholder_note(text)),
        )


def key_flaw(key: str) -> str:
    """The first flaw of a label's key."""
    if key.count("/") > 1:
        return "more than one slash"
    prefix, slash, name = key.rpartition("/")
    if not name:
        return "no name" if not slash else "no name after the slash"
    found = value_flaw(name)
    return found or ("nothing before the slash" if not prefix else f'"{prefix[:30]}" is not a DNS name')


def _instead(text: str, kind: str, *, is_value: bool) -> tuple[Note, ...]:
    """What to write instead."""
    if is_value and kind == "selector label":
        return (Note("write the value as the pods have it, where it obeys the same rule", voice=Voice.HELP),)
    if is_value and (len(text) > 63 or "://" in text or "@" in text):
        return (Note("move free text to an annotation, which may hold anything", voice=Voice.HELP),)
    if not is_value and text.count("/") > 1:
        return (Note("keep one slash: a dot or a hyphen may stand for the others", voice=Voice.HELP),)
    prefix, slash, name = ("", "", text) if is_value else text.rpartition("/")
    made = f"{prefix.lower()}{slash}{as_label_value(name)}"
    if len(name) > 63 or made == text or any(True for _ in (label_value_faults if is_value else qualified_name_faults)(made)):
        return (Note(f"shorten the {'value' if is_value else 'key'}, or spell it as below", voice=Voice.HELP),)
    where = "as the pods have it" if kind == "selector label" else "here and wherever it is asked for"
    return (Note(f"write for instance `{made}`, {where}", voice=Voice.HELP),)
