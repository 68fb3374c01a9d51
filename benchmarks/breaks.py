"""Ways to break a Service that works, one at a time: each an exact edit of the text, the same in every run."""

import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from benchmarks.surroundings import Chosen, Surroundings
from svclint.model.field import Field, root_field
from svclint.model.located import Located
from svclint.model.service import ServicePort
from svclint.model.workload import ContainerPort, Workload
from svclint.policy.kinds import wanted
from svclint.source.edit import Edit
from svclint.source.place import Place
from svclint.yaml.edit import add_entry
from svclint.yaml.node import Mapping, walk
from svclint.yaml.read import read_documents

_LABEL = re.compile(r"[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?")
_KEY = re.compile(r"([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?")
_PORT_NAME = re.compile(r"(?=.{1,15}$)(?=.*[a-z])(?!.*--)[a-z0-9]([a-z0-9-]*[a-z0-9])?")
_WORDS = ("portal", "engine", "courier", "lantern", "harbour", "orchard")
_KEYS = ("app", "name", "k8s-app", "component", "app.kubernetes.io/name", "app.kubernetes.io/instance", "service")


class Break(NamedTuple):
    """One mistake made: the edits, what they do in words, and the places where a finding is right beside the edits' own."""

    edits: tuple[Edit, ...]
    what: str
    right: tuple[Place, ...]


Way = Callable[[Chosen, Surroundings], Break | None]


def _selector_value(chosen: Chosen, around: Surroundings) -> Break | None:
    for key, pair in _pairs(chosen, around):
        new = _typo(pair.value, _LABEL, around.words, pair.place)
        if new and _is_plain(pair, pair.value):
            return _break(_respelt(pair, pair.value, new), f"{key}: {pair.value} -> {new}")
    return None


def _selector_key(chosen: Chosen, around: Surroundings) -> Break | None:
    for key, pair in _pairs(chosen, around):
        place = chosen.service.spec.child("selector").key_place(key)
        new = _typo(key, _KEY, around.words, place)
        if new and place.text.strip("'\"") == key:
            return _break(Edit(place, place.text.replace(key, new)), f"{key} -> {new}: {pair.value}", pair.place)
    return None


def _label(new_of: Callable[[str, Place, Surroundings], str | None], *, value: bool, agreed: bool = False) -> Way:
    """Change the value or the key of a label of every selected pod template; `agreed`: in its own selector as well."""

    def change(chosen: Chosen, around: Surroundings) -> Break | None:
        for key, pair in _pairs(chosen, around):
            old = pair.value if value else key
            new = new_of(old, pair.place, around)
            edits: list[Edit | None] = []
            for workload in chosen.workloads if new else ():
                own = (_match_label(workload, key),) if agreed else ()
                edits += [one and _changed(one, old, new, value=value) for one in (workload.pod_labels[key], *own)]
            if edits and all(edits):
                return Break(tuple(filter(None, edits)), f"pod label {key}={pair.value}: {old} -> {new}", (pair.place,))
        return None

    return change


def _namespace(*, given: bool) -> Way:
    """Another namespace in place of the one that is `given`, or where none is."""

    def change(chosen: Chosen, around: Surroundings) -> Break | None:
        service = chosen.service
        metadata = service.root.child("metadata")
        field = metadata.child("namespace")
        if around.is_moved(chosen.path) or bool(service.namespace) is not given or not isinstance(metadata.node, Mapping):
            return None
        new = next(word for word in ("staging", "elsewhere", "nowhere") if word not in around.words)
        edit = _respelt(field.text(), service.namespace, new) if given else add_entry(metadata.node, "namespace", new)
        right = (service.spec.key_place("selector"), *(pair.place for pair in service.selector.values()))
        return edit and Break((edit,), f"namespace: {service.namespace or '(none)'} -> {new}", right)

    return change


def _port_typo(chosen: Chosen, around: Surroundings) -> Break | None:
    for port, name in _named(chosen):
        new = _typo(name, _PORT_NAME, around.words, port.target_port.place)
        if new and _is_plain(port.target_port, name):
            return _break(_respelt(port.target_port, name, new), f"targetPort: {name} -> {new}")
    return None


