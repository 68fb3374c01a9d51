"""The project of fixtures/formats as a report, and texts that no format may trip over."""

from functools import cache

from hypothesis import strategies as st

from svclint import pipeline
from svclint.output.formats import render
from svclint.rule.diagnostic import Diagnostic, ObjectName, Related
from svclint.rule.report import NotJudged, Report, SeenService, Silenced, Silencer
from svclint.rule.ruletext import RuleText
from svclint.rule.severity import Severity
from svclint.rule.snapshot import Skipped
from svclint.rulebook.locate import pages, read_page
from svclint.rulebook.plain import plain
from svclint.source.decode import decode
from svclint.source.edit import Edit, Fix, Safety
from svclint.source.file import SourceFile
from svclint.source.place import Place
from tests.conftest import FIXTURES
from tests.output.report import RULE
from tests.support.run import settings_of, snapshot_of

PROJECT = FIXTURES / "formats" / "project"
SETTINGS = 'against = "HEAD"\n[transitions]\nforbid = ["LoadBalancer -> (deleted)"]\n'


@cache
def project(*, show_suppressed: bool = False, order: int = 1) -> Report:
    """What is found in the project, judged against what it was; its files are read backwards where `order` is -1."""
    snapshot = snapshot_of(_files("now")[::order], _files("before")[::order])
    previous = snapshot.previous
    snapshot = snapshot._replace(previous=previous._replace(files=tuple(file.as_of("HEAD") for file in previous.files)))
    return pipeline.check(snapshot, settings_of(SETTINGS))._replace(show_suppressed=show_suppressed)


@cache
def texts() -> dict[str, RuleText]:
    """The pages of all rules."""
    return {name: RuleText(plain(text), text) for name, path in pages().items() for text in [read_page(path)]}


def rendered(name: str, report: Report) -> str:
    return render(name, report, texts=texts())


def _files(version: str) -> list[SourceFile]:
    folder = PROJECT / version
    return [decode(path.name, path.read_bytes()) for path in sorted(folder.iterdir())]


HOSTILE = st.one_of(
    st.sampled_from(
        (
            *(
                "",
                "::error::x",
                "##vso[task.complete]x",
                "##[error]x",
                "]]>",
                "<![CDATA[",
                "-->",
                "&amp;",
                '"',
                "a\r\nb",
                "%0A",
                "a:b,c;d]e",
            ),
            *(
                "[x](1)",
                "\\[",
                "\ud800",
                "\udcff",
                "\x00\x1b[31m",
                "\ufffe\uffff",
                "\u2028\u0085",
                "名前 🚢",
                "a//b",
                "../up",
                "C:\\x",
                "<stdin>",
            ),
        )
    ),
    st.text(st.characters(), max_size=12),
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Reports of what a hostile manifest might make of them."""
    found = tuple(draw(st.lists(_diagnostics(), max_size=4)))
    name = ObjectName("v1", "Service", draw(HOSTILE), draw(HOSTILE))
    return Report(
        tuple(sorted(found, key=Diagnostic.order)),
        skipped=(Skipped(draw(HOSTILE), draw(HOSTILE)),),
        templates=(draw(HOSTILE),),
        not_judged=(NotJudged("changes", draw(HOSTILE)),),
        suppressed=tuple(Silenced(one, Silencer.COMMENT, draw(HOSTILE)) for one in found[:1]),
        services=(SeenService(draw(HOSTILE), name),),
        rules=(RULE,),
        show_suppressed=draw(st.booleans()),
    )


@st.composite
def _diagnostics(draw: st.DrawFn) -> Diagnostic:
    place = draw(_places())
    edit = Edit(place._replace(end=place.begin), draw(HOSTILE))
    return Diagnostic(
        place,
        RULE,
        RULE.category,
        draw(st.sampled_from(Severity)),
        draw(HOSTILE),
        related=(Related(draw(_places()), draw(HOSTILE)),),
        helps=(draw(HOSTILE),),
        notes=(draw(HOSTILE),),
        fix=Fix(draw(HOSTILE), draw(st.sampled_from(Safety)), (edit,)),
        subject=draw(st.none() | st.builds(ObjectName, HOSTILE, HOSTILE, HOSTILE, HOSTILE)),
        fingerprint=draw(st.sampled_from(["0123456789abcdef", "0123456789abcdef:2"])),
    )


@st.composite
def _places(draw: st.DrawFn) -> Place:
    text = draw(HOSTILE)
    begin = draw(st.integers(0, len(text)))
    file = SourceFile(draw(HOSTILE), text)
    return Place(file.as_of("HEAD") if draw(st.booleans()) else file, begin, draw(st.integers(begin, len(text))))
