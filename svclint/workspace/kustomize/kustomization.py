"""What a kustomization file says."""

import posixpath
from collections.abc import Iterable, Iterator

from svclint.model.field import Field, root_field
from svclint.record import NamedTuple
from svclint.source.file import SourceFile
from svclint.source.place import Place
from svclint.workspace.kustomize.fieldspec import FieldSpec, read_specs
from svclint.workspace.kustomize.graft import is_null, text_of
from svclint.yaml.node import Entry, Mapping, Node, Scalar
from svclint.yaml.read import read_all

KUSTOMIZATION_NAMES = frozenset({"kustomization.yaml", "kustomization.yml", "Kustomization"})


def is_kustomization(file: SourceFile) -> bool:
    """Whether a file is one by its name, whatever stands in it."""
    return file.path.rpartition("/")[2] in KUSTOMIZATION_NAMES


_FOREIGN = ("helmCharts", "helmChartInflationGenerator")


class Reference(NamedTuple):
    """Another file or folder: as written, where, and its path from the root; None for what is not in the workspace."""

    text: str
    place: Place
    path: str | None

    @property
    def is_remote(self) -> bool:
        """Whether it looks like something to be fetched."""
        head = self.text.partition("/")[0]
        return "://" in self.text or "?ref=" in self.text or "git@" in self.text or (self.path is not None and head.endswith(".com"))


class Patch(NamedTuple):
    """A patch, in a file of its own or `inline`. `field` is what says so: its `target`, its `options`."""

    field: Field
    reference: Reference | None
    inline: Scalar | None
    needs_target: bool = False


class Labelling(NamedTuple):
    """Pairs to add: to the object's own labels, its `templates`, its `selectors` and the further `fields`."""

    pairs: dict[str, Entry]
    selectors: bool
    templates: bool
    fields: tuple[FieldSpec, ...] = ()


class Kustomization(NamedTuple):
    """The fields of a kustomization; `place` is where to point at it as a whole.

    `resources` are those and the `bases`, in the order in which they are built. `foreign` are the fields that bring in what
    is not in the workspace; `problem` tells why the file cannot be read.
    """

    directory: str
    file: SourceFile
    place: Place
    root: Field | None = None
    problem: str = ""
    is_component: bool = False
    resources: tuple[Reference, ...] = ()
    components: tuple[Reference, ...] = ()
    generators: tuple[Reference, ...] = ()
    transformers: tuple[Reference, ...] = ()
    configurations: tuple[Reference, ...] = ()
    patches: tuple[Patch, ...] = ()
    late_patches: tuple[Patch, ...] = ()
    namespace: Field | None = None
    name_prefix: Field | None = None
    name_suffix: Field | None = None
    labels: tuple[Labelling, ...] = ()
    replicas: tuple[Field, ...] = ()
    replacements: tuple[Field, ...] = ()
    vars: Field | None = None
    foreign: tuple[Field, ...] = ()

    @property
    def patch_files(self) -> Iterator[str]:
        """The paths of the files that are patches."""
        for patch in (*self.patches, *self.late_patches):
            if patch.reference is not None and patch.reference.path is not None:
                yield patch.reference.path

    @property
    def uses(self) -> Iterator[Reference]:
        """All that it builds from."""
        yield from (*self.resources, *self.components, *self.generators, *self.transformers)


