"""Gives each finding its fingerprint: the same across edits that move it, another one for another mistake."""

from collections import Counter
from collections.abc import Iterable

from svclint.rule.diagnostic import Diagnostic
from svclint.rule.report import Silenced

_DIGITS = 16


def identify(kept: Iterable[Diagnostic], silenced: Iterable[Silenced]) -> tuple[tuple[Diagnostic, ...], tuple[Silenced, ...]]:
    """All findings with their fingerprints, both in order; those that differ in their place alone are numbered.

    What is silenced is counted too, so that a comment on the first of two does not rename the second. A fingerprint is made of
    the rule, the object, the field and the message's parameters: no line, no wording, no path.
    """
    seen: Counter[str] = Counter()
    left: list[Diagnostic] = []
    silent: list[Silenced] = []
    everything = [*((one, None) for one in kept), *((one.diagnostic, one) for one in silenced)]
    for one, silence in sorted(everything, key=lambda pair: pair[0].order()):
        digest = _digest(one)
        seen[digest] += 1
        named = one._replace(fingerprint=digest if seen[digest] == 1 else f"{digest}:{seen[digest]}")
        if silence is None:
            left.append(named)
        else:
            silent.append(silence._replace(diagnostic=named))
    return tuple(left), tuple(silent)


def _digest(one: Diagnostic) -> str:
    from hashlib import sha256  # noqa: PLC0415 - a run without findings needs none

    subject = one.subject
    name = f"{subject.namespace}/{subject.kind}/{subject.name}" if subject else ""
    parts = (one.rule.code, name, one.field, *one.parameters)
    # The lengths keep ("a", "bc") and ("ab", "c") apart; a byte that was no text is a lone surrogate here.
    text = "".join(f"{len(part)}:{part}" for part in parts)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
