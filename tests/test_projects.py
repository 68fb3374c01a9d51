"""Whole runs over the projects: what the user sees."""

from collections.abc import Callable

import pytest

from svclint.output import concise
from svclint.output.summary import summary
from svclint.pipeline import check
from svclint.policy.settings import Settings
from svclint.rule.snapshot import Snapshot
from svclint.source.file import SourceFile
from tests.support.projects import NAMES, PROJECTS, read_project
from tests.support.run import snapshot_of


@pytest.mark.parametrize("name", NAMES)
def test_run(name: str, golden: Callable[[str, str], None]) -> None:
    report = check(read_project(name), Settings())
    golden(f"projects/{name}.out", concise.render(report))
    golden(f"projects/{name}.err", summary(report))


@pytest.mark.parametrize("path", ["cluster-ip.yaml", "node-port.yaml"])
def test_each_manifest_of_the_article_is_clean_and_counted(path: str) -> None:
    report = check(article(path, (PROJECTS / "article" / path).read_text()), Settings())
    assert (report.diagnostics, report.checked.services, report.checked.files) == ((), 1, 1)


@pytest.mark.parametrize(("number", "found"), [(29999, True), (30000, False), (32767, False), (32768, True)])
def test_the_ends_of_the_node_port_range(number: int, found: bool) -> None:
    text = (PROJECTS / "article" / "node-port.yaml").read_text()
    report = check(article("node-port.yaml", text.replace("30000", str(number))), Settings())
    line = f"node-port.yaml:12:17: error: nodePort {number} is outside the node-port range 30000-32767 [SVC201 node-port-out-of-range]\n"
    assert concise.render(report) == line * found


def article(path: str, text: str) -> Snapshot:
    return snapshot_of([SourceFile(path, text)])
