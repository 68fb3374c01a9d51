"""Calls every chosen rule with every subject of its type, and stamps what it finds."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from svclint.apiserver.verdict import Verdict, judge_create
from svclint.engine.annotated import Said, part
from svclint.engine.stamp import crashed_diagnostic, stamp
from svclint.engine.suppress import Suppressions, Use, silenced, uses_of
from svclint.record import NamedTuple
from svclint.rule.context import Context
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.finding import Finding
from svclint.rule.registry import Registry
from svclint.rule.report import Silenced
from svclint.rule.rule import Rule
from svclint.rule.selection import Selection
from svclint.rule.severity import Category
from svclint.rule.snapshot import Snapshot
from svclint.rule.subject import Subject
from svclint.rule.suppression import Suppression
from svclint.workspace.universe import Membership
from svclint.workspace.wiring import Wiring
from svclint.workspace.workspace import Workspace

_CRASHED = "rule-crashed"


class Outcome(NamedTuple):
    """What the rules said, in order, and the names of those that raised.

    `annotated` is what an annotation of the object covers as it is deployed. `unwanted` is what the settings leave out, or
    touches no target: nobody is told, but what silences it is of use. `uses` are the words of annotations that covered something.
    """

    diagnostics: tuple[Diagnostic, ...]
    crashed: tuple[str, ...]
    annotated: tuple[Silenced, ...] = ()
    unwanted: tuple[Diagnostic, ...] = ()
    uses: frozenset[Use] = frozenset()


def run(selection: Selection, context: Context, snapshot: Snapshot, suppressions: Suppressions) -> Outcome:
    """Every finding that touches a target, once. A rule that raises is named by rule-crashed; the others go on."""
    found: dict[Diagnostic, Suppression | None] = {}
    unwanted: list[Diagnostic] = []
    crashed: set[str] = set()
    uses: set[Use] = set()
    for rule, groups in _work(selection.rules, context, snapshot, suppressions):
        for group in groups:
            subject = group[0].subject
            try:
                said = _said(rule, group, context, suppressions.registry)
            except Exception as error:  # noqa: BLE001 - whatever a rule raises must not cost the findings of the others
                crashed.add(rule.name)
                found[crashed_diagnostic(suppressions.registry.named(_CRASHED), rule, subject, error)] = None
                continue
            for finding, covering in said:
                diagnostic = stamp(rule, subject, finding, selection)
                uses.update(uses_of(covering, rule.code) if covering else ())
                if not is_wanted(finding, rule, selection, snapshot):
                    unwanted.append(diagnostic)
                elif covering is None or diagnostic not in found:
                    found[diagnostic] = covering
    order = sorted(found, key=Diagnostic.order)
    annotated = tuple(silenced(one, covering) for one in order if (covering := found[one]))
    kept = tuple(one for one in order if not found[one])
    return Outcome(kept, tuple(sorted(crashed)), annotated, tuple(unwanted), frozenset(uses))


class _Case(NamedTuple):
    """A subject, and what holds together the set that it is deployed in."""

    subject: Any
    home: Membership = Membership()


_Group: TypeAlias = tuple[_Case, ...]
"""One object in each of the ways that it is deployed."""


def _said(rule: Rule, group: _Group, context: Context, registry: Registry) -> list[Said]:
    said = [list(rule.check(subject, context)) for subject, _ in group]
    if not any(said):
        return []
    return list(part(rule, [(subject, home, findings) for (subject, home), findings in zip(group, said, strict=True)], registry))


def _work(
    rules: Iterable[Rule], context: Context, snapshot: Snapshot, suppressions: Suppressions
) -> Iterator[tuple[Rule, tuple[_Group, ...]]]:
    """Each rule with its subjects; those of one kind are gathered once, and only where a rule asks for them."""
    gathered: dict[Subject, tuple[_Group, ...]] = {}
    for rule in rules:
        if rule.subject not in gathered:
            gathered[rule.subject] = tuple(_subjects(rule.subject, context, snapshot, suppressions))
        yield rule, gathered[rule.subject]


def _subjects(wanted: Subject, context: Context, snapshot: Snapshot, suppressions: Suppressions) -> Iterable[_Group]:
    """The subjects of a kind. What speaks of itself alone is taken from the targets only."""
    workspace = context.workspace
    match wanted:
        case Subject.DOCUMENT:
            targets = (facts for facts in workspace.files if snapshot.is_target(facts.file.path))
            return ((_Case(document),) for facts in targets for document in facts.documents)
        case Subject.SUPPRESSION:
            return ((_Case(one),) for _, own in suppressions.targets for one in own.suppressions)
        case Subject.MALFORMED:
            return ((_Case(one),) for _, own in suppressions.targets for one in own.malformed)
        case Subject.VERDICT:
            judged = (_judged(group, context) for group in workspace.wirings if _may_concern(group, snapshot))
            return (group for group in judged if any(case.subject.errors for case in group))  # nothing is said of what is accepted
        case Subject.SERVICE:
            return (tuple(_Case(wiring.service, wiring.home) for wiring in group) for group in workspace.wirings)
    deployed = _DEPLOYED.get(wanted)
    return (tuple(_Case(one, one.home) for one in group) for group in deployed(workspace)) if deployed else ()


_DEPLOYED: Mapping[Subject, Callable[[Workspace], Iterable[tuple[Any, ...]]]] = {
    Subject.WIRING: lambda workspace: workspace.wirings,
    Subject.RELIANCE: lambda workspace: workspace.reliances,
    Subject.TRANSITION: lambda workspace: workspace.transitions,
    Subject.WATCHING: lambda workspace: workspace.watchings,
    Subject.GUARDING: lambda workspace: workspace.guardings,
}
"""The subjects that are deployed in several ways: each has a `home`."""


def _may_concern(group: tuple[Wiring, ...], snapshot: Snapshot) -> bool:
    """Whether what is wrong with a Service by itself may be in a target: in its file, or in what a kustomization adds."""
    return snapshot.is_target(group[0].origin.file.path) or group[0].home.is_built


def _judged(group: tuple[Wiring, ...], context: Context) -> _Group:
    """The verdict on a Service, in each of the ways that it is built."""
    return tuple(_Case(_judge(wiring, context), wiring.home) for wiring in group)


def _judge(wiring: Wiring, context: Context) -> Verdict:
    """The verdict on a manifest, with the update that it stands for where there is a previous version."""
    cluster, version = context.settings.cluster, context.settings.kubernetes_version
    verdict = judge_create(wiring.service, cluster, version)
    transition = context.workspace.transition_of(wiring.service) if verdict.errors else None
    if transition is None or transition.before is None:
        return verdict
    return verdict._replace(before=transition.before, update=transition.update(cluster, version))


def is_wanted(finding: Finding, rule: Rule, selection: Selection, snapshot: Snapshot) -> bool:
    """Whether a finding is reported: it touches a target, and the settings do not leave it out."""
    category = finding.category or rule.category
    if category is Category.ADVICE and not selection.wants_advice(rule):
        return False
    path = finding.place.file.path
    if rule.code in selection.ignored_in(path):
        return False
    return snapshot.is_target(path) or any(note.at and snapshot.is_target(note.at.file.path) for note in finding.notes)
