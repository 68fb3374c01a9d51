"""A value of a manifest with the place it stands at and the path of its field."""

from typing import Generic, NamedTuple, TypeVar

from svclint.source.place import Place
from svclint.yaml.path import FieldPath

T = TypeVar("T")


class Located(NamedTuple, Generic[T]):
    """A value, where it is written, and its field.

    An absent field is located at its nearest present parent: `value` is then what Kubernetes makes of the absence.
    """

    value: T
    place: Place
    path: FieldPath
