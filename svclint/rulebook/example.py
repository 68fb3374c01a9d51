"""An example of a page: files, the findings they are marked with, and what else must hold of them."""

from svclint.record import NamedTuple
from svclint.rulebook.fence import Fence, Line, refuse
from svclint.rulebook.mark import Mark, marks, strip
from svclint.source.nearest import nearest
from svclint.source.pattern import pattern

_NAMED = pattern(r"`([^`]+)`:\s*\Z")
_BEFORE, _AFTER = "before/", "after/"
_DEFAULT = {"yaml": "manifest.yaml", "json": "manifest.json"}
INFOS = ("yaml", "json", "toml", "diagnostics", "yaml fixed", "json fixed")


class ExampleFile(NamedTuple):
    """A file of an example. `text` has the marks, as ordinary comments; `line` is where the text begins in the page."""

    path: str
    text: str
    line: int
    marks: tuple[Mark, ...] = ()

    @property
    def unmarked(self) -> str:
        """The text without its marks, line for line the same: what a rendering shows."""
        return "".join(f"{strip(line)}\n" for line in self.text.splitlines())


class Example(NamedTuple):
    """One heading under Examples; `line` is the heading's.

    `files` is how things are now, and `previous` how those files were that stood under `before/`; a file under neither
    folder did not change. `transition` tells an example with such folders, whose new files have no previous text.
    `settings` is TOML, the top level of a svclint.toml; `diagnostics` is the full rendering, None where none is asked
    for; `fixed` are the files that fixing changes, as they are afterwards.
    """

    title: str
    line: int
    prose: str
    files: tuple[ExampleFile, ...]
    previous: tuple[ExampleFile, ...] = ()
    transition: bool = False
    settings: str = ""
    diagnostics: str | None = None
    fixed: tuple[ExampleFile, ...] = ()


class _Collected:
    """The fences of an example so far, sorted by what they are."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.files: list[ExampleFile] = []
        self.fixed: list[ExampleFile] = []
        self.single: dict[str, str] = {}
        self.prose: list[str] = []
        self.name: Line | None = None

    def line(self, line: Line) -> None:
        if self.name and line.text.strip():
            refuse(self.path, self.name.number, "a file name stands directly above its block")
        named = _NAMED.match(line.text)
        self.name = Line(line.number, named[1]) if named else self.name
        if not named:
            self.prose.append(line.text)

    def fence(self, fence: Fence) -> None:
        name, self.name = self.name, None
        if fence.info not in INFOS:
            near = nearest(fence.info, INFOS)
            advice = f"did you mean {near!r}?" if near else f"use {', '.join(INFOS)}"
            refuse(self.path, fence.number, f"a block of {fence.info!r}: {advice}")
        if fence.info in {"toml", "diagnostics"}:
            if name or fence.info in self.single:
                refuse(self.path, fence.number, f"the {fence.info} block has no name" if name else f"a second {fence.info} block")
            self.single[fence.info] = fence.text
            return
        language, _, fixed = fence.info.partition(" ")
        file = ExampleFile(name.text if name else "", fence.text, fence.number + 1)
        (self.fixed if fixed else self.files).append(self.named(file, language, fixed=bool(fixed)))

    def named(self, file: ExampleFile, language: str, *, fixed: bool) -> ExampleFile:
        """The file with its path checked, or made up, and its marks read."""
        now = [other.path for other in self.files if not other.path.startswith(_BEFORE)]
        path = file.path or (now[0] if fixed and len(now) == 1 else _DEFAULT[language])
        if path.startswith("/") or "\\" in path or ".." in path.split("/"):
            refuse(self.path, file.line - 1, f"{path!r} is no path inside the example")
        if path in {other.path for other in (self.fixed if fixed else self.files)}:
            refuse(self.path, file.line - 1, f"a second {path!r}: name the files, each in a line `name.yaml`: above its block")
        if fixed and path not in now and _AFTER + path not in now:
            refuse(self.path, file.line - 1, f"{path!r} is fixed, but no file of the example")
        found: list[Mark] = []
        for number, line in enumerate(file.text.splitlines(), 1):
            try:
                found += marks(line, number)
            except ValueError as error:
                refuse(self.path, file.line + number - 1, str(error))
        return file._replace(path=path, marks=tuple(found))


def example(path: str, heading: Line, body: list[Line | Fence]) -> Example:
    """The example under a heading; `path` is the page's, for ValueErrors about what is malformed."""
    collected = _Collected(path)
    for block in body:
        if isinstance(block, Fence):
            collected.fence(block)
        else:
            collected.line(block)
    if collected.name:
        refuse(path, collected.name.number, "a file name stands directly above its block")
    if not collected.files:
        refuse(path, heading.number, "the example has no file: a yaml or json block")
    previous, files = _sides(collected.files)
    return Example(
        heading.text,
        heading.number,
        "\n".join(collected.prose).strip(),
        files,
        previous,
        transition=any(file.path.startswith((_BEFORE, _AFTER)) for file in collected.files),
        settings=collected.single.get("toml", ""),
        diagnostics=collected.single.get("diagnostics"),
        fixed=tuple(file._replace(path=file.path.removeprefix(_AFTER)) for file in collected.fixed),
    )


def _sides(files: list[ExampleFile]) -> tuple[tuple[ExampleFile, ...], tuple[ExampleFile, ...]]:
    before = tuple(file._replace(path=file.path.removeprefix(_BEFORE)) for file in files if file.path.startswith(_BEFORE))
    after = tuple(file._replace(path=file.path.removeprefix(_AFTER)) for file in files if not file.path.startswith(_BEFORE))
    return before, after
