"""Real repositories by the C parser and by the pure one: the same documents, and the same words about them.

The pure parser runs in a process of its own at the same time. svclint then needs some 17 s of CPU for all of them, with the C parser 4 s.
Without the sniff, which drops nine documents of ten, it would be 95 s: that was compared once, by hand.
"""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from hashlib import sha256

from svclint.output import full
from svclint.output.summary import summary
from svclint.pipeline import judge, read_all
from svclint.policy.settings import Settings
from svclint.rule.snapshot import Snapshot
from svclint.yaml import parse
from svclint.yaml.document import Document
from tests.support.archive import needs_archive, repositories
from tests.support.command import ROOT

pytestmark = needs_archive

REFUSED_BY_ONE: Mapping[tuple[str, str], str] = {}
"""Files with a document that only one of the parsers accepts, by repository and path, and why it does. There is none.

What libyaml 0.1.7 refuses and go-yaml accepts (`{x: b:c}`, a byte order mark within) gets the pure parser's second opinion; what the
pure one refuses (tabs that separate) is read again with blanks. Without the sniff there is none either: the states, places, kinds and
messages of all documents are the same.
"""


def test_every_repository_by_either_parser() -> None:
    with _pure() as other:
        expected = list(_lines())
        found = other.communicate()[0].splitlines()
    assert not other.returncode
    assert len(found) == len(expected)
    assert set(expected) - set(found) == set()


def print_purely() -> None:
    """What the other process does."""
    gc.disable()  # as in a real run
    parse.CParser = None  # type: ignore[attr-defined]  # where the pure parser is switched on
    for line in _lines():
        sys.stdout.write(f"{line}\n")


def _lines() -> Iterator[str]:
    """A line for each repository, with a digest of what is said of it, and for each file from which something is learnt."""
    settings = Settings(pedantic=True)
    for repository, all_files in repositories().items():
        files = tuple(file for file in all_files if (repository, file.path) not in REFUSED_BY_ONE)
        facts = read_all(files, settings)
        report = judge(facts, Snapshot(repository, files), settings)
        yield f"{repository} {_digest(full.render(report) + summary(report))}"
        for one in facts:
            if one.documents:
                yield f"{repository} {_digest(repr([_said(document) for document in one.documents]))} {one.file.path!r}"


def _said(document: Document) -> tuple[object, ...]:
    problem = document.problem
    return document.begin, document.end, document.state, document.kind, problem and (problem.message, problem.place.begin)


def _pure() -> subprocess.Popen[str]:
    code = f"from {__name__} import print_purely as run; run()"
    return subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=os.environ, stdout=subprocess.PIPE, encoding="utf-8")


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
