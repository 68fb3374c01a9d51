"""What both hooks say of a commit, run by pre-commit in real repositories."""

from collections.abc import Callable, Mapping
from subprocess import CalledProcessError
from types import MappingProxyType
from typing import NamedTuple

import pytest

from tests.discover.conftest import Repository
from tests.hooks.conftest import Hook
from tests.hooks.shop import AT_OLD, AT_WEB, CLOSED, FILES, LOST, OLD, PODS, RENAMED, VENDORED, WEB

Hooks = Callable[..., dict[str, Hook]]


class Commit(NamedTuple):
    """What is staged, and what else lies in the work tree; what each hook finds, None where there is nothing for it.

    None for a text means that the file is deleted; `moved` are files with a new name.
    """

    staged: dict[str, str | None]
    touched: tuple[str, ...] | None
    everything: tuple[str, ...]
    unstaged: Mapping[str, str | None] = MappingProxyType({})
    moved: tuple[str, str] | None = None


RULE = 'exclude = ["vendor/**"]\nignore = ["node-port-out-of-range"]\n'
OTHER_PORT = WEB.replace("targetPort: http", "targetPort: www")
AT_PORT = "web.yaml target-port-unresolved"
RANGE = "node-port-out-of-range"
GONE = "ingress.yaml still-referenced"
CLOSING = "illegal-type-transition"
COMMITS = {
    "nothing": Commit({}, None, (AT_OLD,)),
    "no manifest": Commit({"README.md": "Two shops.\n"}, None, (AT_OLD,)),
    "a mistake": Commit({"web.yaml": LOST}, (AT_WEB,), (AT_OLD, AT_WEB)),
    "a mistake, mended and not staged": Commit({"web.yaml": LOST}, (AT_WEB,), (AT_OLD, AT_WEB), {"web.yaml": WEB}),
    "a mistake that is not staged": Commit({"web.yaml": WEB + "# fine\n"}, (), (AT_OLD,), {"web.yaml": LOST, "pods.yaml": RENAMED}),
    "a mistake that nobody touched": Commit({"pods.yaml": PODS + "# fine\n"}, (), (AT_OLD,)),
    "both sides": Commit({"web.yaml": OTHER_PORT, "pods.yaml": PODS.replace("name: http", "name: www")}, (), (AT_OLD,)),
    "a port on one side": Commit({"web.yaml": OTHER_PORT}, (AT_PORT,), (AT_OLD, AT_PORT)),
    "the other side": Commit({"pods.yaml": RENAMED}, (AT_WEB,), (AT_OLD, AT_WEB)),
    "the other side is not staged": Commit({"web.yaml": LOST}, (AT_WEB,), (AT_OLD, AT_WEB), {"pods.yaml": RENAMED}),
    "the other side is not tracked": Commit({"web.yaml": LOST}, (AT_WEB,), (AT_OLD, AT_WEB), {"new.yaml": RENAMED}),
    "a mistake that is not tracked": Commit({"web.yaml": WEB + "# fine\n"}, (), (AT_OLD,), {"new.yaml": OLD, "more/new.yaml": LOST}),
    "a new file": Commit({"ö w.yaml": OLD.replace("old", "new")}, (f"ö w.yaml {RANGE}",), (AT_OLD, f"ö w.yaml {RANGE}")),
    "a type": Commit({"web.yaml": CLOSED}, (f"web.yaml {CLOSING}",), (AT_OLD, f"web.yaml {CLOSING}")),
    "a type in a file that is moved": Commit(
        {"front/web.yaml": CLOSED},
        (f"front/web.yaml {CLOSING}",),
        (f"front/web.yaml {CLOSING}", AT_OLD),
        moved=("web.yaml", "front/web.yaml"),
    ),
    "a file that is moved": Commit({}, (), (AT_OLD,), moved=("web.yaml", "front/web.yaml")),
    "a deletion": Commit({"web.yaml": None}, None, (GONE, AT_OLD)),
    "a deletion beside an edit": Commit({"web.yaml": None, "pods.yaml": RENAMED}, (), (GONE, AT_OLD)),
    "a deletion that is not staged": Commit({"pods.yaml": PODS + "# fine\n"}, (), (AT_OLD,), {"web.yaml": None}),
    "an excluded file": Commit({"vendor/web.yaml": VENDORED + "# new\n"}, (), (AT_OLD,)),
    "settings": Commit({"svclint.toml": RULE}, None, ()),
    "settings that are not staged": Commit({"old.yaml": OLD + "# known\n"}, (AT_OLD,), (AT_OLD,), {"svclint.toml": RULE}),
}


