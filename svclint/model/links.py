"""Who relies on which Service: all that an object tells of it."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from svclint.model.annotations import read_annotations
from svclint.model.field import Field
from svclint.model.grant import Grant, read_grant
from svclint.model.hostreferences import read_host_references
from svclint.model.istio import DestinationRule, ServiceEntry, read_istio
from svclint.model.made import MadeService, read_made
from svclint.model.monitor import Monitor, read_monitor
from svclint.model.networkpolicy import NetworkPolicy, read_network_policy
from svclint.model.reference import Reference, read_references
from svclint.policy.hosts import CLUSTER_LOCAL
from svclint.policy.kinds import OTHER_KINDS
from svclint.policy.pods import PodSetting
from svclint.policy.referrers.path import ReferenceSetting
from svclint.policy.referrers.table import LINKED_KINDS, SPECIAL_KINDS

Link: TypeAlias = Reference | MadeService | Monitor | NetworkPolicy | Grant | DestinationRule | ServiceEntry

_SILENT = OTHER_KINDS - {"ConfigMap"}
"""The kinds without pods, and so without programs that are given host names."""


def read_links(
    field: Field, described: Sequence[ReferenceSetting] = (), pods: Sequence[PodSetting] = (), domain: str = CLUSTER_LOCAL
) -> Iterator[Link]:
    """The references of an object and what bears on references.

    `described` are the references that the settings tell of, `pods` the kinds with pods that they tell of; `domain` is
    the cluster's in DNS.
    """
    if "$patch" in field.names():
        return  # a directive of a kustomize patch: there is no such object
    kind = field.word("kind") or ""
    version = field.word("apiVersion") or ""
    if kind in LINKED_KINDS or described:
        yield from read_references(field, kind, version, described, domain)
        yield from read_annotations(field, kind, version)
        yield from read_made(field, kind, version)
    if kind in SPECIAL_KINDS:
        for read in (read_monitor, read_network_policy, read_grant, read_istio):
            if one := read(field, kind, version):
                yield one
    elif kind not in _SILENT and (kind != "Service" or version != "v1"):
        yield from read_host_references(field, kind, version, pods, domain)
