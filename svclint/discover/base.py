"""The previous revision that the surroundings name: pre-commit's, or that of continuous integration."""

from collections.abc import Mapping

from svclint.discover import git
from svclint.discover.against import Against
from svclint.discover.ci import Clue, Environment, Kind, environment_of
from svclint.discover.read import read_bytes
from svclint.record import NamedTuple
from svclint.source.pattern import pattern

_FROM = "PRE_COMMIT_FROM_REF"
_NO_ID = pattern(r"0*\Z")
"""An id of zeros stands for no commit at all: a branch that the push created."""
_NAME = pattern(r"[^\s~^:?*\[\\-][^\s~^:?*\[\\]*\Z")
"""What names a branch or a commit, and neither an option nor a way through the history (git help check-ref-format)."""


class _Found(NamedTuple):
    """A revision that a clue names: its commit where the clone has it, and what people call it.

    Where the clone has it not, `missing` is what people call that, and `fetch` the words that fetch it.
    """

    commit: str
    label: str
    fetch: str = ""
    missing: str = ""


def pushed(top: str, variables: Mapping[str, str]) -> Against | None:
    """What pre-commit says the files are compared with (`--from-ref`, or a push); None where it says nothing.

    As in pre-commit, the merge base counts: what others added to that branch since then is no change of this one.
    """
    name = variables.get(_FROM, "")
    if _NO_ID.match(name):
        return None
    commit = git.commit(top, name) if _NAME.match(name) else ""
    if not commit:
        return Against(why_not=f"{_FROM} is {name}, which is not in this clone: {_fetch_one(name)}")
    base = git.merge_base(top, commit) or commit
    return Against(f"{_FROM} {base[:7]}", commit=base)


def integrated(top: str, head: str, variables: Mapping[str, str]) -> Against | None:
    """What the environment of continuous integration compares with, or why it cannot; None outside continuous integration."""
    environment = environment_of(dict(variables))
    if environment is None:
        return None
    missing: list[_Found] = []
    for clue in environment.clues:
        found = _follow(clue, top, head, variables)
        if found is not None and found.commit:
            return Against(found.label, commit=found.commit)
        if found is not None and found.fetch:
            missing.append(found)
    return Against(why_not=_why_not(environment, missing, top))


def _why_not(environment: Environment, missing: list[_Found], top: str) -> str:
    if not missing:
        silent = f": {environment.silent}" if environment.silent else ""
        return f"{environment.name} names no previous revision for this run{silent}"
    first = missing[0]
    clone = "this shallow clone" if git.is_shallow(top) else "this clone"
    return f"{first.missing} is not in {clone}: {first.fetch}, or {environment.deeper}"


def _follow(clue: Clue, top: str, head: str, variables: Mapping[str, str]) -> _Found | None:
    """Where a clue leads; None where the environment says nothing there."""
    is_event = clue.kind in (Kind.EVENT, Kind.EVENT_BEFORE)
    value = _event(variables.get("GITHUB_EVENT_PATH", ""), clue.name) if is_event else variables.get(clue.name, "")
    if clue.kind is Kind.MERGED:
        return _merged(top, head) if value.endswith("/merge") and variables.get(clue.also) == head else None
    value = value.removeprefix("refs/heads/")
    if _NO_ID.match(value) or not _NAME.match(value):
        return None
    if clue.kind is Kind.BRANCH:
        return _branch(top, value)
    commit = git.commit(top, value)
    if clue.kind in (Kind.BEFORE, Kind.EVENT_BEFORE):
        return _Found(commit, f"{value[:7]}, before the push", _fetch_one(value), f"the revision before the push, {value[:7]},")
    base = git.merge_base(top, commit) if commit else ""
    return _Found(base, f"merge base {base[:7]}", _fetch_one(value), f"the merge base with {value[:7]}")


def _merged(top: str, head: str) -> _Found | None:
    """The branch as it was when the merge commit that is checked out was made."""
    if not git.commit(top, f"{head}^2"):
        return None
    base = git.commit(top, f"{head}^1")
    return _Found(base, f"merge base {base[:7]}")


def _branch(top: str, name: str) -> _Found:
    commit = git.commit(top, f"refs/remotes/origin/{name}") or git.commit(top, f"refs/heads/{name}")
    base = git.merge_base(top, commit) if commit else ""
    if base:
        return _Found(base, f"merge base {base[:7]} with {name}")
    deepened = "--unshallow " if git.is_shallow(top) else ""
    return _Found("", "", f"`git fetch {deepened}origin {name}:refs/remotes/origin/{name}`", f"the merge base with {name}")


def _fetch_one(revision: str) -> str:
    return f"`git fetch --depth=1 origin {revision}`"


def _event(path: str, dotted: str) -> str:
    """A text in GitHub's event file; empty where there is none."""
    if not path:
        return ""
    import json  # noqa: PLC0415  only in GitHub Actions

    try:
        found: object = json.loads(read_bytes(path))
    except (OSError, ValueError, RecursionError):
        return ""
    for step in dotted.split("."):
        found = found.get(step) if isinstance(found, dict) else None
    return found if isinstance(found, str) else ""
