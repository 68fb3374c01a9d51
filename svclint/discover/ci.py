"""The environments that continuous integration runs in, and which revision each names as the previous one. Data."""

from enum import Enum

from svclint.record import NamedTuple


class Kind(Enum):
    """What a clue is."""

    MERGED = "the first parent of the merge commit that is checked out, where the first variable says so and the second names it"
    BRANCH = "a variable with the name of the branch that is merged into: the merge base counts"
    COMMIT = "a variable with the id of a commit of that branch: the merge base counts"
    EVENT = "the same in the event file of GitHub, by a dotted path"
    BEFORE = "a variable with the id of the commit before the push"
    EVENT_BEFORE = "the same in the event file of GitHub"


class Clue(NamedTuple):
    """Where an environment tells of a previous version: a variable, or a path in the event file. `also` is a second variable."""

    kind: Kind
    name: str
    also: str = ""


class Environment(NamedTuple):
    """An environment: the variable that tells of it, its clues, best first, and how its clone is made deeper.

    `silent` says what to do where it names no previous version at all.
    """

    name: str
    variable: str
    clues: tuple[Clue, ...]
    deeper: str
    silent: str = ""


_K = Kind
_PASS = "pass one in SVCLINT_AGAINST"  # noqa: S105 - no password

ENVIRONMENTS = (
    Environment(
        "GitHub Actions",
        "GITHUB_ACTIONS",
        (
            Clue(_K.MERGED, "GITHUB_REF", "GITHUB_SHA"),
            Clue(_K.BRANCH, "GITHUB_BASE_REF"),
            Clue(_K.EVENT, "pull_request.base.sha"),
            Clue(_K.EVENT, "merge_group.base_sha"),
            Clue(_K.EVENT_BEFORE, "before"),
        ),
        "`fetch-depth: 0` for actions/checkout",
    ),
    Environment(
        "GitLab CI",
        "GITLAB_CI",
        (
            Clue(_K.COMMIT, "CI_MERGE_REQUEST_DIFF_BASE_SHA"),
            Clue(_K.BRANCH, "CI_MERGE_REQUEST_TARGET_BRANCH_NAME"),
            Clue(_K.BEFORE, "CI_COMMIT_BEFORE_SHA"),
        ),
        '`GIT_DEPTH: "0"` among the variables of the job',
    ),
    Environment(
        "Azure Pipelines",
        "TF_BUILD",
        (Clue(_K.MERGED, "BUILD_SOURCEBRANCH", "BUILD_SOURCEVERSION"), Clue(_K.BRANCH, "SYSTEM_PULLREQUEST_TARGETBRANCH")),
        "`fetchDepth: 0` for the checkout step",
        f"only for pull requests is one named; {_PASS}",
    ),
    Environment(
        "Bitbucket Pipelines",
        "BITBUCKET_BUILD_NUMBER",
        (Clue(_K.COMMIT, "BITBUCKET_PR_DESTINATION_COMMIT"), Clue(_K.BRANCH, "BITBUCKET_PR_DESTINATION_BRANCH")),
        "`clone: {depth: full}` in bitbucket-pipelines.yml",
        f"only for pull requests is one named; {_PASS}",
    ),
    Environment(
        "Jenkins",
        "JENKINS_URL",
        (Clue(_K.BRANCH, "CHANGE_TARGET"), Clue(_K.BEFORE, "GIT_PREVIOUS_COMMIT")),
        "a clone that is not shallow and fetches all branches",
        "GIT_PREVIOUS_COMMIT is set from the second build on",
    ),
    Environment("CircleCI", "CIRCLECI", (), "", "set `SVCLINT_AGAINST: << pipeline.git.base_revision >>`"),
)


def environment_of(variables: "dict[str, str]") -> Environment | None:
    """The environment that variables tell of; None outside those that are known. "false" and "" tell of none."""
    for one in ENVIRONMENTS:
        if variables.get(one.variable, "").lower() not in ("", "false", "0"):
            return one
    return None
