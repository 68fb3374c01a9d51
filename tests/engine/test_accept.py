"""Changes that the settings accept, by object and rule."""

import pytest

from tests.engine.test_suppress import ADDRESS, BASE, DEV, MOVED, OLD, OTHER, PROD, TYPE, WEB, check, names

FORBID = 'transitions.forbid = ["NodePort -> (deleted)"]\n'
NOWHERE = OLD.replace(", namespace: shop", "")


def accept(target: str, rule: str = "illegal-type-transition") -> str:
    return f'accept = [{{object = "{target}", rule = "{rule}", reason = "moved"}}]\n'


DELETED = {
    "its identity": (OLD, accept("shop/Service/web"), True),
    "by the rule's code": (OLD, accept("shop/Service/web", "SVC511"), True),
    "another name": (OLD, accept("shop/Service/wbe"), False),
    "another namespace": (OLD, accept("post/Service/web"), False),
    "another rule": (OLD, accept("shop/Service/web", "SVC501"), False),
    "without a namespace": (OLD, accept("Service/web"), False),
    "in the default namespace": (OLD, 'default-namespace = "shop"\n' + accept("Service/web"), True),
    "neither has a namespace": (NOWHERE, accept("Service/web"), True),
    "the default namespace by its name": (NOWHERE, accept("default/Service/web"), True),
    "the default namespace is another": (NOWHERE, 'default-namespace = "shop"\n' + accept("default/Service/web"), False),
}


@pytest.mark.parametrize(("old", "toml", "silent"), DELETED.values(), ids=DELETED)
def test_a_deleted_service(old: str, toml: str, *, silent: bool) -> None:
    report = check({"other.yaml": OTHER}, {"other.yaml": OTHER, "web.yaml": old}, FORBID + toml)
    assert names(report) == (([], TYPE) if silent else (TYPE, []))


def test_what_is_left_of_one_object_and_of_others_stays() -> None:
    both = f"{WEB}---\n{OTHER}"
    report = check({"web.yaml": both.replace(".7", ".8")}, {"web.yaml": f"{OLD}---\n{OTHER}"}, accept("shop/Service/web"))
    assert names(report) == (ADDRESS * 2, TYPE)


def test_the_object_as_it_is_built() -> None:
    around = {**BASE, **PROD, "dev/kustomization.yaml": f"namePrefix: dev-\n{DEV}"}
    sides = {**around, "base/web.yaml": WEB}, {**around, "base/web.yaml": OLD}
    assert names(check(*sides, accept("shop/Service/web"))) == (TYPE, [])
    assert names(check(*sides, accept("shop/Service/dev-web"))) == ([], TYPE)


def test_comments_and_settings_are_counted_together() -> None:
    text = MOVED.replace("10.0.0.8", "10.0.0.8 # svclint: ignore[SVC501] made anew")
    report = check({"web.yaml": text}, {"web.yaml": OLD}, accept("shop/Service/web"))
    assert names(report) == ([], TYPE + ADDRESS)
