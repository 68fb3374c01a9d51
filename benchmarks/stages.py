"""Where the CPU goes: the stages of a check, in the order of docs/architecture.md.

Usage: python benchmarks/stages.py DIR [--rounds N] [--into PAGE]

DIR is checked as by `svclint check --isolated --against none --pedantic`, in a process of its own for each round. Prints a Markdown table
of medians. A stage that another one calls counts for itself: rules do not pay for an index that they are the first to ask for.
"""

import argparse
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import ENVIRONMENT, ROOT
from benchmarks.pages import put


def measure(folder: Path, rounds: int) -> dict[str, float]:
    """The median of each stage in milliseconds, over so many processes."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        words = [sys.executable, "-P", str(ROOT / "benchmarks" / "clock.py"), str(folder)]
        done = subprocess.run(words, env=ENVIRONMENT, check=True, capture_output=True, encoding="utf-8")  # noqa: S603 - our own words
        for line in done.stdout.splitlines():
            spent, _, name = line.partition(" ")
            found[name].append(float(spent))
    return {name: median(values) for name, values in found.items()}


def table(stages: dict[str, float], name: str) -> list[str]:
    """The lines of a Markdown table."""
    whole = sum(stages.values())
    rows = (f"| {stage} | {spent:.1f} | {100 * spent / whole:.1f} |" for stage, spent in stages.items())
    return [f"| {name} | CPU ms | % |", "| --- | --: | --: |", *rows, f"| all | {whole:.1f} | 100 |"]


def main(words: Sequence[str]) -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dir", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--into", type=Path, metavar="PAGE", help="put the table into this page, too")
    wanted = parser.parse_args(words)
    lines = table(measure(wanted.dir, wanted.rounds), wanted.dir.resolve().name.rpartition("+")[2])
    print("\n".join(lines))
    if wanted.into:
        put(wanted.into, "stages", "\n".join(lines))


if __name__ == "__main__":
    main(sys.argv[1:])
