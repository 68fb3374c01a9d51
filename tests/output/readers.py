"""What reads our formats, each as strictly as the real thing: a wrong text is an AssertionError or the reader's own exception."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit
from xml.etree import ElementTree as ET

from junitparser import JUnitXml

_GITHUB = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^\r\n,:]*,?)+)::([^\r\n]*)")
_AZURE = re.compile(r"##vso\[task\.logissue ((?:[a-z]+=[^\r\n;\]]*;)+)\]([^\r\n]*)")
_LINK = re.compile(r"(?<!\\)(?:\\\\)*\[((?:\\.|[^\[\]\\])*)\]\((\d+)\)")


def one_object(text: str) -> Any:
    assert text.isascii()
    assert text.endswith("\n")
    return json.loads(json.dumps(json.loads(text), ensure_ascii=False).encode("utf-8"))


def json_lines(text: str) -> list[Any]:
    return [one_object(line + "\n") for line in text.splitlines()]


def github(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Level, properties and message of each command, as the runner takes them apart."""
    return [(one[1], _pairs(one[2], ","), one[3]) for one in _commands(_GITHUB, text)]


def azure(text: str) -> list[tuple[dict[str, str], str]]:
    """Properties and message of each command, as the agent takes them apart."""
    return [(_pairs(one[1], ";"), one[2]) for one in _commands(_AZURE, text)]


def _commands(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    lines = text.split("\n")
    assert lines.pop() == ""
    found = [one for line in lines if (one := pattern.fullmatch(line))]
    assert len(found) == len(lines)
    return found


def _pairs(text: str, separator: str) -> dict[str, str]:
    return {key: value for pair in text.strip(separator).split(separator) for key, _, value in [pair.partition("=")]}


def gitlab(text: str) -> list[Any]:
    """https://docs.gitlab.com/ci/testing/code_quality/: five fields, each fingerprint once, a path below the root."""
    found: list[Any] = one_object(text)
    assert len({one["fingerprint"] for one in found}) == len(found)
    for one in found:
        assert one.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert one["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert one["location"]["lines"]["begin"] >= 1
        assert not one["location"]["path"].startswith("./")
        assert "\n" not in one["description"]
    return found


def junit(text: str) -> JUnitXml:
    assert text.isascii()
    found = JUnitXml.fromstring(text.encode())
    for suite in found:
        names = [case.name for case in suite]
        assert len(set(names)) == len(names) == suite.tests
        assert sum(any(one._tag == "failure" for one in case.result) for case in suite) == suite.failures
    return found


def checkstyle(text: str) -> ET.Element:
    assert text.isascii()
    found = ET.fromstring(text)
    for one in found.iter("error"):
        assert int(one.attrib["line"]) >= 1
        assert one.attrib["severity"] in {"error", "warning", "info"}
        assert "\n" not in one.attrib["message"]
    return found


def rdjson(text: str) -> Any:
    found = one_object(text)
    for one in found["diagnostics"]:
        for position in _positions(one):
            assert position["line"] >= 1
            assert position["column"] >= 1
    return found


def sarif(text: str) -> Any:
    """What GitHub demands besides the schema: docs/formats.md lists it."""
    found = one_object(text)
    (run,) = found["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["automationDetails"]["id"].endswith("/")
    for rule in rules:
        described = [rule[key]["text"] for key in ("shortDescription", "fullDescription")]
        assert all(0 < len(one) <= 1024 for one in described)
        assert rule["help"]["text"].strip()
        assert len(rule["properties"]["tags"]) <= 10
        assert "security-severity" not in rule["properties"]
    lines = set()
    for one in run["results"]:
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
        (location,) = one["locations"]
        region = _location(location)
        assert region["startLine"] == region["endLine"]
        key = (one["ruleId"], location["physicalLocation"]["artifactLocation"]["uri"], region["startLine"], bool(one.get("suppressions")))
        assert key not in lines
        lines.add(key)
        related = {place["id"]: _location(place) for place in one.get("relatedLocations", ())}
        assert [int(number) for _, number in _LINK.findall(one["message"]["text"])] == list(related)
        assert one["partialFingerprints"].keys() == {"svclint/v1"}
    return found


def _location(location: Mapping[str, Any]) -> dict[str, int]:
    place = location["physicalLocation"]
    uri = place["artifactLocation"]["uri"]
    assert uri
    assert uri.isascii()
    assert urlsplit(uri).scheme == ""
    assert unquote_to_bytes(uri)
    region: dict[str, int] = place["region"]
    assert region.keys() == {"startLine", "startColumn", "endLine", "endColumn"}
    assert min(region.values()) >= 1
    assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
    return region


def _positions(value: Any) -> list[dict[str, int]]:
    if isinstance(value, dict):
        found = [value] if "column" in value else []
        return found + [one for inner in value.values() for one in _positions(inner)]
    return [one for inner in value for one in _positions(inner)] if isinstance(value, list) else []


READERS: dict[str, Callable[[str], Any]] = {
    "json": one_object,
    "jsonl": json_lines,
    "sarif": sarif,
    "github": github,
    "gitlab": gitlab,
    "junit": junit,
    "checkstyle": checkstyle,
    "rdjson": rdjson,
    "azure": azure,
}
