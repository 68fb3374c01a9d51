"""A value of a manifest with the place it stands at and the path of its field."""

from typing import Generic, TypeVar

from svclint.record import NamedTuple
from svclint.source.place import Place
from svclint.yaml.path import FieldPath

T_co = TypeVar("T_co", covariant=True)


class Located(NamedTuple, Generic[T_co]):
    """A value, where it is written, and its field.

    An absent field is located at its nearest present parent: `value` is then what Kubernetes makes of the absence.
    `written` is False for those, and for a value that came through an alias or a merge, or has a tag: no edit can be
    made there.
    """

    value: T_co
    place: Place
    path: FieldPath
    written: bool = True
