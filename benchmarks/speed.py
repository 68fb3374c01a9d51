"""How svclint compares: CPU, time and memory beside other linters and beside the least that the work takes.

Usage: python benchmarks/speed.py DIR [--rounds N] [--only NAME] [--into PAGE]

DIR holds unpacked repositories, a folder OWNER+NAME each. Prints a Markdown table; fails where a limit that could be measured is not kept.
Programs run in turn; a ratio is the median of the ratios within the rounds, so that other load on the machine meets both alike.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import programs
from benchmarks.inputs import Input, prepare
from benchmarks.limits import LIMITS, in_words, judge, ratios
from benchmarks.measure import Cost, Failed, cost
from benchmarks.pages import put

HEAD = """\
| input | program | CPU s | wall s | peak MB | CPU ratio | wall ratio | memory ratio | limit on svclint |
| --- | --- | --: | --: | --: | --: | --: | --: | --- |"""


def measure(given: Input, names: Sequence[str], rounds: int) -> dict[str, list[Cost]]:
    """What each program costs in each round; a round before them warms the caches.

    Raises Failed where svclint or a reference does not do its work.
    """
    lines = {name: programs.words(name, given) for name in names}
    costs: dict[str, list[Cost]] = {name: [] for name in names}
    for number in range(rounds + 1):
        for name, words in lines.items():
            one = cost(words, given.folder, given.stdin)
            if one.status not in ((0, 1) if name == programs.SVCLINT else (0,)) and name not in programs.PEERS:
                raise Failed(f"{name} on {given.name}: exit status {one.status}")
            if number:
                costs[name].append(one)
    return costs


def rows(name: str, costs: Mapping[str, Sequence[Cost]]) -> Iterator[str]:
    """The lines of the table for an input."""
    verdicts = judge(name, costs)
    for program, own in costs.items():
        cells = [name, program, *_medians(own)]
        if program == programs.SVCLINT:
            cells += ["", "", "", "; ".join(map(in_words, verdicts))]
        else:
            cells += [*(f"{ratio:.2f}" for ratio in ratios(costs[programs.SVCLINT], own)), ""]
        yield "| " + " | ".join(cells) + " |"


def _medians(costs: Sequence[Cost]) -> tuple[str, str, str]:
    cpu, wall, memory = (median(column) for column in list(zip(*costs, strict=True))[:3])
    return f"{cpu:.3f}", f"{wall:.3f}", f"{memory:.0f}"


def main(words: Sequence[str]) -> int:
    """Measure, print the table, and say whether every limit is kept."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dir", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", action="append", choices=tuple(LIMITS), help="measure this input only")
    parser.add_argument("--into", type=Path, metavar="PAGE", help="put the table into this page, too")
    wanted = parser.parse_args(words)
    peers = [name for name in programs.PEERS if programs.find(name)]
    lines, kept = [HEAD], True
    for name in wanted.only or LIMITS:
        print(f"{name} …", file=sys.stderr)
        with tempfile.TemporaryDirectory() as below:
            given = prepare(name, wanted.dir, Path(below))
            costs = measure(given, (programs.SVCLINT, *peers, *programs.REFERENCES), wanted.rounds)
        lines += rows(name, costs)
        kept = kept and all(one.kept is not False or one.is_estimate for one in judge(name, costs))
    lines += ["", f"Medians of {wanted.rounds} rounds. " + _peers()]
    print("\n".join(lines))
    if wanted.into:
        put(wanted.into, "speed", "\n".join(lines))
    return int(not kept)


def _peers() -> str:
    there = [f"{name} ({programs.version(name)})" for name in programs.PEERS if programs.find(name)]
    missing = [name for name in programs.PEERS if not programs.find(name)]
    return f"Beside {', '.join(there) or 'no peer'}." + (f" Not installed, so not measured: {', '.join(missing)}." if missing else "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
