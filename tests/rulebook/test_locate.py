"""Finding the pages, in a wheel and in a checkout."""

from pathlib import Path

import pytest

from svclint.rulebook import locate


@pytest.mark.parametrize("place", ["svclint/rules", "rules"])
def test_pages(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    family = tmp_path / place / "ports"
    family.mkdir(parents=True)
    for name in ("b-rule.md", "a-rule.md", "README.md", "notes.txt"):
        (family / name).write_text(f"# {name} = é\n", encoding="utf-8")
    (family.parent / "README.md").touch()
    (tmp_path / "svclint").mkdir(exist_ok=True)
    monkeypatch.setattr(locate, "_PACKAGE", str(tmp_path / "svclint"))
    assert list(locate.pages()) == ["a-rule", "b-rule"]
    assert locate.read("a-rule") == "# a-rule.md = é\n"
    assert locate.read("c-rule") is None


def test_the_package_s_own_pages_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("svclint/rules", "rules"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setattr(locate, "_PACKAGE", str(tmp_path / "svclint"))
    assert Path(locate.folder()) == tmp_path / "svclint" / "rules"


def test_no_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locate, "_PACKAGE", str(tmp_path / "svclint"))
    assert locate.pages() == {}
    assert locate.read("a-rule") is None
