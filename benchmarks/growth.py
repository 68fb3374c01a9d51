"""How cost grows: CPU and peak memory against files, bytes, Services, ports, selector keys and findings, and the exponents.

Usage: python benchmarks/growth.py [--to N] [--only SUBJECT] [--into PAGE] [--picture FILE]

Each size is a run of its own, of the command as people call it; what the same command costs on one small file is taken off. An exponent is
the slope between logarithms over the last two steps, a tenfold growth: 1 is proportional.
"""

import argparse
import math
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import generate
from benchmarks.inputs import SMALL, Input
from benchmarks.measure import Failed, cost
from benchmarks.pages import put
from benchmarks.plot import Panel, picture
from benchmarks.programs import SVCLINT, words

HEAD = "apiVersion: v1\nkind: Service\nmetadata: {name: %s}\nspec:\n"
POD = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a%d}\nspec:\n  template:\n    metadata: {labels: {app: a%d}}\n"
CONTAINER = "    spec: {containers: [{name: c, ports: [{containerPort: 80}]}]}\n"
STEPS = 4
PARTS = 20
"""What is large is spread over so many files, since one of 100 MB would not be read."""


def ports(size: int) -> Iterator[str]:
    """One Service with many ports."""
    entries = (f"  - {{name: p{n}, port: {n % 60000 + 1}, protocol: {('TCP', 'UDP', 'SCTP')[n % 3]}}}\n" for n in range(size))
    yield HEAD % "a" + "  selector: {app: a}\n  ports:\n" + "".join(entries)


def node_ports(size: int) -> Iterator[str]:
    """One Service of type ClusterIP with many node ports: a finding for each."""
    entries = (f"  - {{name: p{n}, port: {n % 60000 + 1}, nodePort: {30000 + n % 2768}}}\n" for n in range(size))
    yield HEAD % "a" + "  selector: {app: a}\n  ports:\n" + "".join(entries)


def selector(size: int) -> Iterator[str]:
    """One Service with many selector keys."""
    yield HEAD % "a" + "  ports: [{port: 80}]\n  selector:\n" + "".join(f"    k{n}: v\n" for n in range(size))


def services(size: int, missing: str = "") -> Iterator[str]:
    """Many Services with a workload each."""
    one = HEAD % "a%d" + f"  selector: {{app: a%d{missing}}}\n  ports: [{{port: 80}}]\n---\n" + POD + CONTAINER
    for part in range(PARTS):
        yield "---\n".join(one % (n, n, n, n) for n in range(part, size, PARTS))


def misses(size: int) -> Iterator[str]:
    """Many Services that each miss their workload by a letter: a finding with a near miss for each."""
    return services(size, "x")


