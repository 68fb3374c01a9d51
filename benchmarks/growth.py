"""How cost grows: CPU seconds against ports, selector keys and Services, and the exponent between two sizes.

Usage: python benchmarks/growth.py [SIZE ...]
"""

import gc
import math
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from svclint.pipeline import check
from svclint.policy.settings import Settings
from svclint.rule.snapshot import Snapshot
from svclint.source.file import SourceFile

HEAD = "apiVersion: v1\nkind: Service\nmetadata: {name: %s}\nspec:\n"


def ports(size: int) -> str:
    """One Service with many ports."""
    entries = (f"  - {{name: p{n}, port: {n % 60000 + 1}, protocol: {('TCP', 'UDP', 'SCTP')[n % 3]}}}\n" for n in range(size))
    return HEAD % "a" + "  selector: {app: a}\n  ports:\n" + "".join(entries)


def node_ports(size: int) -> str:
    """One Service of type ClusterIP with many node ports: a finding for each."""
    entries = (f"  - {{name: p{n}, port: {n % 60000 + 1}, nodePort: {30000 + n % 2768}}}\n" for n in range(size))
    return HEAD % "a" + "  selector: {app: a}\n  ports:\n" + "".join(entries)


def selector(size: int) -> str:
    """One Service with many selector keys."""
    return HEAD % "a" + "  ports: [{port: 80}]\n  selector:\n" + "".join(f"    k{n}: v\n" for n in range(size))


def services(size: int) -> str:
    """Many Services that each miss their workload by a letter, in one file."""
    pod = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a%d}\nspec:\n  template:\n    metadata: {labels: {app: a%d}}\n"
    container = "    spec: {containers: [{name: c, ports: [{containerPort: 8080}]}]}\n"
    one = HEAD % "a%d" + "  selector: {app: a%dx}\n  ports: [{port: 80}]\n---\n" + pod + container
    return "---\n".join(one % (n, n, n, n) for n in range(size))


def kustomization(size: int) -> dict[str, str]:
    """One kustomization that builds many Services that miss, each in a file and a folder of its own, and labels and patches them."""
    files = {f"s{n}/all.yaml": one for n, one in enumerate(services(size).split("---\napiVersion: v1\nkind: Service"))}
    files = {path: text if text.startswith("apiVersion") else f"apiVersion: v1\nkind: Service{text}" for path, text in files.items()}
    patches = "".join(f"- {{target: {{kind: Service, name: a{n}}}, path: patch.yaml}}\n" for n in range(0, size, size // 10))
    resources = "".join(f"- {path}\n" for path in files)
    made = f"namespace: shop\nlabels: [{{pairs: {{team: a}}, includeSelectors: true}}]\nresources:\n{resources}patches:\n{patches}"
    return {**files, "kustomization.yaml": made, "patch.yaml": "[{op: add, path: /spec/type, value: NodePort}]\n"}


def cost(made: str | dict[str, str]) -> float:
    """CPU seconds of one check, with garbage collection off as in a real run."""
    texts = {"all.yaml": made} if isinstance(made, str) else made
    files = tuple(SourceFile(path, text) for path, text in texts.items())
    gc.collect()
    began = time.process_time()
    check(Snapshot("/", files), Settings())
    return time.process_time() - began


def main(sizes: list[int]) -> None:
    """Print a line for each subject and size."""
    gc.disable()
    subjects: tuple[Callable[[int], str | dict[str, str]], ...] = (ports, node_ports, selector, services, kustomization)
    for subject in subjects:
        before = None
        for size in sizes:
            seconds = min(cost(subject(size)) for _ in range(3))
            exponent = "" if before is None else f"  exponent {math.log(seconds / before[1]) / math.log(size / before[0]):.2f}"
            print(f"{subject.__name__:<13} {size:>6}  {seconds:.3f} s{exponent}")
            before = (size, seconds)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1250, 2500, 5000, 10000])
