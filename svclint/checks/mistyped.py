"""A value of the wrong type: what it is, why YAML makes that of it, and how to write what was meant."""

from typing import Any

from svclint.apiserver.schema import Shape, Type
from svclint.checks.faulty import cut
from svclint.checks.written import Written
from svclint.model.located import Located
from svclint.record import NamedTuple
from svclint.yaml.node import Node, Scalar
from svclint.yaml.path import FieldPath
from svclint.yaml.scalars import refusal

_MAPS = {("metadata", "labels"): "label", ("metadata", "annotations"): "annotation", ("spec", "selector"): "selector label"}
"""The maps whose keys are the user's own, with what a pair of each is called."""


class Mistyped(NamedTuple):
    """A value that does not fit: where it is, how it is written, and the type of its field."""

    at: Located[Any]
    written: Written
    kind: Type

    @property
    def node(self) -> Node | None:
        """The value as it is written."""
        return self.written.node

    @property
    def steps(self) -> list[str | int]:
        """The steps of the path of the field."""
        return self.at.path.steps()

    @property
    def pair(self) -> str:
        """What the pair is called whose value this is: label, annotation, selector label; empty for any other field."""
        steps = self.steps
        return _MAPS.get((str(steps[0]), str(steps[1])), "") if len(steps) == 3 else ""

    @property
    def field(self) -> str:
        """The last name in the path: that of the list for an item of one. Empty for the value of a pair."""
        return "" if self.pair else next((step for step in reversed(self.steps) if isinstance(step, str)), "")

    @property
    def key(self) -> str:
        """What stands before the value in its line; empty for an item of a list."""
        return f"{self.written.key.text}: " if self.written.key else ""

    @property
    def text(self) -> str:
        """A scalar's text without quotes; empty for anything else."""
        return self.node.text if isinstance(self.node, Scalar) else ""

    @property
    def is_plain(self) -> bool:
        """Whether the value can be put in quotes where it stands."""
        return self.at.written and isinstance(self.node, Scalar) and not self.node.style and bool(self.node.text)

    @property
    def is_tagged(self) -> bool:
        """Whether an explicit tag decides the type."""
        return isinstance(self.node, Scalar) and self.node.tag is not None

    @property
    def refusal(self) -> str:
        """Why the value has no JSON at all, in go-yaml's words; empty where it has."""
        return refusal(self.node) if isinstance(self.node, Scalar) else ""

    @property
    def is_overflow(self) -> bool:
        """Whether the value is a whole number that the field is too small for."""
        return self._is_misfit_number and self.at.value == self.at.value // 1

    @property
    def is_fraction(self) -> bool:
        """Whether the value is a number with a fraction where only whole ones are taken."""
        return self._is_misfit_number and self.at.value != self.at.value // 1

    @property
    def _is_misfit_number(self) -> bool:
        number = isinstance(self.at.value, (int, float)) and not isinstance(self.at.value, bool)
        return number and self.kind.shape in (Shape.INTEGER, Shape.PORT)

    @property
    def shown(self) -> str:
        """The value as messages show it."""
        value = self.at.value
        if isinstance(value, bool):
            return str(value).lower()
        return "" if isinstance(value, (dict, list)) else cut(value)


def field_name(path: FieldPath) -> str:
    """How a message calls a field: port, externalIPs[0], label app."""
    steps = path.steps()
    if len(steps) == 3 and (str(steps[0]), str(steps[1])) in _MAPS:
        return f"{_MAPS[str(steps[0]), str(steps[1])]} {steps[2]}"
    return f"{steps[-2]}[{steps[-1]}]" if len(steps) > 1 and isinstance(steps[-1], int) else str(steps[-1])


def reading(one: Mistyped) -> str:
    """What YAML makes of a scalar, where that is not what is written."""
    value, text = one.at.value, one.text
    if one.is_tagged:
        return "its tag decides the type"
    if isinstance(value, bool):
        return "a boolean" if text.lower() in ("true", "false") else f"YAML 1.1 reads {text} as {str(value).lower()}"
    if isinstance(value, str):
        return "text"
    return "a number" if text == str(value) else f"YAML reads {cut(text)} as {value}"
