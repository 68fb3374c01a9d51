"""Writes a file whole or not at all."""

import os
import stat
from contextlib import suppress


class DeliverError(Exception):
    """A file cannot be written; the text is one line that names it and says why."""


def replace(path: str, data: bytes) -> None:
    """Make `data` the content of the file at `path`, which may be new: at no moment is it half written.

    An existing file keeps its mode, and a symbolic link stays one: what it leads to is replaced. What is no regular file, such as
    /dev/stdout or a named pipe, is written to. Raises DeliverError, and then the file is as it was.
    """
    target = os.path.realpath(path)
    try:
        status = os.stat(target) if os.path.exists(target) else None
        if status is not None and not stat.S_ISREG(status.st_mode):
            _write(target, data)
        else:
            _exchange(target, data, status)
    except OSError as error:
        raise DeliverError(f"cannot write {path}: {(error.strerror or str(error)).lower()}") from None


def _write(target: str, data: bytes) -> None:
    with open(target, "wb") as stream:
        stream.write(data)


def _exchange(target: str, data: bytes, status: os.stat_result | None) -> None:
    """Write beside the file, then put that in its place: within one directory this is one step."""
    if status is not None and not os.access(target, os.W_OK):
        raise PermissionError(0, "permission denied")
    beside = f"{target}.svclint-{os.getpid()}"
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(descriptor)
        if status is not None:
            os.chmod(beside, stat.S_IMODE(status.st_mode))
            if hasattr(os, "chown") and (status.st_uid, status.st_gid) != (os.getuid(), os.getgid()):
                with suppress(PermissionError):  # only root may give files away
                    os.chown(beside, status.st_uid, status.st_gid)
        os.replace(beside, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise
