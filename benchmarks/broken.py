"""How many mistakes are noticed: real Services that work, broken one way at a time.

Usage: python benchmarks/broken.py DIR [--files] [--without NAME] [--limit N] [--show] [--only WORDS]

DIR holds unpacked repositories, one folder each; with --files each file below those is a workspace of its own (rendered
charts). --without leaves a folder out (rendered). --limit is the number of Services of one repository (80; 0 for all).

A break is noticed if an error or warning that the original has not is at its line, as its place or as a related one.
--show prints every break that was missed, with what was said elsewhere; "selects elsewhere" are those whose Service
selects workloads outside its scope. Exit code 1 where fewer than 98 % of all, or of one kind, are noticed.
"""

import argparse
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.breaks import WAYS, Break
from benchmarks.surroundings import Chosen, Surroundings, matches
from svclint.checks import RULES
from svclint.discover.read import source
from svclint.engine.run import run
from svclint.engine.suppress import Suppressions
from svclint.model.service import Service
from svclint.pipeline import index, read_all
from svclint.policy.settings import Settings
from svclint.rule.context import Context
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.registry import Registry
from svclint.rule.selection import Selection
from svclint.rule.severity import Severity
from svclint.rule.snapshot import Snapshot
from svclint.source.apply import apply_edits
from svclint.source.edit import Edit
from svclint.source.file import SourceFile
from svclint.source.place import Place
from svclint.workspace.facts import FileFacts, read_facts

ENOUGH = 0.98
SUFFIXES = {".yaml", ".yml", ".json"}
# Regrets and changes have nothing to say about wiring, and cost as much as the rest.
SETTINGS = Settings(ignore=("SVC5", "SVC7"))
REGISTRY = Registry(RULES)
SELECTION = Selection(REGISTRY, SETTINGS)


class Outcome(NamedTuple):
    """What became of one break. `elsewhere` are the workloads outside the Service's scope that it selects now."""

    kind: str
    noticed: bool
    elsewhere: int = 0
    shown: str = ""


class Measured(NamedTuple):
    """A repository: how many Services were chosen, how many of them had a finding before, and every break."""

    chosen: int
    noisy: tuple[str, ...]
    outcomes: tuple[Outcome, ...]


def diagnose(facts: Iterable[FileFacts], targets: Iterable[str]) -> tuple[Diagnostic, ...]:
    """The errors and warnings at or about the files at `targets`."""
    snapshot = Snapshot("/", (), tuple(targets))
    context = Context(index(facts, snapshot, SETTINGS), SETTINGS)
    outcome = run(SELECTION, context, snapshot, Suppressions(REGISTRY, snapshot))
    return tuple(one for one in outcome.diagnostics if one.severity >= Severity.WARNING)


def measure(name: str, files: Iterable[SourceFile], limit: int, only: str) -> Measured:
    """Break the Services of a repository, at most `limit` of them (0: all), chosen evenly."""
    around = Surroundings(read_all(files, SETTINGS))
    before = diagnose(around.facts.values(), ("",))
    chosen = sorted(around.choose(), key=lambda one: zlib.crc32(f"{one.path} {one.number}".encode()))
    noisy = {(one.path, one.number): said for one in chosen if (said := [each for each in before if _is_about(each, one.service)])}
    quiet = [one for one in chosen if (one.path, one.number) not in noisy]
    known = {_identity(one) for one in before}
    outcomes = (_try(name, one, kind, around, known) for one in quiet[: limit or None] for kind in WAYS if only in kind)
    shown = tuple(f"{name}: {_told(each)}" for said in noisy.values() for each in said)
    return Measured(len(chosen), shown, tuple(filter(None, outcomes)))


def _try(name: str, chosen: Chosen, kind: str, around: Surroundings, known: set[tuple[str, ...]]) -> Outcome | None:
    """Make one break and judge it; None where this Service cannot be broken so."""
    made = WAYS[kind](chosen, around)
    changed = made and _reread(made, around)
    if not made or not changed:
        return None
    service = changed.get(chosen.path, around.facts[chosen.path]).services[chosen.number]
    others = 0
    if "port" not in kind and "protocol" not in kind:
        workloads = [one for path in {one.file.path for one in chosen.workloads} for one in changed.get(path, around.facts[path]).workloads]
        others = len(around.others(service, chosen))
        if any(matches(service, one) for one in workloads) or (others and kind.startswith("selector")):
            return None
    diagnostics = diagnose({**around.facts, **changed}.values(), {*changed, chosen.path})
    fresh = [one for one in diagnostics if _identity(one) not in known]
    right = _right_lines(made, changed)
    if any(_lines(one) & right for one in fresh):
        return Outcome(kind, noticed=True)
    line = min(line for path, line in right if path in changed)
    said = "; ".join(map(_told, fresh)) or "nothing"
    where = f", selects {others} elsewhere" if others else ""
    return Outcome(
        kind,
        noticed=False,
        elsewhere=others,
        shown=f"{name}/{chosen.path}:{line}: {kind}: {made.what} ({chosen.scope}{where}); said: {said}",
    )