def volume(size: int) -> Iterator[str]:
    """So many kB of documents as charts render them."""
    for part in range(PARTS):
        yield "".join(generate.stream(size * 1000 // PARTS, first=part * size))


def numbered(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The texts with paths."""
    return ((f"all{number}.yaml", text) for number, text in enumerate(texts))


def kustomization(size: int) -> Iterator[tuple[str, str]]:
    """One kustomization that builds many Services that miss, each in a file and a folder of its own, and labels and patches them."""
    one = HEAD % "a%d" + "  selector: {app: a%dx}\n  ports: [{port: 80}]\n---\n" + POD + CONTAINER
    for n in range(size):
        yield f"s{n}/all.yaml", one % (n, n, n, n)
    patches = "".join(f"- {{target: {{kind: Service, name: a{n}}}, path: patch.yaml}}\n" for n in range(0, size, size // 10))
    resources = "".join(f"- s{n}/all.yaml\n" for n in range(size))
    made = f"namespace: shop\nlabels: [{{pairs: {{team: a}}, includeSelectors: true}}]\nresources:\n{resources}patches:\n{patches}"
    yield "kustomization.yaml", made
    yield "patch.yaml", "[{op: add, path: /spec/type, value: NodePort}]\n"


class Subject(NamedTuple):
    """What grows, and up to what: `make` gives the paths and texts of a size."""

    make: Callable[[int], Iterator[tuple[str, str]]]
    most: int = 100_000


SUBJECTS: Mapping[str, Subject] = {
    "files": Subject(generate.repository),
    "kB": Subject(lambda size: numbered(volume(size))),
    "Services": Subject(lambda size: numbered(services(size))),
    "Services that miss": Subject(lambda size: numbered(misses(size))),
    "Services built": Subject(kustomization, 10_000),
    "ports": Subject(lambda size: numbered(ports(size))),
    "findings": Subject(lambda size: numbered(node_ports(size))),
    "selector keys": Subject(lambda size: numbered(selector(size))),
}


class Point(NamedTuple):
    """What a size costs beyond a small file: CPU seconds and MB."""

    size: int
    cpu: float
    memory: float


def write(files: Iterable[tuple[str, str]], below: Path) -> None:
    """Write files in a process of their own, so that this one stays small: see `cost`. Raises Failed where that fails."""
    child = os.fork()
    if not child:
        status = 1
        try:
            for path, text in files:
                file = below / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            status = 0
        finally:
            os._exit(status)
    if os.waitpid(child, 0)[1]:
        raise Failed("the files could not be written")


def run(files: Iterable[tuple[str, str]]) -> tuple[float, float]:
    """CPU seconds and peak MB of a check of such files. Raises Failed where it does not end well."""
    with tempfile.TemporaryDirectory() as below:
        write(files, Path(below))
        given = Input("", Path(below))
        one = cost(words(SVCLINT, given), given.folder)
    if one.status > 1:
        raise Failed(f"svclint ended with {one.status}")
    return one.cpu, one.memory


def measure(subject: Subject, most: int, start: tuple[float, float]) -> list[Point]:
    """The costs of sizes up to `most`, half a decade apart; `start` is what is taken off."""
    points = []
    for step in reversed(range(STEPS + 1)):
        size = round(min(subject.most, most) / 10 ** (step / 2))
        cpu, memory = run(subject.make(size))
        points.append(Point(size, max(cpu - start[0], 0.001), max(memory - start[1], 0.1)))
    return points


def exponent(points: Sequence[Point], column: int) -> float:
    """The slope of a column against the size over the last two steps, all in logarithms."""
    before, last = points[-3], points[-1]
    return math.log(last[column] / before[column]) / math.log(last.size / before.size)


def table(found: Mapping[str, Sequence[Point]]) -> list[str]:
    """The lines of a Markdown table: each subject at its largest size, and its exponents."""
    head = ["| against | up to | CPU s | MB | exponent of CPU | of memory |", "| --- | --: | --: | --: | --: | --: |"]
    return head + [
        f"| {name} | {points[-1].size:,} | {points[-1].cpu:.2f} | {points[-1].memory:.0f} | {exponent(points, 1):.2f} "
        f"| {exponent(points, 2):.2f} |"
        for name, points in found.items()
    ]


def panels(found: Mapping[str, Sequence[Point]]) -> tuple[Panel, Panel]:
    """CPU and memory against size, a line for each subject."""
    return (
        Panel("CPU, seconds", {name: [(one.size, one.cpu) for one in points] for name, points in found.items()}),
        Panel("peak memory, MB", {name: [(one.size, one.memory) for one in points if one.memory >= 1] for name, points in found.items()}),
    )


def main(given: Sequence[str]) -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=int, default=100_000, help="the largest size")
    parser.add_argument("--only", action="append", choices=tuple(SUBJECTS), help="measure this subject only")
    parser.add_argument("--into", type=Path, metavar="PAGE", help="put the table into this page, too")
    parser.add_argument("--picture", type=Path, metavar="FILE", help="draw it into this SVG file")
    wanted = parser.parse_args(given)
    start = min(run([("service.yaml", SMALL)]) for _ in range(3))
    found = {}
    for name in wanted.only or SUBJECTS:
        found[name] = measure(SUBJECTS[name], wanted.to, start)
        print(f"{name}: " + ", ".join(f"{one.size:,} in {one.cpu:.2f} s and {one.memory:.0f} MB" for one in found[name]), file=sys.stderr)
    lines = table(found)
    print("\n".join(lines))
    if wanted.into:
        put(wanted.into, "growth", "\n".join(lines))
    if wanted.picture:
        wanted.picture.write_text(picture(panels(found)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
