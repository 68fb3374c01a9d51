"""A value of a type that its field does not take."""

from collections.abc import Iterator, Sequence

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.schema import Shape, Type, service_type
from svclint.apiserver.verdict import LocatedError, Verdict
from svclint.checks.faulty import placeholder_note
from svclint.checks.mistyped import Mistyped, field_name
from svclint.checks.retyping import advice
from svclint.checks.written import pointed, written
from svclint.model.located import Located
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.yaml.node import Mapping, Node, Scalar
from svclint.yaml.path import FieldPath
from svclint.yaml.scalars import resolve

_WANTED = {
    Shape.STRING: "text",
    Shape.INTEGER: "a number",
    Shape.BOOLEAN: "true or false",
    Shape.PORT: "a number or a name",
    Shape.TIME: "a time",
    Shape.STRINGS: "pairs of key and value",
    Shape.LIST: "a list",
    Shape.OBJECT: "an object",
    Shape.ANY: "anything",
}
_MERGE = "a merge of what is no object"


def check(verdict: Verdict, context: Context) -> Iterator[Finding]:
    """Report each value that does not decode; what would follow from it is not reported at all."""
    errors = verdict.caused_by(Cause.FIELD_TYPE)
    root = service_type(context.settings.kubernetes_version)
    yield from _key_findings(verdict, [error for error in errors if _is_about_keys(error)])
    for error in errors:
        if not _is_about_keys(error):
            yield _finding(verdict, error, root)


def _finding(verdict: Verdict, error: LocatedError, root: Type) -> Finding:
    name = field_name(error.at.path)
    one = Mistyped(error.at, written(verdict, error.at.path), _kind(root, error.at.path))
    said = advice(one)
    return Finding(
        pointed(verdict, error),
        f"{name} {_actual(one)}",
        (name, one.shown),
        reason=error.reason.value,
        label=said.label,
        notes=(*said.notes, *placeholder_note(error.at.value)),
        fix=said.fix,
    )


def _actual(one: Mistyped) -> str:
    value, wanted = one.at.value, _WANTED[one.kind.shape]
    if one.refusal:
        return f'"{one.shown}" does not fit its tag' if one.is_tagged else f"is {one.shown}, which JSON has no value for"
    if one.is_overflow or one.is_fraction:
        return f"{one.shown} {f'does not fit into {one.kind.bits} bits' if one.is_overflow else 'is not a whole number'}"
    if isinstance(value, str):
        return f'"{one.shown}" is text, not {wanted}'
    if isinstance(value, (dict, list)):
        return f"is {'a list' if isinstance(value, list) else 'an object'}, not {wanted}"
    return f"is the {'boolean' if isinstance(value, bool) else 'number'} {one.shown}, not {wanted}"


def _is_about_keys(error: LocatedError) -> bool:
    return error.message.startswith("unsupported map key")


def _key_findings(verdict: Verdict, errors: Sequence[LocatedError]) -> Iterator[Finding]:
    """The keys that are none; each mapping has one error for each of them."""
    for error in {error.field: error for error in errors}.values():
        node = written(verdict, error.at.path).node
        for fault in node.faults if isinstance(node, Mapping) else ():
            what = _described_key(fault)
            at: Located[None] = Located(None, fault.place, error.at.path, written=False)
            note = Note("write the key as text" if what != _MERGE else "merge a mapping: `<<: *anchor`", voice=Voice.HELP)
            where = error.field or "the Service"
            yield Finding(at, f"{what} in {where}", (what, where), error.reason.value, (note,), label="not a key")


def _described_key(fault: Node) -> str:
    if not isinstance(fault, Scalar):
        return "a key that is a list or an object"
    if fault.text == "<<":
        return _MERGE
    return "a key that is null" if resolve(fault) is None else f"the key {fault.text}, which is too large a number"


def _kind(root: Type, path: FieldPath) -> Type:
    """The type of the field at a path; that of a text for the values of a map."""
    kind = root
    for step in path.steps():
        if isinstance(step, int):
            kind = kind.item or Type(Shape.ANY)
        else:
            kind = kind.fields.get(step) or Type(Shape.STRING if kind.shape is Shape.STRINGS else Shape.ANY)
    return kind


RULE = Rule(
    name="wrong-field-type",
    code="SVC102",
    summary="a value is of a type that its field does not take",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
    fixes="safe",
    options=("kubernetes-version",),
)
