"""Standard output and error: never a traceback because a pipe was closed or a terminal cannot show a letter."""

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

import click

from svclint.output.colour import is_wanted
from svclint.output.escape import escape


def prepare() -> None:
    """Make both streams show what their encoding lacks as an escape, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def write(text: str) -> None:
    """Write to standard output. A closed pipe is no error; raises ClickException for any other failure, such as a full disk."""
    if not text or sys.stdout is None:
        return
    with _failing():
        sys.stdout.write(text)
        sys.stdout.flush()


def write_bytes(data: bytes) -> None:
    """Write to standard output as it is: the content of files. Closed pipes and other failures as above."""
    if not data or sys.stdout is None:
        return
    with _failing():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


@contextmanager
def _failing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        hush(sys.stdout)
        # Windows calls a closed pipe an invalid argument.
        if error.errno not in {errno.EPIPE, errno.EINVAL}:
            raise click.ClickException(f"cannot write to standard output: {error.strerror}") from None


def hush(stream: TextIO) -> None:
    """Send to nowhere what is still in the stream's buffer: the interpreter will write it when it ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def complain(text: str) -> None:
    """Write lines to standard error, each as svclint's own; where that is closed there is nobody to tell."""
    note("".join(f"svclint: {escape(line)}\n" for line in text.splitlines()))


def note(text: str) -> None:
    """Write to standard error as it is."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        hush(sys.stderr)


def colours(choice: str) -> bool:
    """Whether standard output is to be coloured: `choice` is always, never or auto."""
    return is_wanted(choice, os.environ, terminal=sys.stdout is not None and sys.stdout.isatty())
