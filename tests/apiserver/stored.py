"""Compares what we would store with what a server stored: what it chose itself may be anything."""

from svclint.apiserver.data import AutomaticIP, AutomaticPort, Data


def same(ours: Data, theirs: object) -> bool:
    """Whether both are the same, what the server chose apart."""
    if isinstance(ours, (AutomaticIP, AutomaticPort)):
        return theirs is not None
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return ours.keys() == theirs.keys() and all(same(value, theirs[name]) for name, value in ours.items())
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    return type(ours) is type(theirs) and ours == theirs
