"""Reading a page: what it holds, and precisely what is wrong with it."""

import pytest

from svclint.rulebook.mark import Mark
from svclint.rulebook.page import FACTS, SECTIONS, parse
from tests.rulebook.pages import PAGE

PATH = "rules/x/a-rule.md"


def test_facts_and_sections() -> None:
    page = parse(PATH, PAGE)
    assert (page.name, page.code) == ("a-rule", "SVC999")
    assert tuple(page.facts) == FACTS
    assert page.facts["needs"] == "workspace"
    assert tuple(page.sections) == SECTIONS
    assert page.sections["See also"].text == "SVC998"
    assert page.sections["Why it matters"].text == "```yaml\n## not a heading: a comment\n```"


def test_an_example() -> None:
    example, _ = parse(PATH, PAGE).examples
    assert (example.title, example.prose, example.transition) == ("The wrong port", "It is wrong.", False)
    assert example.diagnostics == "error[a-rule]: no\n"
    assert example.settings == ""
    (file,) = example.files
    assert file.path == "manifest.yaml"
    assert PAGE.splitlines()[file.line - 1] == "# a comment"
    assert file.unmarked == "# a comment\nport: 0\nname: x\n"
    assert file.marks == (Mark("error", "a-rule", 2, 7), Mark("ok", "a-rule", 3), Mark("ok", "other-rule", 3))
    assert [(one.path, one.text) for one in example.fixed] == [("manifest.yaml", "port: 1\n")]


def test_a_transition() -> None:
    _, example = parse(PATH, PAGE).examples
    assert example.transition
    assert [(file.path, file.unmarked) for file in example.files] == [("web.yaml", "a: 2\n"), ("deploy.json", "{}\n")]
    assert [(file.path, file.text) for file in example.previous] == [("web.yaml", "a: 1\n")]
    assert example.settings == "pedantic = true\n"
    assert [file.path for file in example.fixed] == ["web.yaml"]
    assert example.diagnostics is None


def test_the_header_of_the_fact_table_may_have_words() -> None:
    assert (
        parse(PATH, PAGE.replace("| | |\n| --- | --- |\n| class | broken |", "| class | broken |\n| --- | --- |")).facts["class"]
        == "broken"
    )


MALFORMED = {
    "title": ("# a-rule (SVC999)", "# A rule", "# A rule", "the first line is `# rule-name (SVC000)`"),
    "name": ("# a-rule (", "# b-rule (", "# b-rule (SVC999)", "the page of b-rule is b-rule.md"),
    "second-title": ("## Fix", "# Fix", "# Fix", "a page has one title"),
    "fact-order": ("| class |", "| fix |", "| fix | broken |", "the fact table has 'class' here"),
    "fact-missing": ("| since | 0.1.0 |\n", "", "| options | none |", "the fact table lacks 'since'"),
    "fact-added": ("| since | 0.1.0 |\n", "| since | 0.1.0 |\n| x | y |\n", "| x | y |", "the fact table has 'nothing more' here"),
    "section-order": ("## Fix", "## Fixes", "## Fixes", "the section 'Fixes' stands where 'Fix' belongs"),
    "section-missing": ("\n## See also\n\nSVC998\n", "", "`# svclint: ignore[a-rule]`", "the section 'See also' is missing"),
    "section-added": ("SVC998\n", "SVC998\n\n## More\n\nx\n", "## More", "a section after 'See also'"),
    "section-empty": ("SVC998\n", "", "## See also", "the section 'See also' is empty"),
    "no-heading": ("### The wrong port\n", "", "```yaml", "a block of an example stands under a heading of its own"),
    "no-file": ("### A change\n", "### Nothing\n\nx\n\n### A change\n", "### Nothing", "the example has no file"),
    "open-block": ("port: 1\n```", "port: 1\n", "```yaml fixed", "this block is never closed"),
    "open-to-the-end": ("## See also\n", "## See also\n\n```\n", "```", "this block is never closed"),
    "info": ("```yaml fixed\nport", "```yamll\nport", "```yamll", "a block of 'yamll': did you mean 'yaml'?"),
    "info-far": ("```yaml fixed\nport", "```console\nport", "```console", "a block of 'console': use yaml, json"),
    "named-settings": ("```json\n{}\n", "```toml\n{}\n", "```toml", "the toml block has no name"),
    "second-settings": ("```toml\n", "```toml\n```\n\n```toml\n", "```toml", "a second toml block"),
    "second-file": ("`after/web.yaml`:", "`before/web.yaml`:", "```yaml", "a second 'before/web.yaml'"),
    "far-name": (
        "`after/web.yaml`:\n",
        "`after/web.yaml`:\n\nhere\n\n",
        "`after/web.yaml`:",
        "a file name stands directly above its block",
    ),
    "last-name": ("```yaml fixed\na: 1\n```", "", "`web.yaml`:", "a file name stands directly above its block"),
    "path": ("`deploy.json`:", "`../deploy.json`:", "```json", "'../deploy.json' is no path inside the example"),
    "fixed": ("`web.yaml`:", "`webb.yaml`:", "```yaml fixed", "'webb.yaml' is fixed, but no file of the example"),
    "mark": ("# error: 7 [a-rule]", "# error: a-rule", "port: 0  # error: a-rule", "a mark is written"),
}


@pytest.mark.parametrize(("old", "new", "line", "message"), MALFORMED.values(), ids=MALFORMED)
def test_malformed(old: str, new: str, line: str, message: str) -> None:
    text = PAGE.replace(old, new)
    with pytest.raises(ValueError, match=r"^rules/x/a-rule\.md:\d+: ") as raised:
        parse(PATH, text)
    assert message in str(raised.value)
    assert text.splitlines()[int(str(raised.value).split(":")[1]) - 1] == line


def test_a_page_without_examples() -> None:
    start, end = PAGE.index("### The wrong port"), PAGE.index("## Fix")
    with pytest.raises(ValueError, match="there is no example"):
        parse(PATH, PAGE[:start] + "None.\n\n" + PAGE[end:])
