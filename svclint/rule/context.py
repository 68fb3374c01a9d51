"""What a check may look at besides its subject."""

from typing import TYPE_CHECKING

from svclint.policy.settings import Settings
from svclint.record import NamedTuple

if TYPE_CHECKING:
    from svclint.workspace.workspace import Workspace


class Context(NamedTuple):
    """The workspace and the settings, both read-only."""

    workspace: "Workspace"
    settings: Settings
