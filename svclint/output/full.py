"""Findings in full: the message, the place with a caret under it, the related places, help and notes."""

from collections.abc import Iterator

from svclint.output.colour import BOLD, DIM, GUTTER, SEVERITY, Paint
from svclint.output.escape import escape
from svclint.output.excerpt import Gutter, Mark, excerpt
from svclint.output.listed import excuse, listed
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.report import Report, Silenced
from svclint.source.edit import Safety
from svclint.source.place import Place

_FIX = {Safety.SAFE: " (safe fix)", Safety.UNSAFE: " (unsafe fix)", Safety.DISPLAY: ""}


def render(report: Report, *, colour: bool = False) -> str:
    """The findings, a blank line between two of them; the empty string where there is none."""
    paint = Paint(on=colour)
    return "\n".join("".join(f"{line}\n" for line in _shown(*one, paint)) for one in listed(report))


def _shown(diagnostic: Diagnostic, silenced: Silenced | None, paint: Paint) -> Iterator[str]:
    """The lines of a finding; one that is suppressed is dim, and ends in who silences it."""
    if silenced is None:
        yield from _lines(diagnostic, paint)
        return
    for line in _lines(diagnostic, Paint(on=False), excuse(silenced)):
        yield paint(DIM, line)


def _lines(diagnostic: Diagnostic, paint: Paint, suppressed: str = "") -> Iterator[str]:
    severity, rule = diagnostic.severity, diagnostic.rule
    places = [diagnostic.place, *(related.place for related in diagnostic.related)]
    gutter = Gutter(max(len(str(place.span.start.line)) for place in places), paint)
    yield paint(SEVERITY[severity], f"{severity}[{rule.name}]") + paint(BOLD, f": {escape(diagnostic.message)}")
    yield gutter.arrow("-->", _where(diagnostic.place))
    yield from excerpt(diagnostic.place, Mark("^", escape(diagnostic.label), SEVERITY[severity]), gutter, context=True)
    yield gutter.bar()
    for place, message in diagnostic.related:
        yield gutter.arrow(":::", _where(place))
        yield from excerpt(place, Mark("-", escape(message), GUTTER), gutter)
        yield gutter.bar()
    yield from (gutter.remark("help", escape(text)) for text in _helps(diagnostic))
    yield from (gutter.remark("note", escape(text)) for text in diagnostic.notes)
    yield gutter.remark("rule", f"{rule.code}, svclint rule {rule.name}")
    if suppressed:
        yield gutter.remark("suppressed", escape(suppressed))


def _where(place: Place) -> str:
    start = place.span.start
    version = f" ({escape(place.file.version)})" if place.file.version else ""
    return f"{escape(place.file.path)}:{start.line}:{start.column}{version}"


def _helps(diagnostic: Diagnostic) -> Iterator[str]:
    """The helps, and the fix where none of them has its title; the one that names the fix says how safe it is."""
    fix = diagnostic.fix
    for text in diagnostic.helps:
        yield text + _FIX[fix.safety] if fix and fix.title in text else text
    if fix and not any(fix.title in text for text in diagnostic.helps):
        yield fix.title + _FIX[fix.safety]
