# `make run` and `make test` need Python 3.11 or newer and nothing else; what they install goes to .venv.
# ARGS are handed on: make run ARGS="features/amendments -n auto"

# Else each of the many processes that the tests start would compile every module anew.
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test bench lint

run: .venv/run
	@$(BIN)/tieout run $(ARGS)

test: .venv/dev
	$(BIN)/python -m pytest tests -q -n 2 --dist worksteal $(ARGS)

bench: .venv/dev
	@for module in benchmarks/[a-z]*.py; do $(BIN)/python -m benchmarks.$$(basename $$module .py) || exit 1; done

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tieout needs Python 3.11 or newer; call make with PYTHON=python3.12 or the like")'
	@$(PYTHON) -m venv .venv || { echo "Python cannot make an environment here; on Debian install python3-venv"; exit 1; }

.venv/run: .venv/bin/python pyproject.toml constraints.txt
	@echo "installing what Tieout needs into .venv (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

.venv/dev: .venv/bin/python pyproject.toml constraints.txt
	@echo "installing what Tieout and its tests need into .venv (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@ .venv/run
