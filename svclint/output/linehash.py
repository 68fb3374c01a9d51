"""GitHub's fingerprint of a line, by which code scanning knows an alert again (github/codeql-action, src/fingerprints.ts)."""

from collections import Counter

from svclint.output.sound import sound
from svclint.source.file import SourceFile
from svclint.source.pattern import pattern

_WINDOW = 100
_WEIGHTS = tuple(pow(37, _WINDOW - 1 - index, 1 << 64) for index in range(_WINDOW))
_END = 0xFFFF
"""What stands for the end of the file."""
_BREAK = pattern(r"\r\n?")


def line_hashes(file: SourceFile) -> tuple[str, ...]:
    r"""Of each line of the file its `primaryLocationLineHash`; nothing where the file is not UTF-8, which GitHub reads otherwise.

    A line's hash is a polynomial over the 100 UTF-16 code units from its start on that are neither blank nor tab, the line
    breaks among them as \n; behind it stands how often it has come up.
    """
    if file.encoding not in {"utf-8", "utf-8-sig"} or sound(file.text) != file.text:
        return ()
    text = _BREAK.sub("\n", "\ufeff" * (file.encoding == "utf-8-sig") + file.text).translate({ord(" "): None, ord("\t"): None})
    units = [*memoryview(text.encode("utf-16-le")).cast("H"), _END]
    starts = [0, *(index for index, unit in enumerate(units, 1) if unit == ord("\n"))]
    seen: Counter[str] = Counter()
    found = []
    for start in starts:
        value = sum(unit * weight for unit, weight in zip(units[start : start + _WINDOW], _WEIGHTS, strict=False))
        digest = f"{value % (1 << 64):x}"
        seen[digest] += 1
        found.append(f"{digest}:{seen[digest]}")
    return tuple(found)
