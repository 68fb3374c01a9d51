"""Whatever goes wrong becomes an exit code and a line: a traceback is for developers, who ask for it."""

import gc
import os
import sys
from collections.abc import Callable

import click

from svclint.cli.stream import complain, hush, prepare
from svclint.source.nearest import nearest

REFUSED = 2
"""The exit code where what was asked could not be done."""
INTERRUPTED = 130


def guarded(run: Callable[[], int]) -> int:
    """The exit code of `run`, without garbage collection meanwhile: a run makes many objects and then ends.

    With SVCLINT_DEBUG=1 what is unforeseen is raised.
    """
    prepare()
    collecting = gc.isenabled()
    gc.disable()
    try:
        return run()
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as failure:
        complain(_told(failure))
        return REFUSED
    except BrokenPipeError:  # click's own writing of a help text
        hush(sys.stdout)
        return 0
    except KeyboardInterrupt:
        complain("interrupted")
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("SVCLINT_DEBUG") == "1":
            raise
        complain(f"internal error: {type(error).__name__}: {' '.join(str(error).split())} (SVCLINT_DEBUG=1 tells where)")
        return REFUSED
    finally:
        if collecting:
            gc.enable()


def _told(failure: click.ClickException) -> str:
    """What click says, in our tone; of an unknown flag the nearest one there is."""
    if isinstance(failure, click.NoSuchOption):
        flags = [name for param in failure.ctx.command.params for name in param.opts] if failure.ctx else []
        near = nearest(failure.option_name, flags)
        return f"unknown flag {failure.option_name}" + (f"; did you mean {near}?" if near else "")
    message = failure.format_message().rstrip(".")
    # Not so the name of a variable: SVCLINT_COLOR.
    return message[:1].lower() + message[1:] if isinstance(failure, click.UsageError) and not message[1:2].isupper() else message
