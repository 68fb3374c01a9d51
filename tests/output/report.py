"""Reports made by hand: places are written into the text, between `«` and `»`."""

from collections.abc import Iterator

from svclint.rule.context import Context
from svclint.rule.diagnostic import Diagnostic, Related
from svclint.rule.finding import Finding
from svclint.rule.report import Report
from svclint.rule.rule import Rule
from svclint.rule.severity import Category, Severity
from svclint.rule.subject import Subject
from svclint.source.edit import Fix, Safety
from svclint.source.file import SourceFile
from svclint.source.place import Place


def nothing(subject: object, context: Context) -> Iterator[Finding]:
    return iter(())


RULE = Rule("selector-matches-nothing", "SVC301", "a selector matches no pod template", Category.BROKEN, Subject.WIRING, nothing)


def place(path: str, text: str) -> Place:
    begin, end = text.index("«"), text.index("»") - 1
    return Place(SourceFile(path, text.replace("«", "").replace("»", "")), begin, end)


def diagnostic(
    text: str,
    message: str = "no pod template has app=webb",
    label: str = "",
    path: str = "k8s/web-svc.yaml",
    severity: Severity = Severity.WARNING,
    related: tuple[tuple[str, str, str], ...] = (),
    helps: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
    fix: tuple[str, Safety] | None = None,
) -> Diagnostic:
    """A diagnostic at the marked place of `text`; `related` are paths, marked texts, and messages."""
    return Diagnostic(
        place(path, text),
        RULE,
        RULE.category,
        severity,
        message,
        label=label,
        related=tuple(Related(place(where, other), said) for where, other, said in related),
        helps=helps,
        notes=notes,
        fix=Fix(*fix, edits=()) if fix else None,
    )


SERVICE = """\
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  type: ClusterIP
  selector:
    app: «webb»
"""
DEPLOYMENT = "# a Deployment\n" * 13 + "        app: «web»\n"
SAMPLE = diagnostic(
    SERVICE,
    label='selects nothing in namespace "shop"',
    related=(("k8s/web-deploy.yaml", DEPLOYMENT, "Deployment/web has app=web"),),
    notes=("2 files in scope were not read (templates), so this is a warning, not an error",),
    fix=("did you mean `app: web`?", Safety.UNSAFE),
)
LONG = "key: «value» " + "and so on, " * 30
CASES: dict[str, tuple[Diagnostic, ...]] = {
    "none": (),
    "sample": (SAMPLE,),
    "two": (SAMPLE._replace(severity=Severity.ERROR), SAMPLE._replace(severity=Severity.INFO, related=(), notes=())),
    "fixes": (
        diagnostic("a: «1»", fix=("quote the number", Safety.SAFE)),
        diagnostic("a: «1»", fix=("write Port", Safety.DISPLAY), helps=("look at the other one first",)),
        diagnostic("a: «1»", fix=("remove it", Safety.UNSAFE), helps=("remove it: nothing reads it",)),
    ),
    "first-line": (diagnostic("«kind»: Service\n"),),
    "blank-above": (diagnostic("a: 1\n   \n«b»: 2\n"),),
    "number-widths": (diagnostic("a: 1\n" * 8 + "b: «2»\n", related=(("other.yaml", "\n" * 999 + "«c»: 3", "the first one"),)),),
    "same-file": (diagnostic("a: 1\na: «2»\n", related=(("k8s/web-svc.yaml", "a: «1»\na: 2\n", ""),)),),
    "several-lines": (diagnostic("ports:\n  - «port: 80   \n    name: http\n»", "a port is wrong", "this port"),),
    "empty-span": (diagnostic("selector:«»\n", label="nothing here"), diagnostic("a: 1\n«»", label="the end of the file")),
    "empty-file": (diagnostic("«»"),),
    "tabs": (diagnostic("spec:\n\ttype:\t«Node\tPort»\t# no\n", label="tabs"),),
    "wide": (diagnostic("名字: 服务\n标签: «服务»  # あ\n", label="here"), diagnostic('e\u0301té: «"🚢ok"»\n', label="here")),
    "controls": (
        diagnostic(
            "up: \x1b[2J\na\x1b[31m: «\u202eevil\udcff\x07»\n",
            "no \x1b[1m\nbold",
            "a\x9blabel",
            "k8s/\x1b]0;t\x07.yaml",
            helps=("\u2066help",),
            notes=("a\r\nnote", "\ud800\U000e0041"),
        ),
    ),
    "crlf": (diagnostic("a: 1\r\nb: «2»\r\nc: 3\r\n"), diagnostic("a: 1\r\n«b:\r\n  c: 3\r\n»")),
    "long-start": (diagnostic(LONG, label="here"),),
    "long-middle": (diagnostic("before, " * 40 + LONG, label="here"), diagnostic("é\t" * 90 + "«here»" + "\x1b" * 60, label="here")),
    "long-end": (diagnostic(LONG.replace("«value»", "value") * 2 + "«end»", label="here"),),
    "long-span": (diagnostic("x" * 100 + "«" + "y" * 300 + "»" + "z" * 50 + "\n", label="here"),),
    "long-above": (diagnostic("# " + "over and over " * 30 + "\na: «1»\n"),),
}


def report(case: str) -> Report:
    return Report(CASES[case])
