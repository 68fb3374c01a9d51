"""One implementation: what `check` reports of a manifest is what svclint.admission says of it, cause for cause."""

import json
from collections import Counter
from pathlib import Path

import pytest

from svclint import admission
from svclint.apiserver.fielderror import Cause
from svclint.pipeline import check
from svclint.policy.cluster import ClusterPolicy
from svclint.policy.settings import Settings
from svclint.rule.severity import Category
from svclint.rule.snapshot import Previous, Snapshot
from svclint.source.file import SourceFile

ROWS = Path(__file__).parents[1] / "fixtures" / "conformance"
CLUSTER = ClusterPolicy(service_cidrs=("10.0.0.0/16", "fd00:10::/112"))
VERSIONS = ("1.30", "1.33", "1.36")
# Two documents or an unknown kind are the reader's business, which has its own tests.
READER = {Cause.UNREADABLE.value, Cause.DUPLICATE_KEY.value}


def rows(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (ROWS / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("version", VERSIONS)
def test_creating(version: str) -> None:
    """Each cause that the server has against a manifest is a finding of the rule of that name; what it accepts has none."""
    settings = Settings(cluster=CLUSTER, kubernetes_version=version)
    for row in rows("create.jsonl"):
        errors = admission.create(row["new"], kubernetes_version=version, cluster=CLUSTER)
        causes = {error.cause.value for error in errors if error.cause is not Cause.CONSEQUENCE}
        report = check(Snapshot("/", (SourceFile("a.yaml", row["new"]),)), settings)
        refused = {one.rule.name for one in report.diagnostics if one.category is Category.REJECTED}
        if Cause.PORT_REPEATED.value in causes:
            causes.discard(Cause.NODE_PORT_REPEATED.value)  # one entry too many: the rule for the port speaks
        # `check` tells at once what the server would say only when the rest is mended.
        assert causes - READER <= refused, row["id"]
        assert bool(refused) == bool(errors), row["id"]


def test_updating() -> None:
    """What the server holds against an update, and not against creating the new manifest, is a finding of `--against`."""
    told: Counter[str] = Counter()
    for row in rows("update.jsonl"):
        errors = admission.update(row["old"], row["new"], cluster=CLUSTER)
        if admission.create(row["new"], cluster=CLUSTER):
            continue  # the rules for the manifest by itself speak
        causes = {error.cause.value for error in errors if error.cause is not Cause.CONSEQUENCE}
        previous = Previous("HEAD", (SourceFile("a.yaml", row["old"]),))
        report = check(Snapshot("/", (SourceFile("a.yaml", row["new"]),), previous=previous), Settings(cluster=CLUSTER))
        found = {one.rule.name for one in report.diagnostics if one.category is Category.REJECTED}
        # A headless Service that is to get node ports keeps its None: a changed cluster IP, as people see it.
        assert found - {Cause.CLUSTER_IP_CHANGED.value} <= causes, row["id"]
        assert bool(found) == bool(errors), row["id"]
        told.update(found)
    assert len(told) > 2
