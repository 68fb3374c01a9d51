"""Every line of the table of referrers leads from a manifest to a reference: nothing that it reads is ever skipped."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from svclint.policy.kinds import READ_KINDS
from svclint.policy.referrers.made import MADE, MadeNames
from svclint.policy.referrers.path import Crossing, PortMeans, ReferencePath, Spelling
from svclint.policy.referrers.table import GROUPS, LINKED_KINDS, REFERENCES
from tests.support.references import links_of, listing
from tests.support.referrers import CASES, manifest, put

_PATH = r'/?(?:(?:[A-Za-z0-9_]+(?:\[\])*|"[a-z./-]+")(?:\.(?!$)|$))*'


def block(value: Any, indent: str = "") -> Iterator[str]:
    """Lines of YAML in block style."""
    if isinstance(value, dict) and value:
        for key, below in value.items():
            if isinstance(below, dict | list):
                yield f"{indent}{json.dumps(key)}:"
                yield from block(below, f"{indent}  ")
            else:
                yield f"{indent}{key if key in ('kind', 'apiVersion') else json.dumps(key)}: {json.dumps(below)}"
    elif isinstance(value, list):
        for item in value:
            yield f"{indent}-"
            yield from block(item, f"{indent}  ")
    else:
        yield f"{indent}{json.dumps(value)}"


def spellings(made: dict[str, Any]) -> Iterator[str]:
    """The same object in all forms that a file may have."""
    yield "\n".join(block(made))
    yield json.dumps(made)
    yield "kind: Nothing\n---\n" + "\r\n".join(block(made))
    item = {key: value for key, value in made.items() if key not in ("kind", "apiVersion")}
    whole = {"apiVersion": made["apiVersion"], "kind": f"{made['kind']}List", "items": [item]}
    yield json.dumps(whole, indent=2)
    yield "\n".join(block(whole))
    yield json.dumps({"apiVersion": "v1", "kind": "List", "items": [made]})


@pytest.mark.parametrize("case", CASES)
def test_every_line_is_read(case: str) -> None:
    line, group = CASES[case]
    port: object = None
    if line.ports:
        port = "http" if line.ports[0].means is PortMeans.SERVICE_PORT_NAME else "80" if line.ports[0].digits else 80
    made = manifest(line, group, port)
    for text in spellings(made):
        found = links_of(text)
        mine = [
            one
            for one in found.references
            if one.name.value in {"web", "it"} and (port is None or (one.port and str(one.port.value) == str(port)))
        ]
        assert mine, text
        assert listing(links_of(text, prefilter=False)) == listing(found)


@pytest.mark.parametrize("line", MADE, ids=lambda line: f"{line.kind}.{line.group}")
def test_every_made_name_is_read(line: MadeNames) -> None:
    made: dict[str, Any] = {"apiVersion": f"{line.group}/v1", "kind": line.kind, "metadata": {"name": "it"}}
    put(made, line.path, "it")
    for text in spellings(made):
        assert [one.name for one in links_of(text).made] == [name.replace("*", "it") for name in line.names]


@pytest.mark.parametrize("line", REFERENCES, ids=lambda line: f"{line.kind} {line.at} {line.name}")
def test_lines_are_well_made(line: ReferencePath) -> None:
    assert line.groups
    assert line.crossing is not Crossing.OWN or not (line.namespace or line.spelling is not Spelling.NAME)
    assert not line.default_port or line.ports
    for path in (line.at, line.name, line.namespace, *(port.path for port in line.ports)):
        assert re.fullmatch(_PATH, path)


def test_the_kinds_of_the_table_are_read() -> None:
    assert LINKED_KINDS <= READ_KINDS
    assert set(GROUPS) == LINKED_KINDS
