"""Each mistake in what the settings say of changes, and what the user reads."""

from pathlib import Path

import pytest

from svclint.config.error import ConfigErrors
from svclint.config.load import load
from tests.rule.rules import REGISTRY

# What stands in [transitions], and what is said of its second line.
TRANSITIONS = {
    'allow = ["ClusterIP -> headless"]': (
        '2:10: transitions.allow: "ClusterIP -> headless" cannot be allowed: the API server refuses it, whatever the settings say'
    ),
    'allow = ["headless->ClusterIP"]': (
        '2:10: transitions.allow: "headless -> ClusterIP" cannot be allowed: '
        "the API server accepts the edit, but the Service stays headless"
    ),
    'forbid = ["headless -> ClusterIP"]': (
        '2:11: transitions.forbid: "headless -> ClusterIP" cannot be forbidden: it never happens, the Service stays headless; '
        "the rule headless-change-ignored tells of the edit"
    ),
    'forbid = ["NodePort to ClusterIP"]': (
        '2:11: transitions.forbid: "NodePort to ClusterIP" is no transition: write "NodePort -> ClusterIP"'
    ),
    'forbid = ["A -> B -> C"]': '2:11: transitions.forbid: "A -> B -> C" is no transition: write "NodePort -> ClusterIP"',
    'allow = ["Nodeport -> ClusterIP"]': (
        '2:10: transitions.allow: "Nodeport" is not "(created)", "ClusterIP", "headless", "NodePort", "LoadBalancer" or "ExternalName"; '
        'did you mean "NodePort"?'
    ),
    'forbid = ["NodePort -> deleted"]': (
        '2:11: transitions.forbid: "deleted" is not "ClusterIP", "headless", "NodePort", "LoadBalancer", "ExternalName" or "(deleted)"; '
        'did you mean "(deleted)"?'
    ),
    'forbid = ["(deleted) -> NodePort"]': (
        '2:11: transitions.forbid: "(deleted) -> NodePort" is no transition: "(deleted)" stands to the right of the arrow only'
    ),
    'forbid = ["NodePort -> (created)"]': (
        '2:11: transitions.forbid: "NodePort -> (created)" is no transition: "(created)" stands to the left of the arrow only'
    ),
    'forbid = ["(created) -> (deleted)"]': (
        '2:11: transitions.forbid: "(created) -> (deleted)" is no transition: a Service has a type in between'
    ),
    'forbid = ["NodePort -> NodePort"]': (
        '2:11: transitions.forbid: "NodePort -> NodePort" is no transition: the Service stays what it is, which is always allowed'
    ),
    'created = ["Nodeport"]': (
        '2:12: transitions.created: "Nodeport" is not "ClusterIP", "headless", "NodePort", "LoadBalancer" or "ExternalName"; '
        'did you mean "NodePort"?'
    ),
    'forbid = ["NodePort -> ClusterIP"]\nallow = ["NodePort -> ClusterIP"]': (
        '2:11: transitions.forbid: "NodePort -> ClusterIP" is in transitions.allow too'
    ),
    'forbid = ["(created) -> NodePort"]\ncreated = ["NodePort"]': '2:11: transitions.forbid: "NodePort" is in transitions.created too',
    'allow = ["(created) -> NodePort"]\ncreated = ["ClusterIP"]': '2:10: transitions.allow: "NodePort" is missing in transitions.created',
}


@pytest.mark.parametrize(("text", "message"), TRANSITIONS.items(), ids=TRANSITIONS)
def test_message_about_transitions(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "svclint.toml").write_text(f"[transitions]\n{text}\n")
    with pytest.raises(ConfigErrors) as caught:
        load(str(tmp_path), REGISTRY)
    assert str(caught.value) == f"svclint.toml:{message}"


NO_OBJECT = 'is no object: write "namespace/Service/name", or "Service/name" where it sets no namespace'
# What stands in [[accept]] instead of good keys, and what is said of it.
ACCEPT = {
    'object = "web"': f'2:10: accept.object: "web" {NO_OBJECT}',
    'object = "a/shop/Service/web"': f'2:10: accept.object: "a/shop/Service/web" {NO_OBJECT}',
    'object = "shop/Service/"': f'2:10: accept.object: "shop/Service/" {NO_OBJECT}',
    'object = "/Service/web"': f'2:10: accept.object: "/Service/web" {NO_OBJECT}',
    'object = ""': f'2:10: accept.object: "" {NO_OBJECT}',
    'object = "shop/service/web"': '2:10: accept.object: "service" is not "Service"; did you mean "Service"?',
    'object = "Ingress/web"': '2:10: accept.object: "Ingress" is not "Service"',
    'object = "Shop/Service/web"': ('2:10: accept.object: "Shop" is no name of a namespace: a-z, 0-9 and - within, 63 characters at most'),
    "object = 1": "2:10: accept.object: wants a string, found an integer",
    'rule = "node-port-chnged"': '2:8: accept.rule: unknown rule "node-port-chnged"; did you mean "node-port-changed"?',
    'rule = "SVC5"': '2:8: accept.rule: unknown rule "SVC5"; svclint rule --all lists them',
    'rule = "SVC201"': (
        '2:8: accept.rule: "SVC201" is no rule about changes (SVC5): what stands in a file is ignored there, '
        "with the comment `# svclint: ignore[node-port-out-of-range] reason`"
    ),
    'reason = " "': "2:10: accept.reason: is empty",
    "rules = []": '2:1: unknown key "rules"; did you mean "rule"?',
}
GOOD = {"object": "Service/web", "rule": "SVC513", "reason": "meant"}


@pytest.mark.parametrize(("text", "message"), ACCEPT.items(), ids=ACCEPT)
def test_message_about_accept(tmp_path: Path, text: str, message: str) -> None:
    rest = "".join(f'{key} = "{value}"\n' for key, value in GOOD.items() if not text.startswith(f"{key} "))
    (tmp_path / "svclint.toml").write_text(f"[[accept]]\n{text}\n{rest}")
    with pytest.raises(ConfigErrors) as caught:
        load(str(tmp_path), REGISTRY)
    assert str(caught.value) == f"svclint.toml:{message}"


@pytest.mark.parametrize("missing", GOOD)
def test_accept_wants_all_its_keys(tmp_path: Path, missing: str) -> None:
    rest = "".join(f'{key} = "{value}"\n' for key, value in GOOD.items() if key != missing)
    (tmp_path / "svclint.toml").write_text(f"[[accept]]\n{rest}")
    with pytest.raises(ConfigErrors) as caught:
        load(str(tmp_path), REGISTRY)
    assert str(caught.value) == f'svclint.toml:1:3: accept: the key "{missing}" is missing'
