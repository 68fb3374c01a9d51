"""The transformers of a kustomization, in kustomize's order (kustomize api/internal/target/kusttarget_configplugin.go)."""

from collections.abc import Callable, Mapping

from svclint.model.field import Field
from svclint.source.file import SourceFile
from svclint.source.place import Place
from svclint.workspace.kustomize.draft import Draft, Drafts
from svclint.workspace.kustomize.fieldspec import FieldSpec
from svclint.workspace.kustomize.kustomization import Kustomization, Patch
from svclint.workspace.kustomize.merge import PatchError
from svclint.workspace.kustomize.patch import Application, Content, read_content
from svclint.workspace.kustomize.replacement import Replacing
from svclint.workspace.kustomize.state import State
from svclint.workspace.kustomize.transform import add_affix, add_labels, add_pairs, set_namespace, set_replicas
from svclint.yaml.node import Entry


class Contents:
    """What the patch files say, each read once."""

    def __init__(self, files: Mapping[str, SourceFile]) -> None:
        self.files = files
        self._known: dict[str, Content | PatchError] = {}

    def of(self, patch: Patch) -> Content:
        """What a patch says. Raises PatchError where it cannot be read."""
        path = patch.reference.path if patch.reference and patch.inline is None else None
        if path is None:
            return read_content(patch, self.files.get)
        if path not in self._known:
            try:
                self._known[path] = read_content(patch, self.files.get)
            except PatchError as error:
                self._known[path] = error
        known = self._known[path]
        if isinstance(known, PatchError):
            raise known
        return known


class Transforms:
    """Changes the objects of a build."""

    def __init__(self, state: State, nodes: Drafts, contents: Contents) -> None:
        self._state = state
        self._nodes = nodes
        self._contents = contents

    def of_kustomization(self, one: Kustomization) -> None:
        """All that the fields of a kustomization do."""
        for patch in one.patches:
            self.patch(patch)
        configuration = self._state.configuration
        if one.namespace is not None:
            self.namespace(one.namespace)
        if one.name_prefix is not None:
            self.affix(one.name_prefix)
        if one.name_suffix is not None:
            self.affix(one.name_suffix, after=True)
        for labelling in one.labels:
            at = next((entry.key.place for entry in labelling.pairs.values()), one.place)
            self._each(at, lambda draft: add_labels(draft, self._nodes, labelling, configuration))  # noqa: B023 - called at once
        for patch in one.late_patches:
            self.patch(patch)
        for item in one.replicas:
            self.replicas(item)
        for item in one.replacements:
            self.replacement(item, one.directory)

    def pairs(self, pairs: dict[str, Entry], specs: tuple[FieldSpec, ...], at: Place) -> None:
        """Add pairs to some fields of all objects."""
        self._each(at, lambda draft: add_pairs(draft, self._nodes, pairs, specs))

    def report(self, what: str, place: Place) -> None:
        """Note what could not be carried out."""
        self._state.report(what, place)

    def patch(self, patch: Patch) -> None:
        """Apply a patch."""
        if patch.reference is not None and patch.reference.path in self._contents.files:
            self._state.files.add(patch.reference.path or "")
        try:
            content = self._contents.of(patch)
        except PatchError as error:
            self._state.report(str(error), patch.reference.place if patch.reference else patch.field.near)
            return
        self._state.drafts = Application(patch, content, self._nodes, self._state.report).to(self._state.drafts)

    def namespace(self, value: Field, *, unset_only: bool = False) -> None:
        """Put all objects into a namespace."""
        if not value.text().value:
            return
        further = self._state.configuration.namespace
        self._each(
            value.place,
            lambda draft: draft if unset_only and draft.identity.namespace else set_namespace(draft, self._nodes, value, further),
        )

    def affix(self, value: Field, *, after: bool = False) -> None:
        """Put something before, or `after`, all names."""
        if not value.text().value:
            return
        configuration = self._state.configuration
        further = configuration.name_suffix if after else configuration.name_prefix
        self._each(value.place, lambda draft: add_affix(draft, self._nodes, value, further, after=after))

    def replicas(self, item: Field) -> None:
        """Set the number of replicas of the objects of a name."""
        name, count = item.word("name") or "", item.child("count")
        further = self._state.configuration.replicas
        if not any(one.name == name for draft in self._state.drafts for one in draft.identities):
            self._state.report(f"replicas of {name or '(none)'}, which is not built here", item.near)
        self._each(item.near, lambda draft: set_replicas(draft, self._nodes, name, count, further))

    def replacement(self, item: Field, directory: str) -> None:
        """Carry out a replacement, or those in the file that it names."""
        Replacing(self._state, self._nodes, self._contents.files).carry_out(item, directory)

    def _each(self, at: Place, change: Callable[[Draft], Draft]) -> None:
        changed = []
        for draft in self._state.drafts:
            try:
                changed.append(change(draft))
            except (PatchError, RecursionError) as error:
                changed.append(draft)
                self._state.report(str(error) if isinstance(error, PatchError) else "an object that is nested too deeply", at)
        self._state.drafts = changed
