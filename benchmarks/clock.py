"""One check in this process, timed stage by stage: the child of stages.py. It imports next to nothing before it begins to count.

Usage: python benchmarks/clock.py DIR
"""

import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:  # spelt so, mypy needs no import of typing
    from collections.abc import Callable
    from typing import Any

    from svclint.rule.registry import Registry
    from svclint.rule.rule import Rule
    from svclint.rule.snapshot import Snapshot

# ruff: noqa: PLC0415 - what an import costs is part of what is measured

IMPORTS = {
    "import click": ("click",),
    "import the command": ("svclint.cli.main", "svclint.cli.check", "svclint.cli.reading"),
    "import settings and discovery": ("svclint.config.load", "svclint.discover.root", "svclint.discover.snapshot"),
    "import rules and engine": ("svclint.pipeline", "svclint.checks", "svclint.output.full"),
    "import parser": ("svclint.yaml.parse",),
}
PARTS = (
    ("svclint.discover.snapshot", "read", "read"),
    ("svclint.yaml.read", "split", "split and sniff"),
    ("svclint.yaml.read", "is_irrelevant", "split and sniff"),
    ("svclint.yaml.parse", "parse", "parse"),
    ("svclint.engine.run", "judge_create", "rules: admission's verdicts"),
)
INDEXES = ("wirings", "reliances", "watchings", "transitions")


class Clock:
    """The CPU seconds of each stage, those of its own processes (git) included. A stage within another interrupts it."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._open = ["start of Python"]
        self._since = 0.0

    def _charge(self) -> None:
        now = time.process_time()
        self.add(self._open[-1], now - self._since)
        self._since = now

    def add(self, name: str, seconds: float) -> None:
        """What another process spent belongs to a stage, too."""
        self.spent[name] = self.spent.get(name, 0.0) + seconds

    def begin(self, name: str) -> None:
        """Interrupt the stage that is on."""
        self._charge()
        self._open.append(name)

    def end(self) -> None:
        """Go on with the stage that was interrupted."""
        self._charge()
        self._open.pop()

    def timed(self, name: str, function: "Callable[..., Any]") -> "Callable[..., Any]":
        """The function as a stage."""

        def wrapped(*given: object, **named: object) -> object:
            self.begin(name)
            try:
                return function(*given, **named)
            finally:
                self.end()

        return wrapped

    def run(self, name: str, function: "Callable[..., Any]", *given: object, **named: object) -> "Any":
        """What the function gives, called as a stage."""
        return self.timed(name, function)(*given, **named)

    def lines(self) -> list[str]:
        """A line for each stage: milliseconds, and its name."""
        self._charge()
        return [f"{seconds * 1000:.3f} {name}" for name, seconds in self.spent.items()]


def one_round(folder: str) -> list[str]:
    """The stages of one check."""
    import gc

    gc.disable()
    clock = Clock()
    for name, modules in IMPORTS.items():
        for module in modules:
            clock.run(name, __import__, module)
    for module, name, stage in PARTS:
        found = sys.modules[module]
        setattr(found, name, clock.timed(stage, getattr(found, name)))
    _check(folder, clock)
    return clock.lines()


def _check(folder: str, clock: Clock) -> None:
    from svclint import pipeline
    from svclint.engine.report import make_report
    from svclint.output.full import render
    from svclint.policy.settings import Settings
    from svclint.rule.context import Context

    settings = Settings(pedantic=True, against="none")
    snapshot = _discover(folder, clock)
    facts = clock.run("model", pipeline.read_all, snapshot.files, settings)
    workspace = clock.run("index and kustomize", pipeline.index, facts, snapshot, settings)
    for name in INDEXES:
        clock.run("index and kustomize", getattr, workspace, name)
    context, registry = Context(workspace, settings), _registry(clock)
    kept, suppressed, ran = clock.run("subjects and suppressions", pipeline.diagnose, registry, context, snapshot)
    report = clock.run("report", make_report, kept, suppressed, ran, workspace, snapshot)
    clock.run("render", render, report)


def _discover(folder: str, clock: Clock) -> "Snapshot":
    from resource import RUSAGE_CHILDREN, getrusage

    from svclint.discover.root import find_root
    from svclint.discover.snapshot import discover

    before = getrusage(RUSAGE_CHILDREN)
    root = clock.run("discover", find_root, [folder])
    snapshot: Snapshot = clock.run("discover", discover, root, against="none")[0]
    after = getrusage(RUSAGE_CHILDREN)
    clock.add("git's own", after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return snapshot


def _registry(clock: Clock) -> "Registry":
    """All rules, each a stage of its family."""
    from svclint.checks import RULES
    from svclint.rule.registry import Registry

    def timed(rule: "Rule") -> "Rule":
        family = rule.family
        return rule._replace(check=clock.timed(f"rules: {family}", lambda subject, context: list(rule.check(subject, context))))

    return Registry(timed(rule) for rule in RULES)


if __name__ == "__main__":
    print("\n".join(one_round(sys.argv[1])))
