"""A suppression, with the rules that its words stand for: the subject of the rules about suppressions."""

from svclint.model.directive import Directive, Word
from svclint.record import NamedTuple
from svclint.rule.registry import Registry, UnknownRule
from svclint.source.place import Place


class RuleWord(NamedTuple):
    """A word of a list, and the codes of the rules that it stands for; none for an unknown one, and then perhaps the `nearest` name."""

    word: Word
    codes: frozenset[str]
    nearest: str | None = None


class Suppression(NamedTuple):
    """A comment or an annotation, and what its words mean."""

    directive: Directive
    words: tuple[RuleWord, ...]

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.directive.place

    def naming(self, code: str) -> tuple[RuleWord, ...]:
        """The words that stand for a rule."""
        return tuple(one for one in self.words if code in one.codes)


class Unused(NamedTuple):
    """A suppression, and those of its words that silenced nothing in this run, though they would have been noticed."""

    suppression: Suppression
    words: tuple[RuleWord, ...]

    @property
    def directive(self) -> Directive:
        """What they stand in."""
        return self.suppression.directive

    @property
    def place(self) -> Place:
        """Where that stands."""
        return self.suppression.place

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it has an effect."""
        return len(self.words) == len(self.suppression.words)


def resolve(directive: Directive, registry: Registry) -> Suppression:
    """The suppression that a directive is."""
    return Suppression(directive, tuple(_resolved(word, registry) for word in directive.words))


def _resolved(word: Word, registry: Registry) -> RuleWord:
    try:
        return RuleWord(word, frozenset(rule.code for rule in registry.match(word.text)))
    except UnknownRule as error:
        return RuleWord(word, frozenset(), error.nearest)