def read_kustomization(file: SourceFile) -> Kustomization:
    """The kustomization in a file; one with a `problem` where it cannot be read."""
    directory = file.directory
    documents = read_all(file)
    root = documents[0].root if documents else None
    if not isinstance(root, Mapping):
        begin = len(file.text) - len(file.text.lstrip())
        problem = "a kustomization that cannot be read" if documents else "an empty kustomization"
        return Kustomization(directory, file, Place(file, begin, begin), problem=problem)
    field = root_field(root)
    return Kustomization(
        directory,
        file,
        root.entries[0][0].place if root.entries else root.place,
        root=field,
        is_component=field.word("kind") == "Component",
        resources=(*references(field.child("resources"), directory), *references(field.child("bases"), directory)),
        components=references(field.child("components"), directory),
        generators=references(field.child("generators"), directory),
        transformers=references(field.child("transformers"), directory),
        configurations=references(field.child("configurations"), directory),
        patches=(*read_merges(field.child("patchesStrategicMerge"), directory), *read_patches(field.child("patches"), directory)),
        late_patches=read_patches(field.child("patchesJson6902"), directory, needs_target=True),
        namespace=_present(field.child("namespace")),
        name_prefix=_present(field.child("namePrefix")),
        name_suffix=_present(field.child("nameSuffix")),
        labels=(*map(_labelling, field.child("labels").items()), *_common_labels(field.child("commonLabels"))),
        replicas=tuple(field.child("replicas").items()),
        replacements=tuple(field.child("replacements").items()),
        vars=_present(field.child("vars")),
        foreign=tuple(child for child in map(field.child, _FOREIGN) if child.present),
    )


def references(listed: Field, directory: str) -> tuple[Reference, ...]:
    """The files and folders of a list, as they are named from a folder."""
    return tuple(reference(item, directory) for item in listed.items() if text_of(item.node))


def reference(field: Field, directory: str) -> Reference:
    """The file or folder that is named from a folder; what is a URL or leads out of the root is not in the workspace."""
    text = text_of(field.node)
    path: str | None = None
    if text and "://" not in text and "\n" not in text and not text.startswith("/"):
        path = posixpath.normpath(posixpath.join(directory, text))
        path = None if path.startswith("..") else "" if path == "." else path
    return Reference(text, field.place, path)


def read_patches(listed: Field, directory: str, *, needs_target: bool = False) -> tuple[Patch, ...]:
    """The items of `patches` or `patchesJson6902`."""
    return tuple(read_patch(item, directory, needs_target=needs_target) for item in listed.items() if item.present)


def read_patch(item: Field, directory: str, *, needs_target: bool = False, inline: str = "patch") -> Patch:
    """An object with a `path` or with the patch itself."""
    node, path = item.child(inline).node, item.child("path")
    written = node if isinstance(node, Scalar) and node.text.strip() else None
    return Patch(item, reference(path, directory) if path.present and written is None else None, written, needs_target)


def read_merges(listed: Field, directory: str) -> tuple[Patch, ...]:
    """The items of `patchesStrategicMerge`: each a path, or the patch itself."""
    return tuple(
        Patch(item, None, item.node) if _is_patch(item.node) else Patch(item, reference(item, directory), None)
        for item in listed.items()
        if isinstance(item.node, Scalar)
    )


def _is_patch(node: Scalar) -> bool:
    return "\n" in node.text.strip() or node.text.lstrip().startswith("{")


def _present(field: Field) -> Field | None:
    return field if field.present else None


def _labelling(item: Field) -> Labelling:
    selectors, templates = (text_of(item.child(name).node) == "true" for name in ("includeSelectors", "includeTemplates"))
    return Labelling(read_pairs(item.child("pairs")), selectors, templates, read_specs(item.child("fields")))


def _common_labels(field: Field) -> Iterable[Labelling]:
    pairs = read_pairs(field)
    return (Labelling(pairs, selectors=True, templates=True),) if pairs else ()


def read_pairs(field: Field) -> dict[str, Entry]:
    """The pairs of a map of strings, each placed at its value."""
    pairs = {}
    for name in field.names():
        child = field.entry(name)
        if isinstance(child.node, Scalar) and isinstance(field.node, Mapping):
            pairs[name] = Entry(field.node.fields[name].key, _string(child.node, child.place))
    return pairs


def _string(node: Node, place: Place) -> Scalar:
    return Scalar(place.file, place.begin, place.end, "" if is_null(node) else text_of(node), style='"', alias=place)
