"""The syntax of names, labels and keys, with the server's own words for what is wrong.

From k8s.io/apimachinery pkg/util/validation (validation.go) and pkg/api/validate/content. Lengths are in bytes.
"""

import re
from collections.abc import Iterator

from svclint.source.pattern import pattern

_LABEL_1123 = pattern(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?\Z")
_LABEL_1035 = pattern(r"[a-z]([-a-z0-9]*[a-z0-9])?\Z")
_SUBDOMAIN = pattern(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\Z")
_NAME_PART = pattern(r"([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]\Z")
_PORT_NAME = pattern(r"[-a-z0-9]+\Z")

_LABEL_1123_DETAIL = (
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', "
    "and must start and end with an alphanumeric character"
)
_LABEL_1035_DETAIL = (
    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, "
    "and end with an alphanumeric character"
)
_SUBDOMAIN_DETAIL = (
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', "
    "and must start and end with an alphanumeric character"
)
_NAME_DETAIL = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"


def size(text: str) -> int:
    """The length in bytes, as Go counts."""
    return len(text.encode("utf-8", "surrogatepass"))


def label_faults(name: str) -> Iterator[str]:
    """Why a text is no DNS-1123 label."""
    if size(name) > 63:
        yield "must be no more than 63 characters"
    if not _LABEL_1123.match(name):
        yield "must not contain dots" if _SUBDOMAIN.match(name) else _LABEL_1123_DETAIL


def old_label_faults(name: str) -> Iterator[str]:
    """Why a text is no DNS-1035 label, the rule for the names of Services before 1.36."""
    if size(name) > 63:
        yield "must be no more than 63 characters"
    if not _LABEL_1035.match(name):
        yield _LABEL_1035_DETAIL


def subdomain_faults(name: str) -> Iterator[str]:
    """Why a text is no DNS-1123 subdomain. Its labels may be longer than 63 bytes: the server does not look."""
    if size(name) > 253:
        yield "must be no more than 253 characters"
    if not _SUBDOMAIN.match(name):
        yield _SUBDOMAIN_DETAIL


def qualified_name_faults(key: str) -> Iterator[str]:
    """Why a text is no label key: an optional DNS prefix with a slash, and a name of up to 63 bytes."""
    parts = key.split("/")
    if len(parts) > 2:
        yield f"a valid label key {_NAME_DETAIL} with an optional DNS subdomain prefix and '/'"
        return
    if len(parts) == 2:
        if not parts[0]:
            yield "prefix part must be non-empty"
        else:
            yield from (f"prefix part {fault}" for fault in subdomain_faults(parts[0]))
    name = parts[-1]
    if not name:
        yield "name part must be non-empty"
    elif size(name) > 63:
        yield "name part must be no more than 63 bytes"
    if not _NAME_PART.match(name):
        yield f"name part {_NAME_DETAIL}"


def label_value_faults(value: str) -> Iterator[str]:
    """Why a text is no label value: up to 63 bytes, or empty."""
    if size(value) > 63:
        yield "must be no more than 63 bytes"
    if value and not _NAME_PART.match(value):
        yield f"a valid label must be an empty string or {_NAME_DETAIL.removeprefix('must ')}"


def port_name_faults(name: str) -> Iterator[str]:
    """Why a text is no IANA service name (IsValidPortName); several may hold at once."""
    if size(name) > 15:
        yield "must be no more than 15 characters"
    if not _PORT_NAME.match(name):
        yield "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)"
    if not re.search("[a-z]", name):
        yield "must contain at least one letter (a-z)"
    if "--" in name:
        yield "must not contain consecutive hyphens"
    if name.startswith("-") or name.endswith("-"):
        yield "must not begin or end with a hyphen"


def masked_dash(prefix: str) -> str:
    """A generateName as the server checks it: a dash at its end stands before what is generated (maskTrailingDash)."""
    return f"{prefix[:-2]}a" if len(prefix) > 1 and prefix.endswith("-") else prefix


def is_port_number(value: int) -> bool:
    """Whether a number is a port's."""
    return 1 <= value <= 65535
