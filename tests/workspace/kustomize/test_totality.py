"""Nothing in a kustomization, a patch or a base makes a build fail: each file of the fixtures with nodes lost or of a wrong type."""

import pytest

from svclint.source.file import SourceFile
from svclint.workspace.facts import read_facts
from svclint.workspace.kustomize.builds import Kustomize
from tests.support.broken import worse
from tests.workspace.kustomize.test_builds import CASES, facts_of, listing

_VARIANTS = 40


@pytest.mark.parametrize("case", CASES)
def test_worse_files(case: str) -> None:
    facts = facts_of(case)
    for index, fact in enumerate(facts):
        for text in worse(fact.file, _VARIANTS):
            files = [*facts[:index], read_facts(SourceFile(fact.file.path, text)), *facts[index + 1 :]]
            for build in Kustomize(files).roots:
                assert list(listing(build))
                assert all(0 <= place.begin <= place.end <= len(place.file.text) for _, place in build.unapplied)


def test_components_that_use_each_other_twice() -> None:
    texts = {f"c{number}": f"kind: Component\ncomponents: [../c{number + 1}, ../c{number + 1}]\n" for number in range(30)}
    texts |= {"c30": "kind: Component\nnamePrefix: a\n", "top": "components: [../c0]\n"}
    files = [read_facts(SourceFile(f"{folder}/kustomization.yaml", text)) for folder, text in texts.items()]
    (build,) = Kustomize(files).roots
    assert "more kustomizations than are followed" in {what for what, _ in build.unapplied}
