"""The straight line from what was read to a report; the only module that knows the order of the stages."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from svclint.checks import RULES
from svclint.engine.accept import accept
from svclint.engine.identify import identify
from svclint.engine.report import Ran, make_report
from svclint.engine.run import run
from svclint.engine.suppress import Suppressions
from svclint.policy.settings import Settings
from svclint.rule.context import Context
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.registry import Registry
from svclint.rule.report import Report, Silenced
from svclint.rule.selection import Selection
from svclint.rule.snapshot import Snapshot
from svclint.source.file import SourceFile
from svclint.workspace.facts import FileFacts, read_facts
from svclint.workspace.kustomize.kustomization import is_kustomization
from svclint.workspace.workspace import Workspace

if TYPE_CHECKING:
    from svclint.rule.showing import Showing

Watch: TypeAlias = Callable[[int], None]
"""Is told how many files were read."""


def check(snapshot: Snapshot, settings: Settings, watch: Watch | None = None) -> Report:
    """Judge a snapshot: split, sniff, parse and model every file, index them, run the rules, suppress, report.

    Pure: the same snapshot and settings give the same report, and nothing is read or written.
    `watch` is told of every file that was read. Raises UnknownRule where the settings name a rule that does not exist.
    """
    return judge(read_all(snapshot.files, settings, watch), snapshot, settings)


def judge(facts: Iterable[FileFacts], snapshot: Snapshot, settings: Settings) -> Report:
    """What `check` makes of files that are read already, `snapshot.files`: who changes one file reads that one again."""
    workspace = index(facts, snapshot, settings)
    kept, suppressed, ran = diagnose(Registry(RULES), Context(workspace, settings), snapshot)
    kept, suppressed = identify(kept, suppressed)
    report = make_report(kept, suppressed, ran, workspace, snapshot)
    if snapshot.baseline is None:
        return report
    from svclint.engine.baseline import apply_baseline  # noqa: PLC0415 - most repositories have none

    return apply_baseline(report, snapshot.baseline, snapshot, RULES)


def diagnose(registry: Registry, context: Context, snapshot: Snapshot) -> tuple[tuple[Diagnostic, ...], tuple[Silenced, ...], Ran]:
    """What the rules of a registry find in the targets, what of it is silenced, and which rules ran. What silences nothing is told last."""
    selection = Selection(registry, context.settings)
    suppressions = Suppressions(registry, snapshot)
    outcome = run(selection, context, snapshot, suppressions)
    unaccepted, accepted = accept(outcome.diagnostics, context.settings)
    kept, silenced = suppressions.suppress(unaccepted)
    ran = Ran(selection.rules, outcome.crashed)
    silenced = (*outcome.annotated, *accepted, *silenced)
    if not suppressions.targets:
        return kept, silenced, ran
    from svclint.engine.unused import judge_unused  # noqa: PLC0415 - most runs have no suppressions

    late, covered = suppressions.suppress(judge_unused(selection, context, snapshot, outcome, suppressions))
    return (*kept, *late), (*silenced, *covered), ran


def show(snapshot: Snapshot, settings: Settings, names: Sequence[str] = ()) -> "Showing":
    """What the Services of a snapshot select: read, model and index it, choose the Services called one of `names`, show them.

    All for no names. As pure as `check`.
    """
    # What only show needs costs check nothing at its start.
    from svclint.engine.choose import choose  # noqa: PLC0415 - see above
    from svclint.rule.showing import Showing  # noqa: PLC0415 - see above
    from svclint.workspace.servicename import ServiceName  # noqa: PLC0415 - see above
    from svclint.workspace.showing import shown_services  # noqa: PLC0415 - see above

    workspace = index(read_all(snapshot.files, settings), snapshot, settings)
    chosen = choose(workspace, snapshot, [ServiceName(name, settings.default_namespace) for name in names])
    shown = (one for group in chosen.groups for one in shown_services(group, workspace, settings.kubernetes_version))
    return Showing(tuple(shown), chosen.unmatched, make_report((), (), Ran(), workspace, snapshot), snapshot.root)


def read_all(files: Iterable[SourceFile], settings: Settings, watch: Watch | None = None) -> tuple[FileFacts, ...]:
    """What each file contributes; `watch` is called with the number of files that were read so far."""
    files = tuple(files)
    kustomizations = {file: read_facts(file) for file in files if is_kustomization(file)}
    built = {one.path for facts in kustomizations.values() if facts.kustomization for one in facts.kustomization.resources}
    described, domain = settings.pods, settings.cluster.dns_domain
    return tuple(
        kustomizations.get(file)
        or read_facts(
            file,
            prefilter=settings.prefilter,
            described=described,
            references=settings.references,
            dns_domain=domain,
            keep=file.path in built,
        )
        for file in (files if watch is None else _watched(files, watch))
    )


def _watched(files: Iterable[SourceFile], watch: Watch) -> Iterator[SourceFile]:
    for number, file in enumerate(files, 1):
        yield file
        watch(number)


def index(facts: Iterable[FileFacts], snapshot: Snapshot, settings: Settings) -> Workspace:
    """The workspace over the facts and the previous versions."""
    previous = read_all(snapshot.previous.files, settings)
    return Workspace(facts, previous, settings, snapshot.is_target if snapshot.previous.may_be_live else None)
