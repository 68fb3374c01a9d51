"""What is measured on: copies of real repositories and generated ones, each a git repository of its own, and a stream."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks import generate
from benchmarks.measure import git

FILES = 10_000
STREAM = 50_000_000
SMALL = "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector:\n    app: web\n  ports:\n    - port: 80\n"


class Input(NamedTuple):
    """A folder to work in, and the file that is given on standard input where that is what is read."""

    name: str
    folder: Path
    stdin: Path | None = None

    @property
    def files(self) -> list[str]:
        """The manifests in it, for programs that do not look for themselves."""
        found = (path.relative_to(self.folder) for path in self.folder.rglob("*") if path.suffix in {".yaml", ".yml", ".json"})
        return sorted(str(path) for path in found if path.parts[0] != ".git")


def prepare(name: str, corpora: Path, below: Path) -> Input:
    """Make an input in a folder below `below`. Raises FileNotFoundError where a real repository is not in `corpora`."""
    folder = below / "".join(letter if letter.isalnum() else "-" for letter in name)
    folder.mkdir()
    if name == "50 MB stream":
        with (folder / "stream.yaml").open("w", encoding="utf-8") as file:
            file.writelines(generate.stream(STREAM))
        (folder / "empty").mkdir()
        return Input(name, folder / "empty", folder / "stream.yaml")
    if name in GENERATED:
        GENERATED[name](folder)
    else:
        found = [path for path in corpora.glob(f"*+{name}") if path.is_dir()]
        if not found:
            raise FileNotFoundError(f"{name}: no folder *+{name} in {corpora}")
        shutil.copytree(found[0], folder, dirs_exist_ok=True, symlinks=True)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--message", "all")
    return Input(name, folder)


def _one(folder: Path) -> None:
    (folder / "service.yaml").write_text(SMALL, encoding="utf-8")


def _many(folder: Path) -> None:
    for path, text in generate.repository(FILES):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


GENERATED: Mapping[str, Callable[[Path], None]] = {"one file": _one, "10,000 files": _many}
