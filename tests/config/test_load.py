import re
import sys
from pathlib import Path

import pytest

from svclint.config.error import ConfigErrors
from svclint.config.load import load
from svclint.policy.accepted import Accepted
from svclint.policy.cluster import ClusterPolicy
from svclint.policy.lifecycle import LifeCycle, Stage, Verdict
from svclint.policy.pods import PodSetting
from svclint.policy.referrers.path import PortMeans, ReferenceSetting
from svclint.policy.scopes import ScopeSetting
from svclint.policy.settings import Settings
from tests.rule.rules import REGISTRY

EVERY_KEY = """\
edition = 1
baseline = "known.json"
apply = "replace"
select = ["SVC2", "selector-shared"]
extend-select = ["SVC301"]
ignore = ["SVC202"]
pedantic = true
fail-on = "never"
exclude = ["vendor/**"]
against = "main"
kubernetes-version = "1.28"
default-namespace = "shop"
[cluster]
node-port-range = "30000+99"
service-cidrs = ["10.0.0.0/8", "fd00::/108"]
dual-stack = true
dns-domain = "corp.example"
[severity]
SVC201 = "info"
node-port-changed = "off"
[per-file-ignores]
"test/**" = ["SVC3"]
"*.json" = ["ALL"]
[transitions]
allow = ["NodePort->ClusterIP"]
forbid = ["ClusterIP  ->  LoadBalancer", "NodePort -> (deleted)", "ClusterIP -> headless"]
created = ["ClusterIP", "headless", "NodePort"]
[scopes.prod]
paths = ["clusters/prod/**", "base"]
complete = true
[scopes."two words"]
paths = ["."]
[[pods]]
kind = "example.com/v1/Game"
labels = "spec.pod.labels"
containers = "spec.pod.containers"
[[pods]]
kind = "v1/Toy"
labels = "metadata.labels"
[[references]]
kind = "example.com/v1/Game"
name = "spec.lobbies[].service"
port = "spec.lobbies[].port"
port-means = "target-port"
[[references]]
kind = "v1/Toy"
name = "service"
[[accept]]
object = "shop/Service/web"
rule = "SVC513"
reason = "moved behind the gateway"
[[accept]]
object = "Service/db"
rule = "node-port-changed"
reason = "é"
"""
WANTED = Settings(
    edition=1,
    baseline="known.json",
    apply="replace",
    select=("SVC2", "selector-shared"),
    extend_select=("SVC301",),
    ignore=("SVC202",),
    pedantic=True,
    fail_on="never",
    exclude=("vendor/**",),
    against="main",
    kubernetes_version="1.28",
    default_namespace="shop",
    cluster=ClusterPolicy("30000+99", ("10.0.0.0/8", "fd00::/108"), dual_stack=True, dns_domain="corp.example"),
    severity=(("node-port-out-of-range", "info"), ("node-port-changed", "off")),
    per_file_ignores=(("test/**", ("SVC3",)), ("*.json", ("ALL",))),
    lifecycle=LifeCycle(
        (
            ((Stage.NODE_PORT, Stage.CLUSTER_IP), Verdict.OK),
            ((Stage.CLUSTER_IP, Stage.LOAD_BALANCER), Verdict.ILLEGAL),
            ((Stage.NODE_PORT, Stage.DELETED), Verdict.ILLEGAL),
            ((Stage.CREATED, Stage.LOAD_BALANCER), Verdict.ILLEGAL),
            ((Stage.CREATED, Stage.EXTERNAL_NAME), Verdict.ILLEGAL),
        )
    ),
    pods=(
        PodSetting("example.com/v1", "Game", "spec.pod.labels", "spec.pod.containers"),
        PodSetting("v1", "Toy", "metadata.labels"),
    ),
    scopes=(
        ScopeSetting("prod", ("clusters/prod/**", "base"), complete=True),
        ScopeSetting("two words", (".",)),
    ),
    references=(
        ReferenceSetting("example.com/v1", "Game", "spec.lobbies[].service", "spec.lobbies[].port", PortMeans.TARGET_PORT),
        ReferenceSetting("v1", "Toy", "service"),
    ),
    accept=(
        Accepted("shop", "Service", "web", "node-port-changed", "moved behind the gateway"),
        Accepted("", "Service", "db", "node-port-changed", "é"),
    ),
)


