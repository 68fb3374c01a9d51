"""A range of port numbers, as kube-apiserver's flags write it."""

from svclint.record import NamedTuple
from svclint.source.pattern import pattern

_NUMBER = pattern(r"[0-9]{1,5}\Z")


class PortRange(NamedTuple):
    """Ports `first` to `last`, both included."""

    first: int
    last: int

    def __contains__(self, port: object) -> bool:
        return isinstance(port, int) and self.first <= port <= self.last

    def __str__(self) -> str:
        return f"{self.first}-{self.last}"

    @property
    def static_band(self) -> "PortRange | None":
        """The numbers that automatic allocation takes last, and that fixed ones are best taken from; None where there are none.

        From 1.28 (pkg/registry/core/service/portallocator/allocator.go calculateRangeOffset, KEP-3668).
        """
        size = self.last - self.first + 1
        return None if size <= 16 else PortRange(self.first, self.first + min(max(size // 32, 16), 128) - 1)

    @classmethod
    def parse(cls, text: str) -> "PortRange":
        """Read `A-B`, `A+N` (A to A+N) or `N` (k8s.io/apimachinery pkg/util/net/port_range.go).

        Raises ValueError, with a message for the user, for any other text, for B < A and for ports above 65535.
        """
        text = text.strip()
        sign = "+" if "+" in text else "-"
        first, _, rest = text.partition(sign)
        low, high = _number(first, text), _number(rest, text) if rest or sign in text else _number(first, text)
        if sign == "+":
            high += low
        if high > 65535:
            raise ValueError(f"port {high} in {text!r} is above 65535")
        if high < low:
            raise ValueError(f"the range {text!r} ends before it starts")
        return cls(low, high)


def _number(text: str, whole: str) -> int:
    if not _NUMBER.match(text.strip()):
        raise ValueError(f"{whole!r} is not a range of ports: write 30000-32767, 30000+2767 or 30000")
    return int(text)
