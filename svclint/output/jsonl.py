"""Findings as JSON, one a line."""

from svclint.output.diagnostic_json import as_json
from svclint.output.listed import listed
from svclint.rule.report import Report


def render(report: Report) -> str:
    """A line a finding, each what the format json has in `diagnostics`; the empty string where there is none."""
    import json  # noqa: PLC0415 - only for this format

    return "".join(json.dumps(as_json(*one)) + "\n" for one in listed(report))
