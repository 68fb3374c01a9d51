"""The summary: what was looked at, what was not, and never "all good" for nothing."""

import pytest

from svclint.output.summary import summary
from svclint.rule.report import Checked, NotJudged, Report, Silenced, Silencer
from svclint.rule.severity import Severity
from svclint.rule.snapshot import Skipped
from svclint.source.edit import Fix, Safety
from tests.output.report import SAMPLE

SEEN = Checked(14, 22, 31, "HEAD")
SAFE, SHOWN = (SAMPLE._replace(fix=Fix("", safety, ())) for safety in (Safety.SAFE, Safety.DISPLAY))
PLAIN = SAMPLE._replace(fix=None)
ERROR, INFO = PLAIN._replace(severity=Severity.ERROR), PLAIN._replace(severity=Severity.INFO)
TEMPLATES = "Templates are checked once rendered: helm template … | svclint check -\n"
NO_GIT = NotJudged("changes", "no previous version: not a git work tree")
CLEAN = "No problems. Checked 14 Services and 22 workloads in 31 files against HEAD"
LINK = Skipped("a.yaml", "a symbolic link out of the tree")
CASES = {
    "sample": (
        Report((SAMPLE,), SEEN, templates=("a", "b")),
        "1 warning. Checked 14 Services and 22 workloads in 31 files against HEAD; 2 templates not checked. "
        "1 fix with --fix --unsafe-fixes.\n" + TEMPLATES,
    ),
    "clean": (Report((), SEEN), CLEAN + ".\n"),
    "singular": (Report((), Checked(1, 1, 1, "main")), "No problems. Checked 1 Service and 1 workload in 1 file against main.\n"),
    "all-severities": (
        Report((ERROR, PLAIN, INFO, ERROR), SEEN),
        "2 errors, 1 warning, 1 info. Checked 14 Services and 22 workloads in 31 files against HEAD.\n",
    ),
    "suppressed": (
        Report((PLAIN, PLAIN), SEEN, suppressed=(Silenced(ERROR, Silencer.COMMENT),)),
        "2 warnings (1 suppressed). Checked 14 Services and 22 workloads in 31 files against HEAD.\n",
    ),
    "fixed": (Report((), SEEN, fixed=2), f"2 fixed. {CLEAN}.\n"),
    "fixed-and-ignored": (
        Report((SHOWN,), SEEN, fixed=2, ignored=1),
        "2 fixed, 1 ignored. 1 warning" + CLEAN.removeprefix("No problems") + ".\n",
    ),
    "one-fix": (Report((SAFE,), SEEN), "1 warning" + CLEAN.removeprefix("No problems") + ". 1 fix with --fix.\n"),
    "fixes": (
        Report((SAFE, SAMPLE, SAFE), SEEN),
        "3 warnings" + CLEAN.removeprefix("No problems") + ". 2 fixes with --fix, 1 more with --fix --unsafe-fixes.\n",
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
