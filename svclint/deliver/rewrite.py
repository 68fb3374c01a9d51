"""Writes changed texts over the files that they were made of, and over nothing else."""

import os
from collections.abc import Iterable

from svclint.deliver.replace import DeliverError, replace
from svclint.source.decode import encode
from svclint.source.file import SourceFile


def rewrite(root: str, changed: Iterable[tuple[SourceFile, SourceFile]]) -> tuple[DeliverError, ...]:
    """Write each file's new text, below the directory `root`; `changed` pairs what was read with what it becomes.

    What cannot be written comes back with the reason, and the others are written. A file whose bytes are not those that
    were read is left alone: it changed meanwhile, or what was read is what is staged.
    """
    failed: list[DeliverError] = []
    for before, after in changed:
        try:
            _rewrite(os.path.join(root, before.path), encode(before, before.text), encode(after, after.text))
        except DeliverError as error:
            failed.append(DeliverError(before.path, error.reason))
    return tuple(failed)


def _rewrite(path: str, expected: bytes, data: bytes) -> None:
    try:
        with open(path, "rb") as stream:
            found = stream.read()
    except OSError as error:
        raise DeliverError(path, (error.strerror or str(error)).lower()) from None
    if found == data:  # written already, under the name of a link to it
        return
    if found != expected:
        raise DeliverError(path, "it is not what was checked (changed since, or staged with another content)")
    replace(path, data)
