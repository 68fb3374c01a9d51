"""Puts figures into a page of the documentation, between the comments that say which program makes them."""

import re
from pathlib import Path


def put(page: Path, name: str, text: str) -> None:
    """Replace what stands between `<!-- NAME -->` and `<!-- /NAME -->`. Raises ValueError where the page has no such place."""
    before = page.read_text(encoding="utf-8")
    place = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    if not place.search(before):
        raise ValueError(f"{page}: no place for {name}")
    page.write_text(place.sub(lambda found: f"{found[1]}\n{text}\n\n{found[2]}", before), encoding="utf-8")
