"""How often a text speaks of a number: 80 is not part of 8080."""

import re


def mentions(text: str, number: int) -> int:
    """How many times the number stands in the text by itself."""
    return len(re.findall(rf"(?<![0-9]){number}(?![0-9])", text))