def _reread(made: Break, around: Surroundings) -> dict[str, FileFacts]:
    """The facts of the changed files; empty where an edit broke more than it was meant to."""
    changed: dict[str, FileFacts] = {}
    for path in {edit.place.file.path for edit in made.edits}:
        text = apply_edits(around.facts[path].file.text, _edits(made, path))
        facts = changed[path] = read_facts(SourceFile(path, text))
        before = around.facts[path]
        if len(facts.services) != len(before.services) or len(facts.workloads) != len(before.workloads):
            return {}
    return changed


def _edits(made: Break, path: str) -> list[Edit]:
    return [edit for edit in made.edits if edit.place.file.path == path]


def _right_lines(made: Break, changed: dict[str, FileFacts]) -> set[tuple[str, int]]:
    """Path and line, in the changed texts, of the edits and of the other right places."""
    lines = {_line(edit.place, made, changed, inserted=True) for edit in made.edits}
    return lines | {_line(place, made, changed) for place in made.right}


def _line(place: Place, made: Break, changed: dict[str, FileFacts], *, inserted: bool = False) -> tuple[str, int]:
    path, offset = place.file.path, place.begin
    for edit in _edits(made, path):
        begin, end = edit.place.begin, edit.place.end
        if begin < place.begin or (begin == end == place.begin and not inserted):
            offset += len(edit.text) - (end - begin)
    file = changed[path].file if path in changed else place.file
    return path, file.position(offset).line


def _lines(one: Diagnostic) -> set[tuple[str, int]]:
    places = (one.place, *(related.place for related in one.related))
    return {(place.file.path, place.span.start.line) for place in places}


def _identity(one: Diagnostic) -> tuple[str, ...]:
    """Tells a finding from another, wherever an edit moved it."""
    subject = one.subject
    return (one.place.file.path, one.rule.code, one.message, one.field, *(subject[2:] if subject else ()))


def _is_about(one: Diagnostic, service: Service) -> bool:
    subject = one.subject
    same = subject is not None and subject.name == service.name and subject.kind == "Service"
    return one.rule.code[3] in "234" and one.place.file.path == service.file.path and same


def _told(one: Diagnostic) -> str:
    return f"{one.place.file.path}:{one.place.span.start.line} {one.severity}: {one.message} [{one.rule.code}]"


def repositories(folder: Path, *, files: bool, without: str = "") -> Iterator[tuple[str, list[SourceFile]]]:
    """The name and the files of each folder below `folder`, or of each file where `files` are workspaces."""
    for unit in sorted(one for one in folder.iterdir() if one.name != without):
        paths = [path for path in sorted(unit.rglob("*")) if path.is_file() and (path.suffix in SUFFIXES or path.name == "Kustomization")]
        read = [source(path.relative_to(unit).as_posix(), path.read_bytes()) for path in paths]
        if files:
            yield from ((f"{unit.name}/{file.path}", [file]) for file in read)
        elif read:
            yield unit.name, read


def table(outcomes: Iterable[Outcome]) -> tuple[list[str], bool]:
    """The lines to print, and whether every kind, and all together, reach the mark."""
    tried: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    outward: Counter[str] = Counter()
    for one in outcomes:
        for kind in (one.kind, "all"):
            tried[kind] += 1
            noticed[kind] += one.noticed
            outward[kind] += bool(one.elsewhere) and not one.noticed
    lines = [f"{'kind of break':<42} {'tried':>6} {'noticed':>7} {'missed':>6} {'(selects elsewhere)':>19}"]
    for kind in (*(kind for kind in WAYS if tried[kind]), "all"):
        share = f"{noticed[kind] / tried[kind]:7.1%}" if tried[kind] else "   none"
        lines.append(f"{kind:<42} {tried[kind]:>6} {share} {tried[kind] - noticed[kind]:>6} {outward[kind]:>19}")
    return lines, all(noticed[kind] >= ENOUGH * tried[kind] for kind in tried)


def main(words: list[str]) -> int:
    """Print the table; the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", action="store_true", help="every file is a workspace of its own")
    parser.add_argument("--without", default="rendered", help="a folder to leave out (rendered)")
    parser.add_argument("--limit", type=int, default=80, help="Services of one repository (80; 0 for all)")
    parser.add_argument("--show", action="store_true", help="print every break that was missed")
    parser.add_argument("--only", default="", help="only kinds of break that contain this")
    given = parser.parse_args(words)
    units = repositories(given.folder, files=given.files, without=given.without)
    measured = [measure(name, files, given.limit, given.only) for name, files in units]
    outcomes = [one for each in measured for one in each.outcomes]
    noisy = [line for each in measured for line in each.noisy]
    if given.show:
        print(*(one.shown for one in outcomes if not one.noticed), *(f"original: {line}" for line in noisy), sep="\n")
    lines, enough = table(outcomes)
    print(*lines, sep="\n")
    print(
        f"{sum(each.chosen for each in measured)} Services chosen; {len(noisy)} findings of families 2xx to 4xx on the unbroken originals"
    )
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
