"""What comparing costs: CPU of `check --against HEAD` against that of `--against none`, git's own work included.

Usage: python benchmarks/changes.py [FILES [CHANGED]]   (2,000 and 20); fails above 1.25 times.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 1.25
ROUNDS = 7

MANIFEST = """\
apiVersion: v1
kind: Service
metadata: {{name: web{0}, namespace: shop}}
spec:
  type: NodePort
  selector: {{app: web{0}}}
  ports: [{{name: http, port: 80, targetPort: http}}]
---
apiVersion: apps/v1
kind: Deployment
metadata: {{name: web{0}, namespace: shop}}
spec:
  selector: {{matchLabels: {{app: web{0}}}}}
  template:
    metadata: {{labels: {{app: web{0}}}}}
    spec:
      containers: [{{name: web, image: "example/web:1", ports: [{{name: http, containerPort: 8080}}]}}]
"""
IDENTITY = {f"GIT_{who}_{what}": "a@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "SYSTEMROOT")},
    **IDENTITY,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "PYTHONPATH": str(ROOT),
}


def repository(folder: Path, files: int, changed: int) -> None:
    """A repository with so many files, of which so many were changed since its commit."""
    for number in range(files):
        file = folder / f"d{number // 40}" / f"web{number}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(MANIFEST.format(number), encoding="utf-8")
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "m"]):
        subprocess.run(["git", *words], cwd=folder, env=ENVIRONMENT, check=True)  # noqa: S603, S607 - our own words, and the git that is there
    for number in range(0, files, max(files // changed, 1)):
        file = folder / f"d{number // 40}" / f"web{number}.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("NodePort", "LoadBalancer"), encoding="utf-8")


def cost(folder: Path, against: str) -> float:
    """CPU seconds of one run, with all that it starts."""
    before = os.times()
    words = [sys.executable, "-P", "-m", "svclint", "check", "--against", against, "--exit-zero", "-qq"]
    subprocess.run(words, cwd=folder, env=ENVIRONMENT, check=True)  # noqa: S603 - our own words
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main(files: int = 2000, changed: int = 20) -> int:
    """Print both costs, each the least of several runs in turn, and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        repository(folder, files, changed)
        runs = [(cost(folder, "none"), cost(folder, "HEAD")) for _ in range(ROUNDS)]
    none, head = (min(costs) for costs in zip(*runs, strict=True))
    ratio = head / none
    print(f"{files} files, {changed} changed: {none:.2f} s against none, {head:.2f} s against HEAD, {ratio:.2f} times (at most {LIMIT})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:])))
