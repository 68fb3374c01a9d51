"""A label selector: labels and expressions."""

from svclint.model.field import Field
from svclint.model.resource import Labels, read_labels
from svclint.record import NamedTuple


class Requirement(NamedTuple):
    """An item of matchExpressions."""

    key: str
    operator: str
    values: tuple[str, ...]


class LabelSelector(NamedTuple):
    """metav1.LabelSelector: all of `labels` and `requirements` have to hold; an empty one matches everything.

    `complete` is False where something in it does not decode: nobody knows then what it matches.
    """

    labels: Labels
    requirements: tuple[Requirement, ...] = ()
    complete: bool = True

    def matches(self, labels: Labels) -> bool:
        """Whether an object with these labels is selected (apimachinery pkg/labels Requirement.Matches)."""
        wanted = all(key in labels and labels[key].value == value.value for key, value in self.labels.items())
        return wanted and all(_holds(one, labels) for one in self.requirements)


def read_label_selector(field: Field) -> LabelSelector:
    """The selector of a field; an empty one where there is none."""
    labels = read_labels(field.child("matchLabels"))
    requirements = tuple(map(_requirement, field.child("matchExpressions").items()))
    known = all(one.key and one.operator in ("In", "NotIn", "Exists", "DoesNotExist") for one in requirements)
    return LabelSelector(labels, requirements, labels.complete and known)


def _requirement(item: Field) -> Requirement:
    values = tuple(value.text().value or "" for value in item.child("values").items())
    return Requirement(item.word("key") or "", item.word("operator") or "", values)


def _holds(one: Requirement, labels: Labels) -> bool:
    value = labels[one.key].value if one.key in labels else None
    match one.operator:
        case "In":
            return value in one.values
        case "NotIn":
            return value not in one.values
        case "Exists":
            return value is not None
        case _:
            return value is None
