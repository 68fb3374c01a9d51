"""Imports point downwards only, and the outside world is touched at the two ends of the line alone (design.md §2)."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "svclint").rglob("*.py"))

TIERS = (
    {"version", "record"},
    {"source"},
    {"policy", "yaml"},
    {"model"},
    {"apiserver"},
    {"workspace"},
    {"rule"},
    {"checks"},
    {"output", "discover", "deliver", "config", "engine", "rulebook"},
    {"pipeline"},
    {"face", "admission", "wiring"},
    {"__init__"},
    {"cli", "lsp"},
    {"__main__"},
)
HEIGHT = {unit: height for height, units in enumerate(TIERS) for unit in units}
FOREIGN = {"click": {"cli"}, "ruamel": {"yaml"}, "_ruamel_yaml": {"yaml"}, "pygls": {"lsp"}, "lsprotocol": {"lsp"}}

READERS = {"discover", "deliver", "cli", "config", "rulebook"}
OS_READS = {"open", "listdir", "scandir", "walk", "stat", "lstat", "readlink"}
PATH_READS = {"read_text", "read_bytes", "write_text", "write_bytes", "iterdir"}
OUTSIDE = {"discover", "cli", "face"}
WORLD = {"environ", "getenv", "subprocess", "popen", "system", "stdin", "stdout", "stderr", "print", "input"}
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "asyncio"}


def unit_of(file: Path) -> str:
    return file.relative_to(ROOT / "svclint").parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"relative import in line {node.lineno}"
            names = [f"svclint.{alias.name}" for alias in node.names] if node.module == "svclint" else [node.module or ""]
            yield from ((node.lineno, name) for name in names)


def wrong_import(unit: str, name: str) -> str | None:
    top, _, rest = name.partition(".")
    if top == "svclint":
        imported = rest.split(".")[0]
        imported = imported if imported in HEIGHT else "__init__"
        return None if imported == unit or HEIGHT[imported] < HEIGHT[unit] else f"{unit} imports {imported}"
    if top in FOREIGN:
        return None if unit in FOREIGN[top] else f"{unit} imports {top}"
    if top in NETWORK:
        return f"{unit} imports {top}"
    return None if top in sys.stdlib_module_names else f"{unit} imports {top}, which is no dependency"


def touched(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The names that reach outside the process: files, its surroundings, other programs."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = getattr(node.value, "id", "")
            reads = node.attr in PATH_READS or (owner == "os" and node.attr in OS_READS)
            if reads or (owner in {"os", "sys"} and node.attr in WORLD):
                yield node.lineno, node.attr
        elif isinstance(node, ast.Name) and node.id in {"open", "print", "input"}:
            yield node.lineno, node.id
    yield from ((line, name) for line, name in imports(tree) if name == "subprocess")


@pytest.mark.parametrize("file", MODULES, ids=lambda file: str(file.relative_to(ROOT)))
def test_module(file: Path) -> None:
    unit, tree = unit_of(file), ast.parse(file.read_bytes())
    wrong = [f"line {line}: {why}" for line, name in imports(tree) if (why := wrong_import(unit, name))]
    for line, name in touched(tree):
        if unit not in (OUTSIDE if name in WORLD else READERS):
            wrong.append(f"line {line}: {unit} touches the outside world: {name}")
    assert wrong == []


def test_every_unit_has_a_height() -> None:
    assert {unit_of(file) for file in MODULES} <= set(HEIGHT)
