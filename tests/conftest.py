"""The --renew option, and the fixture `golden` that compares with a file or writes it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parent.parent / "fixtures"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="write the golden files instead of comparing with them")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--renew") and os.environ.get("CI"):
        raise pytest.UsageError("--renew is refused in CI: renew at home, look at the difference, commit it")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """`golden(path, text)`: the text is that of the file at `path` below fixtures/; with --renew it becomes it."""

    def compare(path: str, text: str) -> None:
        file = FIXTURES / path
        if request.config.getoption("--renew"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        assert file.exists(), f"{file} is missing: pytest --renew writes it"
        assert text == file.read_bytes().decode()

    return compare