def write(folder: Path, **files: str) -> str:
    for name, text in files.items():
        (folder / f"{name.replace('dot_', '.')}.toml").write_bytes(text.encode())
    return str(folder)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("svclint.toml", EVERY_KEY),
        (".svclint.toml", EVERY_KEY.replace("\n", "\r\n")),
        ("svclint.toml", f"\ufeff{EVERY_KEY}"),
        ("pyproject.toml", "[project]\n[tool.svclint]\n" + re.sub(r"^(\[+)", r"\1tool.svclint.", EVERY_KEY, flags=re.MULTILINE)),
    ],
    ids=["svclint.toml", ".svclint.toml, CRLF", "byte-order mark", "pyproject.toml"],
)
def test_every_key_is_read(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_bytes(text.encode())
    loaded = load(str(tmp_path), REGISTRY)
    assert loaded.settings == WANTED
    assert loaded.path == name


@pytest.mark.parametrize(
    ("files", "path", "pedantic"),
    [
        ({}, "", False),
        ({"pyproject": ""}, "", False),
        ({"pyproject": "[tool.ruff]\n"}, "", False),
        ({"pyproject": "[project]\nname = 'svclint'\n[tool.ruff]\n"}, "", False),
        ({"pyproject": "tool = 'svclint'"}, "", False),
        ({"pyproject": "broken and none of our business"}, "", False),
        ({"pyproject": "[tool.svclint]\n"}, "pyproject.toml", False),
        ({"pyproject": "tool.svclint.pedantic = true"}, "pyproject.toml", True),
        ({"pyproject": "[tool.ruff]\n", "svclint": "pedantic = true"}, "svclint.toml", True),
        ({"svclint": ""}, "svclint.toml", False),
        ({"other": "pedantic = true"}, "", False),
    ],
    ids=repr,
)
def test_the_file_at_the_root(tmp_path: Path, files: dict[str, str], path: str, *, pedantic: bool) -> None:
    loaded = load(write(tmp_path, **files), REGISTRY)
    assert (loaded.path, loaded.settings.pedantic) == (path, pedantic)
    assert load(str(tmp_path), REGISTRY, isolated=True).settings == Settings()


def test_config_is_laid_over_the_file_key_by_key(tmp_path: Path) -> None:
    file = 'fail-on = "error"\npedantic = true\nseverity = {SVC201 = "off", SVC202 = "off"}\n'
    file += 'transitions.forbid = ["NodePort -> (deleted)"]'
    root = write(tmp_path, svclint=file, over='severity.node-port-collision = "info"\ntransitions.created = []')
    config = (str(tmp_path / "over.toml"), 'fail-on = "info"', 'fail-on = "never"')
    loaded = load(root, REGISTRY, config=config)
    assert (loaded.settings.fail_on, loaded.settings.pedantic) == ("never", True)
    assert loaded.settings.severity == (("node-port-out-of-range", "off"), ("node-port-collision", "info"))
    assert len(loaded.settings.lifecycle.changed) == 6
    assert not load(root, REGISTRY, config=config, isolated=True).settings.pedantic


def test_an_array_of_tables_is_laid_over_whole_and_a_scope_by_its_keys(tmp_path: Path) -> None:
    file = (
        '[[pods]]\nkind = "a.io/v1/A"\nlabels = "x"\n[[pods]]\nkind = "a.io/v1/B"\nlabels = "x"\n[scopes.s]\npaths = ["a"]\ncomplete = true'
    )
    over = ['pods = [{kind = "a.io/v1/C", labels = "y"}]', 'scopes.s.paths = ["b"]']
    loaded = load(write(tmp_path, svclint=file), REGISTRY, config=over)
    assert loaded.settings.pods == (PodSetting("a.io/v1", "C", "y"),)
    assert loaded.settings.scopes == (ScopeSetting("s", ("b",), complete=True),)
    assert loaded.whence("scopes", "s", "complete") == "svclint.toml:9:1"
    assert loaded.whence("pods") == f"--config '{over[0]}'"


def test_whence(tmp_path: Path) -> None:
    root = write(tmp_path, svclint='pedantic = true\n[severity]\nSVC201 = "off"\n[per-file-ignores]\n"a" = []')
    loaded = load(root, REGISTRY, config=['fail-on = "info"'])
    assert loaded.whence("pedantic") == "svclint.toml:1:1"
    assert loaded.whence("severity", "node-port-out-of-range") == "svclint.toml:3:1"
    assert loaded.whence("per-file-ignores", "a") == "svclint.toml:5:1"
    assert loaded.whence("fail-on") == "--config 'fail-on = \"info\"'"
    assert loaded.whence("cluster", "node-port-range") == "default"


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("nope.toml", "nope.toml: no such file, and no `key = value` either"),
        ("fail-on=error", "--config 'fail-on=error': is not TOML: Invalid value"),
        ("pedantik = true", '--config \'pedantik = true\': unknown key "pedantik"; did you mean "pedantic"?'),
        (
            'fail-on = "eror"',
            '--config \'fail-on = "eror"\': fail-on: "eror" is not "error", "warning", "info" or "never"; did you mean "error"?',
        ),
        (
            "tool.svclint.pedantic = true",
            (
                "--config 'tool.svclint.pedantic = true': unknown key \"tool\"; "
                'the settings stand at the top level here, without "tool.svclint"'
            ),
        ),
        ("FOLDER/pyproject.toml", 'FOLDER/pyproject.toml: has no table "tool.svclint"'),
        ("FOLDER/a=b.toml", 'FOLDER/a=b.toml:1:1: unknown key "a"'),
    ],
)
def test_a_config_that_cannot_be_used(tmp_path: Path, config: str, message: str) -> None:
    root = write(tmp_path, **{"pyproject": "", "a=b": "a = 1"})
    with pytest.raises(ConfigErrors) as caught:
        load(root, REGISTRY, config=[config.replace("FOLDER", root)])
    assert str(caught.value) == message.replace("FOLDER", root)


def test_mistakes_of_all_sources_are_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigErrors) as caught:
        load(write(tmp_path, svclint="a = 1\nb = 2"), REGISTRY, config=["c = 3", "d", 'transitions.allow = ["x -> y"]'])
    assert [error.path for error in caught.value.errors] == [
        "svclint.toml",
        "svclint.toml",
        "--config 'c = 3'",
        "d",
        "--config 'transitions.allow = [\"x -> y\"]'",
    ]


def test_settings_without_a_file_need_no_toml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tomllib", None)
    assert load(write(tmp_path, pyproject="[tool.ruff]"), REGISTRY).settings == Settings()
