"""An edit that takes `clusterIP: None` away, which the API server accepts and does not carry out."""

from collections.abc import Iterator

from svclint.checks.refusal import refusal_note
from svclint.policy.lifecycle import Stage
from svclint.rule.context import Context
from svclint.rule.finding import Finding, Note, Voice
from svclint.rule.rule import Needs, Rule
from svclint.rule.severity import Category
from svclint.rule.subject import Subject
from svclint.workspace.transitions import Transition

_KEEP = Note("write `clusterIP: None` again, so that the manifest says what there is", voice=Voice.HELP)
_AGAIN = Note("to give it an address, delete the Service and create it anew: its clients lose it in between", voice=Voice.HELP)
_WHY = Note("where an update names no cluster IP the server keeps the one that it has, and None is one")
_DRIFT = Note("a cluster that is set up from this manifest gets a Service with an address: the two differ from then on")


def check(transition: Transition, context: Context) -> Iterator[Finding]:
    """Report it at clusterIP where that is written as empty, else at the spec that lacks it."""
    before, after = transition
    if before is None or after is None or before.stage is not Stage.HEADLESS or after.stage is not Stage.CLUSTER_IP:
        return
    if after.cluster_ip.value:
        return  # cluster-ip-changed
    verdict = transition.update(context.settings.cluster, context.settings.kubernetes_version)
    if verdict is None or verdict.change is None or not verdict.change.is_known:
        return
    yield Finding(
        after.cluster_ip,
        f"{after.title} stays headless: taking `clusterIP: None` away has no effect",
        (after.title,),
        notes=(Note("it was made headless here", before.cluster_ip.place), _KEEP, _AGAIN, _WHY, _DRIFT, *refusal_note(verdict)),
        label="no cluster IP is given to it",
    )


RULE = Rule(
    name="headless-change-ignored",
    code="SVC512",
    summary="a headless Service is to get a cluster IP, and stays as it is",
    category=Category.HAZARD,
    subject=Subject.TRANSITION,
    check=check,
    needs=Needs.BASE,
    options=("default-namespace",),
)
