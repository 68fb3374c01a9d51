"""typing.NamedTuple, made faster: of what a start takes, making the classes of all values was a fifth.

A NamedTuple compiles its `__new__` when the class is made; most of our classes are not used in most runs, so here the first
instance pays for that. Type checkers see the original, and from Python 3.14 on, where annotations are evaluated late, it is the original.
"""

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING or sys.version_info >= (3, 14):
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - exported
else:
    from collections import _tuplegetter  # made of properties where the interpreter has no faster one

    _new = tuple.__new__
    _UNEXPECTED = TypeError if sys.version_info >= (3, 13) else ValueError

    def _first(cls, /, *args: Any, **named: Any):
        """The first instance of a class: compile its `__new__`, and go on with that."""
        home = next(one for one in cls.__mro__ if "_fields" in one.__dict__)
        names = "".join(f"{name}, " for name in home._fields)
        made = eval(f"lambda _cls, {names}: _new(_cls, ({names}))", {"_new": _new, "__name__": f"namedtuple_{home.__name__}"})  # noqa: S307 - names of fields
        made.__defaults__ = tuple(home._field_defaults.values()) or None
        made.__name__, made.__qualname__ = "__new__", f"{home.__qualname__}.__new__"
        home.__new__ = made
        return made(cls, *args, **named)

    class _Methods:
        """What every such class has, as collections.namedtuple documents it."""

        def _replace(self, /, **changes: Any):
            made = _new(type(self), map(changes.pop, self._fields, self))
            if changes:
                raise _UNEXPECTED(f"Got unexpected field names: {list(changes)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def _make(cls, values):  # noqa: N805 - becomes a class method
            made = _new(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def __repr__(self):
            values = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({values})"

        def __getnewargs__(self):
            return tuple(self)

    _METHODS = {name: _Methods.__dict__[name] for name in ("_replace", "_asdict", "__repr__", "__getnewargs__")}
    _METHODS["_make"] = classmethod(_Methods._make)

    class _Maker(type):
        """Makes of `class X(NamedTuple)` a tuple with names, whose type is plain `type`."""

        def __new__(cls, name, bases, body):
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default follows one that has one")
            body |= {field: _tuplegetter(index, None) for index, field in enumerate(fields)}
            own = {"_fields": fields, "__match_args__": fields, "_field_defaults": defaults, "__slots__": (), "__new__": _first}
            others = tuple(base for base in bases if base is not NamedTuple)
            return type.__new__(type, name, (tuple, *others), {**_METHODS, **body, **own})

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
