"""pre-commit splits a long list of files, in whatever order: all chunks together find what one run finds."""

import random
from collections.abc import Callable, Iterable

import pytest

from svclint.pipeline import check
from svclint.policy.settings import Settings
from svclint.rule.snapshot import Snapshot
from svclint.source.decode import decode
from tests.discover.conftest import Repository
from tests.hooks.conftest import Hook
from tests.hooks.shop import FILES, LOST, OLD, PODS, RENAMED, WEB
from tests.support.projects import read_project
from tests.support.run import snapshot_of

MANY = 3000
PADDING = "a-rather-long-name-of-a-directory/" * 2


def many() -> dict[str, str]:
    """Files enough for several argument lists; Services and what they need of each other are far apart in every order."""
    found = {f"{PADDING}{number:04}.yaml": f"kind: ConfigMap\napiVersion: v1\nmetadata: {{name: c{number}}}\n" for number in range(MANY)}
    for number in range(0, MANY, 300):
        name = f"web{number}"
        found[f"{PADDING}{number + 7:04}.yaml"] = (WEB if number else LOST).replace("web", name)
        found[f"{PADDING}{MANY - number - 1:04}.yaml"] = (PODS if number % 600 else RENAMED).replace("web", name)
    return found | {f"{PADDING}port{number}.yaml": OLD.replace("old", f"old{number}") for number in range(5)}


PROJECTS: dict[str, Callable[[], Snapshot]] = {
    "shop": lambda: read_project("shop"),
    "small": lambda: texts(FILES),
    "copies": lambda: texts({f"{folder}/{path}": text for folder in "abcd" for path, text in {**FILES, "web.yaml": LOST}.items()}),
    "many": lambda: texts(dict(list(many().items())[-400:])),
}


def texts(files: dict[str, str]) -> Snapshot:
    return snapshot_of(decode(path, text.encode()) for path, text in files.items() if path.endswith(".yaml"))


def found(snapshot: Snapshot, targets: Iterable[str]) -> list[object]:
    """Everything a report says of each finding but its fix, and the number of equal ones."""
    report = check(snapshot._replace(targets=frozenset(targets)), Settings())
    return [one._replace(fix=None, fingerprint=one.fingerprint.partition(":")[0]) for one in report.diagnostics]


@pytest.mark.parametrize("project", PROJECTS)
@pytest.mark.parametrize("size", [1, 3, 17])
def test_the_union_is_the_whole(project: str, size: int) -> None:
    snapshot = PROJECTS[project]()
    paths = [file.path for file in snapshot.files]
    whole = found(snapshot, paths)
    assert whole
    random.Random(size).shuffle(paths)
    chunks = [found(snapshot, paths[at : at + size]) for at in range(0, min(len(paths), 40 * size), size)]
    everything = [one for chunk in chunks for one in chunk]
    assert all(one in whole for one in everything)
    if len(paths) <= 40 * size:
        assert all(one in everything for one in whole)


def test_three_thousand_files(hooked: Repository, hooks: Callable[..., dict[str, Hook]]) -> None:
    hooked.commit({"README.md": "Nothing.\n"})
    files = many()
    hooked.write(files)
    hooked.git("add", "--all")
    said = hooks()
    assert said["svclint"].said.count(" against HEAD") >= 2
    assert said["svclint"].found == said["svclint-all"].found
    assert {line.rsplit(" ")[-1] for line in said["svclint"].found} == {"selector-matches-nothing", "node-port-out-of-range"}
