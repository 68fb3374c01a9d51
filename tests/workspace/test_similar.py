"""The index of similar values finds whatever a comparison with all of them would find."""

from hypothesis import given
from hypothesis import strategies as st

from svclint.workspace.similar import SimilarValues

WORD = st.text("abcdefgh-", min_size=6, max_size=24)
EDIT = st.tuples(st.sampled_from(["insert", "delete", "replace"]), st.integers(0, 30), st.sampled_from("abxyz-"))


def edited(word: str, edits: list[tuple[str, int, str]]) -> str:
    for how, at, letter in edits:
        index = at % (len(word) + 1)
        word = word[:index] + ("" if how == "delete" else letter) + word[index + (how != "insert") :]
    return word


@given(words=st.lists(WORD, max_size=20), word=WORD, edits=st.lists(EDIT, max_size=2))
def test_two_changes_are_found(words: list[str], word: str, edits: list[tuple[str, int, str]]) -> None:
    assert word in set(SimilarValues([*words, word]).around(edited(word, edits)))


@given(words=st.lists(WORD, max_size=20), word=WORD)
def test_parts_are_found(words: list[str], word: str) -> None:
    assert f"{word}-server" in set(SimilarValues([*words, f"{word}-server"]).around(word))
    assert word in set(SimilarValues([*words, word]).around(f"my-{word}"))


def test_a_crowd_is_no_evidence() -> None:
    assert not set(SimilarValues([f"web-{number:05}" for number in range(100)]).around("web"))
