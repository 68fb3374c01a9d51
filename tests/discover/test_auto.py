"""What `--against auto` compares with: pre-commit, hooks of git, continuous integration."""

import json
import sys
from pathlib import Path

import pytest

from svclint.discover.root import find_root
from svclint.discover.snapshot import discover
from svclint.rule.snapshot import Previous, Snapshot
from tests.discover.conftest import Repository

ZERO = "0" * 40
FETCH = f"`git fetch --depth=1 origin {'ab' * 20}`"
DEEPER = "or `fetch-depth: 0` for actions/checkout"


def auto(where: Repository, *paths: str, **variables: str) -> Snapshot:
    return discover(find_root(paths, str(where.path)), variables=variables)[0]


def old(previous: Previous) -> dict[str, str]:
    assert previous.why_not == ""
    return {file.path: file.text for file in previous.files}


@pytest.fixture
def branched(repository: Repository) -> Repository:
    """On `work`: a.yaml went from 1 to 2 to 3 since `main`, which has since changed b.yaml."""
    repository.commit({"a.yaml": "1", "b.yaml": "1"})
    repository.git("checkout", "--quiet", "-b", "work")
    repository.commit({"a.yaml": "2"})
    repository.commit({"a.yaml": "3"})
    repository.git("checkout", "--quiet", "main")
    repository.commit({"b.yaml": "2"})
    repository.git("checkout", "--quiet", "work")
    repository.git("update-ref", "refs/remotes/origin/main", "main")
    return repository


