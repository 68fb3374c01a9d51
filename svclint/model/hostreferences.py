"""Host names of Services in what programs are given: environment, arguments, ConfigMaps."""

from collections.abc import Iterator, Sequence

from svclint.model.field import Field
from svclint.model.located import Located
from svclint.model.podtemplate import PodTemplate, find_templates
from svclint.model.reference import Reference
from svclint.model.resource import Resource
from svclint.model.spelling import Name, read_hosts
from svclint.policy.hosts import CLUSTER_LOCAL, has_hosts
from svclint.policy.pods import PodSetting
from svclint.policy.referrers.path import Certainty, Crossing, PortMeans, Spelling


def read_host_references(
    root: Field, kind: str, api_version: str, described: Sequence[PodSetting] = (), domain: str = CLUSTER_LOCAL
) -> Iterator[Reference]:
    """The Services that the values of a ConfigMap name, or the containers of an object's pods, and the Service of their subdomain.

    `domain` is the cluster's in DNS.
    """
    if kind == "ConfigMap":
        yield from _in_fields(Resource(root), _values(root.child("data")), domain)
        return
    node = root.node
    text = node.file.text if node else ""
    hosts = node is not None and has_hosts(text, node.begin, node.end, domain)
    subdomain = node is not None and text.find("subdomain", node.begin, node.end) >= 0
    if not hosts and not subdomain:
        return  # most objects: their templates are not looked for again
    for template in find_templates(root, kind, api_version, described):
        source = Resource(root)
        if subdomain:
            yield from _subdomain(source, template)
        if hosts:
            yield from _in_fields(source, _given(template), domain)


def _values(data: Field) -> Iterator[Field]:
    for key in data.names():
        yield data.entry(key)


def _given(template: PodTemplate) -> Iterator[Field]:
    for containers in (template.containers, template.spec.child("initContainers")):
        for container in containers.items():
            for variable in container.child("env").items():
                yield variable.child("value")
            for name in ("command", "args"):
                yield from container.child(name).items()


def _in_fields(source: Resource, fields: Iterator[Field], domain: str) -> Iterator[Reference]:
    for field in fields:
        for name in read_hosts(field, domain):
            yield _reference(source, name)


def _reference(source: Resource, name: Name) -> Reference:
    means = PortMeans.NONE
    if name.port:
        means = PortMeans.SERVICE_PORT_NAME if isinstance(name.port.value, str) else PortMeans.SERVICE_PORT
    certainty = Certainty.SUPPOSED if name.supposed else Certainty.CERTAIN
    return Reference(
        source, name.name, name.namespace, name.port, means, Crossing.FREE, certainty, Spelling.TEXT, protocol="", of_pod=name.of_pod
    )


def _subdomain(source: Resource, template: PodTemplate) -> Iterator[Reference]:
    """Pods with a hostname have a name of their own in DNS, if the Service named by their subdomain exists and selects them."""
    text = template.spec.child("subdomain").text()
    if text.value and template.spec.child("hostname").present:
        name = Located(text.value, text.place, text.path, text.written)
        yield Reference(source, name, None, None, PortMeans.NONE, Crossing.OWN, Certainty.CERTAIN, Spelling.NAME)
