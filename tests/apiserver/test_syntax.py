"""Names, labels and keys."""

from collections.abc import Callable, Iterator

import pytest

from svclint.apiserver import syntax


@pytest.mark.parametrize(
    ("check", "text", "good"),
    [
        (syntax.label_faults, "1-a", True),
        (syntax.label_faults, "a.b", False),
        (syntax.label_faults, "a\n", False),
        (syntax.label_faults, "a" * 64, False),
        (syntax.old_label_faults, "1-a", False),
        (syntax.subdomain_faults, "10.0.0.1", True),
        (syntax.subdomain_faults, "a" * 200, True),
        (syntax.subdomain_faults, "A.b", False),
        (syntax.subdomain_faults, "a..b", False),
        (syntax.qualified_name_faults, "a.b/C_d.e", True),
        (syntax.qualified_name_faults, "http/2", True),
        (syntax.qualified_name_faults, "a/b/c", False),
        (syntax.qualified_name_faults, "/a", False),
        (syntax.qualified_name_faults, "a/", False),
        (syntax.qualified_name_faults, "A/b", False),
        (syntax.qualified_name_faults, "", False),
        (syntax.label_value_faults, "", True),
        (syntax.label_value_faults, "-a", False),
        (syntax.label_value_faults, "ä" * 32, False),
        (syntax.port_name_faults, "http-2", True),
        (syntax.port_name_faults, "8080", False),
        (syntax.port_name_faults, "a--b", False),
        (syntax.port_name_faults, "-a", False),
        (syntax.port_name_faults, "a" * 16, False),
        (syntax.port_name_faults, "A", False),
    ],
)
def test_syntax(check: Callable[[str], Iterator[str]], text: str, good: bool) -> None:
    assert any(check(text)) is not good


@pytest.mark.parametrize(("prefix", "checked"), [("web-", "wea"), ("-", "-"), ("web", "web"), ("a-", "a")])
def test_the_dash_of_a_generated_name(prefix: str, checked: str) -> None:
    assert syntax.masked_dash(prefix) == checked
