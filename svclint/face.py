"""The whole run for programs: read, judge, report; svclint.check in its own module, so that importing svclint is free."""

from collections.abc import Sequence

from svclint.checks import RULES
from svclint.config.load import load
from svclint.discover.baseline import find_baseline
from svclint.discover.root import find_root
from svclint.discover.snapshot import discover
from svclint.discover.stdin import read_stdin
from svclint.discover.trouble import DiscoverError
from svclint.pipeline import check
from svclint.policy.settings import Settings
from svclint.rule.registry import Registry
from svclint.rule.report import Report


def check_paths(paths: Sequence[str], settings: Settings | None, against: str) -> Report:
    """See svclint.check."""
    root = find_root(paths)
    if settings is None:
        settings = load(root.settings, Registry(RULES)).settings
    file, baseline = find_baseline(root, settings.baseline)
    exclude = (*settings.exclude, *file.pattern(root))
    stdin = read_stdin(root, against)
    snapshot, troubles = discover(root, against=against, exclude=exclude, stdin=stdin, baseline=baseline)
    if troubles:
        raise DiscoverError("; ".join(f"{trouble.path}: {trouble.message}" for trouble in troubles))
    return check(snapshot, settings)
