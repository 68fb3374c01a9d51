"""An object for every line of the table of referrers."""

import re
from typing import Any

from svclint.policy.referrers.path import ReferencePath, Spelling
from svclint.policy.referrers.table import REFERENCES

_STEP = re.compile(r'"([^"]*)"|([^.\[\]"]+)|(\[\])')
_NAMES = {
    Spelling.NAME: "web",
    Spelling.NAMESPACED: "web",
    Spelling.HOST: "web.shop.svc.cluster.local",
    Spelling.ADDRESS: "web",
    Spelling.TEXT: "http://web.shop.svc:80/",
}
CASES = {f"{line.kind}.{group}: {line.at} {line.name}": (line, group) for line in REFERENCES for group in line.groups}


def put(root: Any, path: str, value: object) -> None:
    """Set what stands at a path of the table, making what is on the way."""
    steps = [(step[1] or step[2] or step[3]) for step in _STEP.finditer(path)]
    for index, step in enumerate(steps):
        last = index == len(steps) - 1
        below: object = value if last else [] if steps[index + 1] == "[]" else {}
        if step == "[]":
            if not root or last:
                root.append(below)
            root = root[0]
        elif last:
            root[step] = value
        else:
            root = root.setdefault(step, below)


def join(line: ReferencePath, path: str) -> str:
    return path[1:] if path.startswith("/") else ".".join(filter(None, (line.at, path)))


def manifest(line: ReferencePath, group: str, port: object) -> dict[str, Any]:
    """An object that has a reference by this line, and nothing else."""
    made: dict[str, Any] = {"apiVersion": f"{group}/v1" if group else "v1", "kind": line.kind, "metadata": {"name": "it"}}
    for path, values in line.when:
        if values[0]:
            put(made, join(line, path), values[0])
    if port is not None:
        put(made, join(line, line.ports[0].path), port)
    put(made, join(line, line.name), _NAMES[line.spelling])
    return made
