"""The archive of real repositories, where it is at hand: its files are read from it and never written anywhere."""

import json
import os
import tarfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from svclint.discover.read import source
from svclint.source.file import SourceFile

SHARED = Path(os.environ.get("SVCLINT_SHARED", Path(__file__).parents[3] / "shared"))
ARCHIVE = SHARED / "corpora" / "manifests.tar.xz"
CHARTS = SHARED / "corpora" / "rendered.tar.xz"
GROUND_TRUTH = SHARED / "corpora" / "ground_truth.jsonl"
BUILDS = SHARED / "corpora" / "kustomize.jsonl"

needs_archive = pytest.mark.skipif(not ARCHIVE.exists(), reason="the archive of real repositories is not at hand")


@cache
def repositories() -> dict[str, tuple[SourceFile, ...]]:
    """The files of each repository, by owner+name."""
    found: dict[str, list[SourceFile]] = {}
    with tarfile.open(ARCHIVE) as archive:
        for name, data in _members(archive):
            repository, _, path = name.partition("/")
            found.setdefault(repository, []).append(source(path, data))
    return {name: tuple(files) for name, files in sorted(found.items())}


@cache
def charts() -> tuple[SourceFile, ...]:
    """What charts render with their default values: a stream each."""
    with tarfile.open(CHARTS) as archive:
        return tuple(source(name, data) for name, data in sorted(_members(archive)))


def builds() -> list[dict[str, Any]]:
    """What kustomize itself builds: repo, folder, objects."""
    return [json.loads(line) for line in BUILDS.read_text(encoding="utf-8").splitlines()]


def _members(archive: tarfile.TarFile) -> Iterator[tuple[str, bytes]]:
    for member in archive:
        content = archive.extractfile(member) if member.isfile() else None
        if content is not None:
            yield member.name.removeprefix("./"), content.read()
