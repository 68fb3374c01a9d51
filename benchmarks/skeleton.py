"""The least that a linter of its libraries could do at its start: import click and ruamel.yaml, and ask git what svclint asks.

Usage: python benchmarks/skeleton.py [GIT-COMMAND ...], the words of each on lines of their own.
"""

import sys

import click  # noqa: F401 - what it costs is what is measured
import ruamel.yaml  # noqa: F401 - the same

if __name__ == "__main__" and sys.argv[1:]:
    import subprocess

    for command in sys.argv[1:]:
        words = command.split("\n")
        subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, check=False)  # noqa: S603 - what svclint was seen to run
