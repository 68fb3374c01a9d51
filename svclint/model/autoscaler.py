"""What sets the number of another object's pods."""

from svclint.model.field import Field
from svclint.model.resource import Resource
from svclint.policy.kinds import SCALE_TARGETS


class Autoscaler(Resource):
    """A HorizontalPodAutoscaler, a ScaledObject, or a Rollout that runs the pods of another object's template.

    The replicas of the object of `target_kind` and `target_name`, in the same namespace, are not those of its manifest.
    """

    def __init__(self, root: Field, target: Field) -> None:
        super().__init__(root)
        self.target_kind: str = target.child("kind").text(absent="Deployment").value or ""  # KEDA's default; the others have none
        self.target_name: str = target.word("name") or ""


def read_autoscaler(root: Field, kind: str, api_version: str) -> Autoscaler | None:
    """The autoscaler that an object is; None where it is none, or names no target."""
    path = SCALE_TARGETS.get((kind, api_version.rpartition("/")[0]))
    if path is None:
        return None
    target = root.at(path)
    return Autoscaler(root, target) if target.present else None
