"""Scalars, keys, merges and duplicates against what sigs.k8s.io/yaml 1.6.0 made of 287 texts."""

import json
from typing import Any

import pytest

from svclint.source.file import SourceFile
from svclint.yaml.document import State
from svclint.yaml.node import Mapping, Scalar
from svclint.yaml.read import read_all
from svclint.yaml.scalars import Value, as_json, decode, key_text, refusal, resolve
from svclint.yaml.values import ConversionError, to_json
from tests.yaml.cases import root, rows

ROWS = rows("scalars.jsonl")


def convert(text: str, *, strict: bool) -> str:
    """The JSON text of the first document, or an exception."""
    documents = read_all(SourceFile("a.yaml", text))
    if documents and documents[0].state is not State.READ:
        raise ConversionError("not read", Scalar(documents[0].file, 0, 0, ""))
    node = documents[0].root if documents else None
    return json.dumps(to_json(node, strict) if node else None, sort_keys=True)


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_go(row: dict[str, Any]) -> None:
    for strict, error in ((False, row["error"]), (True, row["strict_error"])):
        if error:
            with pytest.raises(ConversionError):
                convert(row["yaml"], strict=strict)
        else:
            assert convert(row["yaml"], strict=strict) == json.dumps(json.loads(row["json"]), sort_keys=True)


@pytest.mark.parametrize(
    ("text", "value", "reason"),
    [
        ("80.0", 80, ""),
        ("'80'", "80", ""),
        ("!!int x", "x", "cannot decode !!str `x` as a !!int"),
        ("!!int 80.0", "80.0", "cannot decode !!float `80.0` as a !!int"),
        ("!!bool 'yes'", True, ""),
        ("-.inf", float("-inf"), "unsupported value: -Inf"),
        ("!!float .inf", float("inf"), "unsupported value: +Inf"),
        ("!!binary '%'", "%", "!!binary value contains invalid base64 data"),
        ("!!timestamp 2001-01-01", "2001-01-01", ""),
        ("!other 80", "80", ""),
        ("|\n  80\n", "80\n", ""),
    ],
)
def test_resolve_never_fails(text: str, value: Value, reason: str) -> None:
    mapping = root(f"a: {text}")
    assert isinstance(mapping, Mapping)
    scalar = mapping.get("a")
    assert isinstance(scalar, Scalar)
    assert (resolve(scalar), type(resolve(scalar)), refusal(scalar)) == (value, type(value), reason)


# What Go 1.26 prints for strconv.FormatFloat(number, 'g', -1, 32), in YAML's words.
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1.0", "1"),
        ("1e3", "1000"),
        ("123456.0", "123456"),
        ("1e6", "1e+06"),
        ("123456789.0", "1.2345679e+08"),
        ("0.0001", "0.0001"),
        ("0.00001", "1e-05"),
        ("0.1", "0.1"),
        ("16777217.0", "1.6777216e+07"),
        ("1e39", ".inf"),
        ("-1e39", "-.inf"),
        (".nan", ".nan"),
        ("-0.0", "-0"),
        ("9223372036854775807", "9223372036854775807"),
        ("9223372036854775808", None),
        ("null", None),
    ],
)
def test_key_text(text: str, name: str | None) -> None:
    assert key_text(decode(text)) == name


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0b-101", -5),
        (".5_5", 0.55),
        ("5_.5", 5.5),
        ("+9223372036854775808", 9223372036854776000),
        ("9" * 5000, "9" * 5000),
        ("1" + "0" * 20, 10**20),
    ],
)
def test_corners_of_numbers(text: str, value: Value) -> None:
    assert as_json(decode(text)) == value
