"""Where a suppression comment can stand for a finding, and a text with such comments in it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from svclint.model.directive import Directive, Reach, read_directives
from svclint.record import NamedTuple
from svclint.source.file import SourceFile
from svclint.source.pattern import pattern
from svclint.source.place import Place
from svclint.yaml.comments import comments
from svclint.yaml.split import Chunk, split

if TYPE_CHECKING:
    from svclint.yaml.spans import Scalars

_JSON = pattern(r'\s*[\[{]\s*"')
_PARENTS = 2  # a comment behind a key works for what is in its value, and in the values of that


class Form(Enum):
    """How a comment stands."""

    BEHIND = "behind"
    """At the end of a line."""
    ABOVE = "above"
    """On a line of its own, above another one."""
    HEAD = "head"
    """At the top of the file, for all of it."""


class Spot(NamedTuple):
    """A place for a comment: `line` is the one that it stands behind or above."""

    form: Form
    line: int


class Sheet:
    """A file that comments are written into."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file

    @cached_property
    def is_json(self) -> bool:
        """Whether the file is JSON, which has no comments: by its name, or because kubectl would take it for that."""
        return self.file.path.endswith(".json") or _JSON.match(self.file.text) is not None

    def spots(self, place: Place) -> Iterator[Spot]:
        """Where a comment may stand for a finding at `place`, the closest first; whether it then works is for the engine to say."""
        if self.is_json:
            return
        if self.file.defect or not self._is_parsed(place.begin):
            yield Spot(Form.HEAD, 1)
            return
        for line in self._lines_around(place.span.start.line):
            if self._is_free(line):
                yield Spot(Form.BEHIND, line)
            if not self._is_inside(self.file.line_starts[line - 1]):
                yield Spot(Form.ABOVE, line)

    def with_comments(self, wanted: Mapping[Spot, Iterable[str]], reason: str = "") -> str:
        """The text with a comment at each spot that names these rules; a list that is there already is made longer."""
        text = self.file.text
        inserted: dict[int, str] = {}
        for spot in sorted(wanted, key=lambda spot: spot.form is not Form.HEAD):
            offset, new = self._insertion(spot, sorted(set(wanted[spot])), f" {reason}" if reason else "")
            inserted[offset] = inserted.get(offset, "") + new
        pieces: list[str] = []
        done = 0
        for offset in sorted(inserted):
            pieces += text[done:offset], inserted[offset]
            done = offset
        return "".join([*pieces, text[done:]])

    def _insertion(self, spot: Spot, rules: list[str], reason: str) -> tuple[int, str]:
        there = self._directive_at(spot)
        if there:
            known = {word.text for word in there.words}
            new = [rule for rule in rules if rule not in known]
            words = there.place.text.index("[") + there.place.begin + 1
            return self.file.text.index("]", words), "".join(f", {rule}" for rule in new)
        listed = ", ".join(rules)
        begin = self.file.line_starts[spot.line - 1]
        line = self.file.line(spot.line)
        if spot.form is Form.BEHIND:
            return begin + len(line.rstrip()), f"  # svclint: ignore[{listed}]{reason}"
        if spot.form is Form.HEAD:
            return 0, f"# svclint: ignore-file[{listed}]{reason}{self._break}"
        return begin, f"{line[: len(line) - len(line.lstrip())]}# svclint: ignore[{listed}]{reason}{self._break}"

    def _directive_at(self, spot: Spot) -> Directive | None:
        """The comment of ours that stands there already."""
        if spot.form is Form.HEAD:
            return next((one for one in self._directives if one.reach is Reach.FILE), None)
        behind = spot.form is Form.BEHIND
        wanted = (not behind, spot.line if behind else spot.line - 1)
        own = (one for one in self._directives if one.reach is Reach.PLACE)
        return next((one for one in own if (one.alone, one.place.span.start.line) == wanted), None)

    def _lines_around(self, number: int) -> Iterator[int]:
        """A line, and those above it that are indented less: its parents, as most manifests are written."""
        yield number
        indent = _indent(self.file.line(number))
        left = _PARENTS
        while indent and left and (number := number - 1):
            line = self.file.line(number)
            if line.strip() and not line.lstrip().startswith("#") and _indent(line) < indent:
                indent, left = _indent(line), left - 1
                yield number

    def _is_free(self, number: int) -> bool:
        """Whether the end of a line is no scalar's, and has no comment but ours."""
        line = self.file.line(number)
        end = self.file.line_starts[number - 1] + len(line.rstrip())
        if not line.strip() or self._is_inside(end):
            return False
        return number not in self._commented or self._directive_at(Spot(Form.BEHIND, number)) is not None

    def _is_inside(self, offset: int) -> bool:
        for begins, ends, _ in self._scalars.values():
            at = bisect_left(begins, offset) - 1
            if at >= 0 and offset < ends[at]:
                return True
        return False

    def _is_parsed(self, offset: int) -> bool:
        begin = max((chunk.begin for chunk in self._scalars if chunk.begin <= offset), default=0)
        return any(chunk.begin == begin and (found.end >= chunk.end or offset < found.end) for chunk, found in self._scalars.items())

    @cached_property
    def _scalars(self) -> "dict[Chunk, Scalars]":
        from svclint.yaml.spans import scalar_spans  # noqa: PLC0415 - with it comes ruamel.yaml

        return {chunk: scalar_spans(self.file.text, chunk.start, chunk.end) for chunk in split(self.file.text)}

    @cached_property
    def _directives(self) -> tuple[Directive, ...]:
        return tuple(one for one in read_directives(self.file) if isinstance(one, Directive))

    @cached_property
    def _commented(self) -> frozenset[int]:
        return frozenset(comment.place.span.start.line for comment in comments(self.file))

    @cached_property
    def _break(self) -> str:
        return "\r\n" if "\r\n" in self.file.text else "\n"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
