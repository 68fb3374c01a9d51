# All set-up on a machine with git, make and Python >= 3.11. Every target first makes .venv, and renews it when pyproject.toml changes.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: demo test lint renew clean

demo: $(VENV)/installed
	@$(BIN)/svclint check --exit-zero fixtures/projects/shop

test: lint
	$(BIN)/pytest

lint: $(VENV)/with-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

renew: $(VENV)/with-dev
	$(BIN)/pytest --renew

clean:
	rm -rf $(VENV) build dist

$(VENV)/installed: pyproject.toml
	@test -x $(BIN)/python || { \
	  for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
	    if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then exec "$$python" -m venv $(VENV); fi; \
	  done; \
	  echo "svclint needs Python 3.11 or newer, and none was found: name one with make PYTHON=/path/to/python3" >&2; exit 1; }
	$(PIP) install --editable .
	@touch $@

# Before 25.1 pip does not know dependency groups, and a new Python may bring an older one.
$(VENV)/with-dev: $(VENV)/installed
	$(PIP) install --upgrade 'pip>=25.1'
	$(PIP) install --group dev
	@touch $@
