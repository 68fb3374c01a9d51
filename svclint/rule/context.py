"""What a check may look at besides its subject."""

from svclint.policy.settings import Settings
from svclint.record import NamedTuple
from svclint.workspace.workspace import Workspace


class Context(NamedTuple):
    """The workspace and the settings, both read-only."""

    workspace: Workspace
    settings: Settings
