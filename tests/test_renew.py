"""Golden files are never rewritten where nobody looks at the difference."""

import os
import subprocess
import sys
from pathlib import Path


def test_renew_is_refused_in_ci() -> None:
    command = [sys.executable, "-m", "pytest", "--renew", "--collect-only", "-q", __file__]
    result = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=Path(__file__).parent.parent, env={**os.environ, "CI": "true"}
    )
    assert result.returncode == 4
    assert "--renew is refused in CI" in result.stderr
