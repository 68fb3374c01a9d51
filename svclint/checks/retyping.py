"""What to do about a value of the wrong type: the label, the notes and the fix of a finding about it."""

from svclint.apiserver.schema import Shape
from svclint.checks.mistyped import Mistyped, reading
from svclint.record import NamedTuple
from svclint.rule.finding import Note, Voice
from svclint.source.edit import Edit, Fix, Safety
from svclint.source.pattern import pattern
from svclint.yaml.scalars import decode

_CHOICES = {
    "type": "ClusterIP, NodePort, LoadBalancer, ExternalName",
    "protocol": "TCP, UDP, SCTP",
    "sessionAffinity": "None, ClientIP",
    "externalTrafficPolicy": "Cluster, Local",
    "internalTrafficPolicy": "Cluster, Local",
    "ipFamilies": "IPv4, IPv6",
    "ipFamilyPolicy": "SingleStack, PreferDualStack, RequireDualStack",
    "trafficDistribution": "PreferSameZone, PreferSameNode, PreferClose",
}
_ADDRESSES = ("clusterIP", "clusterIPs", "externalIPs", "loadBalancerIP", "loadBalancerSourceRanges")
_RANGES = {"port": "1 to 65535", "targetPort": "1 to 65535", "nodePort": "1 to 65535", "healthCheckNodePort": "1 to 65535"}
_RANGES["timeoutSeconds"] = "1 to 86400"
_DIGITS = pattern(r"0*([0-9]{1,9})\Z")
_MAPPED = pattern(r"([0-9]+):([0-9]+)\Z")


class Advice(NamedTuple):
    """The parts of a finding that say why, and what to do."""

    label: str
    notes: tuple[Note, ...] = ()
    fix: Fix | None = None


def advice(one: Mistyped) -> Advice:
    """What to say of a value of the wrong type."""
    if one.refusal:
        return _refused(one)
    if isinstance(one.at.value, (dict, list)):
        return _collection(one)
    shape = one.kind.shape
    if shape is Shape.STRING:
        return _not_text(one)
    if shape in (Shape.INTEGER, Shape.PORT):
        return _not_number(one)
    return _not_boolean(one) if shape is Shape.BOOLEAN else _scalar(one)


def _help(text: str) -> tuple[Note, ...]:
    return (Note(text, voice=Voice.HELP),)


def _quoted(one: Mistyped) -> Fix | None:
    """The fix that makes text of a plain value; none where text could not be right either."""
    if not one.is_plain or one.field in _CHOICES or one.field in _ADDRESSES:
        return None
    return Fix(f'quote it: `{one.key}"{one.text}"`', Safety.SAFE, (Edit(one.at.place, f'"{one.text}"'),))


def _unquoted(one: Mistyped, text: str) -> Fix | None:
    quoted = one.at.written and one.at.place.text[:1] in ("'", '"')
    return Fix(f"remove the quotes: `{one.key}{text}`", Safety.SAFE, (Edit(one.at.place, text),)) if quoted else None


def _not_text(one: Mistyped) -> Advice:
    fix = _quoted(one)
    if fix:
        return Advice(reading(one), (), fix)
    if one.field in _CHOICES:
        return Advice(reading(one), _help(f"the values of {one.field} are {_CHOICES[one.field]}"))
    if one.field in _ADDRESSES:
        return Advice(reading(one), _help("write an IP address" + ("" if one.field != "loadBalancerSourceRanges" else " range")))
    return Advice(reading(one), _help("put quotes around the value, where it is written"))


