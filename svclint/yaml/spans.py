"""Where the scalars of a text are, as far as a parser gets."""

from ruamel.yaml.events import CollectionEndEvent, CollectionStartEvent, ScalarEvent, StreamEndEvent

from svclint.record import NamedTuple
from svclint.yaml.build import MAX_DEPTH, MAX_NODES, skip_properties
from svclint.yaml.parse import events


class Scalars(NamedTuple):
    """The stretches that scalars take, of block scalars without the line of their sign; `end` is how far the parser got."""

    begins: list[int]
    ends: list[int]
    end: int


def scalar_spans(text: str, begin: int, end: int) -> Scalars:
    """The scalars between two offsets of a text. Raises nothing: what is broken, or beyond the limits, ends it early."""
    begins: list[int] = []
    ends: list[int] = []
    depth = 0
    try:
        get = events(text[begin:end])
        for _ in range(MAX_NODES):
            event = get()
            if event is None or isinstance(event, StreamEndEvent):
                return Scalars(begins, ends, end)
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            if depth > MAX_DEPTH:
                break
            if isinstance(event, ScalarEvent):
                first, last = event.start_mark.index + begin, event.end_mark.index + begin
                if event.ctag is not None or event.anchor is not None:
                    first = min(skip_properties(text, event, begin)[0], last)
                begins.append(_behind_sign(text, first, last) if event.style in ("|", ">") else first)
                ends.append(last)
    except Exception:  # noqa: BLE001, S110 - whatever it is, the lines are read from here on
        pass
    return Scalars(begins, ends, ends[-1] if ends else begin)


def _behind_sign(text: str, begin: int, end: int) -> int:
    line_end = text.find("\n", begin, end)
    return end if line_end < 0 else line_end
