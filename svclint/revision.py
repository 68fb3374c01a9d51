"""A snapshot that was read and judged, and what it becomes when the texts of some files change: those alone are read again."""

from collections import Counter
from collections.abc import Mapping

from svclint.pipeline import judge, read_all
from svclint.policy.settings import Settings
from svclint.record import NamedTuple
from svclint.rule.report import Report
from svclint.rule.snapshot import Snapshot
from svclint.source.file import SourceFile
from svclint.workspace.facts import FileFacts
from svclint.yaml.document import State


class Revision(NamedTuple):
    """A snapshot and its report; `facts` are those of its files, in their order."""

    snapshot: Snapshot
    settings: Settings
    facts: tuple[FileFacts, ...]
    report: Report

    def revised(self, texts: Mapping[str, str]) -> "Revision":
        """The same with other texts for the files at these paths, judged again. Raises UnknownRule as `check` does."""
        if not texts:
            return self
        changed = {facts.file.path: with_text(facts.file, texts[facts.file.path]) for facts in self.facts if facts.file.path in texts}
        read = {facts.file.path: facts for facts in read_all(changed.values(), self.settings)}
        facts = tuple(read.get(one.file.path, one) for one in self.facts)
        snapshot = self.snapshot._replace(files=tuple(one.file for one in facts))
        return self._replace(snapshot=snapshot, facts=facts, report=judge(facts, snapshot, self.settings))

    def is_worse_than(self, other: "Revision") -> bool:
        """Whether a finding is here that `other` has not, or a document that can be read no more."""
        return bool(self.findings() - other.findings()) or any(
            reads_worse(now, before) for now, before in zip(self.facts, other.facts, strict=True) if now is not before
        )

    def findings(self) -> Counter[str]:
        """How often each finding is reported, wherever it stands."""
        return Counter(one.identity for one in self.report.diagnostics)

    def changed_since(self, other: "Revision") -> tuple[tuple[SourceFile, SourceFile], ...]:
        """The files whose text differs: before, as `other` has them, and now."""
        files = zip(other.snapshot.files, self.snapshot.files, strict=True)
        return tuple((before, now) for before, now in files if before.text != now.text)


def revision(snapshot: Snapshot, settings: Settings) -> Revision:
    """The first one: what `pipeline.check` makes of a snapshot. Raises UnknownRule as that does."""
    facts = read_all(snapshot.files, settings)
    return Revision(snapshot, settings, facts, judge(facts, snapshot, settings))


def with_text(file: SourceFile, text: str) -> SourceFile:
    """The file with another text, which is written back as the first was."""
    return SourceFile(file.path, text, file.encoding, file.defect)


def reads_worse(now: FileFacts, before: FileFacts) -> bool:
    """Whether fewer documents of a file can be read than could before."""
    return _readable(now) < _readable(before) or _unreadable(now) > _unreadable(before)


def _readable(facts: FileFacts) -> int:
    return sum(document.state is State.READ for document in facts.documents)


def _unreadable(facts: FileFacts) -> int:
    return sum(document.state in (State.BROKEN, State.TOO_LARGE) for document in facts.documents)
