"""The JSON Schema of the settings, made of the table of keys, for editors that complete and check TOML."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from svclint.config import values
from svclint.config.defaults import default_of
from svclint.config.schema import ANY, EACH, KEYS, Form, Key, Reader
from svclint.policy.editions import EDITIONS
from svclint.policy.lifecycle import DEFAULT_EDGES, SOURCES, Stage, Verdict
from svclint.policy.settings import KUBERNETES_VERSIONS
from svclint.rule.registry import ALL, EXACT, Registry

Schema: TypeAlias = dict[str, object]

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that editors of TOML (taplo, Even Better TOML, tombi) read best."""
_NUMBER = r"\s*[0-9]{1,5}\s*"


def json_schema(registry: Registry) -> Schema:
    """The schema of the settings' own table. It is no stricter than reading is; what spans several keys only reading knows."""
    return {
        "$schema": DRAFT,
        "title": "svclint",
        "description": "The settings of svclint: svclint.toml, or tool.svclint of pyproject.toml.",
        **_table((), registry),
        "definitions": {
            "selector": {"enum": _selectors(registry), "description": "A rule's name or code, a prefix of codes, or ALL."},
            "rule": {"enum": _words(registry)},
        },
    }


def _table(way: tuple[str, ...], registry: Registry) -> Schema:
    """The schema of the table at `way` of the keys."""
    depth = len(way)
    below = [key for key in KEYS if key.path[:depth] == way and len(key.path) > depth]
    steps = dict.fromkeys(key.path[depth] for key in below)
    made = {step: _node((*way, step), registry) for step in steps}
    if ANY in made:
        return _chosen((*way, ANY), made[ANY], registry)
    if EACH in made:
        return {"type": "array", "items": made[EACH]}
    required = sorted(key.path[-1] for key in below if key.required and len(key.path) == depth + 1)
    return {"type": "object", "additionalProperties": False, "properties": made, **({"required": required} if required else {})}


def _node(way: tuple[str, ...], registry: Registry) -> Schema:
    key = next((key for key in KEYS if key.path == way), None)
    return _value(key, registry) if key else _table(way, registry)


def _chosen(way: tuple[str, ...], value: Schema, registry: Registry) -> Schema:
    """A table whose keys the user chooses; the names of rules are listed, for completion."""
    name = next((key.read_name for key in KEYS if key.path == way), values.some_text)
    if name is values.rule_name:
        listed = {word: {**value, "description": rule.summary} for rule in registry.rules for word in (rule.name, rule.code)}
        return {"type": "object", "additionalProperties": False, "properties": listed}
    names = _OF_READER[name](registry) if name in _OF_READER else {}
    return {"type": "object", "additionalProperties": value, **({"propertyNames": names} if names else {})}


def _value(key: Key, registry: Registry) -> Schema:
    told: Schema = {"description": key.text}
    known, default = default_of(key)
    if known:
        told["default"] = default
    match key.form:
        case Form.BOOLEAN:
            return {"type": "boolean", **told}
        case Form.INTEGER:
            return {"type": "integer", **_text(key, registry), **told}
        case Form.STRING:
            text = _text(key, registry)
            return {"type": "string", **({"allOf": [text]} if "$ref" in text else text), **told}
        case Form.STRINGS:
            return {"type": "array", "items": {"type": "string", **_text(key, registry)}, **({"minItems": 1} if key.filled else {}), **told}


def _text(key: Key, registry: Registry) -> Schema:
    """What a single string of the key may be, or an integer."""
    return {"enum": list(key.words)} if key.words else _OF_READER[key.read](registry)


def _words(registry: Registry) -> list[str]:
    return [*(rule.name for rule in registry.rules), *(rule.code for rule in registry.rules)]


def _selectors(registry: Registry) -> list[str]:
    prefixes = {rule.code[:length] for rule in registry.rules for length in range(3, EXACT)}
    return [*_words(registry), *sorted(prefixes), ALL]


def _changes(registry: Registry) -> Schema:
    rules = [rule for rule in registry.rules if rule.code.startswith(values.CHANGES)]
    return {"enum": [*(rule.name for rule in rules), *(rule.code for rule in rules)]}


def _edges(refused: Iterable[Verdict]) -> Schema:
    """Transitions but for those of some verdicts: as a list for completion, and with other blanks around the arrow."""
    known = [edge for edge, verdict in DEFAULT_EDGES.items() if verdict not in set(refused) and edge != (Stage.CREATED, Stage.DELETED)]
    pairs = [(before.value, after.value) for before, after in known if before is not after]
    either = "|".join(rf"{_escaped(before)}\s*->\s*{_escaped(after)}" for before, after in pairs)
    listed = [f"{before} -> {after}" for before, after in pairs]
    return {"anyOf": [{"enum": listed}, {"pattern": rf"^\s*(?:{either})\s*$"}]}


def _escaped(word: str) -> str:
    return word.replace("(", r"\(").replace(")", r"\)")


def _pattern(pattern: str) -> Callable[[Registry], Schema]:
    """A pattern of Python's as one of JavaScript's, which editors use."""
    found: Schema = {"pattern": f"^(?:{pattern.removesuffix(chr(92) + 'Z')})$"}
    return lambda _: found


def _enum(words: Iterable[object]) -> Callable[[Registry], Schema]:
    found: Schema = {"enum": list(words)}
    return lambda _: found


_OF_READER: dict[Reader, Callable[[Registry], Schema]] = {
    values.some_text: _pattern(r"[\s\S]*\S[\s\S]*"),
    values.selector: lambda _: {"$ref": "#/definitions/selector"},
    values.rule_of_changes: _changes,
    values.edition: _enum(EDITIONS),
    values.kubernetes_version: _enum(KUBERNETES_VERSIONS),
    values.glob: _pattern(r"(?!!)[\s\S]*[^/][\s\S]*"),
    values.namespace: _pattern(values.LABEL.pattern),
    values.dns_domain: _pattern(values.DOMAIN.pattern),
    values.node_port_range: _pattern(rf"{_NUMBER}(?:[+-]{_NUMBER})?"),
    values.cidr: _pattern(r"[0-9a-fA-F.:]+/[0-9]{1,3}"),
    values.resource_kind: _pattern(values.KIND.pattern),
    values.field_path: _pattern(values.FIELD_PATH.pattern),
    values.list_path: _pattern(values.LIST_PATH.pattern),
    values.service_type: _enum(stage.value for stage in SOURCES if stage is not Stage.CREATED),
    values.allowed_edge: lambda _: _edges((Verdict.REJECTED, Verdict.NO_EFFECT)),
    values.forbidden_edge: lambda _: _edges((Verdict.NO_EFFECT,)),
    values.object_id: _pattern(rf"(?:{values.LABEL.pattern[:-2]}/)?Service/[^/]*[^/\s][^/]*"),
}
