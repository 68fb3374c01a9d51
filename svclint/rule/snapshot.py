"""What was read: all that the pipeline needs, so that it can be pure."""

from collections.abc import Collection

from svclint.record import NamedTuple
from svclint.rule.baseline import Baseline
from svclint.source.file import SourceFile


class Skipped(NamedTuple):
    """A file that was not read, or not wholly. `reason` reads after its path: "a symbolic link out of the tree"."""

    path: str
    reason: str


class Previous(NamedTuple):
    """The versions to compare with.

    `files` are the previous texts of the files that differ: those of deleted files too, and an empty one for a file that
    is new, so that a path here always means that something changed. `label` says for the summary what they are
    ("HEAD", "main", a directory); empty where changes are not judged, and then `why_not` says why. `may_be_live`: the
    files are no revision of these, and may be what a cluster printed.
    """

    label: str = ""
    files: tuple[SourceFile, ...] = ()
    why_not: str = ""
    may_be_live: bool = False


class Snapshot(NamedTuple):
    """The files of a run.

    `root` is the absolute path that every `SourceFile.path` is relative to. `targets` are the paths whose findings
    are wanted: files, and directories ending in "/" ("" is the root, and so everything); the other files are context.
    A set answers at once; a hook names thousands of files.
    `partial`: the files are a part of what belongs together, such as standard input: what is not in them means nothing.
    `baseline` are the findings that are known already.
    """

    root: str
    files: tuple[SourceFile, ...]
    targets: Collection[str] = ("",)
    previous: Previous = Previous()
    skipped: tuple[Skipped, ...] = ()
    partial: bool = False
    baseline: Baseline | None = None

    def is_target(self, path: str) -> bool:
        """Whether findings in the file at `path` are wanted."""
        if path in self.targets or "" in self.targets:
            return True
        return any(path[: at + 1] in self.targets for at, sign in enumerate(path) if sign == "/")
