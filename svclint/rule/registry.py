"""All rules, found by what people write: a name, a code, a prefix of codes, or ALL."""

import re
from collections.abc import Collection, Iterable
from itertools import pairwise

from svclint.rule.rule import Rule
from svclint.source.nearest import nearest
from svclint.source.pattern import pattern

ALL = "ALL"
EXACT = 6
"""The specificity of a name and of a whole code, which has six letters."""
_PREFIX = pattern(r"SVC[0-9]{0,2}\Z")
_CODE_LIKE = pattern(r"svc[0-9]*\Z", re.IGNORECASE)


class UnknownRule(ValueError):  # noqa: N818 - reads as what it is: "except UnknownRule"
    """No rule is called `selector`; `nearest` is what was probably meant, or None."""

    def __init__(self, selector: str, nearest: str | None) -> None:
        self.selector = selector
        self.nearest = nearest
        guess = f'; did you mean "{nearest}"?' if nearest else "; svclint rule --all lists them"
        super().__init__(f'unknown rule "{selector}"{guess}')


class Registry:
    """The rules that there are. Names and codes are case-sensitive: `svc201` is refused with the right spelling.

    Raises ValueError where two rules share a name or a code; that names and codes are well formed is left to a test.
    """

    __slots__ = ("_by_word", "rules")

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules: tuple[Rule, ...] = tuple(sorted(rules, key=lambda rule: rule.code))
        self._by_word = {word: rule for rule in self.rules for word in (rule.name, rule.code)}
        if len(self._by_word) != 2 * len(self.rules):
            words = sorted(word for rule in self.rules for word in (rule.name, rule.code))
            shared = next(word for word, following in pairwise(words) if word == following)
            raise ValueError(f"two rules are called {shared}")

    def get(self, word: str) -> Rule | None:
        """The rule of that name or code."""
        return self._by_word.get(word)

    def named(self, word: str) -> Rule:
        """The rule of that name or code. Raises UnknownRule where there is none."""
        rule = self._by_word.get(word)
        if rule is None:
            raise UnknownRule(word, _nearest(word, self._by_word))
        return rule

    def match(self, selector: str) -> tuple[Rule, ...]:
        """The rules that a selector means, sorted by code; never empty.

        A selector is a name, a code, a prefix of codes such as `SVC2`, or ALL. Raises UnknownRule for any other word,
        and for a prefix that no code has.
        """
        if rule := self._by_word.get(selector):
            return (rule,)
        if selector == ALL:
            return self.rules
        if _PREFIX.match(selector) and (found := tuple(rule for rule in self.rules if rule.code.startswith(selector))):
            return found
        prefixes = {rule.code[:length] for rule in self.rules for length in range(3, EXACT)}
        raise UnknownRule(selector, _nearest(selector, {*self._by_word, *prefixes, ALL}))


def _nearest(word: str, candidates: Collection[str]) -> str | None:
    # Two codes that differ in a digit have nothing to do with each other: only their case is mended.
    if _CODE_LIKE.match(word):
        return word.upper() if word.upper() in candidates else None
    return nearest(word.replace("_", "-"), candidates)


def specificity(selector: str) -> int:
    """How exactly a selector speaks, the more exact the higher: ALL, then prefixes by their length, then names and codes."""
    if selector == ALL:
        return 0
    return len(selector) if _PREFIX.match(selector) else EXACT
