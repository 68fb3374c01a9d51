"""Which rules run, how loud each is, and in which files it is silent."""

from collections.abc import Iterable

from svclint.policy.editions import default
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

    A rule that came after the edition runs where it is selected by its name or code, or where `severity` says how loud it is. Of
    the others the edition says how loud they are, and which are of class advice.

    Rules of class advice run, and single findings of that class are wanted, only when `pedantic`, or where the rule is
    selected by its name or code, or, for a rule of that class, where `severity` says how loud it is: a prefix or ALL does not ask for
    advice. Severity "off" takes a rule out whatever selects it.

    Raises UnknownRule for a selector that means no rule, ValueError for a glob that is none.
    """

    __slots__ = ("_edition", "_named", "_patterns", "_pedantic", "_severities", "_wanted", "rules")

    def __init__(self, registry: Registry, settings: Settings) -> None:
        self._pedantic = settings.pedantic
        self._edition = {rule.code: default(settings.edition, rule.code) for rule in registry.rules}
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
        """The severity that the settings, or else their edition, give the rule's findings; None where they leave it to the rule."""
        level = self._severities.get(rule.code, OFF)
        frozen = self._edition[rule.code]
        if level == OFF and frozen and frozen.severity != str(rule.level(None)):
            level = frozen.severity
        return None if level == OFF else Severity[level.upper()]

    def wants_advice(self, rule: Rule) -> bool:
        """Whether findings of class advice are wanted from the rule."""
        if self._pedantic or rule.code in self._named:
            return True
        is_advice = self._is_advice(rule)
        # What was no advice in the edition goes on as before.
        return rule.code in self._severities if is_advice else rule.category is Category.ADVICE

    def ignored_in(self, path: str) -> frozenset[str]:
        """The codes of the rules that are silent in the file at `path` (relative to the root, with `/`)."""
        return frozenset().union(*(codes for glob, codes in self._patterns if glob.matches(path)))

    def _is_wanted(self, rule: Rule) -> bool:
        if self._severities.get(rule.code) == OFF:
            return False
        if self._edition[rule.code] is None:
            return rule.code in self._named or rule.code in self._severities
        return not self._is_advice(rule) or self.wants_advice(rule)

    def _is_advice(self, rule: Rule) -> bool:
        """Whether the rule's own findings are advice, by the edition where that knows it."""
        frozen = self._edition[rule.code]
        return (frozen.category if frozen else rule.category.value) == Category.ADVICE.value


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
