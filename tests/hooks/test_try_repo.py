"""`pre-commit try-repo`, as somebody tries svclint before the settings name it."""

from tests.discover.conftest import Repository
from tests.hooks.conftest import Installed, explain, pre_commit, read
from tests.hooks.shop import FILES, LOST


def test_try_repo(hooked: Repository, installed: Installed) -> None:
    hooked.commit(FILES)
    hooked.write({"web.yaml": LOST, "new.yaml": LOST})
    hooked.git("add", "web.yaml")
    done = pre_commit(hooked.path, "try-repo", str(installed.source), "--verbose", environment=installed.environment)
    if "Failed" not in done.stdout:
        explain(done.stdout)
    hooks = read(done.stdout)
    assert {name: hook.outcome for name, hook in hooks.items()} == {"svclint": "Failed", "svclint-all": "Failed"}
    assert "--> web.yaml:7:10" in hooks["svclint"].said
    assert "1 error. Checked 1 Service and 0 workloads in 1 file against HEAD." in hooks["svclint"].said
    assert "--> old.yaml:6:" in hooks["svclint-all"].said
    assert "new.yaml" not in done.stdout
