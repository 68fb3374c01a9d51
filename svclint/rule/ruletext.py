"""What a rule's page says, for the formats that carry it."""

from svclint.record import NamedTuple


class RuleText(NamedTuple):
    """A rule's page: `plain` for reading as it is, `markdown` as it is written."""

    plain: str
    markdown: str
