"""What svclint says of real edits: the edges of the life cycle that they take, how often, and with what verdict.

Usage: python benchmarks/edits.py FILE [--apply WAY] [--pedantic] [--findings]

FILE has a JSON object on each line, packed by xz or not: repo, commit, path, before_yaml and after_yaml; each pair is a project of
one file. --apply is how the edit reaches the cluster (apply). --findings prints every finding of a rule that compares as a JSON object,
without any text of the manifests: what was read and judged by eye is kept so in tests/realworld/changes_verdicts.jsonl.
"""

import argparse
import json
import lzma
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from svclint.pipeline import check, index, read_all
from svclint.policy.lifecycle import Stage
from svclint.policy.settings import APPLY, Settings
from svclint.rule.diagnostic import Diagnostic
from svclint.rule.rule import Needs
from svclint.rule.snapshot import Previous, Snapshot
from svclint.source.file import SourceFile


class Edit(NamedTuple):
    """A real edit of one Service, as a project of one file."""

    repo: str
    commit: str
    snapshot: Snapshot

    def edge(self, settings: Settings) -> str:
        """The edge of the life cycle that it takes, between the stages that the manifests say."""
        workspace = index(read_all(self.snapshot.files, settings), self.snapshot, settings)
        for group in workspace.transitions:
            for before, after in group:
                return f"{_stage(before.stage if before else Stage.CREATED)} -> {_stage(after.stage if after else Stage.DELETED)}"
        return "(not read)"

    def findings(self, settings: Settings) -> tuple[Diagnostic, ...]:
        """What the rules that compare with the version before say; raises RuntimeError where a rule crashes."""
        report = check(self.snapshot, settings)
        if report.crashed:
            raise RuntimeError(f"{self.repo} {self.commit}: {report.crashed}")
        return tuple(one for one in report.diagnostics if one.rule.needs is Needs.BASE)


def _stage(stage: Stage | None) -> str:
    return stage.value if stage else "(no type)"


def edits(file: Path) -> Iterator[Edit]:
    """The edits of a file, in its order."""
    data = file.read_bytes()
    for line in (lzma.decompress(data) if file.suffix == ".xz" else data).splitlines():
        row: dict[str, Any] = json.loads(line)
        old, new = (SourceFile(row["path"], row[f"{side}_yaml"]) for side in ("before", "after"))
        yield Edit(row["repo"], row["commit"], Snapshot("/", (new,), previous=Previous("before", (old,))))


def described(edit: Edit, found: Diagnostic) -> dict[str, str | int]:
    """A finding without any text of the manifests."""
    line = found.place.span.start.line
    return {"repo": edit.repo, "commit": edit.commit, "path": found.place.file.path, "line": line, "rule": found.rule.name}


def main() -> None:
    """Print the table, or the findings."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--apply", choices=APPLY, default=APPLY[0])
    parser.add_argument("--pedantic", action="store_true")
    parser.add_argument("--findings", action="store_true")
    chosen = parser.parse_args()
    settings = Settings(apply=chosen.apply, pedantic=chosen.pedantic)
    table: Counter[tuple[str, str]] = Counter()
    for edit in edits(chosen.file):
        found = edit.findings(settings)
        said = sorted({f"{one.rule.name} ({one.severity.name.lower()})" for one in found})
        table[edit.edge(settings), ", ".join(said) or "nothing"] += 1
        for one in found if chosen.findings else ():
            print(json.dumps({**described(edit, one), "severity": one.severity.name.lower(), "message": one.message}))
    if not chosen.findings:
        width = max(len(edge) for edge, _ in table)
        for (edge, verdict), times in sorted(table.items(), key=lambda row: (-row[1], row[0])):
            print(f"{times:5}  {edge:{width}}  {verdict}")
        print(f"{table.total():5}  edits")


if __name__ == "__main__":
    main()
