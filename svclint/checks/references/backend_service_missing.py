"""A Service that is named and does not exist, while one close by has almost the name."""

from collections.abc import Iterator

from svclint.checks.doubts import doubt_notes, doubts_about
from svclint.checks.referred import name_place
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.edit import Edit, Fix, Safety
from svclint.workspace.leftbehind import was_left_behind
from svclint.workspace.nearname import NearName, find_near_name
from svclint.workspace.reliance import Reliance


def check(reliance: Reliance, context: Context) -> Iterator[Finding]:
    """Report the name where there is evidence, or where the settings say that nothing else is in the cluster."""
    if not reliance.is_missing:
        return
    near = find_near_name(reliance, context.workspace)
    if (near or reliance.standing.is_complete) and not was_left_behind(reliance, context.workspace):
        yield _finding(reliance, near)


def _finding(reliance: Reliance, near: NearName | None) -> Finding:
    name, space = reliance.reference.name, reliance.reference.leads_to
    doubts = doubts_about(reliance)
    fix = _fix(reliance, near) if near and not doubts else None
    notes = [*_near(reliance, near)]
    if not fix:
        notes.append(_advice(reliance, near))
    return Finding(
        name,
        f'there is no Service "{name.value}"{_where(space, near)}',
        (name.value, space),
        label="no such Service",
        notes=(*notes, *doubt_notes(doubts, "an error", "a warning")),
        fix=fix,
        lowered=bool(doubts),
    )


def _where(space: str, near: NearName | None) -> str:
    if near and near.displaced:
        return f' in namespace "{space}"'
    return "" if near else " in what is deployed with it"


def _near(reliance: Reliance, near: NearName | None) -> Iterator[Note]:
    if near is None:
        return
    service = reliance.standing.directory.origin_of(near.service)
    if near.displaced:
        yield Note(f'{service.title} is in namespace "{service.namespace}"', service.home.place)
    else:
        yield Note(f"{service.title} is here", name_place(service))


def _advice(reliance: Reliance, near: NearName | None) -> Note:
    source = reliance.source
    if near is None:
        return Note("name a Service that is deployed with it, or add the file that makes this one to the scope", voice=Voice.HELP)
    service = reliance.standing.directory.origin_of(near.service)
    if near.displaced and reliance.reference.namespace:
        return Note(f"write the namespace of the Service: {service.namespace}", voice=Voice.HELP)
    if near.displaced:
        return Note(f"move one of them: the {source.kind} and its Service have to be in one namespace", voice=Voice.HELP)
    return Note(f"name the Service as it is: {service.name}", voice=Voice.HELP)


def _fix(reliance: Reliance, near: NearName) -> Fix | None:
    name = reliance.reference.name
    right = reliance.standing.directory.origin_of(near.service).name
    if near.displaced or not name.written or name.place.text.strip("\"'") != name.value:
        return None
    text = name.place.text.replace(name.value, right)
    key = name.path.steps()[-1]
    return Fix(
        f"did you mean `{key}: {text}`?" if isinstance(key, str) else f"did you mean `{text}`?", Safety.UNSAFE, (Edit(name.place, text),)
    )


RULE = Rule(
    name="backend-service-missing",
    code="SVC601",
    summary="a Service that is named and does not exist, while one close by has almost the name",
    category=Category.BROKEN,
    subject=Subject.RELIANCE,
    check=check,
    needs=Needs.WORKSPACE,
    options=("default-namespace", "references", "scopes"),
    fixes="unsafe",
)
