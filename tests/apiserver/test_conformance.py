"""What a real API server said, and we: a sample that is always here, and all of it where the recordings are at hand."""

import pytest

from svclint import wiring
from svclint.apiserver.existing import as_read, cluster_with
from svclint.apiserver.judge_update import update
from svclint.apiserver.manifest import read_text
from svclint.apiserver.request import live_object, make_request
from tests.apiserver.agreement import CLUSTER, SHARED, WAYS, Row, differences, judged, recorded, sampled
from tests.apiserver.stored import same

whole = pytest.mark.skipif(not SHARED.is_dir(), reason="the recordings are not beside the repository (SVCLINT_SHARED)")


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row['id']}-{row['version']}") for row in sampled()])
def test_agrees_with_the_sample(row: Row) -> None:
    assert list(judged(row)) == []


@whole
@pytest.mark.parametrize(
    ("name", "version"),
    [(name, "") for name in ("create", "update", "transition", "set", "wire")]
    + [(name, version) for version in ("1.33", "1.30") for name in ("create", "update", "transition")],
)
def test_agrees_with_the_server(name: str, version: str) -> None:
    assert list(differences(recorded(name, version))) == []


@whole
def test_stores_what_the_server_stores() -> None:
    for row in recorded("transition"):
        for way, how in WAYS.items():
            expected = row["verdict"].get(way, {}).get("spec")
            if expected is not None:
                old, new = read_text(row["old"]), read_text(row["new"])
                stored, allocator, _ = cluster_with(old, CLUSTER, "1.36")
                judgement = update(make_request(how, old, new, stored, "1.36"), stored, allocator, "1.36")
                assert same(live_object(as_read(judgement.stored))["spec"], expected), f"{row['id']} {way}"


def test_a_manifest_without_a_service_has_no_endpoints() -> None:
    with pytest.raises(ValueError, match="no Service"):
        wiring.endpoints("kind: Pod", [])
