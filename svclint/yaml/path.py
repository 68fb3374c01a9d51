"""The path of a field, printed as the API server prints it."""

from typing import Final


class FieldPath:
    """A step below another path; the root has no parent and prints as the empty string.

    Prints as Go's field.Path does: `spec.ports[0].nodePort`, and `metadata.annotations[a.b/c]` for a key of a map
    (k8s.io/apimachinery pkg/util/validation/field/path.go). `step` is the field's name, the key, or the index.
    """

    __slots__ = ("_shown", "parent", "step")

    def __init__(self, parent: "FieldPath | None" = None, step: str | int = "", shown: str = "") -> None:
        self.parent = parent
        self.step = step
        self._shown = shown

    def child(self, name: str, shown: str = "") -> "FieldPath":
        """The field `name` of this one; `shown` is how the server spells it where that differs."""
        spelled = shown or name
        return FieldPath(self, name, spelled if self.parent is None else f".{spelled}")

    def index(self, number: int) -> "FieldPath":
        """The item at a 0-based index of this list."""
        return FieldPath(self, number, f"[{number}]")

    def below(self, step: str | int) -> "FieldPath":
        """The field of that name, or the item at that index."""
        return self.child(step) if isinstance(step, str) else self.index(step)

    def key(self, name: str) -> "FieldPath":
        """The entry of a map whose keys are the user's: labels, annotations, selectors."""
        return FieldPath(self, name, f"[{name}]")

    def steps(self) -> list[str | int]:
        """Names, keys and indexes from the root."""
        path: FieldPath | None = self
        steps: list[str | int] = []
        while path is not None and path.parent is not None:
            steps.append(path.step)
            path = path.parent
        return steps[::-1]

    def __str__(self) -> str:
        return self._shown if self.parent is None else f"{self.parent}{self._shown}"

    def __repr__(self) -> str:
        return f"FieldPath({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FieldPath) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))


ROOT: Final = FieldPath()
