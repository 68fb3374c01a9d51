"""Scalars as sigs.k8s.io/yaml 1.6.0 reads them: the resolver of go.yaml.in/yaml/v2, then encoding/json."""

import re
import struct
from functools import lru_cache
from typing import TypeAlias

from svclint.source.pattern import pattern
from svclint.yaml.node import Scalar

Value: TypeAlias = bool | int | float | str | None

LONG = "tag:yaml.org,2002:"
"""What `!!` stands for in a tag."""
_RESOLVED = frozenset(LONG + name for name in ("bool", "int", "float", "null", "timestamp"))
_WORDS: dict[str, Value] = {
    **dict.fromkeys(("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"), True),
    **dict.fromkeys(("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
}
_HINTS = frozenset("+-.0123456789")
_DOT_FLOAT = pattern(r"\.[0-9](?:_?[0-9])*(?:[eE][-+]?[0-9](?:_?[0-9])*)?\Z")
_FLOAT = pattern(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_INTEGER = pattern(r"([-+]?)(?:(0[xX])([0-9a-fA-F]+)|(0[bB])([01]+)|(0[oO]?)([0-7]+)|((?:0|[1-9][0-9]*)))\Z")
_LOOSE_BINARY = pattern(r"0b([-+][01]+)\Z")
_DATE = pattern(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}([.,][0-9]+)?(?:Z|[-+][0-9]{2}:[0-9]{2})?)?\Z")
_MOST, _LEAST, _MOST_UNSIGNED = 2**63 - 1, -(2**63), 2**64 - 1


def resolve(scalar: Scalar) -> Value:
    """The value that the API server gets for a scalar: JSON's, so `80.0` is the integer 80.

    Never raises: where go-yaml refuses the scalar (see `refusal`), its text, or the infinity or NaN that it spells.
    """
    if scalar.tag is None:
        return scalar.text if scalar.style else as_json(decode(scalar.text))
    try:
        return as_json(go_value(scalar))
    except ValueError:
        return scalar.text


def refusal(scalar: Scalar) -> str:
    """Why sigs.k8s.io/yaml cannot make JSON of a scalar, in go-yaml's words; empty where it can."""
    if scalar.tag is None:
        value = None if scalar.style else decode(scalar.text)
    else:
        try:
            value = go_value(scalar)
        except ValueError as error:
            return str(error)
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):  # noqa: PLR0124 - NaN
        return f"unsupported value: {'NaN' if value != value else '+Inf' if value > 0 else '-Inf'}"  # noqa: PLR0124 - NaN
    return ""


def go_value(scalar: Scalar) -> Value:
    """The value that go-yaml decodes a scalar to, floats as floats. Raises ValueError where it refuses the tag."""
    tag, text = scalar.tag, scalar.text
    if tag is None:
        return text if scalar.style else decode(text)
    if tag == LONG + "binary":
        return _binary(text)
    if tag not in _RESOLVED:
        return text
    value = decode(text)
    found = _tag_of(value, text, tag)
    if found == tag:
        return text if found == LONG + "timestamp" else value
    if tag == LONG + "float" and isinstance(value, int) and not isinstance(value, bool) and value <= _MOST:
        return float(value)
    raise ValueError(f"cannot decode !!{found.removeprefix(LONG)} `{text}` as a !!{tag.removeprefix(LONG)}")


@lru_cache(maxsize=1 << 16)
def decode(text: str) -> Value:  # noqa: PLR0911 - one return for each type
    """The value of a plain scalar without a tag (go.yaml.in/yaml/v2 resolve.go); timestamps stay text."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _HINTS:
        return text
    if text[0] == ".":
        return _float(text, text.replace("_", "")) if _DOT_FLOAT.match(text) else text
    plain = text.replace("_", "")
    number = _integer(plain)
    if number is not None:
        return number
    if _FLOAT.match(plain):
        return _float(text, plain)
    loose = _LOOSE_BINARY.match(plain)
    if loose and _LEAST <= int(loose[1], 2) <= _MOST:
        return int(loose[1], 2)
    return text


def as_json(value: Value) -> Value:
    """A decoded value as encoding/json prints it: a float with an integral value below 1e21 prints as an integer."""
    if isinstance(value, float) and abs(value) < 1e21 and value.is_integer():
        mantissa, _, exponent = repr(value).partition("e")
        whole, _, fraction = mantissa.partition(".")
        # repr has the shortest digits that give the same float, as Go prints them; int(value) would have more.
        return int((whole + fraction).ljust(len(whole) + int(exponent), "0")) if exponent else int(whole)
    return value


def key_text(value: Value) -> str | None:
    """A decoded mapping key as sigs.k8s.io/yaml makes it a string; None for null and integers above int64."""
    if isinstance(value, str):
        return value
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value) if value <= _MOST else None
    return _shortest(value)


def _integer(text: str) -> int | None:
    found = _INTEGER.match(text)
    if found is None:
        return None
    sign, _, sixteen, _, two, _, eight, ten = found.groups()
    if len(text) > 80:
        return None
    number = int(sixteen, 16) if sixteen else int(two, 2) if two else int(eight, 8) if eight else int(ten)
    if sign == "-":
        number = -number
    return number if _LEAST <= number <= (_MOST if sign else _MOST_UNSIGNED) else None


def _float(text: str, plain: str) -> float | str:
    number = float(plain)
    return text if number in (float("inf"), float("-inf")) else number


def _tag_of(value: Value, text: str, wanted: str) -> str:
    if wanted == LONG + "timestamp" and _DATE.match(text):
        return wanted
    name = {bool: "bool", int: "int", float: "float", str: "str"}.get(type(value), "null")
    return LONG + name


def _binary(text: str) -> str:
    import base64  # noqa: PLC0415 - for the rarest of tags only
    import binascii  # noqa: PLC0415 - the same

    try:
        return base64.b64decode(re.sub(r"[\r\n]", "", text), validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError) as error:
        raise ValueError("!!binary value contains invalid base64 data") from error


def _shortest(number: float) -> str:
    """What strconv.FormatFloat(number, 'g', -1, 32) gives, with YAML's names for what is not finite."""
    try:
        single: float = struct.unpack("f", struct.pack("f", number))[0]
    except OverflowError:
        single = float("inf") if number > 0 else float("-inf")
    if single - single != 0:
        return ".nan" if single != single else ".inf" if single > 0 else "-.inf"  # noqa: PLR0124 - NaN
    digits = next(
        d for d in (f"{single:.{precision}e}" for precision in range(17)) if struct.pack("f", float(d)) == struct.pack("f", single)
    )
    mantissa, _, exponent = digits.partition("e")
    if int(exponent) < -4 or int(exponent) >= 6:
        return f"{mantissa}e{exponent}"
    return f"{float(digits):.{max(0, len(mantissa.partition('.')[2]) - int(exponent))}f}"
