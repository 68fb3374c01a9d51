"""Texts made worse: a node taken out, or replaced by what does not belong there."""

import random
from collections.abc import Iterator

from svclint.policy.kinds import wanted
from svclint.source.file import SourceFile
from svclint.yaml.node import walk
from svclint.yaml.read import read_documents

WRONG = ("", "null", "7", "-1.5", "[]", "{}", '"x"', "*none", "[[0], {a: }]")


def worse(file: SourceFile, how_many: int) -> Iterator[str]:
    """That many texts, each with one node replaced; the same ones in every run."""
    nodes = [node for document in read_documents(file, wanted) if document.root for node in walk(document.root) if node.alias is None]
    choice = random.Random(ascii(file.text))  # the same in every run, by its seed
    for node in choice.sample(nodes, min(how_many, len(nodes))):
        yield file.text[: node.begin] + choice.choice(WRONG) + file.text[node.end :]