@pytest.fixture
def shop(hooked: Repository) -> Repository:
    """What is there before the commit."""
    hooked.commit(FILES)
    return hooked


def put(where: Repository, files: Mapping[str, str | None]) -> None:
    where.write({name: text for name, text in files.items() if text is not None})
    for name, text in files.items():
        if text is None:
            (where.path / name).unlink()


@pytest.mark.parametrize("commit", COMMITS.values(), ids=COMMITS)
def test_a_commit(shop: Repository, hooks: Hooks, commit: Commit) -> None:
    if commit.moved:
        (shop.path / commit.moved[1]).parent.mkdir()
        shop.git("mv", *commit.moved)
    put(shop, commit.staged)
    shop.git("add", "--all")
    put(shop, commit.unstaged)
    before = shop.git("status", "--porcelain")
    found = hooks()
    assert {name: hook.found for name, hook in found.items()} == {"svclint": commit.touched or (), "svclint-all": commit.everything}
    skipped = "Skipped" if commit.touched is None else "Failed" if commit.touched else "Passed"
    assert [hook.outcome for hook in found.values()] == [skipped, "Failed" if commit.everything else "Passed"]
    assert shop.git("status", "--porcelain") == before


def test_what_was_there_is_named(shop: Repository, hooks: Hooks) -> None:
    shop.write({"web.yaml": WEB + "# fine\n"})
    shop.git("add", "--all")
    assert "No problems. Checked 1 Service and 0 workloads in 1 file against HEAD" in hooks()["svclint"].said


def test_all_files(shop: Repository, hooks: Hooks) -> None:
    shop.write({"new.yaml": LOST})
    assert {hook.found for hook in hooks("--all-files").values()} == {(AT_OLD,)}


def test_a_push(shop: Repository, hooks: Hooks) -> None:
    shop.git("checkout", "--quiet", "-b", "work")
    shop.commit({"web.yaml": CLOSED})
    shop.commit({"pods.yaml": PODS + "# fine\n"})
    shop.git("checkout", "--quiet", "main")
    shop.commit({"web.yaml": WEB.replace("NodePort", "LoadBalancer")})
    shop.git("checkout", "--quiet", "work")
    found = hooks("--from-ref", "main", "--to-ref", "HEAD")
    assert (found["svclint"].found, found["svclint-all"].found) == ((f"web.yaml {CLOSING}",), (AT_OLD, f"web.yaml {CLOSING}"))
    assert f"against PRE_COMMIT_FROM_REF {shop.git('rev-parse', '--short=7', 'main~1')}" in found["svclint"].said


def test_a_merge(shop: Repository, hooks: Hooks) -> None:
    """pre-commit hands over what was in conflict; a mistake that the other side brings in whole is seen by svclint-all alone."""
    shop.git("checkout", "--quiet", "-b", "work")
    shop.commit({"web.yaml": LOST, "more.yaml": OLD.replace("old", "more")})
    shop.git("checkout", "--quiet", "main")
    shop.commit({"web.yaml": WEB.replace("app: web", "app: wab")})
    with pytest.raises(CalledProcessError):
        shop.git("merge", "--quiet", "work")
    shop.write({"web.yaml": LOST})
    shop.git("add", "--all")
    assert [hook.found for hook in hooks().values()] == [(AT_WEB,), (f"more.yaml {RANGE}", AT_OLD, AT_WEB)]


def test_the_first_failure_can_end_it(hooked: Repository, hooks: Hooks) -> None:
    config = (hooked.path / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    hooked.commit({**FILES, ".pre-commit-config.yaml": "fail_fast: true\n" + config})
    hooked.write({"web.yaml": LOST})
    hooked.git("add", "--all")
    assert {name: hook.found for name, hook in hooks().items()} == {"svclint": (AT_WEB,)}


def test_a_file_that_is_only_announced(shop: Repository, hooks: Hooks) -> None:
    shop.write({"new.yaml": RENAMED, "web.yaml": LOST})
    shop.git("add", "web.yaml")
    shop.git("add", "--intent-to-add", "new.yaml")
    assert hooks()["svclint"].found == (AT_WEB,)
    assert (shop.path / "new.yaml").read_text(encoding="utf-8") == RENAMED
