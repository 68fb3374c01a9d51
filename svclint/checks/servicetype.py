"""How a rule speaks of the type of a Service that something does not go with."""

from svclint.model.service import Service
from svclint.rule.finding import Note


def has_type(service: Service) -> bool:
    """Whether the manifest sets the type, be it through an alias or a merge; an empty one is none."""
    return bool(service.spec.word("type"))


def described_type(service: Service) -> str:
    """The type by its name, and where it comes from where it is not written."""
    if service.is_headless:
        return "ClusterIP (headless)"
    return str(service.type.value) if has_type(service) else "ClusterIP (the default: there is no `type`)"


def type_note(service: Service) -> tuple[Note, ...]:
    """The related place of the type, where it is written."""
    return (Note("the type is set here", service.type.place),) if has_type(service) else ()
