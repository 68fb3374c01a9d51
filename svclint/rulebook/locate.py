"""Where the pages of the rules are: the only module that knows."""

import os.path

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - pathlib costs start-up time


def folder() -> str:
    """The folder of the pages: `svclint/rules` as a wheel has it, else `rules` beside the package, as a checkout has it."""
    packed = os.path.join(_PACKAGE, "rules")  # noqa: PTH118 - pathlib costs start-up time
    beside = os.path.join(os.path.dirname(_PACKAGE), "rules")  # noqa: PTH118, PTH120 - the same
    return packed if os.path.isdir(packed) else beside  # noqa: PTH112 - the same


def pages() -> dict[str, str]:
    """The path of each page by its rule's name, in alphabetical order; empty where there are no pages.

    A page is `<family>/<rule-name>.md` below the folder; other Markdown, such as a README of the whole, is none.
    """
    found: dict[str, str] = {}
    try:
        families = [entry.path for entry in os.scandir(folder()) if entry.is_dir()]
    except FileNotFoundError:
        return found
    for family in families:
        found |= {entry.name[:-3]: entry.path for entry in os.scandir(family) if entry.name.endswith(".md") and entry.name != "README.md"}
    return dict(sorted(found.items()))


def read(name: str) -> str | None:
    """The Markdown of a rule's page; None where it has none. Raises OSError where the page cannot be read."""
    path = pages().get(name)
    return None if path is None else read_page(path)


def read_page(path: str) -> str:
    """The Markdown of the page at a path of `pages`. Raises OSError where it cannot be read."""
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - pathlib costs start-up time
        return file.read()
