"""The summary: what was looked at, what was not, and never "all good" for nothing."""

import pytest

from svclint.output.summary import summary
from svclint.rule.report import Checked, NotJudged, Report, Silenced, Silencer
from svclint.rule.severity import Severity
from svclint.rule.snapshot import Skipped
from tests.output.report import SAMPLE

SEEN = Checked(14, 22, 31, "HEAD")
ERROR, INFO = SAMPLE._replace(severity=Severity.ERROR), SAMPLE._replace(severity=Severity.INFO)
TEMPLATES = "Templates are checked once rendered: helm template … | svclint check -\n"
NO_GIT = NotJudged("changes", "no previous version: not a git work tree")
CLEAN = "No problems. Checked 14 Services and 22 workloads in 31 files against HEAD"
LINK = Skipped("a.yaml", "a symbolic link out of the tree")
CASES = {
    "sample": (
        Report((SAMPLE,), SEEN, templates=("a", "b")),
        "1 warning. Checked 14 Services and 22 workloads in 31 files against HEAD; 2 templates not checked.\n" + TEMPLATES,
    ),
    "clean": (Report((), SEEN), CLEAN + ".\n"),
    "singular": (Report((), Checked(1, 1, 1, "main")), "No problems. Checked 1 Service and 1 workload in 1 file against main.\n"),
    "all-severities": (
        Report((ERROR, SAMPLE, INFO, ERROR), SEEN),
        "2 errors, 1 warning, 1 info. Checked 14 Services and 22 workloads in 31 files against HEAD.\n",
    ),
    "suppressed": (
        Report((SAMPLE, SAMPLE), SEEN, suppressed=(Silenced(ERROR, Silencer.COMMENT),)),
        "2 warnings (1 suppressed). Checked 14 Services and 22 workloads in 31 files against HEAD.\n",
    ),
    "one-skipped": (
        Report((), SEEN, skipped=(LINK,)),
        CLEAN + "; 1 file skipped (a.yaml: a symbolic link out of the tree).\n",
    ),
    "skipped-alike": (
        Report((), SEEN, skipped=(LINK, LINK._replace(path="b"))),
        CLEAN + "; 2 files skipped (a symbolic link out of the tree).\n",
    ),
    "skipped-apart": (
        Report((), SEEN, skipped=(LINK, LINK._replace(reason="too large")), templates=("a",)),
        CLEAN + "; 1 template not checked; 2 files skipped.\n" + TEMPLATES,
    ),
    "changes-not-judged": (
        Report((), SEEN._replace(against=""), not_judged=(NO_GIT,)),
        "No problems. Checked 14 Services and 22 workloads in 31 files. Changes not judged: no previous version: not a git work tree.\n",
    ),
    "changes-not-judged-without-reason": (
        Report((), SEEN._replace(against="")),
        "No problems. Checked 14 Services and 22 workloads in 31 files. Changes not judged.\n",
    ),
    "nothing": (Report((), Checked(files=3)), "Nothing was checked: no Service in 3 files.\n"),
    "nothing-but-workloads": (Report((), Checked(0, 5, 1, "HEAD")), "Nothing was checked: no Service in 1 file.\n"),
    "nothing-but-templates": (
        Report((), Checked(), (LINK,), ("a",), (NO_GIT,)),
        "Nothing was checked: no Service in 0 files; 1 template not checked; 1 file skipped (a.yaml: a symbolic link out of the tree). "
        "Changes not judged: no previous version: not a git work tree.\n" + TEMPLATES,
    ),
    "nothing-but-an-error": (Report((ERROR,), Checked(files=2)), "1 error. No Service in 2 files.\n"),
    "escaped": (
        Report((), SEEN._replace(against="\x1b[1m"), skipped=(Skipped("a\nb", "\u202e"),)),
        "No problems. Checked 14 Services and 22 workloads in 31 files against \\x1b[1m; 1 file skipped (a\\nb: \\u202e).\n",
    ),
}


@pytest.mark.parametrize(("report", "text"), CASES.values(), ids=CASES)
def test_summary(report: Report, text: str) -> None:
    assert summary(report) == text
