from pathlib import Path
from typing import Any

import pytest

from svclint.config.error import ConfigErrors
from svclint.config.load import Loaded, load, override
from svclint.policy.cluster import ClusterPolicy
from svclint.policy.portrange import PortRange
from tests.rule.rules import REGISTRY


@pytest.fixture
def loaded(tmp_path: Path) -> Loaded:
    (tmp_path / "svclint.toml").write_text(
        'select = ["SVC2"]\nextend-select = ["SVC301"]\nignore = ["SVC202"]\nexclude = ["vendor"]\npedantic = true'
    )
    return load(str(tmp_path), REGISTRY)


@pytest.mark.parametrize(
    ("flags", "changed"),
    [
        ({}, {}),
        ({"select": None, "against": None}, {}),
        ({"select": "SVC5, ALL"}, {"select": ("SVC5", "ALL"), "extend_select": (), "ignore": ()}),
        ({"select": ("SVC5,ALL", "SVC201")}, {"select": ("SVC5", "ALL", "SVC201"), "extend_select": (), "ignore": ()}),
        ({"select": ["ALL"], "ignore": "SVC5"}, {"select": ("ALL",), "extend_select": (), "ignore": ("SVC5",)}),
        ({"ignore": "SVC5"}, {"ignore": ("SVC202", "SVC5")}),
        ({"extend_select": ("SVC5",)}, {"extend_select": ("SVC301", "SVC5")}),
        ({"exclude": ("a",)}, {"exclude": ("a",)}),
        ({"extend-exclude": ("a", "b")}, {"exclude": ("vendor", "a", "b")}),
        ({"extend-exclude": ("a",), "exclude": ("b",)}, {"exclude": ("b", "a")}),
        ({"pedantic": False}, {"pedantic": False}),
        ({"pedantic": "False"}, {"pedantic": False}),
        ({"fail_on": "never", "against": "-"}, {"fail_on": "never", "against": "-"}),
        ({"node-port-range": "1-2"}, {"cluster": ClusterPolicy("1-2")}),
        ({"node_port_range": PortRange(1, 2)}, {"cluster": ClusterPolicy("1-2")}),
        ({"kubernetes-version": "1.30"}, {"kubernetes_version": "1.30"}),
    ],
    ids=repr,
)
def test_flags(loaded: Loaded, flags: dict[str, object], changed: dict[str, Any]) -> None:
    over = override(loaded, REGISTRY, flags)
    assert over.settings == loaded.settings._replace(**changed)
    assert over.path == "svclint.toml"


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        ({"node_port_range": "32767-30000"}, "--node-port-range: the range '32767-30000' ends before it starts"),
        (
            {"kubernetes_version": "1.27"},
            '--kubernetes-version: "1.27" is no known Kubernetes version, which are "1.28" to "1.36"',
        ),
        ({"select": "SVC2,selector-sharde"}, '--select: unknown rule "selector-sharde"; did you mean "selector-shared"?'),
        ({"ignore": "svc201"}, '--ignore: unknown rule "svc201"; did you mean "SVC201"?'),
        ({"fail-on": "eror"}, '--fail-on: "eror" is not "error", "warning", "info" or "never"; did you mean "error"?'),
        ({"pedantic": "yes"}, "--pedantic: wants true or false, found a string"),
        ({"against": " "}, "--against: is empty"),
        ({"select": ""}, "--select: is empty"),
        ({"ignore": " , "}, "--ignore: is empty"),
        ({"edition": "2"}, "--edition: there is no edition 2; the known ones are 1"),
        ({"edition": "one"}, "--edition: wants an integer, found a string"),
        (
            {"select": "x", "fail_on": "y"},
            '--fail-on: "y" is not "error", "warning", "info" or "never"\n--select: unknown rule "x"; svclint rule --all lists them',
        ),
    ],
    ids=repr,
)
def test_a_bad_flag(loaded: Loaded, flags: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigErrors) as caught:
        override(loaded, REGISTRY, flags)
    assert str(caught.value) == message


def test_a_flag_that_is_no_setting(loaded: Loaded) -> None:
    with pytest.raises(KeyError):
        override(loaded, REGISTRY, {"colour": "auto"})


def test_a_variable_is_named_for_what_it_holds(loaded: Loaded) -> None:
    with pytest.raises(ConfigErrors, match=r'^SVCLINT_FAIL_ON: "eror" is not '):
        override(loaded, REGISTRY, {"fail_on": "eror"}, {"fail_on": "SVCLINT_FAIL_ON"})


def test_a_list_that_a_flag_adds_to_comes_from_both(loaded: Loaded) -> None:
    over = override(loaded, REGISTRY, {"extend-exclude": "a", "ignore": "SVC5"}, {"ignore": "SVCLINT_IGNORE"})
    assert over.entries["exclude",].origins() == ("svclint.toml:4:1", "--extend-exclude")
    assert over.entries["ignore",].origins() == ("svclint.toml:3:1", "SVCLINT_IGNORE")


def test_whence(loaded: Loaded) -> None:
    over = override(loaded, REGISTRY, {"extend-exclude": "a", "node-port-range": "1-2"})
    assert over.whence("exclude") == "--extend-exclude"
    assert over.whence("cluster", "node-port-range") == "--node-port-range"
    assert over.whence("select") == "svclint.toml:1:1"
    assert loaded.whence("exclude") == "svclint.toml:4:1"
