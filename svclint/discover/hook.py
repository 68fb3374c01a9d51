"""Whether a commit is being made: git then runs its hooks, and what is staged is what counts."""

import os
from collections.abc import Mapping

from svclint.discover import git
from svclint.discover.root import Root


def hook_index(root: Root, variables: Mapping[str, str]) -> str:
    """The index that a commit is being made of; empty outside a hook of this work tree, and under pre-commit.

    git sets GIT_INDEX_FILE for the hooks of a commit, and only for these; for `git commit FILE` it is another one than the
    repository's. GIT_DIR tells nothing: most hooks do not have it, and an alias in a linked work tree does. pre-commit puts
    away what is not staged, so the work tree is what is staged.
    """
    index = variables.get("GIT_INDEX_FILE", "")
    if not index or not root.work_tree.head or variables.get("PRE_COMMIT") == "1":
        return ""
    path = os.path.join(root.path, index)
    parent = os.path.realpath(os.path.dirname(path))
    return path if parent == git.directory_of(root.path) and os.path.isfile(path) else ""
