"""What goes wrong between the user's words and the files."""

from svclint.record import NamedTuple


class Trouble(NamedTuple):
    """A path that the user named and that cannot be read. `path` is as it was given; `message` reads after it."""

    path: str
    message: str


class DiscoverError(Exception):
    """What the user asked for cannot be done at all; the text is one line that says what, and what was tried."""


def reason(error: OSError) -> str:
    """What the operating system says, without number and path: "permission denied"."""
    return (error.strerror or str(error)).lower()
