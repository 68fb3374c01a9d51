"""A baseline as the text of its file."""

from svclint.rule.baseline import VERSION, Baseline


def render(baseline: Baseline) -> str:
    """Sorted by file, rule and object, one value a line, so that a difference shows which findings came and went."""
    import json  # noqa: PLC0415 - one command writes it

    value = {"version": VERSION, "findings": [entry._asdict() for entry in baseline.entries]}
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
