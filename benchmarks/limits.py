"""What svclint may cost beside another program, and whether it does."""

from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple

from benchmarks.measure import Cost


class Limit(NamedTuple):
    """How much CPU svclint may use, as a multiple of what `program` uses.

    `program` may have a stand-in where it is not installed: what both used on one machine, `used` and `stand_in_used` in seconds, makes an
    estimate of it.
    """

    program: str
    times: float
    stand_in: str = ""
    used: float = 1
    stand_in_used: float = 1

    @property
    def stand_in_times(self) -> float:
        """The limit as a multiple of what the stand-in uses."""
        return self.times * self.used / self.stand_in_used


LIMITS: Mapping[str, Limit] = {
    "argo-cd": Limit("kube-linter", 0.4, "kubeconform", 1.69, 2.21),
    "kube-prometheus": Limit("kube-linter", 0.6, "kubeconform", 0.43, 0.53),
    "train-ticket": Limit("kube-linter", 1.5, "kubeconform", 0.16, 0.12),
    "istio": Limit("kube-linter", 1.5, "kubeconform", 0.09, 0.08),
    "one file": Limit("skeleton", 1.5),
    "10,000 files": Limit("compose", 1.6),
    "50 MB stream": Limit("compose", 2.0),
}
MEMORY = 300.0
"""The peak of svclint, in MB, for the inputs of MEMORY_LIMITED."""
MEMORY_LIMITED = ("10,000 files", "50 MB stream")


class Ratios(NamedTuple):
    """What svclint costs, as a multiple of what another program costs: the median of the ratios within the rounds."""

    cpu: float
    wall: float
    memory: float


class Verdict(NamedTuple):
    """A limit in words, and whether it is kept; None where the program is not there. An estimate decides nothing."""

    limit: str
    kept: bool | None
    is_estimate: bool = False


def ratios(own: Sequence[Cost], other: Sequence[Cost]) -> Ratios:
    """The ratios of two programs that ran in the same rounds."""
    pairs = list(zip(own, other, strict=True))
    return Ratios(
        median(a.cpu / b.cpu for a, b in pairs), median(a.wall / b.wall for a, b in pairs), median(a.memory / b.memory for a, b in pairs)
    )


def judge(name: str, costs: Mapping[str, Sequence[Cost]]) -> list[Verdict]:
    """The verdicts on an input, from what each program cost there in each round."""
    limit, own = LIMITS[name], costs["svclint"]
    if limit.program in costs:
        verdicts = [_compare(own, costs[limit.program], limit.program, limit.times)]
    elif limit.stand_in in costs:
        verdicts = [_compare(own, costs[limit.stand_in], limit.stand_in, limit.stand_in_times)._replace(is_estimate=True)]
    else:
        verdicts = [Verdict(f"{limit.times:g} x {limit.program}: not measured", None)]
    if name in MEMORY_LIMITED:
        peak = median(one.memory for one in own)
        verdicts.append(Verdict(f"{peak:.0f} MB of at most {MEMORY:.0f}", peak <= MEMORY))
    return verdicts


def _compare(own: Sequence[Cost], other: Sequence[Cost], program: str, times: float) -> Verdict:
    measured = ratios(own, other).cpu
    return Verdict(f"{measured:.2f} of at most {times:.2g} x {program}", measured <= times)


def in_words(verdict: Verdict) -> str:
    """A verdict as a line of text."""
    if verdict.kept is None:
        return verdict.limit
    kept = "kept" if verdict.kept else "NOT kept"
    return f"{verdict.limit}: {kept}" + (", by estimate" if verdict.is_estimate else "")
