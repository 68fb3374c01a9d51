"""What kustomize builds from a kustomization (kustomize api/internal/target/kusttarget.go), over the files that were read."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from svclint.model.field import root_field
from svclint.policy.pods import PodSetting
from svclint.source.place import Place
from svclint.workspace.facts import FileFacts
from svclint.workspace.kustomize.draft import Draft, Drafts, drafts_of
from svclint.workspace.kustomize.fieldspec import read_configuration
from svclint.workspace.kustomize.kustomization import Kustomization, Reference
from svclint.workspace.kustomize.merge import PatchError
from svclint.workspace.kustomize.patch import roots
from svclint.workspace.kustomize.state import State
from svclint.workspace.kustomize.transformer import run_transformer
from svclint.workspace.kustomize.transforms import Contents, Transforms
from svclint.yaml.node import Mapping as Object

GENERATE_DATA = frozenset({"ConfigMapGenerator", "SecretGenerator"})
"""The generators of what is not read here."""
_DEPTH = 60
_STEPS = 5_000  # components run anew for each user of theirs: a few files could make them many
_LOCAL = "config.kubernetes.io/local-config"


class Builder:
    """Builds kustomizations, each once; it holds the nodes of all objects on the way and is to be dropped afterwards."""

    def __init__(
        self, files: Mapping[str, FileFacts], kustomizations: Mapping[str, Kustomization], described: Sequence[PodSetting] = ()
    ) -> None:
        self._files = files
        self._kustomizations = kustomizations
        self._built: dict[str, State] = {}
        self._open: list[str] = []
        self._nodes = Drafts(files, described)
        self._contents = Contents({path: facts.file for path, facts in files.items()})
        self._steps = 0

    def build(self, directory: str) -> State:
        """What the kustomization of a folder builds."""
        self._steps = 0
        state = self._state_of(self._kustomizations[directory])
        state.resolve_vars()
        return state

    def _state_of(self, one: Kustomization) -> State:
        state = self._built.get(one.directory)
        if state is None:
            state = State()
            self._run(one, state)
            if not self._open or not any(what.startswith("a circle") for what, _ in state.unapplied):
                self._built[one.directory] = state
        return state

    def _run(self, one: Kustomization, state: State) -> None:
        """Carry out a kustomization: on nothing, or, for a component, on what its user has."""
        self._steps += 1
        state.files.add(one.file.path)
        if one.problem:
            state.report(one.problem, one.place)
            return
        self._open.append(one.directory)
        for reference in one.resources:
            self._add_resource(reference, state)
        self._configure(one, state)
        for field in one.foreign:
            state.report(field.path.step if isinstance(field.path.step, str) else "", field.near)
        for reference in one.generators:
            self._with_documents(reference, state, lambda root: self._generate(root, state))
        for reference in one.components:
            self._add_component(reference, state)
        transforms = Transforms(state, self._nodes, self._contents)
        transforms.of_kustomization(one)
        for reference in one.transformers:
            self._with_documents(reference, state, lambda root: run_transformer(transforms, root, one.directory))
        state.vars = state.vars or (one.vars.near if one.vars else None)
        state.settle()
        self._open.pop()

    def _add_resource(self, reference: Reference, state: State) -> None:
        facts = self._files.get(reference.path) if reference.path is not None else None
        inner = self._inner(reference, state) if facts is None else None
        if facts is not None:
            state.files.add(facts.file.path)
            for draft in drafts_of(facts.services, facts.workloads):
                if _LOCAL not in facts.file.text or not self._is_local(draft):
                    state.add(draft)
            for document in facts.unread:
                state.report("a document that could not be read", Place(document.file, document.begin, document.begin))
        elif inner is not None and not inner.is_component:
            state.take(self._state_of(inner))
        elif inner is not None:
            state.report(f"the component {reference.text} among the resources", reference.place)

    def _add_component(self, reference: Reference, state: State) -> None:
        inner = self._inner(reference, state)
        if inner is not None and (inner.is_component or inner.problem):
            self._run(inner, state)
        elif inner is not None:
            state.report(f"{reference.text}, which is no component", reference.place)

    def _inner(self, reference: Reference, state: State) -> Kustomization | None:
        """The kustomization that a reference means; None, and a report, where it is not to be had."""
        inner = self._kustomizations.get(reference.path) if reference.path is not None else None
        if inner is None:
            state.report("a remote resource" if reference.is_remote else f"{reference.text}, which was not read", reference.place)
            return None
        if inner.directory in self._open:
            state.report("a circle of kustomizations", reference.place)
            state.is_circular = True
            return None
        if len(self._open) >= _DEPTH or self._steps >= _STEPS:
            state.report("more kustomizations than are followed", reference.place)
            return None
        return inner

    def _is_local(self, draft: Draft) -> bool:
        """Whether an object is for tools alone and never built."""
        metadata = self._nodes.root(draft).get("metadata")
        annotations = metadata.get("annotations") if isinstance(metadata, Object) else None
        if not isinstance(annotations, Object) or _LOCAL not in annotations.fields:
            return False
        return root_field(annotations).entry(_LOCAL).text().value != "false"

    def _configure(self, one: Kustomization, state: State) -> None:
        for reference in one.configurations:
            self._with_documents(reference, state, lambda root: self._extend(state, root))

    def _extend(self, state: State, root: Object) -> None:
        state.configuration = state.configuration.with_(read_configuration(root_field(root)))

    def _generate(self, root: Object, state: State) -> None:
        kind = root_field(root).child("kind")
        if kind.text().value not in GENERATE_DATA:
            state.report(f"the generator {kind.text().value or '(none)'}", kind.place)

    def _with_documents(self, reference: Reference, state: State, use: Callable[[Object], None]) -> None:
        """Use each object of a file, or of the files of a folder's kustomization."""
        try:
            for found in self._documents(reference):
                use(found)
        except PatchError as error:
            state.report(str(error), reference.place)

    def _documents(self, reference: Reference) -> Iterator[Object]:
        if reference.path is None or reference.is_remote:
            raise PatchError(f"{reference.text or 'something'}, which is not in the files")
        facts, inner = self._files.get(reference.path), self._kustomizations.get(reference.path)
        if facts is not None and facts.kustomization is None:
            yield from (root for root in roots(facts.file) if isinstance(root, Object))
        elif inner is not None:
            for one in inner.resources:
                below = self._files.get(one.path) if one.path is not None else None
                if below is None:
                    raise PatchError(f"{one.text}, which was not read")
                yield from (root for root in roots(below.file) if isinstance(root, Object))
        else:
            raise PatchError(f"{reference.text}, which was not read")
