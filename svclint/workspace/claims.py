"""Who asks the allocators for what: node ports and cluster IPs, each given to one Service only."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import Generic, TypeAlias, TypeVar

from svclint.model.located import Located
from svclint.model.service import Service
from svclint.record import NamedTuple

Asked = TypeVar("Asked", bound=Hashable)
_T = TypeVar("_T")


class Claim(NamedTuple, Generic[_T]):
    """A Service and the place at which it asks for a value."""

    service: Service
    asked: Located[_T]


Claims: TypeAlias = Mapping[tuple[str, Asked], list[Claim[_T]]]
"""The claims to each value, in the order of their places: in one file, or, under the path "", in all."""


def claims_by_value(
    services: Iterable[Service], read: Callable[[Service], Iterator[tuple[Asked, Located[_T]]]], *, together: bool
) -> Claims[Asked, _T]:
    """Index the claims that `read` finds in each Service; file by file unless all are deployed `together`."""
    claims: dict[tuple[str, Asked], list[Claim[_T]]] = defaultdict(list)
    for service in services:
        for value, asked in read(service):
            claims["" if together else service.file.path, value].append(Claim(service, asked))
    return dict(claims)
