"""What Services select, as JSON; docs/show.md describes the keys."""

from svclint.output.place_json import placed
from svclint.rule.showing import Showing
from svclint.workspace.scope import Scope
from svclint.workspace.shown import Home, ShownMiss, ShownObject, ShownPort, ShownReferrer, ShownService, ShownWorkload, Way

VERSION = 1
"""Of the shape: it is raised where a key changes its meaning or goes; new keys are compatible."""

_SCOPES = {Scope.FILE: "file", Scope.DIRECTORY: "directory", Scope.SET: "set", Scope.OUTWARD: "outward"}


def render(showing: Showing) -> str:
    """One object, with all Services in it."""
    import json  # noqa: PLC0415 - only for this format

    report = showing.report
    value = {
        "version": VERSION,
        "summary": {
            "services": len(showing.services),
            "files": report.checked.files,
            "skipped": [one._asdict() for one in report.skipped],
            "templates": list(report.templates),
        },
        "services": [_service(one) for one in showing.services],
    }
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _service(service: ShownService) -> dict[str, object]:
    return {
        **_object(service.object),
        "type": service.type,
        "headless": service.headless,
        "external_name": service.external_name or None,
        "selector": dict(service.selector),
        "deployed_in": [_home(home) for home in service.homes],
        "selects": {
            "workloads": [_workload(one) for one in service.workloads],
            "why_nothing": service.why.value if service.why else None,
            "near_miss": _miss(service.miss) if service.miss else None,
            "other_namespace": [_object(one) for one in service.elsewhere],
        },
        "ports": [_port(port, service) for port in service.ports],
        "used_by": [_referrer(one) for one in service.referrers],
        "unread": [{"path": path, "reason": reason} for path, reason in service.unread],
        "unapplied": list(service.unapplied),
    }


def _object(one: ShownObject) -> dict[str, object]:
    named = {"apiVersion": one.api_version, "kind": one.kind, "namespace": one.namespace or None, "name": one.name}
    return {"object": named, **({"part": one.part} if one.part else {}), **placed(one.place)}


def _home(home: Home) -> dict[str, object]:
    return {"title": home.title, **(placed(home.place) if home.place else {})}


def _workload(one: ShownWorkload) -> dict[str, object]:
    return {
        **_object(one.object),
        "scope": _SCOPES[one.scope],
        "nearest": not one.also,
        "possible": one.possible,
        "replicas": one.replicas,
        "autoscaled": one.autoscaled,
        "runs_to_end": one.runs_to_end,
    }


def _referrer(one: ShownReferrer) -> dict[str, object]:
    return {**_object(one.object), **placed(one.place), "scope": _SCOPES[one.scope], "port": one.port, "has_port": not one.is_lost}


def _miss(miss: ShownMiss) -> dict[str, object]:
    wanted = {"key": miss.key, "value": miss.wanted}
    found = {"key": miss.found_key or None, "value": miss.found, **placed(miss.place)}
    return {**_object(miss.object), "evidence": miss.kind.name.lower().replace("_", "-"), "wanted": wanted, "found": found}


def _port(port: ShownPort, service: ShownService) -> dict[str, object]:
    return {
        "name": port.name or None,
        "port": port.number,
        "protocol": port.protocol or None,
        "target_port": port.target,
        "node_port": port.node_port or None,
        **placed(port.place),
        "leads_to": [_way(way, one) for way, one in zip(port.ways, service.workloads, strict=True)],
    }


def _way(way: Way, workload: ShownWorkload) -> dict[str, object]:
    told = {"workload": workload.object.title, "outcome": way.landing.value, "number": way.number}
    if way.place is None:
        return {**told, "declared": None}
    return {**told, "declared": {"container": way.container, "name": way.port_name or None, "protocol": way.protocol, **placed(way.place)}}
