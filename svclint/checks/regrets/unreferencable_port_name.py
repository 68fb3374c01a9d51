"""A name of a Service port that no Ingress can write."""

from collections.abc import Iterator

from svclint.apiserver.syntax import label_faults, port_name_faults
from svclint.model.service import Service
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject

_HELP = Note("give the port a name of at most 15 letters, digits and hyphens, one of them a letter", voice=Voice.HELP)


def check(service: Service, _: Context) -> Iterator[Finding]:
    """Report names that a Service may have and an Ingress may not refer to."""
    for port in service.ports:
        name = port.name.value
        if not name or any(True for _ in label_faults(name)):
            continue
        if faults := "; ".join(port_name_faults(name)):
            yield Finding(
                port.name,
                f'no Ingress can refer to the port name "{name}"',
                (name,),
                notes=(_HELP, Note(f"an Ingress takes names as containers do: it {faults}")),
                label="legal here, but not in an Ingress",
            )


RULE = Rule(
    name="unreferencable-port-name",
    code="SVC714",
    summary="a port name that no Ingress can refer to",
    category=Category.ADVICE,
    subject=Subject.SERVICE,
    check=check,
)
