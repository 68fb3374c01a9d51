"""Changes that the settings accept: findings that no comment can silence."""

from svclint.record import NamedTuple


class Accepted(NamedTuple):
    """What the rule of this name says of the changes of one object is accepted, for a reason.

    `namespace` is empty where the manifest sets none: it is then the default namespace.
    """

    namespace: str
    kind: str
    name: str
    rule: str
    reason: str
