"""Each mistake in a settings file, and what the user reads."""

from pathlib import Path

import pytest

from svclint.config.error import ConfigErrors
from svclint.config.load import load
from tests.rule.rules import REGISTRY

# A settings file, and what is said of it, one line each.
CASES = {
    "unknown key": (
        '[cluster]\n\nnode-port-rnage = "1-2"',
        'svclint.toml:3:1: unknown key "node-port-rnage"; did you mean "node-port-range"?',
    ),
    "unknown key with underscores": (
        'default_name_space = "shop"',
        'svclint.toml:1:1: unknown key "default_name_space"; did you mean "default-namespace"?',
    ),
    "key in no table": (
        'node-port-range = "1-2"',
        'svclint.toml:1:1: unknown key "node-port-range"; did you mean "cluster.node-port-range"?',
    ),
    "key in another table": (
        "[cluster]\npedantic = true",
        'svclint.toml:2:1: unknown key "cluster.pedantic"; did you mean "pedantic"?',
    ),
    "key like nothing": ("colour = 1", 'svclint.toml:1:1: unknown key "colour"'),
    "unknown table": (
        '[transition]\nallow = ["NodePort -> ClusterIP"]',
        'svclint.toml:1:2: unknown key "transition"; did you mean "transitions"?',
    ),
    "key that moves the cursor": ('"\\u001b[2J\\u202e" = 1', 'svclint.toml:1:1: unknown key "\\x1b[2J\\u202e"'),
    "header of pyproject.toml": (
        "[tool.svclint]\npedantic = true",
        'svclint.toml:1:2: unknown key "tool"; the settings stand at the top level here, without "tool.svclint"',
    ),
    "string for boolean": ('pedantic = "yes"', "svclint.toml:1:12: pedantic: wants true or false, found a string"),
    "boolean for string": ("fail-on = true", "svclint.toml:1:11: fail-on: wants a string, found true"),
    "number for string": (
        "kubernetes-version = 1.30",
        "svclint.toml:1:22: kubernetes-version: wants a string, found a number with a point",
    ),
    "integer for string": (
        "cluster.node-port-range = 30000",
        "svclint.toml:1:27: cluster.node-port-range: wants a string, found an integer",
    ),
    "string for list": ('select = "SVC2"', "svclint.toml:1:10: select: wants a list of strings, found a string"),
    "number in list": ('exclude = ["a",\n 1]', "svclint.toml:2:2: exclude: wants strings in the list, found an integer"),
    "date for table": ("cluster = 1979-05-27", "svclint.toml:1:11: cluster: wants a table, found a date or time"),
    "list for table": ("severity = []", "svclint.toml:1:12: severity: wants a table, found a list"),
    "array of tables for table": ("[[severity]]", "svclint.toml:1:3: severity: wants a table, found a list"),
    "table for list": ("[ignore]", "svclint.toml:1:2: ignore: wants a list of strings, found a table"),
    "unknown word": (
        'fail-on = "eror"',
        'svclint.toml:1:11: fail-on: "eror" is not "error", "warning", "info" or "never"; did you mean "error"?',
    ),
    "unknown word like none": (
        'fail-on = "sometimes"',
        'svclint.toml:1:11: fail-on: "sometimes" is not "error", "warning", "info" or "never"',
    ),
    "unknown rule": (
        'select = ["SVC2",\n  "selector-sharde"]',
        'svclint.toml:2:3: select: unknown rule "selector-sharde"; did you mean "selector-shared"?',
    ),
    "unknown prefix": ('extend-select = ["SVC9"]', 'svclint.toml:1:18: extend-select: unknown rule "SVC9"; svclint rule --all lists them'),
    "rule in lower case": ('ignore = ["svc201"]', 'svclint.toml:1:11: ignore: unknown rule "svc201"; did you mean "SVC201"?'),
    "version too old": (
        'kubernetes-version = "1.27"',
        'svclint.toml:1:22: kubernetes-version: "1.27" is no known Kubernetes version, which are "1.28" to "1.36"',
    ),
    "version with a patch": (
        'kubernetes-version = "v1.30.4"',
        'svclint.toml:1:22: kubernetes-version: "v1.30.4" is no known Kubernetes version, which are "1.28" to "1.36"; did you mean "1.30"?',
    ),
    "bad namespace": (
        'default-namespace = "Shop"',
        'svclint.toml:1:21: default-namespace: "Shop" is no name of a namespace: a-z, 0-9 and - within, 63 characters at most',
    ),
    "bad range": (
        '[cluster]\nnode-port-range = "32767-30000"',
        "svclint.toml:2:19: cluster.node-port-range: the range '32767-30000' ends before it starts",
    ),
    "unknown edition": ("edition = 99", "svclint.toml:1:11: edition: there is no edition 99; the known ones are 1"),
    "edition in quotes": ('edition = "1"', "svclint.toml:1:11: edition: wants an integer, found a string"),
    "boolean for integer": ("edition = true", "svclint.toml:1:11: edition: wants an integer, found true"),
    "domain with a dot at its end": (
        'cluster.dns-domain = "corp.example."',
        (
            'svclint.toml:1:22: cluster.dns-domain: "corp.example." is no domain: labels of a-z, 0-9 and - with dots between them, '
            'as in "cluster.local"'
        ),
    ),
    "scope of nothing": ("[scopes.prod]\npaths = []", "svclint.toml:2:9: scopes.prod.paths: is empty"),
    "one scope twice": (
        '[scopes.prod]\npaths = ["a"]\n[scopes.prod]\npaths = ["b"]',
        "svclint.toml:3:13: is not TOML: Cannot declare ('scopes', 'prod') twice",
    ),
    "empty text": ('against = ""', "svclint.toml:1:11: against: is empty"),
    "severity of an unknown rule": (
        '[severity]\nnode-port-colision = "off"',
        'svclint.toml:2:1: unknown rule "node-port-colision"; did you mean "node-port-collision"?',
    ),
    "severity of a prefix": ('[severity]\nSVC2 = "off"', 'svclint.toml:2:1: unknown rule "SVC2"; svclint rule --all lists them'),
    "unknown severity": (
        '[severity]\nSVC201 = "warn"',
        'svclint.toml:2:10: severity.SVC201: "warn" is not "error", "warning", "info" or "off"',
    ),
    "two severities": (
        '[severity]\nSVC201 = "off"\nnode-port-out-of-range = "info"',
        'svclint.toml:3:1: "node-port-out-of-range" is set twice, by its name and by its code',
    ),
    "bad glob": ('[per-file-ignores]\n"!a" = ["SVC2"]', 'svclint.toml:2:1: the glob "!a" is negated, which has no meaning here'),
    "unknown rule for a glob": (
        '[per-file-ignores]\n"test/**" = ["SVC8"]',
        'svclint.toml:2:14: per-file-ignores.test/**: unknown rule "SVC8"; svclint rule --all lists them',
    ),
    "all mistakes, by place": (
        'fail-on = "eror"\npedantik = true\nselect = ["SVC8", "SVC9"]\n[severity]\nSVC8 = 1\n',
        (
            'svclint.toml:1:11: fail-on: "eror" is not "error", "warning", "info" or "never"; did you mean "error"?\n'
            'svclint.toml:2:1: unknown key "pedantik"; did you mean "pedantic"?\n'
            'svclint.toml:3:11: select: unknown rule "SVC8"; svclint rule --all lists them\n'
            'svclint.toml:3:19: select: unknown rule "SVC9"; svclint rule --all lists them\n'
            'svclint.toml:5:1: unknown rule "SVC8"; svclint rule --all lists them'
        ),
    ),
    "table for array of tables": ("[pods]", "svclint.toml:1:2: pods: wants a list of tables, found a table"),
    "string in array of tables": ('pods = ["Game"]', "svclint.toml:1:9: pods: wants tables in the list, found a string"),
    "unknown key in an array of tables": (
        '[[pods]]\nkind = "a.io/v1/A"\nlabels = "b"\n[[pods]]\nkind = "a.io/v1/B"\nlabels = "c"\ncontainer = "d"',
        'svclint.toml:7:1: unknown key "container"; did you mean "containers"?',
    ),
    "key like nothing in an array of tables": (
        '[[pods]]\nkind = "a.io/v1/A"\nlabels = "b"\ncolour = 1',
        'svclint.toml:4:1: unknown key "pods.colour"',
    ),
    "missing keys": (
        '[[pods]]\nkind = "a.io/v1/A"\nlabels = "b"\n\n[[pods]]\ncontainers = "c"',
        'svclint.toml:5:3: pods: the key "kind" is missing\nsvclint.toml:5:3: pods: the key "labels" is missing',
    ),
    "kind without its apiVersion": (
        'pods = [{kind = "Game", labels = "a.b"}]',
        ('svclint.toml:1:17: pods.kind: "Game" is no kind: write its apiVersion, a slash and the kind, as in "example.com/v1/Game"'),
    ),
    "path that is more than names": (
        '[[pods]]\nkind = "a.io/v1/A"\nlabels = "spec.pods[0].labels"',
        (
            'svclint.toml:3:10: pods.labels: "spec.pods[0].labels" is no path: write the names of fields with dots between them, '
            'as in "spec.pod.labels"'
        ),
    ),
    "number for a path": (
        '[[pods]]\nkind = "a.io/v1/A"\nlabels = 1',
        "svclint.toml:3:10: pods.labels: wants a string, found an integer",
    ),
    "unknown meaning of a port": (
        '[[references]]\nkind = "a.io/v1/A"\nname = "a"\nport = "b"\nport-means = "servce-port"',
        (
            'svclint.toml:5:14: references.port-means: "servce-port" is not "service-port", "service-port-name", "service-port-or-name", '
            '"target-port" or "container-port"; did you mean "service-port"?'
        ),
    ),
    "unknown key of a reference": (
        '[[references]]\nkind = "a.io/v1/A"\nname = "a"\nport_means = "service-port"',
        'svclint.toml:4:1: unknown key "port_means"; did you mean "port-means"?',
    ),
    "reference without a name": ('[[references]]\nkind = "a.io/v1/A"', 'svclint.toml:1:3: references: the key "name" is missing'),
    "index in a path of a reference": (
        '[[references]]\nkind = "a.io/v1/A"\nname = "a[0].b"',
        (
            'svclint.toml:3:8: references.name: "a[0].b" is no path: write the names of fields with dots between them, '
            'and [] behind a list, as in "spec.routes[].service"'
        ),
    ),
    "meaning of no port": (
        '[[references]]\nkind = "a.io/v1/A"\nname = "a"\nport-means = "target-port"',
        "svclint.toml:4:14: references.port-means: says what a port means, and there is no port",
    ),
    "port in a list of its own": (
        '[[references]]\nkind = "a.io/v1/A"\nname = "a.b"\nport = "a.c[].d"',
        ('svclint.toml:4:8: references.port: "a.c[].d" is in a list that "a.b" is not in: which port belongs to which name is not known'),
    ),
    "scope without paths": ("[scopes.prod]\ncomplete = true", 'svclint.toml:1:9: scopes.prod: the key "paths" is missing'),
    "unknown key of a scope": (
        '[scopes.prod]\npaths = ["a"]\ncompletely = true',
        'svclint.toml:3:1: unknown key "completely"; did you mean "complete"?',
    ),
    "scope that is no table": ('[scopes]\nprod = ["a"]', "svclint.toml:2:8: scopes.prod: wants a table, found a list"),
    "bad glob of a scope": (
        '[scopes.prod]\npaths = ["a", "!b"]',
        'svclint.toml:2:15: scopes.prod.paths: the glob "!b" is negated, which has no meaning here',
    ),
    "no TOML": ("pedantic = yes", "svclint.toml:1:12: is not TOML: Invalid value"),
    "TOML that ends too soon": ('# é\r\nselect = ["a"', "svclint.toml:2:14: is not TOML: Unclosed array"),
    "key twice": ("pedantic = true\npedantic = true", "svclint.toml:2:16: is not TOML: Cannot overwrite a value"),
}


@pytest.mark.parametrize(("text", "message"), CASES.values(), ids=CASES)
def test_message(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "svclint.toml").write_bytes(text.encode())
    with pytest.raises(ConfigErrors) as caught:
        load(str(tmp_path), REGISTRY)
    assert str(caught.value) == message
