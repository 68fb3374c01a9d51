"""A port without a name in a Service that has several."""

from collections.abc import Iterator

from svclint.apiserver.fielderror import Cause
from svclint.apiserver.syntax import is_port_number, label_faults
from svclint.apiserver.verdict import Verdict
from svclint.model.service import Service, ServicePort
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.edit import Edit, Fix, Safety
from svclint.yaml.edit import add_entry
from svclint.yaml.node import Mapping, Scalar
from svclint.yaml.scalars import resolve

_WELL_KNOWN = {80: "http", 443: "https"}
_PROTOCOLS = ("TCP", "UDP", "SCTP")


def check(verdict: Verdict, _: Context) -> Iterator[Finding]:
    """Report each port without a name; the names that are proposed are different from all others."""
    errors = verdict.caused_by(Cause.PORT_NAME_MISSING)
    ports = verdict.service.ports
    names = _names(verdict.service) if errors else {}
    for error in errors:
        index = error.at.path.steps()[2]
        name = names.get(index) if isinstance(index, int) else None
        edit = _edit(ports[index], name) if isinstance(index, int) and name else None
        help_ = Note("give every port a name of its own, which clients, Ingresses and monitors can refer to", voice=Voice.HELP)
        yield Finding(
            error.at,
            f"this port has no name, and the Service has {len(ports)} ports",
            reason=error.reason.value,
            label="`name` is missing here",
            notes=() if edit else (help_,),
            fix=Fix(f"name it: `name: {name}`", Safety.SAFE, (edit,)) if edit else None,
        )


def _names(service: Service) -> dict[int | str, str]:
    """A name for each port that has none, by its index; a port that none can be made for is not among them."""
    taken = {port.name.value for port in service.ports}
    names: dict[int | str, str] = {}
    last: dict[str, int] = {}
    for index, port in enumerate(service.ports):
        wanted = _derived(port) if not port.name.value else ""
        if not wanted:
            continue
        name = wanted
        while name in taken:
            last[wanted] = last.get(wanted, 1) + 1
            name = f"{wanted}-{last[wanted]}"
        taken.add(name)
        names[index] = name
    return names


def _derived(port: ServicePort) -> str:
    """The name of the target port, that of a well-known number, else protocol and number."""
    target, number = port.target_port.value, port.port.value
    if isinstance(target, str) and not any(label_faults(target)):
        return target
    protocol = (port.protocol.value or "TCP").upper()
    if number is None or not is_port_number(number) or protocol not in _PROTOCOLS:
        return ""
    return _WELL_KNOWN.get(number, f"tcp-{number}") if protocol == "TCP" else f"{protocol.lower()}-{number}"


def _edit(port: ServicePort, name: str) -> Edit | None:
    """A new entry, or the name in place of an empty one; in quotes where the entries around it are, or it would not be text."""
    node = port.field.node
    if not isinstance(node, Mapping) or not port.field.is_plainly_written or not node.entries:
        return None
    key = node.entries[0][0]
    quoted = isinstance(key, Scalar) and key.style == '"'
    plain = Scalar(node.file, 0, 0, name)
    value = name if resolve(plain) == name and not quoted else f'"{name}"'
    entry = node.fields.get("name")
    if entry is None:
        return add_entry(node, '"name"' if quoted else "name", value)
    if entry.merge or entry.value.alias or not isinstance(entry.value, Scalar) or entry.value.tag is not None:
        return None
    blank = " " if node.file.text[entry.value.begin - 1] == ":" else ""
    return Edit(entry.value.place, blank + value)


RULE = Rule(
    name="port-name-missing",
    code="SVC207",
    summary="a Service of several ports has one without a name",
    category=Category.REJECTED,
    subject=Subject.VERDICT,
    check=check,
    fixes="safe",
)
