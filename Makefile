# Two commands for a fresh machine with only python3:
#   make demo   sets up what it needs and audits the sample province
#   make test   sets up what it needs and runs all tests
PYTHON ?= python3
VENV ?= .venv
# One more than there are cores: many tests wait for a server or a browser.
WORKERS ?= $(shell $(PYTHON) -c "import os; print((os.cpu_count() or 1) + 1)")
PIP = $(BIN)/python -m pip --disable-pip-version-check

ifeq ($(OS),Windows_NT)
BIN = $(VENV)/Scripts
else
BIN = $(VENV)/bin
endif

.PHONY: demo test check evaluate bench test-cms wheel clean

demo: $(VENV)/.demo
	$(BIN)/auditor demo $(DEMO_ARGS)

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(TEST_ARGS)

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/mypy

evaluate: $(VENV)/.dev
	$(BIN)/python -m tests.calibration

# The peers stand in a place of their own: no part of the auditor.
bench: $(VENV)/.dev .venv-bench/.ready
	$(BIN)/python bench/results.py

.venv-bench/.ready: pyproject.toml
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip --disable-pip-version-check install --quiet "pip>=25.1"
	.venv-bench/bin/python -m pip --disable-pip-version-check install --quiet --group bench
	@touch $@

test-cms: $(VENV)/.dev
	sh tests/cms/setup.sh
	$(BIN)/python tests/cms/run.py

wheel: $(VENV)/.dev
	$(BIN)/python -m build --wheel --no-isolation

$(VENV)/bin-ready:
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --upgrade "pip>=25.1"
	@touch $@

$(VENV)/.demo: pyproject.toml constraints.txt | $(VENV)/bin-ready
	$(PIP) install --quiet -c constraints.txt -e ".[js,rakor]"
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(VENV)/bin-ready
	$(PIP) install --quiet -c constraints.txt -e ".[js,rakor]" --group dev
	@touch $@ $(VENV)/.demo

clean:
	rm -rf $(VENV) dist build hasil