BASE, BEFORE = "merge base {base} with main", "{before}, before the push"
# the variables ({id} of a revision), the event file, and the label; all compare with the base but those before the push
NAMED: dict[str, tuple[dict[str, str], object, str]] = {
    "github, branch": ({"GITHUB_ACTIONS": "true", "GITHUB_BASE_REF": "main"}, None, BASE),
    "github, event": ({"GITHUB_ACTIONS": "true"}, {"pull_request": {"base": {"sha": "{main}"}}}, "merge base {base}"),
    "github, queue": ({"GITHUB_ACTIONS": "true"}, {"merge_group": {"base_sha": "{main}"}}, "merge base {base}"),
    "github, push": ({"GITHUB_ACTIONS": "true", "GITHUB_BASE_REF": ""}, {"before": "{work~1}"}, BEFORE),
    "gitlab, request": ({"GITLAB_CI": "true", "CI_MERGE_REQUEST_DIFF_BASE_SHA": "{main~1}"}, None, "merge base {base}"),
    "gitlab, branch": ({"GITLAB_CI": "true", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main", "CI_COMMIT_BEFORE_SHA": ZERO}, None, BASE),
    "gitlab, push": ({"GITLAB_CI": "true", "CI_COMMIT_BEFORE_SHA": "{work~1}"}, None, BEFORE),
    "azure": ({"TF_BUILD": "True", "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main"}, None, BASE),
    "azure of github": ({"TF_BUILD": "True", "SYSTEM_PULLREQUEST_TARGETBRANCH": "main"}, None, BASE),
    "bitbucket, commit": ({"BITBUCKET_BUILD_NUMBER": "7", "BITBUCKET_PR_DESTINATION_COMMIT": "{main}"}, None, "merge base {base}"),
    "bitbucket, branch": ({"BITBUCKET_BUILD_NUMBER": "7", "BITBUCKET_PR_DESTINATION_BRANCH": "main"}, None, BASE),
    "jenkins, request": ({"JENKINS_URL": "x", "CHANGE_TARGET": "main", "GIT_PREVIOUS_COMMIT": "{work~1}"}, None, BASE),
    "jenkins, push": ({"JENKINS_URL": "x", "GIT_PREVIOUS_COMMIT": "{work~1}"}, None, BEFORE),
    "pre-commit": (
        {"PRE_COMMIT": "1", "PRE_COMMIT_FROM_REF": "origin/main", "PRE_COMMIT_TO_REF": "HEAD"},
        None,
        "PRE_COMMIT_FROM_REF {base}",
    ),
    "pre-commit in github": ({"GITHUB_ACTIONS": "true", "GITHUB_BASE_REF": "main", "PRE_COMMIT": "1"}, None, BASE),
}


def surroundings(where: Repository, variables: dict[str, str], event: object) -> dict[str, str]:
    ids = {name: where.git("rev-parse", name) for name in ("main", "main~1", "work", "work~1")}

    def filled(text: str) -> str:
        for name, value in ids.items():
            text = text.replace("{" + name + "}", value)
        return text

    found = {name: filled(value) for name, value in variables.items()}
    if event is not None:
        file = where.path.parent / "event.json"
        file.write_text(event if isinstance(event, str) else filled(json.dumps(event)), encoding="utf-8")
        found["GITHUB_EVENT_PATH"] = str(file)
    return found


@pytest.mark.parametrize(("variables", "event", "label"), NAMED.values(), ids=NAMED)
def test_named(branched: Repository, variables: dict[str, str], event: object, label: str) -> None:
    previous = auto(branched, **surroundings(branched, variables, event)).previous
    base, before = branched.git("rev-parse", "main~1"), branched.git("rev-parse", "work~1")
    assert previous.label == label.format(base=base[:7], before=before[:7])
    assert old(previous) == ({"a.yaml": "2"} if label == BEFORE else {"a.yaml": "1"})
    assert {file.version for file in previous.files} == {previous.label}


NOTHING: dict[str, tuple[dict[str, str], object, str]] = {
    "github, by hand": ({"GITHUB_ACTIONS": "true"}, None, "GitHub Actions names no previous revision for this run"),
    "github, new branch": ({"GITHUB_ACTIONS": "true"}, {"before": ZERO}, "GitHub Actions names no previous revision for this run"),
    "github, no event": ({"GITHUB_ACTIONS": "true"}, "[", "GitHub Actions names no previous revision for this run"),
    "github, odd event": (
        {"GITHUB_ACTIONS": "true"},
        {"before": {"a": 1}, "pull_request": 7},
        "GitHub Actions names no previous revision for this run",
    ),
    "an option for a branch": (
        {"GITHUB_ACTIONS": "true", "GITHUB_BASE_REF": "--all"},
        None,
        "GitHub Actions names no previous revision for this run",
    ),
    "gitlab, new branch": ({"GITLAB_CI": "true", "CI_COMMIT_BEFORE_SHA": ZERO}, None, "GitLab CI names no previous revision for this run"),
    "azure, push": (
        {"TF_BUILD": "True"},
        None,
        "Azure Pipelines names no previous revision for this run: only for pull requests is one named; pass one in SVCLINT_AGAINST",
    ),
    "circle": (
        {"CIRCLECI": "true"},
        None,
        "CircleCI names no previous revision for this run: set `SVCLINT_AGAINST: << pipeline.git.base_revision >>`",
    ),
    "github, branch not fetched": (
        {"GITHUB_ACTIONS": "true", "GITHUB_BASE_REF": "dev"},
        None,
        f"the merge base with dev is not in this clone: `git fetch origin dev:refs/remotes/origin/dev`, {DEEPER}",
    ),
    "gitlab, forced push": (
        {"GITLAB_CI": "true", "CI_COMMIT_BEFORE_SHA": "ab" * 20},
        None,
        f'the revision before the push, abababa, is not in this clone: {FETCH}, or `GIT_DEPTH: "0"` among the variables of the job',
    ),
    "pre-commit": (
        {"PRE_COMMIT": "1", "PRE_COMMIT_FROM_REF": "ab" * 20},
        None,
        f"PRE_COMMIT_FROM_REF is {'ab' * 20}, which is not in this clone: {FETCH}",
    ),
}


@pytest.mark.parametrize(("variables", "event", "why_not"), NOTHING.values(), ids=NOTHING)
def test_not_judged(branched: Repository, variables: dict[str, str], event: object, why_not: str) -> None:
    assert auto(branched, **surroundings(branched, variables, event)).previous == Previous(why_not=why_not)


def test_in_ci_the_tree_must_be_clean(branched: Repository) -> None:
    github = {"GITHUB_ACTIONS": "true", "GITHUB_BASE_REF": "main"}
    branched.write({"new.yaml": ""})
    assert old(auto(branched, **github).previous) == {"a.yaml": "1", "new.yaml": ""}
    branched.write({"b.yaml": "3"})
    previous = auto(branched, **github).previous
    assert (previous.label, old(previous)) == ("HEAD", {"b.yaml": "1", "new.yaml": ""})


def test_a_merge_of_a_pull_request(branched: Repository, tmp_path: Path) -> None:
    branched.git("checkout", "--quiet", "--detach", "main")
    branched.git("merge", "--quiet", "--no-edit", "work")
    merge = branched.git("rev-parse", "HEAD")
    branched.git("update-ref", "refs/pull/1/merge", merge)
    github = {"GITHUB_ACTIONS": "true", "GITHUB_BASE_REF": "main", "GITHUB_REF": "refs/pull/1/merge", "GITHUB_SHA": merge}
    for depth in (1, 2):
        clone = Repository(tmp_path / f"clone{depth}").init()
        clone.git("fetch", "--quiet", f"--depth={depth}", branched.path.as_uri(), "refs/pull/1/merge")
        clone.git("checkout", "--quiet", "--detach", "FETCH_HEAD")
        previous = auto(clone, **github).previous
        if depth == 2:
            assert old(previous) == {"a.yaml": "1"}
        else:
            assert previous.why_not == (
                "the merge base with main is not in this shallow clone: `git fetch --unshallow origin main:refs/remotes/origin/main`, "
                "or `fetch-depth: 0` for actions/checkout"
            )


HOOK = """\
#!/bin/sh
exec "$PYTHON" -P -c '
import json, sys
from svclint.discover.root import find_root
from svclint.discover.snapshot import discover
found = discover(find_root(sys.argv[1:]))[0]
now, old = ({file.path: file.text for file in files} for files in (found.files, found.previous.files))
json.dump([found.previous.label, now, old], open("../said", "w"))
'
"""


# what is done before the commit (staged), after it (not staged), the words of commit, and the files that are judged, and what they were
STAGED: dict[str, tuple[dict[str, str], dict[str, str], list[str], dict[str, str], dict[str, str]]] = {
    "staged and not": ({"a.yaml": "2"}, {"a.yaml": "3", "u.yaml": "x"}, [], {"a.yaml": "2", "b.yaml": "1"}, {"a.yaml": "1"}),
    "all": ({}, {"a.yaml": "3", "u.yaml": "x"}, ["--all"], {"a.yaml": "3", "b.yaml": "1"}, {"a.yaml": "1"}),
    "one file": ({"b.yaml": "2", "n.yaml": "n"}, {"a.yaml": "3"}, ["a.yaml"], {"a.yaml": "3", "b.yaml": "1"}, {"a.yaml": "1"}),
    "a new file": ({"n ö.yaml": "n"}, {"n ö.yaml": "m"}, [], {"a.yaml": "1", "b.yaml": "1", "n ö.yaml": "n"}, {"n ö.yaml": ""}),
}


@pytest.fixture(params=["repository", "linked work tree"])
def hooked(request: pytest.FixtureRequest, repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository, or a work tree linked to it, with svclint as its hook."""
    repository.commit({"a.yaml": "1", "b.yaml": "1"})
    hook = repository.path / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK, encoding="utf-8")
    hook.chmod(0o755)
    monkeypatch.setenv("PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    if request.param == "repository":
        return repository
    repository.git("worktree", "add", "--quiet", str(tmp_path / "linked"))
    return Repository(tmp_path / "linked")


@pytest.mark.parametrize(("staged", "unstaged", "words", "files", "before"), STAGED.values(), ids=STAGED)
def test_a_hook(
    hooked: Repository, staged: dict[str, str], unstaged: dict[str, str], words: list[str], files: dict[str, str], before: dict[str, str]
) -> None:
    hooked.write(staged)
    hooked.git("add", "--all")
    hooked.write(unstaged)
    hooked.git("commit", "--quiet", "--message", "m", *words)
    assert json.loads((hooked.path.parent / "said").read_text()) == ["HEAD, as staged", files, before]


def test_a_hook_sees_what_is_staged_as_deleted(hooked: Repository) -> None:
    hooked.git("rm", "--quiet", "--cached", "a.yaml")
    hooked.git("commit", "--quiet", "--message", "m")
    assert json.loads((hooked.path.parent / "said").read_text()) == ["HEAD, as staged", {"b.yaml": "1"}, {"a.yaml": "1"}]


def test_a_hook_sees_what_is_deleted_and_not_staged(hooked: Repository) -> None:
    hooked.write({"b.yaml": "2"})
    hooked.git("add", "--all")
    (hooked.path / "a.yaml").unlink()
    hooked.git("commit", "--quiet", "--message", "m")
    assert json.loads((hooked.path.parent / "said").read_text()) == ["HEAD, as staged", {"a.yaml": "1", "b.yaml": "2"}, {"b.yaml": "1"}]


# variables that say nothing of this work tree, or that pre-commit has seen to
TREE = {
    "pre-commit": {"GIT_INDEX_FILE": ".git/index", "PRE_COMMIT": "1"},
    "another repository": {"GIT_INDEX_FILE": "/elsewhere/.git/index"},
    "an alias": {"GIT_DIR": ".git", "GIT_PREFIX": ""},
    "no index": {"GIT_INDEX_FILE": ".git/missing"},
}


@pytest.mark.parametrize("variables", TREE.values(), ids=TREE)
def test_the_work_tree_is_read(committed: Repository, variables: dict[str, str]) -> None:
    committed.write({"a.yaml": "a: 2\n"})
    committed.git("add", "a.yaml")
    committed.write({"a.yaml": "a: 3\n"})
    found = auto(committed, "a.yaml", **variables)
    assert {file.path: file.text for file in found.files}["a.yaml"] == "a: 3\n"
    assert (found.previous.label, old(found.previous)) == ("HEAD", {"a.yaml": "a: 1\n"})
