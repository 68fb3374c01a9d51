"""The version, as a constant: asking the installed distribution for it would cost every start 40 ms."""

VERSION = "0.1.0"

PAGES = ""
"""Where the rules' pages are published, ending in "/"; empty as long as they are not."""


def page_address(name: str) -> str:
    """The address of the page of the rule of that name; empty where pages are not published."""
    return f"{PAGES}{name}" if PAGES else ""
