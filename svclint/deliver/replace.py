"""Writes a file whole or not at all."""

import os
import stat
from contextlib import suppress


class DeliverError(Exception):
    """A file cannot be written: its path, and why in a few words; the text is one line with both."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"cannot write {path}: {reason}")
        self.path = path
        self.reason = reason


def replace(path: str, data: bytes) -> None:
    """Make `data` the content of the file at `path`, which may be new: at no moment is it half written.

    An existing file keeps its mode, and a symbolic link stays one: what it leads to is replaced. What is no regular file, such as
    a named pipe, is written to, and so is what /dev/stdout leads to: somebody has it open. Raises DeliverError, and then the file
    is as it was.
    """
    try:
        status = os.stat(path) if os.path.exists(path) else None
        if status is not None and (not stat.S_ISREG(status.st_mode) or path.startswith(("/dev/", "/proc/"))):
            _append(path, data)
        else:
            _exchange(os.path.realpath(path), data, status)
    except OSError as error:
        raise DeliverError(path, (error.strerror or str(error)).lower()) from None


def _append(path: str, data: bytes) -> None:
    """Nothing is cut off: what is there may be what others wrote to the same stream."""
    with open(path, "ab", buffering=0) as stream:
        left = memoryview(data)
        while left:
            left = left[stream.write(left) :]


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
            _keep(beside, status)
        os.replace(beside, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise


def _keep(beside: str, status: os.stat_result) -> None:
    """Give the new file the owner and the mode of the old one; the owner first, since to change it may take bits of the mode away."""
    if hasattr(os, "chown") and (status.st_uid, status.st_gid) != (os.getuid(), os.getgid()):
        with suppress(PermissionError):  # only root may give files away
            os.chown(beside, status.st_uid, status.st_gid)
    os.chmod(beside, stat.S_IMODE(status.st_mode))
