"""Services as test cases in JUnit's XML: each that was checked passes, or fails with all that was found of it."""

from collections.abc import Iterator, Sequence

from svclint.output.escape import escape
from svclint.output.said import lines, message
from svclint.output.sound import tag, xml
from svclint.record import NamedTuple
from svclint.rule.diagnostic import Diagnostic, ObjectName
from svclint.rule.report import Report
from svclint.rule.severity import Severity

_FILE = "the file"
"""What a test case is called that is about no object."""


class _Case(NamedTuple):
    """A test case: what is tested, what was found of it, and why it was not tested."""

    path: str
    name: str
    found: list[Diagnostic]
    skipped: str = ""

    @property
    def failed(self) -> bool:
        return any(one.severity > Severity.INFO for one in self.found)


def render(report: Report) -> str:
    """A document with a suite for each file. Errors and warnings are failures; an info is output of a case that passes."""
    cases = _cases(report)
    found = ['<?xml version="1.0" encoding="UTF-8"?>', tag("testsuites", {"name": "svclint", **_counts(cases)})]
    for path in sorted({case.path for case in cases}):
        found += _suite(path, [case for case in cases if case.path == path])
    return "".join(f"{line}\n" for line in (*found, "</testsuites>"))


def _cases(report: Report) -> list[_Case]:
    """A case for each Service, then one for each other object with findings, then those that were not checked."""
    cases: list[_Case] = []
    known: dict[tuple[str, ...], _Case] = {}
    for seen in report.services:
        case = _Case(seen.path, _numbered(_title(seen.name), seen.path, cases), [])
        known.setdefault((seen.path, *seen.name), case)
        # A kustomization may deploy it elsewhere: it is this Service all the same.
        known.setdefault((seen.path, seen.name.kind, seen.name.name), case)
        cases.append(case)
    for one in report.diagnostics:
        path, subject = one.place.file.path, one.subject
        key = (path, *(subject or ()))
        near = known.get((path, subject.kind, subject.name)) if subject else None
        if key not in known:
            known[key] = near or _Case(path, _numbered(_title(subject), path, cases), [])
            cases += [] if near else [known[key]]
        known[key].found.append(one)
    why = [*report.skipped, *((path, "a template: it is checked once rendered") for path in report.templates)]
    for path, reason in why:
        cases.append(_Case(path, _numbered(_FILE, path, cases), [], reason))
    return cases


def _title(name: ObjectName | None) -> str:
    if name is None:
        return _FILE
    return f"{name.kind} {f'{name.namespace}/' * bool(name.namespace)}{name.name}"


def _numbered(title: str, path: str, cases: Sequence[_Case]) -> str:
    """The title, with a number where the file has a case of that name."""
    taken = {case.name for case in cases if case.path == path}
    number = 1
    while (name := title if number == 1 else f"{title} ({number})") in taken:
        number += 1
    return name


def _counts(cases: Sequence[_Case]) -> dict[str, object]:
    failures = sum(case.failed for case in cases)
    return {"tests": len(cases), "failures": failures, "errors": 0, "skipped": sum(bool(case.skipped) for case in cases)}


def _suite(path: str, cases: Sequence[_Case]) -> Iterator[str]:
    yield "  " + tag("testsuite", {"name": escape(path), **_counts(cases)})
    for case in cases:
        attributes: dict[str, object] = {"classname": escape(path), "name": escape(case.name), "file": escape(path)}
        if not case.found and not case.skipped:
            yield "    " + tag("testcase", attributes, closed=True)
            continue
        yield "    " + tag("testcase", attributes)
        yield "      " + (_outcome(case) if case.found else tag("skipped", {"message": escape(case.skipped)}, closed=True))
        yield "    </testcase>"
    yield "  </testsuite>"


def _outcome(case: _Case) -> str:
    """The failure, or what a case says that passes."""
    text = xml("\n".join(map(_told, case.found)))
    if not case.failed:
        return f"<system-out>{text}</system-out>"
    worst = max(case.found, key=lambda one: one.severity)
    more = f" (and {len(case.found) - 1} more)" if len(case.found) > 1 else ""
    return tag("failure", {"type": worst.severity, "message": f"{worst.rule.code} {message(worst)}{more}"}) + f"{text}</failure>"


def _told(one: Diagnostic) -> str:
    """A finding over several lines, the first one in the grammar of gcc."""
    place = one.place
    where = escape(f"{place.file.path}:{place.span.start.line}:{place.span.start.column}")
    return "\n    ".join([f"{where}: {one.severity}: {message(one)} [{one.rule.code} {one.rule.name}]", *lines(one)[1:]])
