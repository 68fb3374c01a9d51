"""The word that was probably meant."""

from collections.abc import Iterable


def distance(one: str, other: str, limit: int) -> int:
    """How many letters must be inserted, deleted, replaced or swapped with their neighbour; `limit + 1` when more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, wanted in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return min(last[-1], limit + 1)


def nearest(word: str, candidates: Iterable[str], limit: int = 2) -> str | None:
    """The candidate with the fewest changes from `word`, in case-blind comparison; None when all need more than `limit`.

    No more than a third of the letters may change: "rpc" is not "api" mistyped. Of equals the first in alphabetical
    order wins, so that a message is the same in every run.
    """
    best: tuple[int, str] | None = None
    for candidate in sorted(set(candidates)):
        steps = distance(word.lower(), candidate.lower(), limit)
        if steps <= limit and steps * 3 <= max(len(word), len(candidate)) and (best is None or steps < best[0]):
            best = (steps, candidate)
    return best[1] if best else None