def _port_renamed(chosen: Chosen, around: Surroundings) -> Break | None:
    for port, name in _named(chosen):
        new = _other_word(name, port.target_port.place, around)
        declared = [one.name for workload in chosen.workloads for one in _ports(workload) if one.name.value == name]
        edits = [_respelt(one, name, new) for one in declared if new]
        if new and edits and all(edits):
            return Break(tuple(filter(None, edits)), f"container port {name} -> {new}", (port.target_port.place,))
    return None


def _protocol(chosen: Chosen, _: Surroundings) -> Break | None:
    service = chosen.service
    for port, name in _named(chosen):
        twin = sum(other.port.value == port.port.value for other in service.ports) > 1
        under = {one.protocol for workload in chosen.workloads for one in _ports(workload) if one.name.value == name}
        if port.protocol.value != "TCP" or under != {"TCP"} or twin or not isinstance(port.field.node, Mapping):
            continue
        edit = _respelt(port.protocol, "TCP", "UDP") if port.protocol.written else add_entry(port.field.node, "protocol", "UDP")
        if edit:
            return Break((edit,), f"protocol UDP under targetPort {name}", (port.target_port.place, port.port.place))
    return None


def _quoted(chosen: Chosen, _: Surroundings) -> Break | None:
    for port in chosen.service.ports:
        if port.target_port.written and not port.defaulted and port.target_port.place.text.isdigit():
            text = port.target_port.place.text
            return _break(Edit(port.target_port.place, f'"{text}"'), f'targetPort: {text} -> "{text}"')
    return None


def _digit(chosen: Chosen, _: Surroundings) -> Break | None:
    declared = {one.number.value for workload in chosen.workloads for one in _ports(workload)}
    if chosen.service.is_headless or len(declared) != 1 or not all(any(_ports(workload)) for workload in chosen.workloads):
        return None
    for port in chosen.service.ports:
        text = port.target_port.place.text
        if port.defaulted or not port.target_port.written or not text.isdigit() or {port.target_port.value} != declared:
            continue
        changed = {text[:at] + digit + text[at + 1 :] for at in range(len(text)) for digit in "0123456789"} - {text}
        fitting = [one for one in changed if one[0] != "0" and int(one) <= 65535 and not _is_told(one, chosen)]
        if fitting:
            new = min(fitting, key=lambda one: _number(one, port.target_port.place))
            return _break(Edit(port.target_port.place, new), f"targetPort: {text} -> {new}")
    return None


def _typo(word: str, valid: re.Pattern[str], taken: Iterable[str], at: Place) -> str | None:
    """The word with two letters swapped, or one dropped, doubled or replaced; None where nothing valid and new comes out."""
    ways: tuple[Callable[[int], str], ...] = (
        lambda at: word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
        lambda at: word[:at] + word[at + 1 :],
        lambda at: word[:at] + word[at] + word[at:],
        lambda at: word[:at] + chr((ord(word[at]) - 97 + 5) % 26 + 97) + word[at + 1 :],
    )
    spots = [index for index, letter in enumerate(word) if letter.isalpha() and letter.isascii()]
    first = _number(word, at)
    for way in (ways[(first + step) % len(ways)] for step in range(len(ways))):
        made = sorted({way(spot) for spot in spots} - {word, *taken}, key=lambda one: _number(one, at))
        for new in made:
            if valid.fullmatch(new) and any(map(str.isalpha, new)):
                return new
    return None


def _longer(old: str, at: Place, around: Surroundings) -> str | None:
    forms = (f"{old}-server", f"my-{old}", f"{old}-v2")
    return _first(forms, at, around)


def _other_word(_old: str, at: Place, around: Surroundings) -> str | None:
    return _first(_WORDS, at, around)


def _other_key(old: str, at: Place, around: Surroundings) -> str | None:
    free = [key for key in _KEYS if key not in around.words]
    return min(free, key=lambda one: _number(one, at)) if free else f"{old}-name"


