"""The path of a field, printed as the API server prints it."""


class FieldPath:
    """A step below another path; the root has no parent and prints as the empty string.

    Prints as Go's field.Path does: `spec.ports[0].nodePort`, and `metadata.annotations[a.b/c]` for a key of a map
    (k8s.io/apimachinery pkg/util/validation/field/path.go).
    """

    __slots__ = ("parent", "step")

    def __init__(self, parent: "FieldPath | None" = None, step: str = "") -> None:
        self.parent = parent
        self.step = step

    def child(self, name: str) -> "FieldPath":
        """The field `name` of this one."""
        return FieldPath(self, name if self.parent is None else f".{name}")

    def index(self, number: int) -> "FieldPath":
        """The item at a 0-based index of this list."""
        return FieldPath(self, f"[{number}]")

    def key(self, name: str) -> "FieldPath":
        """The entry of a map whose keys are the user's: labels, annotations, selectors."""
        return FieldPath(self, f"[{name}]")

    def __str__(self) -> str:
        return self.step if self.parent is None else f"{self.parent}{self.step}"

    def __repr__(self) -> str:
        return f"FieldPath({str(self)!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FieldPath) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))


ROOT = FieldPath()
