"""Objects out of short manifests."""

from svclint.model.field import Field
from svclint.model.objects import object_roots, read_objects
from svclint.model.resource import Resource
from svclint.model.workload import Workload
from svclint.policy.pods import PodSetting
from svclint.source.file import SourceFile
from svclint.yaml.read import read_all


def objects(text: str, described: tuple[PodSetting, ...] = ()) -> list[Resource]:
    """All that a text holds, in order."""
    return [one for document in read_all(SourceFile("m.yaml", text)) for one in read_objects(document.root, described)]


def workloads(text: str, described: tuple[PodSetting, ...] = ()) -> list[Workload]:
    """The workloads of a text."""
    return [one for one in objects(text, described) if isinstance(one, Workload)]


def fields(text: str) -> list[Field]:
    """The roots of all objects that a text holds."""
    return [field for document in read_all(SourceFile("m.yaml", text)) for field in object_roots(document.root)]
