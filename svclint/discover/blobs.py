"""The contents of git's blobs, through one process however many they are."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Final

from svclint.discover import git
from svclint.discover.read import LARGEST

if TYPE_CHECKING:
    import subprocess

# 60 ids of 65 bytes fit into the smallest pipe there is: writing them never waits for git, which may be waiting for us.
_AT_ONCE: Final = 60

_PIECE: Final = 1 << 20


def blob_id(data: bytes, length: int) -> str:
    """The id of a blob, by its hash's length in hexadecimal digits: 40 is SHA-1, 64 SHA-256 (gitformat-pack, "object names")."""
    import hashlib  # noqa: PLC0415  3 ms, for runs that compare with a commit

    new = hashlib.sha256 if length == 64 else hashlib.sha1
    digest = new(b"blob %d\0" % len(data), usedforsecurity=False)
    digest.update(data)
    return digest.hexdigest()


def blobs(directory: str, ids: Iterable[str]) -> Iterator[tuple[str, bytes | str]]:
    """Each id with its content, or with why there is none: "is not in this clone", "is larger than 100 MiB".

    One `git cat-file --batch` process answers all; none is started for no ids.
    """
    import subprocess  # noqa: PLC0415  see git.ask

    wanted = list(ids)
    if not wanted:
        return
    with git.start(directory, "cat-file", "--batch", stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            yield from _exchange(process, wanted)
        finally:
            process.kill()


def _exchange(process: "subprocess.Popen[bytes]", wanted: list[str]) -> Iterator[tuple[str, bytes | str]]:
    questions, answers = process.stdin, process.stdout
    assert questions is not None
    assert answers is not None
    for at in range(0, len(wanted), _AT_ONCE):
        chunk = wanted[at : at + _AT_ONCE]
        # Past the buffer, which would try again when it is closed. Where git has ended, each missing answer is reported below.
        with suppress(BrokenPipeError):
            os.write(questions.fileno(), "".join(f"{name}\n" for name in chunk).encode("ascii"))
        for name in chunk:
            yield name, _content(answers)


def _content(answers: IO[bytes]) -> bytes | str:
    """One answer: "ID SP TYPE SP SIZE LF CONTENT LF", or "ID SP missing LF"."""
    header = answers.readline().split()
    if len(header) != 3:
        return "is not in this clone"
    size = int(header[2])
    if size <= LARGEST:
        content = answers.read(size + 1)
        return content[:-1] if len(content) == size + 1 else "could not be read to its end"
    left = size + 1
    while left and (piece := answers.read(min(left, _PIECE))):
        left -= len(piece)
    return "is larger than 100 MiB"
