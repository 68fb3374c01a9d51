"""Helm charts: which files a release deploys."""

import posixpath
from collections.abc import Iterable, Iterator

CHART_NAME = "Chart.yaml"

# The folders of a chart whose files are deployed; what else lies in a chart are values, tests and documents.
_DEPLOYED = frozenset({"templates", "charts", "crds"})


class Charts:
    """The charts of the workspace by the folders that hold their Chart.yaml."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._folders = frozenset(posixpath.dirname(path) for path in paths if posixpath.basename(path) == CHART_NAME)

    def of(self, path: str) -> Iterator[str]:
        """The folders of the charts that deploy the file at `path`, innermost first; the root is ""."""
        name, folder = "", posixpath.dirname(path) if self._folders else ""
        while folder:
            folder, name = posixpath.split(folder)
            if name in _DEPLOYED and folder in self._folders:
                yield folder
