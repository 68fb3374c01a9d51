"""git, through its program: what svclint asks, and how it is kept from running, fetching or writing anything.

A repository is not trusted. Its configuration could name programs for file-system monitors, hooks, pagers and transports;
only commands that need none of them are run, each with all of them switched off, without optional locks, and
without a standard input. No command here writes, refreshes the index, or applies a filter.
"""

import os
from functools import cache
from typing import TYPE_CHECKING, Final

from svclint.discover.trouble import DiscoverError, reason
from svclint.record import NamedTuple

if TYPE_CHECKING:
    import subprocess

# `core.fsmonitor=` is off for every version of git; before 2.36, "false" was the name of a program.
_OPTIONS: Final = ("--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null")

_ENVIRONMENT: Final = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    # In a partial clone git would fetch a missing blob, by a transport that the repository chooses.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
}

# What git sets for its hooks would otherwise decide which repository is meant (git rev-parse --local-env-vars).
_FOREIGN: Final = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_GRAFT_FILE",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_INTERNAL_SUPER_PREFIX",
        "GIT_NAMESPACE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_QUARANTINE_PATH",
        "GIT_REPLACE_REF_BASE",
        "GIT_SHALLOW_FILE",
        "GIT_WORK_TREE",
    }
)


class Answer(NamedTuple):
    """What git said: its exit status (127 where there is no git), its output, and the first line of its complaint."""

    status: int
    out: bytes
    complaint: str


class WorkTree(NamedTuple):
    """The work tree that a directory lies in. `top` is empty where there is none, and then `why_not` says why.

    `head` is the id of the commit that is checked out, empty before the first one.
    """

    top: str = ""
    head: str = ""
    why_not: str = ""


def ask(directory: str, *arguments: str, index: str = "") -> Answer:
    """Run one git command in a directory and wait for it; `index` as in start."""
    import subprocess  # noqa: PLC0415  12 ms that a run without git need not pay

    try:
        with start(directory, *arguments, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, index=index) as process:
            out, err = process.communicate()
    except OSError as error:
        return Answer(127, b"", "no git program" if isinstance(error, FileNotFoundError) else f"git: {reason(error)}")
    complaint = err.decode("utf-8", "replace").partition("\n")[0].removeprefix("fatal: ")
    return Answer(process.returncode, out, complaint)


def start(directory: str, *arguments: str, stdin: int, stderr: int, index: str = "") -> "subprocess.Popen[bytes]":
    """Start a git command in a directory, its output in a pipe; `index` is another index than the repository's own.

    Raises OSError where there is no git.
    """
    import subprocess  # noqa: PLC0415  as above

    environment = {name: value for name, value in os.environ.items() if name not in _FOREIGN} | _ENVIRONMENT
    if index:
        environment["GIT_INDEX_FILE"] = index
    return subprocess.Popen(  # noqa: S603  no shell, an absolute program, and no argument that starts with "-" comes from outside
        (_program(), *_OPTIONS, "-C", directory, *arguments), stdin=stdin, stdout=subprocess.PIPE, stderr=stderr, env=environment
    )


def work_tree(directory: str) -> WorkTree:
    """The work tree that `directory` lies in, and its HEAD: one process."""
    answer = ask(directory, "rev-parse", "--show-toplevel", "--quiet", "--verify", "HEAD^{commit}")
    if not answer.out:
        return WorkTree(why_not=_refusal(answer, directory))
    # The directory's name may hold line breaks; an id does not.
    text = os.fsdecode(answer.out).removesuffix("\n")
    top, _, head = text.rpartition("\n") if answer.status == 0 else (text, "", "")
    # A repository may say that its work tree is the whole disk; a place without `.git` is none that a user would expect.
    if not os.path.lexists(os.path.join(top, ".git")):
        return WorkTree(why_not="a git repository whose work tree is elsewhere (core.worktree)")
    return WorkTree(os.path.realpath(top), head)


