"""The command config: what is in force, whence it comes, what is said of keys that there are not."""

import json
from pathlib import Path

import pytest

from svclint.checks import RULES
from svclint.config.jsonschema import json_schema
from svclint.config.load import load
from svclint.rule.registry import Registry
from tests.cli.project import run
from tests.config.test_load import EVERY_KEY

ADDED = '"b # \\"\\u007f" = ["SVC2"]\n[transitions]'


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "svclint.toml").write_text(EVERY_KEY.replace("[transitions]", ADDED))
    return tmp_path


def test_what_is_printed_can_be_pasted_back(project: Path) -> None:
    printed = run("config")
    assert (printed.exit_code, printed.stderr) == (0, "")
    before = load(str(project), Registry(RULES)).settings
    (project / "svclint.toml").write_text(printed.stdout)
    assert load(str(project), Registry(RULES)).settings == before
    again = run("config").stdout
    assert [line.partition("  # ")[0] for line in again.splitlines()] == [line.partition("  # ")[0] for line in printed.stdout.splitlines()]


def test_the_defaults_can_be_pasted_back(project: Path) -> None:
    printed = run("config", "--isolated").stdout
    (project / "svclint.toml").write_text(printed)
    assert load(str(project), Registry(RULES)).settings == load(str(project), Registry(RULES), isolated=True).settings


# Words behind `config`, and what is printed below the explanation, if any.
SHOWN = {
    "fail-on": 'fail-on = "never"  # svclint.toml:8:1',
    "fail-on --fail-on error": 'fail-on = "error"  # --fail-on',
    "fail-on --isolated": 'fail-on = "warning"  # default',
    "ignore --ignore SVC3": 'ignore = ["SVC202", "SVC3"]  # svclint.toml:6:1, --ignore',
    "select --select SVC3": 'select = ["SVC3"]  # --select',
    "exclude --config exclude=[]": "exclude = []  # --config 'exclude=[]'",
    "severity.SVC201": 'node-port-out-of-range = "info"  # svclint.toml:19:1',
    "severity.illegal-type-transition": 'illegal-type-transition = "error"  # default',
    "transitions.forbid": ('    "ClusterIP -> LoadBalancer",\n    "NodePort -> (deleted)",\n    "ClusterIP -> headless",\n]'),
    "cluster.dual-stack --isolated": "# dual-stack is not set",
    "baseline --isolated": "# baseline is not set",
    "accept --isolated": "# accept is not set",
    "scopes --isolated": "# scopes is not set",
    "scopes.prod": 'paths = ["clusters/prod/**", "base"]  # svclint.toml:30:1\n'
    "# Nothing else is in that cluster: what is missing needs no other evidence.\ncomplete = true  # svclint.toml:31:1",
    "pods": '[[pods]]  # svclint.toml:34:3\nkind = "v1/Toy"\nlabels = "metadata.labels"',
}


@pytest.mark.parametrize("words", SHOWN)
def test_a_key(words: str) -> None:
    result = run("config", *words.split())
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith(f"{SHOWN[words]}\n")


def test_a_variable_is_where_it_comes_from() -> None:
    assert run("config", "fail-on", SVCLINT_FAIL_ON="info").stdout.endswith('fail-on = "info"  # SVCLINT_FAIL_ON\n')
    assert run("config", "pedantic", SVCLINT_CONFIG="pedantic = false").stdout.endswith("  # SVCLINT_CONFIG 'pedantic = false'\n")


def test_json() -> None:
    value = json.loads(run("config", "--format", "json", "--ignore", "SVC3").stdout)
    assert (value["version"], value["file"]) == (1, "svclint.toml")
    found = {one["key"]: one for one in value["settings"]}
    assert found["ignore"]["value"] == ["SVC202", "SVC3"]
    assert found["ignore"]["origins"] == ["svclint.toml:6:1", "--ignore"]
    assert found['scopes."two words".paths']["value"] == ["."]
    assert found["pods"]["value"][1] == {"kind": "v1/Toy", "labels": "metadata.labels"}
    assert json.loads(run("config", "--format", "json", "--isolated").stdout)["file"] is None


def test_schema() -> None:
    assert json.loads(run("config", "--schema").stdout) == json_schema(Registry(RULES))


REFUSED = {
    "fial-on": 'no setting is called "fial-on"; did you mean "fail-on"?',
    "fail_on": 'no setting is called "fail_on"; did you mean "fail-on"?',
    "dns-domain": 'no setting is called "dns-domain"; did you mean "cluster.dns-domain"?',
    "cluster.dns-domian": 'no setting is called "cluster.dns-domian"; did you mean "cluster.dns-domain"?',
    "clusters": 'no setting is called "clusters"; did you mean "cluster"?',
    "colour": 'no setting is called "colour"',
    "severity.nope": 'no setting is called "severity.nope"',
    "fail-on --schema": "--schema is that of all settings: leave the key out",
    "--schem": "unknown flag --schem; did you mean --schema?",
    "--fail-on eror": '--fail-on: "eror" is not "error", "warning", "info" or "never"; did you mean "error"?',
}


@pytest.mark.parametrize("words", REFUSED)
def test_refused(words: str) -> None:
    result = run("config", *words.split())
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"svclint: {REFUSED[words]}\n")
