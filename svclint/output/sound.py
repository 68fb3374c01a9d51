"""Text that any reader of JSON or XML takes: no lone surrogates, nothing but what Unicode and XML allow."""

from svclint.source.pattern import pattern

_SURROGATE = pattern("[\ud800-\udfff]")
_NOT_XML = pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\r": "&#13;"})


def sound(text: str) -> str:
    """The text with U+FFFD in place of what stands for a byte that was no text."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def xml(text: str) -> str:
    """The text as the content of an element: ASCII only, so that it is right in whatever encoding it is written."""
    return _NOT_XML.sub("\ufffd", text).translate(_MARKUP).encode("ascii", "xmlcharrefreplace").decode("ascii")


def tag(name: str, attributes: dict[str, object], *, closed: bool = False) -> str:
    """A start tag, or where it is `closed` an element without content; attributes that are None are left out."""
    shown = "".join(f' {key}="{_attribute(str(value))}"' for key, value in attributes.items() if value is not None)
    return f"<{name}{shown}{'/' * closed}>"


def _attribute(text: str) -> str:
    return xml(text).replace("\n", "&#10;")
