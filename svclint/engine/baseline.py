"""Compares findings with a baseline: which are new, which are known, and which are gone."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Final

from svclint.record import NamedTuple
from svclint.rule.baseline import Baseline, Entry
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.report import Report, Silenced, Silencer
from svclint.rule.rule import Needs, Rule
from svclint.rule.snapshot import Snapshot

_UNREAD: Final = ("unreadable-yaml", "input-too-large")
_NEVER: Final = frozenset({*_UNREAD, "rule-crashed"})
"""What such a finding hides is not known, so it cannot be known either."""


class Comparison(NamedTuple):
    """`new` and `unfit` findings, the latter such as no baseline has; `known` ones with their entries; and entries that are `gone`."""

    new: tuple[Diagnostic, ...]
    known: tuple[tuple[Diagnostic, Entry], ...]
    gone: tuple[Entry, ...]
    unfit: tuple[Diagnostic, ...]


def apply_baseline(report: Report, baseline: Baseline, snapshot: Snapshot, rules: Iterable[Rule]) -> Report:
    """The report without what the baseline has. `rules` are all that there are.

    `Report.gone` has the entries that nothing needs, where everything below the root was read and is a target.
    """
    compared = compare(report, baseline, snapshot, rules)
    known = tuple(Silenced(one, Silencer.BASELINE) for one, _ in compared.known)
    left = {id(one) for one, _ in compared.known}
    return report._replace(
        diagnostics=tuple(one for one in report.diagnostics if id(one) not in left),
        suppressed=tuple(sorted((*report.suppressed, *known), key=lambda one: one.diagnostic.order())),
        gone=compared.gone if "" in snapshot.targets and not snapshot.partial else (),
    )


def compare(report: Report, baseline: Baseline, snapshot: Snapshot, rules: Iterable[Rule]) -> Comparison:
    """Pair the findings of a report with entries: those of the same file first, then what has moved.

    An entry waits for its own file where that is there and no target. Gone is only what was looked for: entries of rules that ran, in
    targets that were read.
    """
    fit = [one for one in report.diagnostics if _is_fit(one)]
    present = {file.path for file in snapshot.files}
    waiting: dict[str, list[Entry]] = defaultdict(list)
    for entry in baseline.entries:
        waiting[entry.fingerprint].append(entry)
    pairs: dict[int, Entry] = {}
    _pair(fit, pairs, waiting, lambda one, entry: entry.path == one.place.file.path)
    _pair(fit, pairs, waiting, lambda _, entry: entry.path not in present or snapshot.is_target(entry.path))
    blind = {rule.name for rule in rules} - {rule.name for rule in report.rules} | set(report.crashed)
    unread = _unread(report)
    return Comparison(
        tuple(one for one in fit if id(one) not in pairs),
        tuple((one, pairs[id(one)]) for one in fit if id(one) in pairs),
        tuple(
            entry
            for entry in sorted(entry for entries in waiting.values() for entry in entries)
            if entry.rule not in blind and snapshot.is_target(entry.path) and entry.path not in unread
        ),
        tuple(one for one in report.diagnostics if not _is_fit(one)),
    )


def updated(baseline: Baseline, compared: Comparison, *, prune: bool = False) -> Baseline:
    """The baseline after a comparison: without what is gone, and with what is new unless it is only to `prune`.

    A known entry stays as it is, unless its finding is in another file now.
    """
    entries = list(baseline.entries)
    for entry in compared.gone:
        entries.remove(entry)
    if not prune:
        for one, entry in compared.known:
            if entry.path != one.place.file.path:
                entries[entries.index(entry)] = entry_of(one)
        entries += map(entry_of, compared.new)
    return baseline._replace(entries=tuple(sorted(entries)))


def entry_of(one: Diagnostic) -> Entry:
    """The entry for a finding that has its fingerprint."""
    subject = one.subject
    name = "/".join(filter(None, (subject.namespace, subject.kind, subject.name))) if subject else ""
    return Entry(one.place.file.path, one.rule.name, name, one.message, one.identity)


def _pair(
    found: Iterable[Diagnostic], pairs: dict[int, Entry], waiting: dict[str, list[Entry]], suits: Callable[[Diagnostic, Entry], bool]
) -> None:
    for one in found:
        entries = waiting.get(one.identity, [])
        entry = None if id(one) in pairs else next((entry for entry in entries if suits(one, entry)), None)
        if entry:
            pairs[id(one)] = entry
            entries.remove(entry)


def _is_fit(one: Diagnostic) -> bool:
    """Not so for what comes of one edit, and what hides other findings."""
    return one.rule.needs is not Needs.BASE and one.rule.name not in _NEVER


def _unread(report: Report) -> set[str]:
    """The files of which some findings may not have been seen."""
    broken = {one.place.file.path for one in report.diagnostics if one.rule.name in _UNREAD}
    return broken.union((one.path for one in report.skipped), report.templates)
