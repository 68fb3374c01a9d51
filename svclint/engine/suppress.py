"""Takes out the findings that a comment or an annotation in the files silences."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeAlias

from svclint.engine.directives import FileDirectives, has_mark
from svclint.model.directive import Reach
from svclint.record import NamedTuple
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.registry import Registry
from svclint.rule.report import Silenced, Silencer
from svclint.rule.snapshot import Snapshot
from svclint.rule.suppression import RuleWord, Suppression
from svclint.source.file import SourceFile

Use: TypeAlias = tuple[str, int, str]
"""A word that has silenced something: the path and the offset of its place, and itself."""


class Suppressed(NamedTuple):
    """The diagnostics that are left, and those that are silenced, both in their order."""

    kept: tuple[Diagnostic, ...]
    silenced: tuple[Silenced, ...]


class Suppressions:
    """The suppressions of a snapshot, each file's read at the first need.

    A comment in a previous text is no answer to the edit, and covers nothing.
    """

    def __init__(self, registry: Registry, snapshot: Snapshot) -> None:
        self.registry = registry
        self._snapshot = snapshot
        self._previous = frozenset(snapshot.previous.files)
        self._files: dict[SourceFile, FileDirectives] = {}

    @cached_property
    def targets(self) -> tuple[tuple[str, FileDirectives], ...]:
        """The targets that have a mark of a suppression, by their paths."""
        files = (file for file in self._snapshot.files if self._snapshot.is_target(file.path) and has_mark(file))
        return tuple((file.path, self._of(file)) for file in sorted(files, key=lambda file: file.path))

    def covering(self, one: Diagnostic) -> Iterator[Suppression]:
        """The suppressions that cover a diagnostic: at its place, then at its related places."""
        if one.place.file not in self._previous:
            yield from self._of(one.place.file).covering(one)
        for related in one.related:
            if related.place.file not in self._previous:
                yield from self._of(related.place.file).covering_related(one, related.place)

    def suppress(self, diagnostics: Iterable[Diagnostic]) -> Suppressed:
        """Part diagnostics from those that something covers."""
        kept: list[Diagnostic] = []
        silent: list[Silenced] = []
        for one in diagnostics:
            covering = next(self.covering(one), None)
            if covering is None:
                kept.append(one)
            else:
                silent.append(silenced(one, covering))
        return Suppressed(tuple(kept), tuple(silent))

    def uses(self, diagnostics: Iterable[Diagnostic]) -> frozenset[Use]:
        """The words that cover one of the diagnostics; all of them, where several do."""
        return frozenset(use for one in diagnostics for covering in self.covering(one) for use in uses_of(covering, one.rule.code))

    def _of(self, file: SourceFile) -> FileDirectives:
        if file not in self._files:
            self._files[file] = FileDirectives(file, self.registry)
        return self._files[file]


def uses_of(covering: Suppression, code: str) -> Iterator[Use]:
    """The words of a suppression that stand for a rule."""
    return (use_of(one) for one in covering.naming(code))


def use_of(one: RuleWord) -> Use:
    """What tells a word from all others, in the file and in what a kustomization makes of it."""
    return one.word.place.file.path, one.word.place.begin, one.word.text


def silenced(one: Diagnostic, covering: Suppression) -> Silenced:
    """A diagnostic that a suppression covers."""
    by = Silencer.ANNOTATION if covering.directive.reach is Reach.OBJECT else Silencer.COMMENT
    return Silenced(one, by, covering.directive.reason)
