"""The words of suppressions that silenced nothing, where a run can know that."""

from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet

from svclint.engine.directives import FileDirectives
from svclint.engine.run import Outcome, is_wanted
from svclint.engine.stamp import stamp
from svclint.engine.suppress import Suppressions, Use, use_of
from svclint.rule.context import Context
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.rule import Needs
from svclint.rule.selection import Selection
from svclint.rule.snapshot import Snapshot
from svclint.rule.subject import Subject
from svclint.rule.suppression import Unused
from svclint.workspace.facts import FileFacts
from svclint.workspace.workspace import Workspace
from svclint.yaml.document import State


def judge_unused(
    selection: Selection, context: Context, snapshot: Snapshot, outcome: Outcome, suppressions: Suppressions
) -> Iterator[Diagnostic]:
    """What the chosen rules of unused suppressions say, when all others have spoken."""
    rules = [rule for rule in selection.rules if rule.subject is Subject.UNUSED]
    if not rules or not suppressions.targets:
        return
    annotated = (one.diagnostic for one in outcome.annotated)
    uses = outcome.uses | suppressions.uses((*outcome.diagnostics, *outcome.unwanted, *annotated))
    unused = tuple(find_unused(suppressions, uses, selection, outcome.crashed, context.workspace, snapshot))
    for rule in rules:
        for one in unused:
            found = (finding for finding in rule.check(one, context) if is_wanted(finding, rule, selection, snapshot))
            yield from (stamp(rule, one, finding, selection) for finding in found)


def find_unused(
    suppressions: Suppressions,
    uses: AbstractSet[Use],
    selection: Selection,
    crashed: Collection[str],
    workspace: Workspace,
    snapshot: Snapshot,
) -> Iterator[Unused]:
    """What silenced nothing in the targets; `uses` are the words that did silence something, `crashed` the rules that raised.

    A word is judged only where all rules that it stands for ran, with all that they need in sight. Rules that compare with a
    previous version find something in one run and not in the next, and who names the rule of unused ones wants to hear nothing.
    """
    if snapshot.partial:
        return
    certain = [
        one for one in selection.rules if one.needs is not Needs.BASE and one.subject is not Subject.UNUSED and one.name not in crashed
    ]
    everywhere, local = (frozenset(one.code for one in certain if one.needs in needs) for needs in (tuple(Needs), (Needs.DOCUMENT,)))
    around = {facts.file.path: facts for facts in workspace.files}
    doubtful = _doubtful_files(workspace)
    for path, own in suppressions.targets:
        if path in doubtful or not _is_read(own):
            continue
        judged = (local if snapshot.skipped or _is_dim(workspace, around[path]) else everywhere) - selection.ignored_in(path)
        for one in own.suppressions:
            words = tuple(word for word in one.words if word.codes and word.codes <= judged and use_of(word) not in uses)
            if words:
                yield Unused(one, words)


def _is_dim(workspace: Workspace, facts: FileFacts) -> bool:
    """Whether a template or a broken document is so close to a file that rules might find more if they could read it."""
    objects = (*facts.services, *facts.workloads, *(one.source for one in facts.links.references))
    if not objects:
        return any(one.unread for one in workspace.files)
    return any(standing.unread_around(objects[0]) for standing in workspace.sets.standings(facts.file.path))


def _doubtful_files(workspace: Workspace) -> frozenset[str]:
    """The files of builds that are not carried out as kustomize would, and patches of what is elsewhere."""
    kustomize = workspace.kustomize
    built = (path for build in kustomize.roots if build.unapplied for path in build.files)
    return frozenset(built) | (kustomize.patch_files - kustomize.used_files)


def _is_read(own: FileDirectives) -> bool:
    return bool(own.documents) and all(one.state is State.READ for one in own.documents)
