"""A stretch of text through the parser: the C one where it is installed, else the pure one, which also gives second opinions."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import ScalarEvent

from svclint.record import NamedTuple
from svclint.source.file import SourceFile
from svclint.source.pattern import pattern
from svclint.source.place import Place
from svclint.yaml.build import Builder, Parsed, Refused, TooLarge
from svclint.yaml.document import ESCAPE_NOTE, Problem, State
from svclint.yaml.node import Scalar, walk

try:
    from _ruamel_yaml import CParser  # type: ignore[import-not-found, unused-ignore] # has no types, and may be absent
except ImportError:  # the pure parser can do it, ten times slower
    CParser = None

_SECOND_OPINION_LIMIT = 1 << 20
MAX_ROOTS = 1000
"""How many JSON objects may follow each other without a separator: each is parsed anew."""
# Tabs that separate and do not indent: YAML allows them, the pure parser does not.
_TABS = pattern(r"(?<=[:?,-])[ \t]++(?=\S)|(?<![ \t])[ \t]++(?=#)|(?<=\S)[ \t]++(?=\r?$)", re.MULTILINE)
_ESCAPE = pattern(r"\\(?:(/|u[dD][89a-fA-F][0-9a-fA-F]{2})|[\s\S])")
_DIRECTIVE = pattern(r"^%(?!YAML[ \t]|TAG[ \t])\S*", re.MULTILINE)
_JSON = pattern(r"\s*\{")


class Outcome(NamedTuple):
    """The documents that could be read, and, where reading ended early, why and where the document begins that it ended in."""

    documents: tuple[Parsed, ...]
    state: State = State.READ
    problem: Problem | None = None
    begin: int = 0


def parse(file: SourceFile, begin: int, end: int) -> Outcome:
    """The documents between two offsets of a file. Raises nothing, whatever the text is.

    Several JSON objects without anything between them are several documents, as they are for kubectl.
    """
    documents: list[Parsed] = []
    start, error = begin, None
    for _ in range(MAX_ROOTS):
        builder, error = _read(file, start, end)
        documents += builder.documents
        following = _next_root(file, start, error) if builder.documents else None
        if following is None:
            break
        start = following
    else:
        error = TooLarge(start, f"more than {MAX_ROOTS:,} JSON objects in a row")
    complete = tuple(documents)
    if error is None:
        return Outcome(complete)
    if isinstance(error, TooLarge):
        return Outcome(complete, State.TOO_LARGE, Problem(Place(file, error.at, error.at), error.message), builder.begin)
    from svclint.yaml.explain import explain, explain_bytes  # noqa: PLC0415 - most files need no explanation

    problem = explain_bytes(file, begin, end)
    if problem is not None:
        return Outcome((), State.BROKEN, problem, begin)
    if isinstance(error, Refused):
        problem = Problem(Place(file, error.begin, error.end), error.message, error.note, error.related)
    return Outcome(complete, State.BROKEN, problem or explain(file, start, builder.begin, end, error), builder.begin)


def is_json(file: SourceFile) -> bool:
    """Whether kubectl takes the file for JSON (k8s.io/apimachinery pkg/util/yaml/decoder.go, GuessJSONStream)."""
    return bool(_JSON.match(file.text))


def events(text: str) -> Callable[[], Any]:
    """What gives the next event of a text at each call, and raises whatever the parser in use raises."""
    return _pure_events(text) if CParser is None else CParser(text).get_event


def _pure_events(text: str) -> Callable[[], Any]:
    from ruamel.yaml import YAML  # noqa: PLC0415 - only where the C parser is absent or in doubt

    return partial(next, _joined(YAML(typ="safe", pure=True).parse(text)), None)


def _read(file: SourceFile, begin: int, end: int) -> tuple[Builder, Exception | None]:
    """What the parser makes of a text, and what it stumbles over."""
    text = file.text[begin:end]
    builder = Builder(file, begin)
    if CParser is None:
        builder, error = _read_purely(file, begin, text)
    else:
        error = _run(builder, text)
        if isinstance(error, YAMLError) and len(text) <= _SECOND_OPINION_LIMIT and _is_doubtful(file, text, error):
            second, error_of_second = _read_purely(file, begin, text)
            if error_of_second is None:
                return second, None
    return builder, error or _refused_escape(file, builder, text)


def _run(builder: Builder, text: str) -> Exception | None:
    try:
        builder.run(CParser(text).get_event)
    except (TooLarge, Refused, YAMLError, UnicodeError, ValueError) as error:
        return error
    return None


def _is_doubtful(file: SourceFile, text: str, error: YAMLError) -> bool:
    """Whether the error is one of those that libyaml 0.1.7 has and go-yaml has not."""
    problem = str(getattr(error, "problem", ""))
    return "unexpected ':'" in problem or "\ufeff" in text or ("Unicode character" in problem and is_json(file))


def _read_purely(file: SourceFile, begin: int, text: str) -> tuple[Builder, Exception | None]:
    builder, error = _run_purely(file, begin, text)
    if error is not None and "\t" in text and not isinstance(error, (TooLarge, Refused)):
        untabbed = _TABS.sub(lambda found: " " * len(found[0]), text)
        again, error_of_again = _run_purely(file, begin, untabbed)
        if error_of_again is None:
            return again, None
    directive = _DIRECTIVE.search(text) if error is None else None
    if directive is not None and builder.documents and directive.start() + begin <= builder.documents[-1].root.begin:
        builder.documents.clear()
        builder.begin = begin
        return builder, Refused(begin + directive.start(), begin + directive.end(), f"unknown directive: {directive[0]}")
    return builder, error


def _run_purely(file: SourceFile, begin: int, text: str) -> tuple[Builder, Exception | None]:
    builder = Builder(file, begin)
    try:
        builder.run(_pure_events(text))
    except Exception as error:  # noqa: BLE001 - it fails with AssertionError, ValueError, RecursionError and others
        return builder, error
    return builder, None


def _joined(events: Iterator[Any]) -> Iterator[Any]:
    """The events, with escaped surrogate pairs joined to the characters that they stand for."""
    for event in events:
        if event.__class__ is ScalarEvent and not event.value.isascii():
            event.value = event.value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        yield event


def _refused_escape(file: SourceFile, builder: Builder, text: str) -> Refused | None:
    r"""The first escape that a parser lets pass and go-yaml refuses: `\/`, which is JSON, and lone surrogates."""
    if ("\\/" not in text and "\\u" not in text) or is_json(file):
        return None
    for index, document in enumerate(builder.documents):
        for node in walk(document.root):
            if isinstance(node, Scalar) and node.style == '"' and node.alias is None:
                for found in _ESCAPE.finditer(file.text, node.begin, node.end):
                    if found[1]:
                        del builder.documents[index:]
                        builder.begin = document.begin
                        return Refused(*found.span(), f"unknown escape {found[0]}", ESCAPE_NOTE)
    return None


def _next_root(file: SourceFile, base: int, error: Exception | None) -> int | None:
    """Where the next of several JSON objects begins; None where there is none."""
    mark = getattr(error, "problem_mark", None)
    if mark is None or "document start" not in str(getattr(error, "problem", "")):
        return None
    at: int = base + mark.index
    return at if file.text[at : at + 1] == "{" and _JSON.match(file.text, base) else None
