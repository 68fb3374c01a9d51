"""Which objects a patch or a replacement is for (kustomize api/types/selector.go)."""

import re
from functools import lru_cache

from svclint.model.field import Field
from svclint.record import NamedTuple
from svclint.source.pattern import pattern
from svclint.workspace.kustomize.draft import Draft, Drafts, Identity
from svclint.workspace.kustomize.graft import text_of
from svclint.workspace.kustomize.merge import PatchError
from svclint.yaml.node import Mapping

_GROUPS_REPEATED = pattern(r"\)[*+{?]")
_REPEATS = pattern(r"[*+{]")
_REPEATED = 3  # each may multiply the time by the length of a name
_PATTERN = 1000
_REQUIREMENT = pattern(r"\s*(!?)\s*([^\s=!,()]+)\s*(?:(==|=|!=)\s*([^\s,()]*)|\s(in|notin)\s*\(([^()]*)\))?\s*(?:,|\Z)")


class Target(NamedTuple):
    """The patterns of a `target` or `select`; an empty one matches everything."""

    group: str = ""
    version: str = ""
    kind: str = ""
    name: str = ""
    namespace: str = ""
    labels: str = ""
    annotations: str = ""

    def matches(self, draft: Draft, drafts: Drafts) -> bool:
        """Whether an object is meant, by its first name or its present one. Raises PatchError for a pattern that cannot be used."""
        first, now = draft.identities[0], draft.identities[-1]
        return (
            (_fits(self.namespace, first.space) or _fits(self.namespace, now.space))
            and (_fits(self.name, first.name) or _fits(self.name, now.name))
            and self.fits_kind(now)
            and self.has_labels(draft, drafts)
        )

    def fits_kind(self, identity: Identity) -> bool:
        """Whether the kind is meant."""
        return _fits(self.kind, identity.kind) and _fits(self.group, identity.group) and _fits(self.version, identity.version)

    def fits(self, identity: Identity) -> bool:
        """Whether kind and name are meant."""
        return self.fits_kind(identity) and _fits(self.name, identity.name) and _fits(self.namespace, identity.namespace)

    def has_labels(self, draft: Draft, drafts: Drafts) -> bool:
        """Whether the object has the labels and the annotations that are asked for."""
        for wanted, name in ((self.labels, "labels"), (self.annotations, "annotations")):
            if wanted and not _selects(wanted, _pairs(drafts.root(draft), name)):
                return False
        return True


def read_target(field: Field) -> Target:
    """The patterns that are written in a `target` or `select`."""
    names = ("group", "version", "kind", "name", "namespace", "labelSelector", "annotationSelector")
    return Target(*(text_of(field.child(name).node) for name in names))


def _fits(pattern: str, value: str) -> bool:
    return not pattern or pattern == value or _compiled(pattern).match(value) is not None


@lru_cache(maxsize=1 << 10)
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of Go's for the whole of a text; those that could take Python's engine very long are refused."""
    if len(pattern) > _PATTERN or _GROUPS_REPEATED.search(pattern) or len(_REPEATS.findall(pattern)) > _REPEATED:
        raise PatchError("a target with an intricate pattern")
    try:
        return re.compile(rf"(?:{pattern})\Z")
    except (re.error, RecursionError, OverflowError) as error:
        raise PatchError(f"a target with the pattern {pattern}") from error


def _pairs(root: Mapping, name: str) -> dict[str, str]:
    metadata = root.get("metadata")
    pairs = metadata.get(name) if isinstance(metadata, Mapping) else None
    return {key: text_of(entry.value) for key, entry in pairs.fields.items()} if isinstance(pairs, Mapping) else {}


def _selects(selector: str, pairs: dict[str, str]) -> bool:
    """Whether pairs fulfil a label selector in its text form (k8s.io/apimachinery pkg/labels, Parse)."""
    at = 0
    while at < len(selector):
        found = _REQUIREMENT.match(selector, at)
        if found is None:
            raise PatchError(f"a target with the selector {selector}")
        absent, key, operator, value, among, values = found.groups()
        if not _fulfils(pairs.get(key), absent, operator or among, [value] if operator else _words(values)):
            return False
        at = found.end()
    return True


def _fulfils(value: str | None, absent: str, operator: str | None, values: list[str]) -> bool:
    if operator is None:
        return (value is None) == bool(absent)
    return value in values if operator in ("=", "==", "in") else value not in values


def _words(listed: str | None) -> list[str]:
    return [word.strip() for word in (listed or "").split(",")]
