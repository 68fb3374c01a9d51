"""One process that reads manifests and composes with the C parser what svclint would parse of them, and does nothing else.

Usage: python benchmarks/compose.py FOLDER|-

Which documents, and how much of them, is decided by svclint's own code, so that nothing but the rest of its work makes the difference.
Nodes are composed as cheaply as ruamel.yaml can: without garbage collection, and with a resolver that resolves nothing.
"""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from _ruamel_yaml import CParser  # type: ignore[import-not-found, unused-ignore] # has no types
from ruamel.yaml.error import YAMLError

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from svclint.policy.kinds import until_schema, wanted
from svclint.yaml.sniff import is_irrelevant
from svclint.yaml.split import split

KUSTOMIZATIONS = ("kustomization.yaml", "kustomization.yml", "Kustomization")
ENDS = (".yaml", ".yml", ".json", "Kustomization")


class Loader(CParser):  # type: ignore[misc, unused-ignore] # has no types
    """Composes nodes whose scalars are left as they are written."""

    def descend_resolver(self, parent: object, index: object) -> None:
        """Called at the start of a node."""

    def ascend_resolver(self) -> None:
        """Called at the end of a node."""

    def resolve(self, _kind: object, _value: object, implicit: object) -> str:
        """A tag that only tells plain scalars from others."""
        return "!" if implicit == (False, True) else "?"


def texts(folder: str) -> Iterator[tuple[str, str]]:
    """The name and the text of each manifest below a folder, or of standard input."""
    if folder == "-":
        yield "", sys.stdin.buffer.read().decode("utf-8", "surrogateescape")
        return
    for place, folders, names in os.walk(folder):
        if ".git" in folders:
            folders.remove(".git")
        for name in names:
            if name.endswith(ENDS):
                with open(f"{place}/{name}", "rb", 0) as file:  # noqa: PTH123 - the fastest way
                    yield name, file.read().decode("utf-8", "surrogateescape")


def compose(text: str) -> int:
    """How many documents of a text can be composed."""
    count = 0
    try:
        loader = Loader(text)
        while loader.check_node():
            loader.get_node()
            count += 1
    except (YAMLError, UnicodeError):
        pass
    return count


def main(folder: str) -> None:
    """Print how many documents were composed."""
    gc.disable()
    count = 0
    for name, text in texts(folder):
        for chunk in split(text):
            if name in KUSTOMIZATIONS:
                count += compose(text[chunk.start : chunk.end])
            elif not is_irrelevant(text, chunk, wanted):
                end = chunk.end if chunk.whole else until_schema(text, chunk.begin, chunk.end)
                count += compose(text[chunk.start : end])
    print(count)


if __name__ == "__main__":
    main(sys.argv[1])
