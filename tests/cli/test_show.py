"""The command show: what is a path and what a name, exit codes, what goes where."""

import json
from pathlib import Path

import pytest

from svclint.cli.show import is_path
from tests.cli.project import GOOD, run, write

CHART = "kind: Service\nname: {{ .Values.name }}\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


WORDS = {
    "web": False,
    "shop/web": False,
    "shop/*": False,
    "w?b": False,
    "-": True,
    ".": True,
    "./web": True,
    "../web": True,
    "web/": True,
    "/web": True,
    "web.yaml": True,
    "k8s/web.json": True,
    "k8s/shop/web": True,
    "k8s\\web": True,
    "folder": True,
    "folder/inner": True,
}


@pytest.mark.parametrize(("word", "expected"), WORDS.items(), ids=WORDS)
def test_is_path(word: str, expected: bool, project: Path) -> None:
    (project / "folder" / "inner").mkdir(parents=True)
    assert is_path(word) is expected


RUNS = {
    "all": ([], 0, ["web", "cart"], ""),
    "name": (["web"], 0, ["web"], ""),
    "path": (["k8s"], 0, ["web"], ""),
    "name-in-path": (["k8s/", "web"], 0, ["web"], ""),
    "file": (["k8s/web.yaml"], 0, ["web"], ""),
    "in-no-namespace": (["default/web"], 0, ["web"], ""),
    "folder-without-services": (["cart"], 0, ["cart"], ""),
    "folder-as-such": (["cart/"], 0, [], "No Service in 1 file.\n"),
    "unknown": (["wbe"], 2, [], 'svclint: no Service "wbe"; did you mean "web"?\n'),
    "unknown-beside-known": (["web", "zzzzz"], 2, ["web"], 'svclint: no Service "zzzzz"\n'),
    "folder-beside-others": (["k8s/", ".", "cart"], 0, ["cart"], ""),
    "folder-without-services-or-name": (["empty"], 0, [], "No Service in 1 file.\n"),
    "missing-path": (["web.yaml"], 2, [], "svclint: web.yaml: no such file or directory\nNo Service in 0 files.\n"),
    "excluded": (["--exclude", "k8s/"], 0, ["cart"], ""),
}


@pytest.mark.parametrize(("words", "code", "names", "said"), RUNS.values(), ids=RUNS)
def test_run(words: list[str], code: int, names: list[str], said: str, project: Path) -> None:
    for folder, files in {
        "k8s": {"web": GOOD},
        "cart": {"a": "a: 1\n"},
        "empty": {"a": "a: 1\n"},
        "others": {"c": GOOD.replace("web", "cart")},
    }.items():
        (project / folder).mkdir()
        write(project / folder, **files)
    result = run("show", "--format", "json", *words)
    shown = json.loads(result.stdout)
    assert (result.exit_code, [one["object"]["name"] for one in shown["services"]], result.stderr) == (code, names, said)


def test_standard_input_and_a_name() -> None:
    result = run("show", "-", "web", stdin=GOOD)
    assert (result.exit_code, result.stdout.split("\n")[0]) == (0, "web  ClusterIP  <stdin>:2")


def test_no_service_is_said(project: Path) -> None:
    write(project, other="a: 1\n", chart=CHART)
    result = run("show")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "No Service in 2 files; 1 template not read.\nTemplates are shown once rendered: helm template … | svclint show -\n"
    )


def test_templates_are_not_spoken_of_where_the_service_was_found(project: Path) -> None:
    write(project, web=GOOD, chart=CHART)
    assert run("show", "web").stderr == ""
    assert "1 template not read" in run("show").stderr
    assert "1 template not read" in run("show", "wbe").stderr


def test_the_version_decides_where_a_name_leads(project: Path) -> None:
    write(project, web=GOOD.replace("{port: 80}", "{port: 80, targetPort: http}").replace("spec:", "spec:\n  selector: {app: web}") + POD)
    assert "→ 8080 (http in container proxy)" in run("show").stdout
    assert "→ nothing" in run("show", "--kubernetes-version", "1.32").stdout


POD = """\
---
apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
spec: {initContainers: [{name: proxy, restartPolicy: Always, ports: [{name: http, containerPort: 8080}]}]}
"""


def test_the_settings_count(project: Path) -> None:
    write(project, web=GOOD)
    (project / "svclint.toml").write_text('default-namespace = "shop"\nagainst = "no-such-revision"\n')
    assert run("show", "shop/web").exit_code == 0
    assert run("show", "--isolated", "shop/web").exit_code == 2


def test_colour(project: Path) -> None:
    write(project, web=GOOD)
    assert "\x1b[" in run("show", "--color", "always").stdout
    assert "\x1b[" not in run("show").stdout
