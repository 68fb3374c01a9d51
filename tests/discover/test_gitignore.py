"""Our patterns against git's: the same files are left, whatever .gitignore says."""

import pytest

from svclint.discover.exclude import Exclude
from svclint.discover.gitignore import Ignore
from svclint.discover.walk import walk
from tests.discover.conftest import Repository

FILES = [
    *"a.yaml b.yml foo.yaml Foo.yaml foo/a.yaml foo/b.yaml foo/bar/a.yaml foo/bar/baz/b.yaml bar/foo/a.yaml bar.yaml/a.yaml".split(),
    *"abc/x.yaml abd/x.yaml x/y/z/w.yaml x/w.yaml .hidden/a.yaml a-b.yaml a]b.yaml a^b.yaml a!b.yaml [x].yaml #a.yaml !a.yaml".split(),
    *"a*b.yaml a\\b.yaml ab.yaml aab.yaml a1.yaml ä/ö.yaml foo.json foo/Kustomization Kustomization build/x.yaml deep/build/x.yaml".split(),
    *("a b.yaml", "a /b.yaml", "trail.yaml ", "line\nbreak.yaml"),
]

PATTERNS = [
    *(
        "a.yaml",
        "/a.yaml",
        "foo",
        "foo/",
        "/foo",
        "/foo/",
        "foo/bar",
        "foo/bar/",
        "foo/*",
        "foo/**",
        "foo/**/",
        "/**",
        "**",
        "***",
        "*",
        "/*",
        "/*/",
    ),
    *("**/a.yaml", "**/foo", "**/foo/", "**/foo/**", "foo/**/b.yaml", "foo/**/a.yaml", "x/**/w.yaml", "x/***/w.yaml", "x/**w.yaml"),
    *(
        "**/y/**/w.yaml",
        "x/**/**/w.yaml",
        "**/**/w.yaml",
        "x/*/w.yaml",
        "x/*/*/w.yaml",
        "x/**/z/*",
        "**/b*z/**",
        "f**/bar",
        "*/bar",
        "*/*/a.yaml",
    ),
    *(
        "?.yaml",
        "??.yaml",
        "[\xc3]*",
        "ä/[!a].yaml",
        "a?b.yaml",
        "ab?/x.yaml",
        "foo?a.yaml",
        "*.yaml",
        "*.y?ml",
        "*a*b*",
        "a*.yaml",
        "*b.yaml",
        "*/",
        "f*/b*/",
        "*o*.yaml",
    ),
    *(
        "[ab].yaml",
        "[a-b].yaml",
        "[!a].yaml",
        "[^a].yaml",
        "ab[cd]/x.yaml",
        "ab[!c]/*",
        "a[]]b.yaml",
        "a[!]]b.yaml",
        "a[^^]b.yaml",
        "a[\\]]b.yaml",
    ),
    *(
        "a[a-]b.yaml",
        "a[-a]b.yaml",
        "a[!-a]b.yaml",
        "a[z-a]b.yaml",
        "a[]-a]b.yaml",
        "a[!z-a]b.yaml",
        "a[[:digit:]].yaml",
        "[[:upper:]]*",
        "a[![:alnum:]]b.yaml",
    ),
    *(
        "a[[:punct:]]b.yaml",
        "a[[:nope:]]b.yaml",
        "a[[:space:]]b.yaml",
        "a[[:digit:]-b]*",
        "a[[:]b.yaml",
        "a[",
        "a[]",
        "a[b",
        "foo[/]a.yaml",
        "foo[!x]a.yaml",
    ),
    *("[[]x].yaml", "\\[x].yaml", "a[a-c-e]b.yaml", "a[\\a-\\c]b.yaml", "[a\\", "\\", "a\\", "foo\\/a.yaml", "f[o/]o/a.yaml"),
    *(
        "# a comment",
        "#a.yaml",
        "\\#a.yaml",
        "!a.yaml",
        "\\!a.yaml",
        "a\\*b.yaml",
        "a\\\\b.yaml",
        "\\a.yaml",
        "a.yaml ",
        "a\\ ",
        "a\\  ",
        "a ",
        "trail.yaml\\ ",
    ),
    *(
        "*\n!a.yaml",
        "*.yaml\n!/foo/a.yaml",
        "foo\n!foo/a.yaml",
        "foo/*\n!foo/a.yaml",
        "!a.yaml\na.yaml",
        "*\n!*/\n!*.yml",
        "/*\n!/foo\n/foo/*\n!/foo/bar",
    ),
    *(
        "a.yaml\r\nb.yml\r\n",
        "\ufeffa.yaml\nb.yml",
        "",
        "\n\n",
        "/",
        "//",
        "foo//",
        "/foo//bar",
        "!",
        "!/",
        "./a.yaml",
        "ä",
        "ä/",
        "line*",
        "build/\n!deep/build/",
    ),
]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    repository = Repository(tmp_path_factory.mktemp("tree")).init()
    repository.write(dict.fromkeys(FILES, "{}"))
    return repository


@pytest.mark.parametrize("patterns", PATTERNS)
def test_as_git(tree: Repository, patterns: str) -> None:
    tree.write({".gitignore": patterns})
    expected = tree.git("ls-files", "-z", "--others", "--exclude-standard", "--", "*.yaml", "*.yml", "*.json", "*Kustomization")
    assert sorted(walk(str(tree.path), "", Exclude())[0]) == sorted(expected.split("\0")[:-1])


def test_inner_files_speak_first(repository: Repository) -> None:
    repository.write({name: "{}" for name in FILES if name.endswith("l")})
    repository.write(
        {
            ".gitignore": "*.yaml\n!a*.yaml\nabc/",
            "foo/.gitignore": "!b.yaml\n/a.yaml\n",
            "foo/bar/.gitignore": "!*",
            "x/.gitignore": "y\n!/w.yaml",
        }
    )
    expected = repository.git("ls-files", "-z", "--others", "--exclude-standard", "--", "*.yaml", "*.yml")
    assert sorted(walk(str(repository.path), "", Exclude())[0]) == sorted(expected.split("\0")[:-1])


def test_hostile_patterns_take_little_time() -> None:
    stars = "*a" * 200 + "b"
    ignore = Ignore([stars, "/" + stars, "**/a" * 100 + "/b", "/".join(["*a*a*a*b"] * 20), "[a-z]*" * 100 + "!"])
    assert ignore.verdict("a" * 2000, directory=False) is None
    assert ignore.verdict("a/" * 1000 + "a", directory=False) is None


def test_two_stars_beside_letters_are_one() -> None:
    ignore = Ignore(["x**/w.yaml"])
    assert [ignore.verdict(path, directory=False) for path in ("xy/w.yaml", "x/y/w.yaml", "xw.yaml")] == [True, None, None]


def test_a_pattern_longer_than_a_path_is_ignored() -> None:
    assert Ignore(["*" * 5000]).verdict("a", directory=False) is None


def test_excluded_are_also_the_files_of_excluded_directories() -> None:
    exclude = Exclude(["vendor/", "/gen/*", "!/gen/keep.yaml"])
    paths = {
        "vendor/a.yaml": True,
        "x/vendor/y/a.yaml": True,
        "vendor.yaml": False,
        "gen/a.yaml": True,
        "gen/keep.yaml": False,
        "gen/d/keep.yaml": True,
    }
    assert {path: exclude.file(path) for path in paths} == paths