def _first(forms: Iterable[str], at: Place, around: Surroundings) -> str | None:
    fitting = [one for one in forms if one not in around.words and _LABEL.fullmatch(one)]
    return min(fitting, key=lambda one: _number(one, at), default=None)


def _number(word: str, at: Place) -> int:
    return zlib.crc32(f"{word} {at.file.path} {at.span.start.line}".encode())


def _pairs(chosen: Chosen, around: Surroundings) -> list[tuple[str, Located[str]]]:
    """The pairs that may be changed, in an order that differs from Service to Service."""
    pairs = [(key, pair) for key, pair in chosen.service.selector.items() if not around.is_relabelled(chosen.path, key)]
    return sorted(pairs, key=lambda one: _number(one[0], one[1].place))


def _ports(workload: Workload) -> Iterator[ContainerPort]:
    return (port for container in workload.containers if not container.init or container.sidecar for port in container.ports)


def _named(chosen: Chosen) -> Iterator[tuple[ServicePort, str]]:
    """The entries with a named targetPort that a selected pod declares."""
    declared = {one.name.value for workload in chosen.workloads for one in _ports(workload)}
    for port in chosen.service.ports:
        if isinstance(port.target_port.value, str) and port.target_port.value in declared and not port.defaulted:
            yield port, port.target_port.value


def _is_told(number: str, chosen: Chosen) -> bool:
    return any(re.search(rf"(?<!\d){number}(?!\d)", workload.template.text) for workload in chosen.workloads)


def _is_plain(value: Located[object], text: str) -> bool:
    return value.written and value.place.text.strip("'\"") == text


def _respelt(value: Located[object], old: str, new: str) -> Edit | None:
    return Edit(value.place, value.place.text.replace(old, new)) if _is_plain(value, old) else None


def _changed(pair: Located[str], old: str, new: str | None, *, value: bool) -> Edit | None:
    return (_respelt if value else _rekeyed)(pair, old, new or "")


def _rekeyed(value: Located[str], old: str, new: str) -> Edit | None:
    """The key before a value renamed; None where it is not on the value's line."""
    begin = value.place.begin
    found = re.search(rf"(?<![\w./-]){re.escape(old)}(?=[\"']?\s*:\s*$)", value.place.file.text[max(0, begin - 300) : begin])
    if found is None or not value.written:
        return None
    start = max(0, begin - 300) + found.start()
    return Edit(Place(value.place.file, start, start + len(old)), new)


def _match_label(workload: Workload, key: str) -> Located[str] | None:
    """The pair of a workload's own selector; None where it has none."""
    for document in read_documents(workload.file, wanted):
        for node in walk(document.root) if document.root else ():
            kind = node.get("kind") if isinstance(node, Mapping) else None
            if kind is not None and isinstance(node, Mapping) and kind.begin == workload.place.begin:
                labels = _own_selector(root_field(node))
                value = labels.entry(key).text()
                return Located(value.value, value.place, value.path, value.written) if value.value else None
    return None


def _own_selector(root: Field) -> Field:
    return root.at("spec.selector.matchLabels") if root.at("spec.selector.matchLabels").present else root.at("spec.selector")


def _break(edit: Edit | None, what: str, *right: Place) -> Break | None:
    return edit and Break((edit,), what, right)


WAYS: dict[str, Way] = {
    "selector value mistyped": _selector_value,
    "selector key mistyped": _selector_key,
    "pod label value lengthened": _label(_longer, value=True),
    "pod label value replaced": _label(_other_word, value=True),
    "pod label value replaced, matchLabels too": _label(_other_word, value=True, agreed=True),
    "pod label key renamed": _label(_other_key, value=False),
    "pod label key renamed, matchLabels too": _label(_other_key, value=False, agreed=True),
    "namespace changed": _namespace(given=True),
    "namespace added": _namespace(given=False),
    "port name mistyped": _port_typo,
    "container port renamed": _port_renamed,
    "protocol changed": _protocol,
    "target port quoted": _quoted,
    "target port one digit off": _digit,
}
"""Each way to break a Service, by the name it is reported under."""
