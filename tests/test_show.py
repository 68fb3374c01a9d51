"""What `show` says of the cases under fixtures/show: text and JSON beside each."""

import json
import random
from collections.abc import Callable, Iterator

import pytest

from svclint import pipeline
from svclint.output import show, show_json
from svclint.policy.settings import Settings
from svclint.rule.showing import Showing
from tests.conftest import FIXTURES
from tests.support.command import ROOT
from tests.support.fixture import Case, read
from tests.support.projects import NAMES, read_project

FOLDER = FIXTURES / "show"
CASES = {path.name: Case("show", path) for path in sorted(FOLDER.iterdir()) if path.is_dir()}


def shown(name: str, *names: str) -> Showing:
    return pipeline.show(*read(CASES[name]), names)


@pytest.mark.parametrize("name", CASES)
def test_text(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"show/{name}.txt", show.render(shown(name)))


def test_colour(golden: Callable[[str, str], None]) -> None:
    golden("show/ports.ansi", show.render(shown("ports"), colour=True))


@pytest.mark.parametrize("name", CASES)
def test_json(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"show/{name}.json", show_json.render(shown(name)))


@pytest.mark.parametrize("name", CASES)
def test_no_line_is_unsafe(name: str) -> None:
    assert all(line == "" or line.isprintable() for line in show.render(shown(name)).split("\n"))


@pytest.mark.parametrize("name", [*CASES, *NAMES])
def test_the_order_of_the_files_changes_nothing(name: str) -> None:
    snapshot, settings = read(CASES[name]) if name in CASES else (read_project(name), Settings())
    once = show_json.render(pipeline.show(snapshot, settings))
    shuffled = tuple(random.Random(1).sample(snapshot.files, len(snapshot.files)))
    for files in (snapshot.files[::-1], shuffled):
        assert show_json.render(pipeline.show(snapshot._replace(files=files), settings)) == once


def test_every_key_of_the_json_is_documented() -> None:
    page = (ROOT / "docs" / "show.md").read_text(encoding="utf-8")
    found = {key for name in CASES for key in keys(json.loads(show_json.render(shown(name))))}
    assert {key for key in found if f"`{key}`" not in page} == set()


def keys(value: object) -> Iterator[str]:
    """The keys of all objects in a value, but those of a selector, which are the user's."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner) if key != "selector" else ()
    elif isinstance(value, list):
        for item in value:
            yield from keys(item)


NAMED = {
    "name": ("nothing", ["mail"], ["mail"]),
    "in-namespace": ("nothing", ["shop/mail"], ["mail"]),
    "default-namespace": ("nothing", ["default/unseen"], ["unseen"]),
    "glob": ("nothing", ["api*"], ["api", "api-old"]),
    "glob-of-namespace": ("nothing", ["sh*/*"], ["mail"]),
    "two": ("nothing", ["unseen", "web"], ["unseen", "web"]),
    "as-built": ("kustomized", ["prod-web"], ["prod-web"]),
    "as-built-in-namespace": ("kustomized", ["shop/prod-*"], ["prod-public", "prod-web"]),
    "as-written": ("kustomized", ["web"], ["prod-web", "web"]),
    "all": ("hostile", [], ["we\x1b[31mb\u202e"]),
}


@pytest.mark.parametrize(("case", "names", "expected"), NAMED.values(), ids=NAMED)
def test_by_name(case: str, names: list[str], expected: list[str]) -> None:
    found = shown(case, *names)
    assert sorted(one.object.name for one in found.services) == expected
    assert found.unmatched == ()


UNMATCHED = {
    "near": ("wbe", "web"),
    "far": ("zzzzzz", None),
    "other-namespace": ("post/mail", "shop/mail"),
    "near-with-namespace": ("shop/mial", "shop/mail"),
    "glob": ("zz*", None),
}


@pytest.mark.parametrize(("name", "meant"), UNMATCHED.values(), ids=UNMATCHED)
def test_a_name_that_is_none(name: str, meant: str | None) -> None:
    found = shown("nothing", name)
    assert found.services == ()
    assert [(one.text, one.meant, one.place) for one in found.unmatched] == [(name, meant, None)]


TARGETS = {
    "file": ("sets", "prod/web.yaml", ["jobs", "web"]),
    "folder": ("sets", "plain/", ["far", "first-of-queue"]),
    "workload": ("sets", "prod/apps/jobs.yaml", ["jobs"]),
    "workload-elsewhere": ("sets", "plain/far/one.yaml", []),
    "overlay": ("kustomized", "overlays/prod/", ["prod-public", "prod-web"]),
    "base": ("kustomized", "base/", ["prod-public", "prod-web", "web"]),
}


@pytest.mark.parametrize(("case", "target", "expected"), TARGETS.values(), ids=TARGETS)
def test_what_touches_a_named_path(case: str, target: str, expected: list[str]) -> None:
    snapshot, settings = read(CASES[case])
    found = pipeline.show(snapshot._replace(targets=(target,)), settings)
    assert sorted(one.object.name for one in found.services) == expected


def test_a_service_outside_the_named_paths_is_pointed_at() -> None:
    snapshot, settings = read(CASES["sets"])
    (found,) = pipeline.show(snapshot._replace(targets=("plain/",)), settings, ["web"]).unmatched
    assert found.place is not None
    assert found.place.file.path == "prod/web.yaml"
