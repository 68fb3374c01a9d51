"""Regular expressions that are compiled when they are first used: most runs need few of them, and a start would pay for all."""

import re
from typing import TYPE_CHECKING


class _Pattern:
    """Becomes the compiled expression, method by method, when the first of these is asked for."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """An attribute of the compiled expression; from now on they are all attributes of this one."""
        compiled = re.compile(self._text, self._flags)
        for own in ("findall", "finditer", "flags", "fullmatch", "match", "pattern", "search", "split", "sub"):
            setattr(self, own, getattr(compiled, own))
        return getattr(compiled, name)


if TYPE_CHECKING:
    pattern = re.compile
else:

    def pattern(text: str, flags: int = 0) -> _Pattern:
        """As re.compile, but later: what is wrong with `text` is raised at the first use."""
        return _Pattern(text, flags)
