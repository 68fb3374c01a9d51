"""Adds to the diagnostics what was looked at, and what was not."""

from collections.abc import Iterable, Iterator

from svclint.engine.stamp import object_name
from svclint.record import NamedTuple
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.report import Checked, NotJudged, Report, SeenService, Silenced
from svclint.rule.rule import Rule
from svclint.rule.snapshot import Skipped, Snapshot
from svclint.workspace.facts import FileFacts
from svclint.workspace.workspace import Workspace
from svclint.yaml.document import State


class Ran(NamedTuple):
    """The rules that ran, and the names of those that raised."""

    rules: tuple[Rule, ...] = ()
    crashed: tuple[str, ...] = ()


def make_report(
    diagnostics: tuple[Diagnostic, ...],
    suppressed: tuple[Silenced, ...],
    ran: Ran,
    workspace: Workspace,
    snapshot: Snapshot,
) -> Report:
    """The report of a run; it counts the targets only, since the rest was read for resolution."""
    targets = [facts for facts in workspace.files if snapshot.is_target(facts.file.path)]
    objects = [facts for facts in workspace.objects if snapshot.is_target(facts.file.path)]
    previous = snapshot.previous
    return Report(
        diagnostics=diagnostics,
        checked=Checked(
            services=sum(len(facts.services) for facts in objects),
            workloads=sum(len(facts.workloads) for facts in objects),
            files=len(targets),
            against=previous.label,
        ),
        skipped=tuple(sorted({*_skipped(snapshot), *_unreadable(targets)})),
        templates=tuple(facts.file.path for facts in targets if facts.is_template),
        not_judged=(NotJudged("changes", previous.why_not),) if previous.why_not else (),
        suppressed=suppressed,
        crashed=ran.crashed,
        rules=ran.rules,
        services=tuple(SeenService(facts.file.path, name) for facts in objects for one in facts.services if (name := object_name(one))),
    )


def _skipped(snapshot: Snapshot) -> Iterator[Skipped]:
    return (one for one in snapshot.skipped if snapshot.is_target(one.path))


def _unreadable(targets: Iterable[FileFacts]) -> Iterator[Skipped]:
    """Files with a document that does not parse and whose kind cannot be read: no finding speaks of those."""
    for facts in targets:
        for document in facts.documents:
            problem = document.problem
            if document.state is State.BROKEN and document.kind is None and problem and not problem.encoding:
                yield Skipped(facts.file.path, f"not YAML ({problem.message})")
                break
