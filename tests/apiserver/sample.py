"""Chooses the rows that the repository keeps of the recordings: python -m tests.apiserver.sample

Rows drawn by a fixed seed that show everything a server ever said, and every change of type that it accepts.
"""

import json
import random
import re
from collections.abc import Iterator

from tests.apiserver.agreement import SAMPLE, UNDECIDABLE, Row, recorded

_SOURCES = [("create", ""), ("update", ""), ("transition", ""), ("set", ""), ("wire", "")]
_SOURCES += [(name, version) for version in ("1.33", "1.30") for name in ("create", "update")]
_DRAWN = 40


def main() -> None:
    """Write the sample anew."""
    SAMPLE.mkdir(parents=True, exist_ok=True)
    for name, version in _SOURCES:
        chosen = _chosen(name, version)
        text = "".join(json.dumps(_stripped(row), separators=(",", ":")) + "\n" for row in chosen)
        (SAMPLE / f"{name}{'-' + version if version else ''}.jsonl").write_text(text, encoding="utf-8")


def _chosen(name: str, version: str) -> list[Row]:
    rows = [row for row in recorded(name, version) if row["id"] not in UNDECIDABLE]
    newest = {row["id"]: set(_causes(row)) for row in recorded(name)} if version else {}
    causes = {row["id"]: set(_causes(row)) - newest.get(row["id"], set()) for row in rows}
    random.Random(4).shuffle(rows)  # a draw, not a secret
    by_cause: dict[str, list[Row]] = {}
    for row in rows:
        for cause in causes[row["id"]]:
            by_cause.setdefault(cause, []).append(row)
    candidates = {row["id"]: row for found in by_cause.values() for row in found[:_DRAWN]}
    return sorted(_cover(list(candidates.values()), causes), key=lambda row: str(row["id"]))


def _cover(rows: list[Row], causes: dict[str, set[str]]) -> Iterator[Row]:
    """Rows that have every cause between them: again and again the one that adds the most for its length."""
    length = {row["id"]: len(json.dumps(_stripped(row))) for row in rows}
    while rows:
        best = max(rows, key=lambda row: len(causes[row["id"]]) / length[row["id"]])
        yield best
        covered = set(causes[best["id"]])
        for left in causes.values():
            left.difference_update(covered)
        rows = [row for row in rows if causes[row["id"]]]


def _causes(row: Row) -> Iterator[str]:
    verdict = row["verdict"]
    if row["op"] == "wire":
        yield " ".join(
            sorted({str(value if value in ("yes", "no", "none") else "number") for one in verdict.values() for value in one.values()})
        )
        return
    ways = {"": verdict} if row["op"] == "create" else dict(enumerate(verdict)) if row["op"] == "set" else verdict
    for way, one in ways.items():
        if way == "old":
            continue
        said = [f"{error['field']} {error['reason']} {_gist(error['message'])}" for error in one.get("errors", ())] or [
            _gist(one.get("message", ""))
        ]
        for gist in said:
            field = re.sub(r"\[[^]]*\]", "[]", gist)
            yield f"{way if row['op'] == 'update' and one['code'] != 422 else ''} {one['code']} {field}"
        if one["code"] in (200, 201):
            yield f"accepted {_type(row.get('old', ''))} {_type(row.get('new', ''))}"


def _gist(message: str) -> str:
    """A message without what is this row's alone."""
    known = re.search(
        r"unknown field|already set|unsupported value|cannot \w+ \w+|not declared|expected \w+|duplicate \w+|undeterminable", message
    )
    return known[0] if known else re.sub(r'"[^"]*"|\[[^]]*\]|-?\d+', "…", message)[-40:]


def _type(manifest: str) -> str:
    return " ".join(re.findall(r'type: "(\w+)"', manifest))


def _stripped(row: Row) -> Row:
    """Without what is not compared."""
    verdict = row["verdict"]
    if row["op"] == "create":
        verdict = _short(verdict)
    elif row["op"] == "set":
        verdict = [_short(one) for one in verdict]
    elif row["op"] == "update":
        verdict = {way: _short(one) for way, one in verdict.items() if way != "old"}
    return {**row, "verdict": verdict}


def _short(verdict: Row) -> Row:
    if verdict["code"] in (200, 201):
        return {"code": verdict["code"]}
    if verdict["code"] != 422:
        return {"code": verdict["code"], "message": verdict.get("message", "")[:240]}
    errors = [{"field": error["field"], "reason": error["reason"]} for error in verdict.get("errors", ())]
    return {"code": 422, "errors": errors, "complete": verdict.get("complete", True)}


if __name__ == "__main__":
    main()
