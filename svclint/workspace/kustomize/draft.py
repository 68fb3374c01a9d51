"""An object on its way through a build."""

from collections import abc
from collections.abc import Iterator, Sequence

from svclint.model.field import Field, root_field
from svclint.model.objects import object_roots, read_object
from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.policy.kinds import wanted_with
from svclint.policy.pods import PodSetting
from svclint.record import NamedTuple
from svclint.source.file import SourceFile
from svclint.workspace.facts import FileFacts
from svclint.workspace.kustomize.graft import text_of
from svclint.workspace.kustomize.merge import PatchError
from svclint.yaml.node import Mapping
from svclint.yaml.read import read_documents


class Identity(NamedTuple):
    """What an object is known by (kyaml resid/resid.go)."""

    group: str
    version: str
    kind: str
    name: str
    namespace: str

    @property
    def space(self) -> str:
        """The namespace, `default` where there is none."""
        return self.namespace or "default"

    @property
    def effective(self) -> "Identity":
        """The identity with that namespace: what two are compared by."""
        return self if self.namespace else self._replace(namespace="default")


class Draft(NamedTuple):
    """An object: its views in the file, all names it had (the first, …, the present one), and its node once something touched it."""

    origins: tuple[Service | Workload, ...]
    identities: tuple[Identity, ...]
    node: Mapping | None = None

    @property
    def identity(self) -> Identity:
        """What the object is known by now."""
        return self.identities[-1]

    @property
    def file(self) -> SourceFile:
        """The file that the object is written in."""
        return self.origins[0].file

    def known_as(self, identity: Identity) -> bool:
        """Whether the object has or had that identity."""
        return any(one.name == identity.name and one.effective == identity for one in self.identities)

    def remembered(self) -> "Draft":
        """The object with its present name kept among those that it is known by, whatever its next one is."""
        known = self.identities
        return self if len(known) > 1 and known[-2] == known[-1] else self._replace(identities=(*known, known[-1]))

    def changed(self, node: Mapping) -> "Draft":
        """The object with another node."""
        identity = identity_of(node)
        return Draft(self.origins, self.identities if identity == self.identity else (*self.identities[:-1], identity), node)

    def built(self, described: Sequence[PodSetting]) -> Iterator[tuple[Service | Workload, Service | Workload]]:
        """The views of the object as built, each beside the one in the file."""
        if self.node is None:
            yield from ((one, one) for one in self.origins)
            return
        views = (one for one in read_object(root_field(self.node), described) if isinstance(one, (Service, Workload)))
        for index, resource in enumerate(views):
            yield resource, self.origins[min(index, len(self.origins) - 1)]


def identity_of(root: Mapping) -> Identity:
    """What an object is known by."""
    group, _, version = text_of(root.get("apiVersion")).rpartition("/")
    metadata = root.get("metadata")
    named = metadata if isinstance(metadata, Mapping) else None
    names = [text_of(named.get(name)) if named else "" for name in ("name", "namespace")]
    return Identity(group, version, text_of(root.get("kind")), *names)


def drafts_of(services: tuple[Service, ...], workloads: tuple[Workload, ...]) -> list[Draft]:
    """The objects of a file, in its order."""
    drafts: list[Draft] = []
    resources: list[Service | Workload] = [*services, *workloads]
    for resource in sorted(resources, key=lambda one: one.place.begin):
        group, _, version = resource.api_version.rpartition("/")
        identity = Identity(group, version, resource.kind, resource.name, resource.namespace)
        before = drafts[-1] if drafts else None
        if before is not None and before.origins[0].place == resource.place and not isinstance(resource, Service):
            drafts[-1] = before._replace(origins=(*before.origins, resource))
        else:
            drafts.append(Draft((resource,), (identity,)))
    return drafts


class Drafts:
    """The nodes of objects: those of workloads are read again where a file's facts have not kept them."""

    def __init__(self, files: abc.Mapping[str, FileFacts], described: Sequence[PodSetting]) -> None:
        self._files = files
        self._described = described
        self._roots: dict[str, dict[tuple[int, str, str], Mapping]] = {}

    def root(self, draft: Draft) -> Mapping:
        """The node of an object as it is now. Raises PatchError where it cannot be had."""
        if draft.node is not None:
            return draft.node
        origin = draft.origins[0]
        if isinstance(origin, Service) and isinstance(origin.root.node, Mapping):
            return origin.root.node
        found = self._in(draft.file).get((origin.place.begin, origin.name, origin.namespace))
        if found is None:
            raise PatchError("an object that cannot be read again")
        return found

    def _in(self, file: SourceFile) -> dict[tuple[int, str, str], Mapping]:
        known = self._roots.get(file.path)
        if known is None:
            known = self._roots[file.path] = {}
            kept = self._files[file.path].documents if file.path in self._files else ()
            if not any(document.root for document in kept):
                kept = read_documents(file, wanted_with(self._described))
            for document in kept:
                for root in object_roots(document.root):
                    if isinstance(root.node, Mapping):
                        known.setdefault(_key(root), root.node)
        return known


def _key(root: Field) -> tuple[int, str, str]:
    metadata = root.child("metadata")
    name, namespace = (metadata.word(one) or "" for one in ("name", "namespace"))
    return root.child("kind").place.begin, name, namespace
