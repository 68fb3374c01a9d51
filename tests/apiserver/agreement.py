"""Holds svclint against what a real API server said: the rows of a recording, and what agreeing with one means."""

import gzip
import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from svclint import admission, wiring
from svclint.apiserver.fielderror import FieldError
from svclint.policy.cluster import ClusterPolicy

Row: TypeAlias = dict[str, Any]

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "fixtures" / "conformance"
SHARED = Path(os.environ.get("SVCLINT_SHARED", ROOT.parent / "shared")) / "conformance"
CLUSTER = ClusterPolicy(service_cidrs=("10.0.0.0/16", "fd00:10::/112"))
WAYS = {"replace": "replace", "apply": "apply", "ssa": "server-side-apply"}
UNDECIDABLE = {
    # Both numbers were another Service's at that moment: in the other recordings of the same manifests they are free.
    "pub-update-000747": "another Service of the recording cluster had the automatic node port 30086",
    "pub-create-017386": "in the recording of 1.33 another Service had the cluster IP 10.0.0.50; in that of 1.36 none",
}


def recorded(name: str, version: str = "", folder: Path = SHARED) -> Iterator[Row]:
    """The rows of a recording, as a server of another version judged them where one is named."""
    other = {}
    if version:
        path = folder / "versions" / version / f"{name}.jsonl.gz"
        other = {row["id"]: row["verdict"] for row in _rows(path)}
    for row in _rows(folder / f"{name}.jsonl.gz"):
        verdict = other.get(row["id"], row["verdict"])
        if verdict is not None:
            yield {**row, "verdict": verdict, "version": version or "1.36"}


def _rows(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def sampled() -> Iterator[Row]:
    """The rows that are in the repository."""
    for path in sorted(SAMPLE.glob("*.jsonl")):
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def differences(rows: Iterable[Row]) -> Iterator[str]:
    """Where svclint and the server do not agree."""
    for row in rows:
        if row["id"] not in UNDECIDABLE:
            for difference in judged(row):
                yield f"{row['id']}: {difference}"


def judged(row: Row) -> Iterator[str]:
    """What differs in one row."""
    version, verdict = row["version"], row["verdict"]
    if row["op"] == "wire":
        yield from _wired(wiring.endpoints(row["new"], row["set"], version), verdict)
    elif row["op"] == "update":
        for way, how in WAYS.items():
            if verdict.get(way, {}).get("code", -1) > 0:
                ours = admission.update(row["old"], row["new"], how, kubernetes_version=version, cluster=CLUSTER)
                yield from _compared(way, verdict[way], ours)
    elif row["op"] == "set":
        for number, ours in enumerate(admission.create_all(row["set"], kubernetes_version=version, cluster=CLUSTER)):
            yield from _compared(str(number), verdict[number], ours)
    else:
        yield from _compared("create", verdict, admission.create(row["new"], kubernetes_version=version, cluster=CLUSTER))


def _compared(way: str, verdict: Row, errors: tuple[FieldError, ...]) -> Iterator[str]:
    """Both accept, or both refuse; the same fields for the same reasons where the server went to the end."""
    theirs = {(error["field"], error["reason"]) for error in verdict.get("errors", ())}
    ours = {(error.field, error.reason) for error in errors}
    if (verdict["code"] in (200, 201)) != (not errors):
        yield f"{way}: the server answers {verdict['code']}, we have {sorted(ours)}"
    elif verdict["code"] == 422:
        if theirs != ours if verdict.get("complete", True) else not theirs <= ours:
            yield f"{way}: only the server has {sorted(theirs - ours)}, only we {sorted(ours - theirs)}"
    elif verdict["code"] not in (200, 201):
        places = {_plain(field) for field, _ in ours}
        lost = [field for field in _named(verdict.get("message", "")) if not any(f"{place}.".startswith(f"{field}.") for place in places)]
        if lost:
            yield f"{way}: the server cannot decode {lost}, we have {sorted(ours)}"


def _plain(field: str) -> str:
    return re.sub(r"\[[^]]*\]", "", field).strip(".")


def _named(message: str) -> set[str]:
    """The fields that a refusal names in its text alone; the keys of labels and selectors aside."""
    named = re.findall(r'unknown field "([^"]+)"', message)
    named += re.findall(r"into Go struct field \w+\.([\w.]+) of type", message)
    named += re.findall(r"(?:^|: |\n  )(\.[a-z][^\s:]*): (?:field not declared|expected|duplicate entries)", message)
    fields = {re.sub(r"^(metadata\.(?:labels|annotations)|spec\.selector)\b.*", r"\1", _plain(field)) for field in named}
    if "HealthCheck NodePort" in message:
        fields.add("spec.healthCheckNodePort")
    if message.startswith("duplicate nodePort"):
        fields.add("spec.ports.nodePort")
    return {field for field in fields if re.fullmatch(r"[\w.]+", field)}


def _wired(ours: dict[str, list[int | None] | None], verdict: Row) -> Iterator[str]:
    for pod, wanted in verdict.items():
        ports = [wanted[f"ports[{number}]"] for number in range(len(wanted) - 1)] if wanted["selected"] == "yes" else None
        found = ours[pod]
        if (None if found is None else ["none" if port is None else str(port) for port in found]) != ports:
            yield f"{pod}: the server has {wanted}, we {found}"
