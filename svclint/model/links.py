"""Who relies on which Service: all that a document tells of it."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from svclint.model.annotations import read_annotations
from svclint.model.grant import Grant, read_grant
from svclint.model.hostreferences import read_host_references
from svclint.model.istio import DestinationRule, ServiceEntry, read_istio
from svclint.model.made import MadeService, read_made
from svclint.model.monitor import Monitor, read_monitor
from svclint.model.networkpolicy import NetworkPolicy, read_network_policy
from svclint.model.objects import object_roots
from svclint.model.reference import Reference, read_references
from svclint.policy.pods import PodSetting
from svclint.policy.referrers.path import ReferenceSetting
from svclint.policy.referrers.table import LINKED_KINDS
from svclint.yaml.node import Node

Link: TypeAlias = Reference | MadeService | Monitor | NetworkPolicy | Grant | DestinationRule | ServiceEntry


def read_links(root: Node | None, described: Sequence[ReferenceSetting] = (), pods: Sequence[PodSetting] = ()) -> Iterator[Link]:
    """The references of the objects of a document and what bears on them, object by object.

    `described` are the references that the settings tell of, `pods` the kinds with pods that they tell of.
    """
    for field in object_roots(root):
        kind = field.child("kind").text().value or ""
        version = field.child("apiVersion").text().value or ""
        if "$patch" in field.names():
            continue  # a directive of a kustomize patch: there is no such object
        if kind in LINKED_KINDS or described:
            yield from read_references(field, kind, version, described)
            yield from read_annotations(field, kind, version)
            yield from read_made(field, kind, version)
            for read in (read_monitor, read_network_policy, read_grant, read_istio):
                if one := read(field, kind, version):
                    yield one
        yield from read_host_references(field, kind, version, pods)