def _not_number(one: Mistyped) -> Advice:
    value, range_ = one.at.value, _RANGES.get(one.field, "")
    wanted = f"give a whole number from {range_}" if range_ else "give a whole number"
    if one.is_fraction:
        return Advice("has a fraction", _help(wanted))
    if one.is_overflow:
        most = 1 << (one.kind.bits - 1)
        return Advice(f"more than {most - 1}" if value > 0 else f"less than {-most}", _help(wanted))
    if not isinstance(value, str):
        return Advice(reading(one), _help(f"{wanted}, or the name of a container port" if one.kind.shape is Shape.PORT else wanted))
    digits = _DIGITS.match(value.strip())
    if digits:
        fix = _unquoted(one, digits[1])
        help_ = () if fix else _help(f"write `{one.key}{digits[1]}`, without a tag")
        return Advice("in quotes it is text" if fix else reading(one), help_, fix)
    ports = _MAPPED.match(value) if one.field == "port" else None
    if ports:
        return Advice("two numbers are text", _help(f"write `port: {ports[1]}` and, in a line of its own, `targetPort: {ports[2]}`"))
    more = "; a name goes into `name` or `targetPort`" if one.field == "port" else ""
    return Advice("not a number", _help(wanted + more))


def _not_boolean(one: Mistyped) -> Advice:
    value = one.at.value
    meant = decode(value) if isinstance(value, str) else None
    if isinstance(meant, bool):
        fix = _unquoted(one, str(meant).lower())
        if fix:
            return Advice("in quotes it is text", (), fix)
    return Advice("text" if isinstance(value, str) else reading(one), _help("write true or false, without quotes"))


def _scalar(one: Mistyped) -> Advice:
    """A single value where there should be several, or a time."""
    shape, text, value, item = one.kind.shape, one.shown, one.at.value, one.kind.item
    label = "text" if isinstance(value, str) else reading(one)
    if shape is Shape.TIME:
        return Advice(label, _help("remove it: the cluster sets it"))
    if shape is Shape.LIST:
        texts = item is not None and item.shape is Shape.STRING
        return Advice(label, _help(f"write a list: `{one.key}[{text}]`" if texts else "write its entries below it, each after a dash"))
    if shape is Shape.STRINGS:
        name, _, rest = text.partition("=")
        return Advice(label, _help(f"write a pair below it: `{name}: {rest}`" if name and rest else "write its pairs below it, one a line"))
    if one.field == "ports" and isinstance(value, int) and not isinstance(value, bool):
        return Advice(label, _help(f"write `port: {value}`"))
    return Advice(label, _help("write its fields below it, one a line"))


def _collection(one: Mistyped) -> Advice:
    """An object or a list where something else should be."""
    value, shape = one.at.value, one.kind.shape
    label = "a list" if isinstance(value, list) else "an object"
    if shape is Shape.STRING:
        return _collection_for_text(one, label)
    if shape is Shape.LIST:
        return Advice(label, _help("begin each entry with a dash"))
    if shape in (Shape.OBJECT, Shape.STRINGS):
        return Advice(label, _help("leave out the dashes: it has names and values, no entries"))
    return Advice(label, _help("give a single value"))


def _collection_for_text(one: Mistyped, label: str) -> Advice:
    if one.pair == "annotation":
        fix = _as_text(one)
        return Advice(f"YAML reads this as {label}", () if fix else _help("make text of it: a block that begins with `|`, or quotes"), fix)
    if one.pair == "selector label" and one.at.path.step in ("matchLabels", "matchExpressions"):
        return Advice(label, _help("a Service selects by pairs alone: write them directly under `selector`"))
    if one.pair:
        return Advice(label, _help(f"give the {one.pair} a single text: nothing can be nested in it"))
    if one.field == "clusterIP" and isinstance(one.at.value, list):
        return Advice(label, _help("`clusterIPs` is the field that takes a list"))
    return Advice(label, _help("give a single text"))


def _as_text(one: Mistyped) -> Fix | None:
    """The fix that puts quotes around an object or a list in one line, as annotations often hold; JSON has no such quotes."""
    text = one.at.place.text
    if not one.at.written or text[:1] not in ("{", "[") or {"\n", "'"} & set(text) or one.at.place.file.path.endswith(".json"):
        return None
    return Fix(f"quote it: `{one.key}'{text}'`", Safety.SAFE, (Edit(one.at.place, f"'{text}'"),))


def _refused(one: Mistyped) -> Advice:
    if one.is_tagged:
        return Advice(one.refusal, _help("remove the tag, or write a value of its type"))
    fix = _quoted(one) if one.kind.shape is Shape.STRING else None
    return Advice(one.refusal, () if fix else _help("give a value that is finite"), fix)
