"""Every format: what it prints of one project, and that its reader takes that, and whatever a manifest may hold."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema.validators import validator_for

from svclint.output.formats import FORMATS, render
from svclint.rule.report import Report
from svclint.rule.severity import Severity
from svclint.source.decode import decode
from tests.output.formats import HOSTILE, project, rendered, reports
from tests.output.readers import READERS
from tests.output.report import RULE, SAMPLE
from tests.support.archive import SHARED

SCHEMAS = {"sarif": "sarif-schema-2.1.0.json", "rdjson": "rdjson-DiagnosticResult.json"}
EMPTY = {"full": "", "concise": "", "jsonl": "", "github": "", "azure": "", "gitlab": "[]\n"}
MANY = (SAMPLE._replace(severity=Severity.ERROR),) * 11 + (SAMPLE._replace(severity=Severity.INFO),) * 10


def validate(name: str, value: Any) -> None:
    path = SHARED / "schemas" / SCHEMAS[name]
    if not path.exists():
        pytest.skip("the schemas of others are not at hand")
    schema = json.loads(path.read_text(encoding="utf-8"))
    validator_for(schema)(schema).validate(value)


@pytest.mark.parametrize("name", FORMATS)
def test_rendering(name: str, golden: Callable[[str, str], None]) -> None:
    """Without the pages of the rules, which SARIF holds too: these have tests of their own."""
    text = render(name, project()._replace(rules=()))
    golden(f"formats/{name}.txt", text)


@pytest.mark.parametrize("name", ["full", "concise", "json"])
def test_what_is_suppressed(name: str, golden: Callable[[str, str], None]) -> None:
    """The others show it no more than they did, SARIF excepted."""
    report = project(show_suppressed=True)
    text = rendered(name, report._replace(diagnostics=()))
    golden(f"formats/suppressed-{name}.txt", text)


@pytest.mark.parametrize("name", ["github", "gitlab", "junit", "checkstyle", "rdjson", "azure"])
def test_what_is_suppressed_stays_out(name: str) -> None:
    assert rendered(name, project(show_suppressed=True)) == rendered(name, project())


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("report", [Report(), project(), project(show_suppressed=True)], ids=["none", "project", "suppressed"])
def test_readers_take_it(name: str, report: Report) -> None:
    READERS[name](rendered(name, report))


@pytest.mark.parametrize("name", SCHEMAS)
@pytest.mark.parametrize("report", [Report(), project(), project(show_suppressed=True)], ids=["none", "project", "suppressed"])
def test_schemas(name: str, report: Report) -> None:
    validate(name, json.loads(rendered(name, report)))


@pytest.mark.parametrize("name", EMPTY)
def test_no_findings(name: str) -> None:
    assert rendered(name, Report()) == EMPTY[name]


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(report=reports())
def test_nothing_that_a_manifest_holds_breaks_a_format(name: str, report: Report) -> None:
    text = rendered(name, report)
    text.encode("utf-8")
    if name in READERS:
        READERS[name](text)
    elif name == "concise":
        assert len(text.splitlines()) == len(report.diagnostics) + (len(report.suppressed) if report.show_suppressed else 0)


@pytest.mark.parametrize("name", FORMATS)
def test_the_order_in_which_files_are_read_makes_no_difference(name: str) -> None:
    assert rendered(name, project(order=-1)) == rendered(name, project())


def test_every_format_has_a_reader() -> None:
    assert {*READERS, "full", "concise"} == set(FORMATS)


def test_github_is_told_how_many_it_would_drop() -> None:
    commands = READERS["github"](rendered("github", Report(MANY)))
    assert [level for level, _, _ in commands] == ["error"] * 10 + ["notice"] * 10
    assert commands[-1][2].startswith("2 more findings have no annotation")
    assert len(READERS["github"](rendered("github", Report(MANY[1:])))) == 20


def test_sarif_has_one_result_a_rule_and_line() -> None:
    one = SAMPLE._replace(fingerprint="a")
    value = READERS["sarif"](rendered("sarif", Report((one, one._replace(message="also [this]", severity=Severity.ERROR)))))
    (found,) = value["runs"][0]["results"]
    assert found["level"] == "error"
    assert found["message"]["text"].count("[Deployment/web has app=web](") == 2
    assert "also \\[this\\]." in found["message"]["text"]
    assert len(found["relatedLocations"]) == 2


def test_sarif_lists_rules_without_findings() -> None:
    value = READERS["sarif"](rendered("sarif", Report(rules=(RULE,))))
    (rule,) = value["runs"][0]["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"], rule["help"]["markdown"][:2]) == ("SVC301", "selector-matches-nothing", "# ")
    assert value["runs"][0]["results"] == []


@pytest.mark.parametrize(
    ("path", "uri"),
    [("<stdin>", "%3Cstdin%3E"), ("a b/é.yaml", "a%20b/%C3%A9.yaml"), ("a:b", "a%3Ab"), ("\udcff", "%FF"), ("", ".")],
)
def test_sarif_uri(path: str, uri: str) -> None:
    place = SAMPLE.place
    file = decode(path, place.file.text.encode())
    value = READERS["sarif"](rendered("sarif", Report((SAMPLE._replace(place=place._replace(file=file)),))))
    assert value["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_rdjson_counts_bytes() -> None:
    """The ship is one code point and four bytes."""
    here = [one for one in project().diagnostics if one.place.text.isascii() and "🚢" in one.place.file.line(one.place.span.start.line)]
    found = READERS["rdjson"](rendered("rdjson", Report(tuple(here))))["diagnostics"]
    columns = [one["location"]["range"]["start"]["column"] for one in found]
    assert columns == [one.place.span.start.column + 3 for one in here]
    assert len(columns) == 2


@given(text=HOSTILE)
def test_junit_names_are_apart(text: str) -> None:
    (seen, *_) = project().services
    name = seen.name._replace(name=text)
    report = Report(services=(seen._replace(name=name), seen._replace(name=name), seen._replace(name=name._replace(name=f"{text} (2)"))))
    assert sum(suite.tests for suite in READERS["junit"](rendered("junit", report))) == 3
