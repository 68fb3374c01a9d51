"""From the path of a field error to its place in the manifest."""

from typing import Any

from svclint.apiserver.fielderror import FieldError
from svclint.model.field import Field
from svclint.model.located import Located
from svclint.yaml.path import FieldPath

_PLURAL, _SINGULAR = ("spec", "clusterIPs"), ("spec", "clusterIP")


class Locator:
    """Finds fields in a manifest, however many are asked for.

    `ports` is the entry of the manifest that each port of the judged object comes from, where the two are not the same
    (see Judgement).
    """

    def __init__(self, root: Field, ports: tuple[int | None, ...] | None = None) -> None:
        self._root = root
        self._ports = ports
        self._items: dict[tuple[str | int, ...], tuple[Field, ...]] = {}

    def locate(self, error: FieldError) -> Located[Any]:
        """The value to blame: its place, or that of its key; of what is missing the nearest present parent's."""
        steps = tuple(error.exact.steps())
        if error.on_key and steps:
            parent, name = self._field(steps[:-1]), str(steps[-1])
            return Located(error.value, parent.key_place(name), error.path, parent.writes(name))
        field = self._field(steps)
        return Located(error.value, field.place, error.path, field.present and field.is_plainly_written)

    def other(self, path: FieldPath) -> Located[Any]:
        """The place of another field that an error speaks of."""
        field = self._field(tuple(path.steps()))
        return Located(None, field.place, path, field.present and field.is_plainly_written)

    def _field(self, steps: tuple[str | int, ...]) -> Field:
        field = self._root
        for length, step in enumerate(self._traced(steps), 1):
            if isinstance(step, str):
                field = field.child(step)
                continue
            items = self._listed(steps[: length - 1], field)
            if step < 0:
                return Field(None, field.path, field.near, field.site)  # not of this manifest: its list stands for it
            field = items[step] if step < len(items) else Field(None, field.path.index(step), field.near, field.site)
        return field

    def _traced(self, steps: tuple[str | int, ...]) -> tuple[str | int, ...]:
        """The steps through the manifest as it is written; -1 for an item that it does not have."""
        if self._ports is not None and steps[:2] == ("spec", "ports") and len(steps) > 2 and isinstance(steps[2], int):
            origin = self._ports[steps[2]] if steps[2] < len(self._ports) else steps[2]
            return (*steps[:2], -1 if origin is None else origin, *steps[3:])
        if steps[:2] == _PLURAL and not self._root.at("spec.clusterIPs").present and self._root.at("spec.clusterIP").present:
            return _SINGULAR
        return steps

    def _listed(self, steps: tuple[str | int, ...], field: Field) -> tuple[Field, ...]:
        if steps not in self._items:
            self._items[steps] = tuple(field.items())
        return self._items[steps]
