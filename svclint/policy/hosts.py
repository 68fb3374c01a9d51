"""Host names of Services in text: only the forms that are certain, and those that are a Service's if it exists."""

import re
from collections.abc import Iterator
from functools import cache

from svclint.record import NamedTuple
from svclint.source.pattern import pattern


class HostName(NamedTuple):
    """A host name of a Service, from `begin` to `end` of a text, its port not included.

    `namespace` is empty where a bare name is all there is. `port` is a number, or the name of a port for an SRV name, or None; it stands
    from `port_begin` to `port_end`, which are those of the host where a URL only implies it. `bare` tells that nothing but the Service
    of that name makes it one: `web:80`, `http://web.shop:80`. `of_pod`: the first label is a pod's.
    """

    begin: int
    end: int
    name: str
    namespace: str
    port: int | str | None
    port_begin: int
    port_end: int
    bare: bool = False
    of_pod: bool = False


_LABEL = pattern(r"[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?\Z")
_BARE_LABEL = pattern(r"[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?\Z")
_SRV_LABEL = pattern(r"_[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?\Z")
_SVC = pattern(r"\.svc(?![\w-])")
CLUSTER_LOCAL = "cluster.local"
"""The domain of a cluster that was given no other one."""
# Behind the domain of the cluster: a placeholder, or nothing at all, with or without the dot at the end of a name.
_DOMAIN = r"(?![\w-]|\.\w)\.?|\.(?:\$?\([^)\s]*\)|\$?\{[^}\s]*\}+)|\.(?![\w$({<%-])|(?![.\w$({<%-])"
_PORT = pattern(r":([0-9]{1,5})(?![\w.])")
_ANCHOR = pattern(r":([0-9]{2,5})(?![\w.:-])")  # begins with a plain letter: found far faster
_SCHEME = pattern(r"([a-z][a-z0-9+.-]{0,20})://(?:[^\s/@\"'<>]{0,100}@)?\Z")
_DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}
_COMMENT = pattern(r"[ \t]*(?:#|;|//|--[ \t]|<!--|\*[ \t])|.*[ \t](?:#|//)[ \t]")

_HOST_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.-")
_LETTERS = _HOST_LETTERS | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ_")
_NO_START = frozenset("$%)}*\\&")  # the end of a placeholder, or a pattern: what follows is only part of a name
_NO_BARE_START = _NO_START | frozenset("(./@:{_ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_NO_SERVICES = frozenset(("error", "host", "image", "line", "localhost", "object", "port"))
_LONGEST = 260
_LINE = 300


def has_hosts(text: str, begin: int, end: int, domain: str = CLUSTER_LOCAL) -> bool:
    """Whether a stretch of text holds any host name of a Service, in a cluster of that DNS domain."""
    return next(find_hosts(text, begin, end, domain), None) is not None


def is_of_cluster(rest: str, domain: str) -> bool:
    """Whether what follows the namespace in a host name, `.svc` and on, makes it one of the cluster's."""
    return rest.removesuffix(".") in (".svc", f".svc.{domain}")


@cache
def _behind(domain: str) -> re.Pattern[str]:
    """What may follow `.svc` in a host name of a Service."""
    return re.compile(rf"\.{re.escape(domain)}{_DOMAIN}")


def find_hosts(text: str, begin: int, end: int, domain: str = CLUSTER_LOCAL) -> Iterator[HostName]:
    """The host names of Services in a stretch of text, the certain ones first. What stands before it is seen."""
    if text.find(".svc", begin, end) >= 0:
        for anchor in _SVC.finditer(text, begin, end):
            behind = _behind(domain).match(text, anchor.end(), end)
            labels = _labels(text, anchor.start(), _LETTERS)
            if behind and _is_certain(labels) and not _is_comment(text, anchor.start()):
                yield _full(text, labels, anchor.start(), behind.end())
    for anchor in _ANCHOR.finditer(text, begin, end):
        at = anchor.start()
        if text[at - 1] not in _HOST_LETTERS:
            continue
        labels = _labels(text, at, _HOST_LETTERS)
        if _is_bare(text, labels, at) and not _is_comment(text, at) and "image" not in _line_before(text, at).lower():
            namespace = labels[1] if len(labels) > 1 else ""
            yield HostName(at - len(".".join(labels)), at, labels[0], namespace, int(anchor[1]), *anchor.span(1), bare=True)


def _labels(text: str, end: int, letters: frozenset[str]) -> list[str]:
    """The labels of a name before `end` that are wholly written: one that a placeholder touches is not."""
    begin = end
    while begin and end - begin < _LONGEST and text[begin - 1] in letters:
        begin -= 1
    before = text[begin - 1 : begin]
    if before == "\\" and text[begin] in "nrt":
        begin += 1  # the letter of an escape
        before = ""
    labels = text[begin:end].split(".")
    return labels[1:] if before in _NO_START and before else labels


def _is_certain(labels: list[str]) -> bool:
    """Whether labels before `.svc` are name and namespace: alone, behind a pod's, or behind those of an SRV record."""
    *others, name, namespace = labels if len(labels) > 1 else ("", "")
    if not _LABEL.match(name) or not _LABEL.match(namespace):
        return False
    if len(others) == 2:
        return all(_SRV_LABEL.match(label) for label in others)
    return not others or (len(others) == 1 and _LABEL.match(others[0]) is not None)


def _full(text: str, labels: list[str], dot: int, end: int) -> HostName:
    begin = dot - len(".".join(labels))
    name, namespace = labels[-2:]
    if len(labels) == 4:
        return HostName(begin, end, name, namespace, labels[0][1:], begin + 1, begin + len(labels[0]))
    of_pod = len(labels) == 3
    if port := _PORT.match(text, end):
        return HostName(begin, end, name, namespace, int(port[1]), *port.span(1), of_pod=of_pod)
    # Only where a path follows: elsewhere the port may be put behind later.
    scheme = _SCHEME.search(text, max(0, begin - 130), begin) if text[end : end + 1] == "/" else None
    implied = _DEFAULT_PORTS.get(scheme[1]) if scheme else None
    return HostName(begin, end, name, namespace, implied, begin, end, of_pod=of_pod)


def _is_bare(text: str, labels: list[str], end: int) -> bool:
    """Whether labels before a port may be a Service, or a Service and its namespace: a whole word, or the host of a URL."""
    if not 1 <= len(labels) <= 2 or labels[0] in _NO_SERVICES or not all(_BARE_LABEL.match(label) for label in labels):
        return False
    begin = end - len(".".join(labels))
    before = text[begin - 1 : begin]
    if before in ("/", "@"):
        return _SCHEME.search(text, max(0, begin - 130), begin) is not None
    return before not in _NO_BARE_START or text[begin - 2 : begin - 1] == "\\"


def _line_before(text: str, at: int) -> str:
    low = max(0, at - _LINE)
    return text[max(low, text.rfind("\n", low, at) + 1) : at]


def _is_comment(text: str, at: int) -> bool:
    """Whether the line is a comment in one of the languages that stand in ConfigMaps and scripts."""
    return _COMMENT.match(_line_before(text, at)) is not None
