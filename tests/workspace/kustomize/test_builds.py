"""What is built from the kustomizations of fixtures/kustomize, with the place of each value; kustomize 5.8.1 builds the same."""

from collections.abc import Callable, Iterator

import pytest

from svclint.model.located import Located
from svclint.model.service import Service
from svclint.model.workload import Workload
from svclint.source.decode import decode
from svclint.source.place import Place
from svclint.workspace.facts import FileFacts, read_facts
from svclint.workspace.kustomize.builds import Build, Kustomize
from tests.conftest import FIXTURES

FOLDER = FIXTURES / "kustomize"
CASES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


def facts_of(case: str) -> list[FileFacts]:
    folder = FOLDER / case
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "expected")
    return [read_facts(decode(path.relative_to(folder).as_posix(), path.read_bytes())) for path in paths]


@pytest.mark.parametrize("case", CASES)
def test_case(case: str, golden: Callable[[str, str], None]) -> None:
    facts = facts_of(case)
    builds = Kustomize(facts).roots
    golden(f"kustomize/{case}/expected", "\n".join(line for build in builds for line in listing(build)) + "\n")
    assert [list(listing(build)) for build in Kustomize(facts[::-1]).roots] == [list(listing(build)) for build in builds]


@pytest.mark.parametrize("case", CASES)
def test_what_nothing_touches_is_what_is_in_the_file(case: str) -> None:
    facts = facts_of(case)
    written = {id(one) for fact in facts for one in (*fact.services, *fact.workloads)}
    for build in Kustomize(facts).roots:
        for resource, origin in build.objects:
            assert id(origin) in written
            assert resource is origin or id(resource) not in written


def listing(build: Build) -> Iterator[str]:
    yield f"{build.kustomization.directory or '.'}: {' '.join(sorted(build.files))}"
    for resource, origin in build.objects:
        touched = "" if resource is origin else f" from {origin.title}"
        yield f"  {resource.title} in {resource.namespace or '(none)'}{touched}, {at(resource.place)}"
        yield from (f"    {line}" for line in (service(resource) if isinstance(resource, Service) else workload(resource)))
    yield from (f"  not applied: {what}, {at(place)}" for what, place in build.unapplied)


def service(one: Service) -> Iterator[str]:
    yield f"type {shown(one.type)}"
    yield from (f"selector {key}={shown(value)}" for key, value in one.selector.items())
    for port in one.ports:
        yield f"port {shown(port.name)} {shown(port.port)} {shown(port.protocol)} to {shown(port.target_port)}"


def workload(one: Workload) -> Iterator[str]:
    yield from (f"label {key}={shown(value)}" for key, value in one.pod_labels.items())
    for container in one.containers:
        yield f"container {container.name}"
        yield from (f"  port {shown(port.name)} {shown(port.number)} {port.protocol}" for port in container.ports)


def shown(value: Located[str | None] | Located[int | None] | Located[int | str | None]) -> str:
    return f"{value.value!r}" + (f" ({at(value.place)})" if value.written else f" (not written, {at(value.place)})")


def at(place: Place) -> str:
    start = place.span.start
    return f"{place.file.path}:{start.line}:{start.column}"
