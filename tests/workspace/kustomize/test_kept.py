"""What a kustomization builds from is read once: its nodes are kept until they are built, and the outcome is that of reading again."""

import pytest

from svclint import pipeline
from svclint.workspace.facts import read_facts
from tests.support.projects import NAMES, read_project
from tests.support.run import settings_of

SETTINGS = settings_of("pedantic = true")


@pytest.mark.parametrize("name", NAMES)
def test_the_same_as_when_it_is_read_again(name: str) -> None:
    snapshot = read_project(name)
    facts = pipeline.read_all(snapshot.files, SETTINGS)
    resources = {one.path for each in facts if each.kustomization for one in each.kustomization.resources}
    kept = {each.file.path for each in facts if any(document.root for document in each.documents)}
    assert kept <= resources
    again = pipeline.judge([read_facts(file) for file in snapshot.files], snapshot, SETTINGS)
    assert pipeline.judge(facts, snapshot, SETTINGS) == again
