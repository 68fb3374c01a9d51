"""The baseline file: where it is, and what it says."""

import os
from collections.abc import Sequence
from typing import Final, cast

from svclint.discover.read import LARGEST, read_bytes
from svclint.discover.root import Root
from svclint.discover.trouble import DiscoverError, reason
from svclint.record import NamedTuple
from svclint.rule.baseline import VERSION, Baseline, Entry

DEFAULT: Final = "svclint-baseline.json"
"""The file at the top of the repository that is the baseline where nothing else is said."""
NONE: Final = "none"
"""What a user says who wants no baseline."""
_SPECIAL: Final = frozenset("\\*?[]!#")


class BaselineFile(NamedTuple):
    """Where the baseline is: its absolute path, what the user calls it, and whether the user said so."""

    path: str
    shown: str
    named: bool = False

    def pattern(self, root: Root) -> tuple[str, ...]:
        """The pattern, as in .gitignore, that leaves the file out of the manifests; none where there is none, or not below the root."""
        if not os.path.lexists(self.path):
            return ()
        below = os.path.relpath(os.path.realpath(self.path), root.path).replace(os.sep, "/")
        return () if below.startswith("../") else ("/" + "".join(f"\\{char}" if char in _SPECIAL else char for char in below),)


def locate(root: Root, setting: str = "", *, is_flag: bool = False) -> BaselineFile:
    """The baseline that `setting` names: from the top of the repository; from the current directory where it comes of a flag."""
    if setting in ("", NONE):
        return BaselineFile(os.path.join(root.settings, DEFAULT), DEFAULT)
    return BaselineFile(os.path.join(root.cwd if is_flag else root.settings, setting), setting, named=True)


def find_baseline(
    root: Root, setting: str = "", *, is_flag: bool = False, may_be_new: bool = False
) -> tuple[BaselineFile, Baseline | None]:
    """The file of the baseline, and what it says where it is in force; None for none.

    One that is named has to be there, unless it `may_be_new`: it is to be written. Raises DiscoverError as `read_baseline` does.
    """
    file = locate(root, setting, is_flag=is_flag)
    if setting == NONE and not may_be_new:
        return file, None
    is_needed = file.named and not may_be_new
    return file, read_baseline(file) if is_needed or os.path.lexists(file.path) else None


def read_baseline(file: BaselineFile) -> Baseline:
    """The baseline in a file. Raises DiscoverError where it is missing, malformed, or of a newer version."""
    import json  # noqa: PLC0415  a run without a baseline needs none

    try:
        data = read_bytes(os.path.realpath(file.path))
    except FileNotFoundError:
        raise DiscoverError(f"{file.shown}: there is no such baseline; svclint baseline writes one") from None
    except OSError as error:
        raise _wrong(file, f"cannot be read: {reason(error)}") from None
    if len(data) > LARGEST:
        raise _wrong(file, "is larger than 100 MiB")
    try:
        value: object = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        what = error.msg[:1].lower() + error.msg[1:]
        raise DiscoverError(f"{file.shown}:{error.lineno}:{error.colno}: the baseline is not JSON: {what}") from None
    except UnicodeDecodeError as error:
        raise _wrong(file, f"is not UTF-8: byte {error.start}") from None
    except (RecursionError, ValueError):  # a number of thousands of digits is a ValueError
        raise _wrong(file, "is not what svclint writes") from None
    return Baseline(file.shown, tuple(_entries(file, value)))


def _entries(file: BaselineFile, value: object) -> list[Entry]:
    if not isinstance(value, dict) or type(value.get("version")) is not int:
        raise _wrong(file, "has no version: not what svclint writes")
    if value["version"] > VERSION:
        raise _wrong(file, f"is of version {value['version']}, which a newer svclint wrote; this one knows {VERSION}")
    findings = value.get("findings")
    if not isinstance(findings, list):
        raise _wrong(file, "has no list of findings")
    return [_entry(file, index, one) for index, one in enumerate(findings)]


def _entry(file: BaselineFile, index: int, one: object) -> Entry:
    if not isinstance(one, dict):
        raise _wrong(file, f"findings[{index}] is no object")
    for name in Entry._fields:
        if not isinstance(one.get(name), str):
            raise _wrong(file, f"findings[{index}].{name} is {'no string' if name in one else 'missing'}")
    return Entry(*cast(Sequence[str], [one[name] for name in Entry._fields]))


def _wrong(file: BaselineFile, what: str) -> DiscoverError:
    return DiscoverError(f"{file.shown}: the baseline {what}")
