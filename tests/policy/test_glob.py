import pytest

from svclint.policy.glob import Glob

CASES = {
    "*.json": "a.json x/a.json x.json/y | a.jsonx json",
    "/*.json": "a.json | x/a.json",
    "./test/a": "test/a test/a/b | x/test/a",
    "test": "test test/a x/test/a | tests/a",
    "test/": "test/a x/test/a | test x/test",
    "test/**": "test/a test/a/b | test x/test/a",
    "test/*": "test/a test/a/b | test x/test/a",
    "a/b": "a/b a/b/c | x/a/b a/x/b",
    "**/b": "b a/b x/y/b/c | bb",
    "a/**/b": "a/b a/x/b a/x/y/b/c | b a/x",
    "a/**/b/**/c": "a/b/c a/b/b/c a/x/b/c/b/c | a/c a/c/b",
    "a/**/b/*.yaml": "a/b/x/b/c.yaml | a/b/x/c.yaml a/b.yaml",
    "**": "a a/b",
    "a/b**": "a/bc a/b | a/x/b",
    "svc-?.yaml": "svc-1.yaml x/svc-2.yaml | svc-10.yaml svc-/.yaml",
    "svc-[0-9].yaml": "svc-1.yaml | svc-x.yaml",
    "svc-[!0-9].yaml": "svc-x.yaml | svc-1.yaml",
    "svc-[^0-9].yaml": "svc-x.yaml | svc-1.yaml",
    r"svc-\*.yaml": "svc-*.yaml | svc-x.yaml",
    "a+(b).yaml": "a+(b).yaml | aab.yaml",
}


@pytest.mark.parametrize(("glob", "paths"), CASES.items(), ids=CASES)
def test_paths(glob: str, paths: str) -> None:
    yes, _, no = paths.partition("|")
    pattern = Glob(glob)
    assert [path for path in yes.split() if not pattern.matches(path)] == []
    assert [path for path in no.split() if pattern.matches(path)] == []


@pytest.mark.parametrize(
    ("glob", "message"),
    [
        ("", 'the glob "" matches nothing'),
        ("/", 'the glob "/" matches nothing'),
        ("!a", 'the glob "!a" is negated, which has no meaning here'),
    ],
)
def test_no_glob(glob: str, message: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        Glob(glob)
    assert str(caught.value) == message


def test_many_stars_take_no_time() -> None:
    assert not Glob("**/" + "*a" * 50 + "/**/" * 20 + "b").matches("/".join(["a" * 200] * 50))
