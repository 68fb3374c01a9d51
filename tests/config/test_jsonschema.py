"""The JSON Schema and the reader agree: what one refuses, so does the other."""

import json
import re
import tomllib
from typing import Any

import jsonschema
import pytest

from svclint.checks import RULES
from svclint.config.jsonschema import json_schema
from svclint.config.schema import KEYS, Key
from svclint.rule.registry import Registry
from tests.config import test_messages, test_messages_of_changes
from tests.config.test_load import EVERY_KEY
from tests.rule.rules import REGISTRY

SCHEMA: dict[str, Any] = json_schema(REGISTRY)
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
# What spans several keys, or takes arithmetic, only reading knows.
BEYOND = {
    "two severities",
    "bad range",
    "meaning of no port",
    "port in a list of its own",
    'forbid = ["NodePort -> ClusterIP"]\nallow = ["NodePort -> ClusterIP"]',
    'forbid = ["(created) -> NodePort"]\ncreated = ["NodePort"]',
    'allow = ["(created) -> NodePort"]\ncreated = ["ClusterIP"]',
}
REFUSED = {name: text for name, (text, _) in test_messages.CASES.items() if name not in BEYOND}
REFUSED |= {text: f"[transitions]\n{text}" for text in test_messages_of_changes.TRANSITIONS if text not in BEYOND}
for _text in test_messages_of_changes.ACCEPT:
    _rest = "".join(f'{key} = "{value}"\n' for key, value in test_messages_of_changes.GOOD.items() if not _text.startswith(f"{key} "))
    REFUSED[f"accept {_text}"] = f"[[accept]]\n{_text}\n{_rest}"


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_reading_refuses_is_refused(text: str) -> None:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert not VALIDATOR.is_valid(table)


@pytest.mark.parametrize("name", BEYOND)
def test_what_is_beyond_it_is_accepted(name: str) -> None:
    text = test_messages.CASES[name][0] if name in test_messages.CASES else f"[transitions]\n{name}"
    VALIDATOR.validate(tomllib.loads(text))


GOOD = {
    "every key": EVERY_KEY,
    "nothing": "",
    "blanks": 'cluster.node-port-range = " 1 - 2 "\n[transitions]\nforbid = [" NodePort->(deleted) "]',
    "empty lists": "select = []\ntransitions.created = []\npods = []\ncluster.service-cidrs = []",
}


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD)
def test_what_is_read_is_accepted(text: str) -> None:
    VALIDATOR.validate(tomllib.loads(text))


def test_of_all_rules() -> None:
    schema = json_schema(Registry(RULES))
    jsonschema.Draft7Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize("key", KEYS, ids=lambda key: ".".join(key.path))
def test_a_key_is_explained_in_a_line(key: Key) -> None:
    assert re.fullmatch(r"[^\n]{10,130}\.", key.text)
