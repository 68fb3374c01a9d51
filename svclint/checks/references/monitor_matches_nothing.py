"""A ServiceMonitor that selects no Service, while one close by almost has the labels."""

from collections.abc import Iterator

from svclint.checks.doubts import Doubts, doubt_notes
from svclint.model.located import Located
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.place import Place
from svclint.workspace.watching import Kind, Miss, Watching
from svclint.yaml.path import FieldPath


def check(watching: Watching, _: Context) -> Iterator[Finding]:
    """Report the pair that differs, where there is evidence; nothing is known of Services that no manifest has."""
    monitor = watching.monitor
    if not monitor.selector.complete or not monitor.selector.labels or watching.matches or watching.standing.is_patched(monitor):
        return
    miss = watching.nearest_miss()
    if miss:
        doubts = Doubts(watching.standing.unread_around(monitor), watching.home.unapplied)
        yield _finding(watching, miss, doubts)


def _finding(watching: Watching, miss: Miss, doubts: Doubts) -> Finding:
    service = miss.service
    if miss.kind is Kind.NAMESPACE:
        spaces = ", ".join(watching.monitor.namespaces or ())
        return Finding(
            _selector(watching),
            f"no Service in {_quoted(spaces)} that this monitor looks into has these labels",
            (service.title, spaces),
            label="selects nothing",
            notes=(
                Note(f'{service.title} has them, in namespace "{service.namespace}"', service.home.place),
                Note(f"name that namespace: `namespaceSelector: {{matchNames: [{service.namespace}]}}`", voice=Voice.HELP),
                *doubt_notes(doubts, "an error", "a warning"),
            ),
            lowered=bool(doubts),
        )
    pair = watching.monitor.selector.labels[miss.key]
    return Finding(
        pair,
        f"no Service has the label {miss.key}={pair.value}",
        (f"{miss.key}={pair.value}",),
        label="selects nothing",
        notes=(*_near(miss, pair.value), *doubt_notes(doubts, "an error", "a warning")),
        lowered=bool(doubts),
    )


def _near(miss: Miss, wanted: str) -> Iterator[Note]:
    title, key = miss.service.title, miss.key
    place = miss.found.place if miss.found else miss.service.place
    if miss.kind is Kind.SELECTOR:
        yield Note(f"{title} selects pods by {key}={wanted}, and has no such label itself", place)
        yield Note("a monitor looks at the labels of Services, not at those of their pods")
        yield Note(f"add `{key}: {wanted}` to metadata.labels of {title}", voice=Voice.HELP)
        return
    yield Note(f"{title} has {miss.found_key}={miss.found.value if miss.found else ''}", place)
    yield Note(f"make the selector and the labels of {title} agree on {miss.found_key}", voice=Voice.HELP)


def _quoted(spaces: str) -> str:
    names = spaces.split(", ")
    return f'the only namespace ("{names[0]}")' if len(names) == 1 else f"the {len(names)} namespaces"


def _selector(watching: Watching) -> Located[None]:
    place: Place = watching.monitor.selector_place
    path: FieldPath = next(iter(watching.monitor.selector.labels.values())).path
    return Located(None, place, path)


RULE = Rule(
    name="monitor-matches-nothing",
    code="SVC606",
    summary="a monitor that selects no Service, while one close by almost has the labels",
    category=Category.BROKEN,
    subject=Subject.WATCHING,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace",),
)