def listed(top: str, *, tracked_only: bool) -> tuple[list[str], frozenset[str]]:
    """The paths in the index, and (unless `tracked_only`) those that are neither in it nor ignored; unsorted, perhaps repeated.

    The second value holds those that a sparse checkout leaves out of the work tree. Raises DiscoverError.
    """
    others = () if tracked_only else ("--others", "--exclude-standard")
    answer = ask(top, "ls-files", "-z", "-t", "--cached", *others)
    if answer.status:
        raise DiscoverError(f"git ls-files failed in {top}: {answer.complaint}")
    # No git writes an index with ".." in it, but a repository may come with one.
    entries = [entry for entry in os.fsdecode(answer.out).split("\0")[:-1] if ".." not in entry or ".." not in entry[2:].split("/")]
    return [entry[2:] for entry in entries], frozenset(entry[2:] for entry in entries if entry.startswith("S"))


def staged(top: str, index: str) -> dict[str, str]:
    """The regular files of an index with their blobs' ids; what is unmerged is left out. Raises DiscoverError."""
    answer = ask(top, "ls-files", "-z", "--stage", index=index)
    if answer.status:
        raise DiscoverError(f"git ls-files failed in {top}: {answer.complaint}")
    entries = (entry.partition("\t") for entry in os.fsdecode(answer.out).split("\0")[:-1])
    # "100644 ID STAGE"; an intended addition ("git add -N") has the id of an empty file.
    return {path: facts[7:-2] for facts, _, path in entries if facts.startswith("100") and facts.endswith(" 0")}


def directory_of(top: str) -> str:
    """The absolute path of the directory in which git keeps what belongs to a work tree: its index, its HEAD."""
    answer = ask(top, "rev-parse", "--absolute-git-dir")
    return os.path.realpath(os.fsdecode(answer.out).removesuffix("\n")) if answer.status == 0 else ""


def merge_base(directory: str, commit_id: str) -> str:
    """The newest commit that HEAD and another one have in common; empty where this clone knows none."""
    answer = ask(directory, "merge-base", "HEAD", commit_id)
    return answer.out.decode("ascii").strip() if answer.status == 0 else ""


def commit(directory: str, revision: str) -> str:
    """The id of the commit that a revision names; empty where there is none."""
    if revision.startswith("-"):
        return ""  # no revision does, and git would take it for an option
    answer = ask(directory, "rev-parse", "--quiet", "--verify", revision + "^{commit}")
    found = answer.out.decode("ascii").strip() if answer.status == 0 else ""
    return found if found.isalnum() else ""  # "^main" is answered by "^" and an id


def tree(directory: str, commit_id: str) -> list[tuple[str, str]]:
    """The regular files of a commit below `directory`, as pairs of path and blob id. Raises DiscoverError."""
    answer = ask(directory, "ls-tree", "-r", "-z", commit_id)
    if answer.status:
        raise DiscoverError(f"git ls-tree failed for {commit_id}: {answer.complaint}")
    entries = (entry.partition("\t") for entry in os.fsdecode(answer.out).split("\0")[:-1])
    # "100644 blob ID": 120000 is a symbolic link, 160000 a submodule.
    return [(path, facts[12:]) for facts, _, path in entries if facts.startswith("100")]


def branches(directory: str) -> list[str]:
    """The names of branches and tags: what a mistyped revision may have meant."""
    answer = ask(directory, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
    return answer.out.decode("utf-8", "replace").split("\n")[:-1]


def is_shallow(directory: str) -> bool:
    """Whether the clone holds only the newest commits."""
    return ask(directory, "rev-parse", "--is-shallow-repository").out.strip() == b"true"


def _refusal(answer: Answer, directory: str) -> str:
    if "not a git repository" in answer.complaint:
        return "not a git work tree"
    if "ownership" in answer.complaint or "unsafe repository" in answer.complaint:
        named = answer.complaint.rpartition(" at ")[2].strip("'") if " at " in answer.complaint else directory
        trust = f"`git config --global --add safe.directory {named}` makes it"
        return f"git does not trust this work tree, which belongs to someone else; {trust}"
    if "work tree" in answer.complaint:
        return "a git repository without a work tree"
    return answer.complaint or "not a git work tree"


@cache
def _program() -> str:
    """The absolute path of git. Relative directories in PATH are passed over: they may belong to the repository."""
    name = "git.exe" if os.name == "nt" else "git"
    for directory in os.get_exec_path():
        path = os.path.join(directory, name)
        if os.path.isabs(directory) and os.access(path, os.X_OK) and os.path.isfile(path):
            return path
    raise FileNotFoundError(name)
