"""The old name of a traffic distribution."""

from collections.abc import Iterator

from svclint.model.service import ExternalNameService, Service
from svclint.policy.version import version_at_least
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.source.edit import Edit, Fix, Safety

_OLD, _NEW = "PreferClose", "PreferSameZone"
_TITLE = f"write `trafficDistribution: {_NEW}`"


def check(service: Service, context: Context) -> Iterator[Finding]:
    """Report PreferClose from 1.35 on, when the server begins to; on ExternalName the whole field is ignored."""
    value = service.spec.child("trafficDistribution").text()
    if value.value != _OLD or not version_at_least(context.settings.kubernetes_version, 1, 35):
        return
    if isinstance(service, ExternalNameService):
        return
    yield Finding(
        value,
        f"trafficDistribution {_OLD} is deprecated: its name is now {_NEW}",
        (_OLD,),
        notes=(
            Note(f"{_TITLE}, which means the same", voice=Voice.HELP),
            Note(f"clusters before Kubernetes 1.34 refuse {_NEW}"),
        ),
        fix=Fix(_TITLE, Safety.UNSAFE, (Edit(value.place, value.place.text.replace(_OLD, _NEW)),)) if value.written else None,
        label="deprecated since Kubernetes 1.35",
    )


RULE = Rule(
    name="traffic-distribution-deprecated",
    code="SVC705",
    summary="a traffic distribution goes by its old name",
    category=Category.HAZARD,
    subject=Subject.SERVICE,
    check=check,
    fixes="unsafe",
    options=("kubernetes-version",),
)
