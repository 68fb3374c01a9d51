"""One finding for one mistake, in however many kustomizations a Service is built."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from svclint.rule.finding import Finding, Note
from svclint.workspace.universe import Membership


def merge(found: Sequence[tuple[Membership, Sequence[Finding]]]) -> Iterator[Finding]:
    """The findings about one Service, given for each place that it is deployed in.

    What fails in all is reported once. What fails in some is reported for each, with the kustomization as a related place,
    unless it is the kustomization that the finding points at anyway.
    """
    times = Counter(key for _, findings in found for key in {_key(finding) for finding in findings})
    seen: set[Hashable] = set()
    for home, findings in found:
        for finding in findings:
            if times[_key(finding)] < len(found):
                yield _placed(finding, home)
            elif _key(finding) not in seen:
                seen.add(_key(finding))
                yield finding


def _placed(finding: Finding, home: Membership) -> Finding:
    if home.place is None or finding.place.file is home.place.file:
        return finding
    return finding._replace(notes=(*finding.notes, Note(f"so it is in what {home.title} builds", home.place)))


def _key(finding: Finding) -> Hashable:
    return (finding.field, finding.place, finding.parameters, finding.message)
