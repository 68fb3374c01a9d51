"""Classes of findings, and how loud each is."""

from enum import Enum, IntEnum


class Category(Enum):
    """What kind of trouble a finding tells of; it gives the severity where nothing overrides it (design.md §1.4)."""

    REJECTED = "rejected"
    BROKEN = "broken"
    HAZARD = "hazard"
    ADVICE = "advice"


class Severity(IntEnum):
    """How loud a finding is; ordered, the loudest highest."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


SEVERITY_OF = {
    Category.REJECTED: Severity.ERROR,
    Category.BROKEN: Severity.ERROR,
    Category.HAZARD: Severity.WARNING,
    Category.ADVICE: Severity.INFO,
}
