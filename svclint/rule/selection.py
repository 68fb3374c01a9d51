"""Which rules run, how loud each is, and in which files it is silent."""

from collections.abc import Iterable

from svclint.policy.glob import Glob
from svclint.policy.settings import Settings
from svclint.rule.registry import ALL, EXACT, Registry, specificity
from svclint.rule.rule import Rule
from svclint.rule.severity import Category, Severity

OFF = "off"


class Selection:
    """What the settings make of the registered rules.

    Of `select` (with `extend_select`) and `ignore` the more specific selector decides: a name or code over a longer prefix of
    codes, that over a shorter one, that over ALL; between equals `ignore` does. Where nothing is selected, ALL is.

    Rules of class advice run, and single findings of that class are wanted, only when `pedantic`, or where the rule is
    selected by its name or code, or, for a rule of that class, where `severity` says how loud it is: a prefix or ALL does not ask for
    advice. Severity "off" takes a rule out whatever selects it.

    Raises UnknownRule for a selector that means no rule, ValueError for a glob that is none.
    """

    __slots__ = ("_named", "_patterns", "_pedantic", "_severities", "_wanted", "rules")

    def __init__(self, registry: Registry, settings: Settings) -> None:
        self._pedantic = settings.pedantic
        self._severities = {registry.named(word).code: level for word, level in settings.severity}
        selectors = (*(settings.select or (ALL,)), *settings.extend_select)
        self._named = {rule.code for one in selectors for rule in registry.match(one) if specificity(one) == EXACT}
        chosen = _chosen(registry, selectors, settings.ignore)
        self.rules: tuple[Rule, ...] = tuple(rule for rule in registry.rules if rule.code in chosen and self._is_wanted(rule))
        self._wanted = {rule.code for rule in self.rules}
        self._patterns = tuple((Glob(glob), _codes(registry, words)) for glob, words in settings.per_file_ignores)

    def off(self, rule: Rule) -> bool:
        """Whether the rule does not run."""
        return rule.code not in self._wanted

    def severity_of(self, rule: Rule) -> Severity | None:
        """The severity that the settings give the rule's findings; None where they leave it to the rule and the class."""
        level = self._severities.get(rule.code, OFF)
        return None if level == OFF else Severity[level.upper()]

    def wants_advice(self, rule: Rule) -> bool:
        """Whether findings of class advice are wanted from the rule."""
        return self._pedantic or rule.code in self._named or (rule.category is Category.ADVICE and rule.code in self._severities)

    def ignored_in(self, path: str) -> frozenset[str]:
        """The codes of the rules that are silent in the file at `path` (relative to the root, with `/`)."""
        return frozenset().union(*(codes for glob, codes in self._patterns if glob.matches(path)))

    def _is_wanted(self, rule: Rule) -> bool:
        if self._severities.get(rule.code) == OFF:
            return False
        return rule.category is not Category.ADVICE or self.wants_advice(rule)


def _chosen(registry: Registry, select: Iterable[str], ignore: Iterable[str]) -> set[str]:
    """The codes that are left when the selectors have spoken, the least specific first."""
    chosen: set[str] = set()
    spoken = [(specificity(one), False, one) for one in select] + [(specificity(one), True, one) for one in ignore]
    for _, is_ignore, selector in sorted(spoken):
        codes = {rule.code for rule in registry.match(selector)}
        chosen = chosen - codes if is_ignore else chosen | codes
    return chosen


def _codes(registry: Registry, selectors: Iterable[str]) -> frozenset[str]:
    return frozenset(rule.code for one in selectors for rule in registry.match(one))
