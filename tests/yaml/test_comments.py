"""What is a comment and what is a `#` in a text."""

import pytest

from svclint.source.file import SourceFile
from svclint.yaml import parse
from svclint.yaml.comments import comments

# Comments start with "#!" in these texts, other "#" are none; "+" behind the number of a line says that it is alone there.
CASES = [
    ("none", "a: 1\n", ""),
    ("kinds", "#! top\na: 1 #! behind\n  #! alone\nb:\t#! tab\n#!", "1+ 2 3+ 4 5+"),
    ("no blank before", "a: b#c\nb: 'c'#d\n#! e\n", "3+"),
    ("quoted", 'a: \'# no\'\nb: "# no\n  # no" #! yes\nc: "\\" # no"\n', "3"),
    ("plain over lines", "a: b\n  c#d #! e\n", "2"),
    ("block scalars", "a: | #! head\n  # no\n\n  # no\n#! yes\nb: >-\n  # no\nc: d #! e\n", "1 5+ 8"),
    ("block scalar in a list", "- |\n # no\n- a #! b\n", "3"),
    ("flow", "a: [ #! b\n  '# c', #! d\n  e]\n", "1 2"),
    ("between documents", "a: 1\n--- #! b\n#! c\n---\nd: 1 #! e\n... #! f\n", "2 3+ 5 6"),
    ("carriage returns", "a: 1 #! b\r\n#! c\r\nd: '# e'\r\n", "1 2+"),
    ("JSON", '{"a": "# b"}\n', ""),
    ("tagged", "a: !x #! b\n  c\nd: &e #! f\n  'g # h'\n", "1 3"),
    (
        "broken",
        "a: '# no' #! yes\nb: c: d #! here\n#! alone\ne: \"# no\" #! yes\nf: | #! head\n  # no\n\n  # no\ng: don't #! yes\n",
        "1 2 3+ 4 5 9",
    ),
    ("template", "{{- if .a }}\na: {{ .b }} #! c\nd: '{{ \"#\" }} # no'\n{{- end }}\n", "2"),
    ("unclosed", "a: 'b # no\nc: d #! e\n", "2"),
    ("too deep", "[" * 300 + "\n#! a\n", "2+"),
    ("not text", "a: \x00\n#! b\n", "2+"),
]


@pytest.mark.parametrize("parser", ["C", "pure"])
@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_comments(text: str, expected: str, parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if parser == "pure":
        monkeypatch.setattr(parse, "CParser", None)
    found = comments(SourceFile("a.yaml", text))
    assert all(one.place.text.startswith("#!") for one in found)
    assert all(one.text == one.place.text[1:].strip() for one in found)
    assert " ".join(f"{one.place.span.start.line}{'+' if one.alone else ''}" for one in found) == expected
