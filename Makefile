# Every command that this project needs. `make` alone lists them.

PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
LOCK := requirements.lock
UV_VERSION := 0.13.9
SOURCES := kg ui tests hatch_build.py
FRONTEND := ui/components/frontend
BUNDLES := ui/components/bundle/.sources

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# These are names of tasks, not of files.
.PHONY: agree bench conformance docs foreign mutants sweep help setup run test coverage check format lock \
        clean python browser \
        check-format check-style check-types check-layers check-dependencies \
        check-dead-code check-docstrings check-ontology check-tests

# Run a step; when it fails, say what to do and stop. $(1): command, $(2): advice.
step = $(1) || { status=$$?; printf '\n%s\n' "make $@: $(2)" >&2; exit $$status; }

help: ## list the commands
	@printf 'Commands (the first one to try: make run)\n\n'
	@grep -hE '^[a-z][a-z-]*:.*## ' $(MAKEFILE_LIST) | sort | \
	  awk -F ':.*## ' '{printf "  make %-20s %s\n", $$1, $$2}'

setup: $(STAMP) $(BUNDLES) ## install the project and all it needs into .venv

run: $(STAMP) $(BUNDLES) ## open the app on the memo's case, at http://127.0.0.1:8501 (PORT=... for another port)
	@$(call step,$(BIN)/kg ui --port $(PORT) --example source-memo,the app stopped. If port $(PORT) is taken: make run PORT=8601)

test: $(STAMP) $(BUNDLES) browser foreign ## run the tests
	@$(call step,$(BIN)/pytest --numprocesses auto --dist worksteal,read the first failure above; run it alone with $(BIN)/pytest -x --last-failed)

mutants: $(STAMP) ## change the law, a condition at a time, and see which changes no case notices (N=60 draws sixty)
	@$(call step,$(BIN)/python -m tests.mutants $(N),write a case that notices the mutants above)

agree: $(STAMP) ## compare the two reasoners on every case, and on N=100 drawn at random (SEED=... draws them again)
	@$(call step,$(BIN)/python -m tests.agree $(or $(N),100) $(SEED),mend the reasoner that is wrong; each case above shows it again)

sweep: $(STAMP) ## run the sweeps on every case, where make test takes a sample (half an hour)
	@$(call step,$(BIN)/pytest --whole tests/test_floors.py tests/test_changes_of_law.py tests/reasoning/test_brute_force.py,read the first failure above)

conformance: $(STAMP) ## hold the server and the engine against the W3C's tests (SUITES=DIR, the folder they are in)
	@$(call step,$(BIN)/python -m tests.conformance.sparql_protocol "$(SUITES)/sparql11-protocol",see the tests named above)
	@$(call step,$(BIN)/python -m tests.conformance.owl2 "$(SUITES)",see the claims named above)

coverage: $(STAMP) $(BUNDLES) browser foreign ## run the tests and say which lines none of them reached
	@$(call step,$(BIN)/coverage run -m pytest --quiet,mend the failing tests first)
	@$(BIN)/coverage report

check: check-format check-style check-types check-layers check-dependencies check-dead-code check-docstrings check-ontology check-tests ## run every check: the same that must pass before a merge
	@echo 'All checks passed.'

bench: $(STAMP) ## measure the reasoner, the graph and the server, each against its peers in one run
	@$(call step,$(BIN)/python -m tests.bench,see the error above)
	@$(call step,$(BIN)/python -m tests.bench.graph,see the error above)

format: $(STAMP) ## lay out the Python and Turtle files
	@$(BIN)/ruff check --fix-only --quiet $(SOURCES)
	@$(BIN)/ruff format $(SOURCES)
	@$(call step,$(BIN)/kg format,a Turtle file cannot be read: mend the line named above)

docs: $(STAMP) ## write the pages of docs that are generated
	@$(call step,$(BIN)/kg query --list --format markdown > docs/questions.md,see the message above)

check-format: $(STAMP) ## check the layout of the Python and Turtle files
	@$(call step,$(BIN)/ruff format --check $(SOURCES),run make format)
	@$(call step,$(BIN)/kg format --check,run make format)

check-style: $(STAMP) ## check the Python style (ruff)
	@$(call step,$(BIN)/ruff check $(SOURCES),mend the lines above; make format mends some of them)

check-types: $(STAMP) ## check the types (mypy, strict)
	@$(call step,$(BIN)/mypy,mend the types above; do not silence them)

check-layers: $(STAMP) ## check which part imports which (import-linter)
	@$(call step,$(BIN)/lint-imports,an import goes up the layers: move the code (pyproject.toml draws them))

check-dependencies: $(STAMP) ## check that what is imported is declared, and no more (deptry)
	@$(call step,$(BIN)/deptry .,add or remove the dependency in pyproject.toml; then make lock)

check-dead-code: $(STAMP) ## look for code that nothing uses (vulture)
	@$(call step,$(BIN)/vulture,remove the unused code above)

check-docstrings: $(STAMP) ## check that what is public is documented (interrogate)
	@$(call step,$(BIN)/interrogate --quiet kg ui,run $(BIN)/interrogate -vv kg ui and document what it names)

check-ontology: $(STAMP) ## check the ontology's own health (kg check)
	@$(call step,$(BIN)/kg check,mend the ontology where it says)

check-tests: test ## run the tests, as the last of the checks

# LOCK_OPTIONS=--upgrade takes the newest releases instead of keeping the pins that still fit.
lock: python ## pin every dependency with its hashes in requirements.lock
	@dir=$$(mktemp -d) && trap 'rm -rf "$$dir"' EXIT && \
	  $(PYTHON) -m venv "$$dir" && "$$dir/bin/pip" install --quiet uv==$(UV_VERSION) && \
	  $(call step,"$$dir/bin/uv" pip compile pyproject.toml --group dev --all-extras --quiet \
	    --universal --python-version 3.11 --generate-hashes --no-annotate \
	    --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
	    --output-file $(LOCK) $(LOCK_OPTIONS),see the ranges in pyproject.toml and the network)
	@echo '$(LOCK) is up to date; commit it with pyproject.toml.'

clean: ## remove what was built, and .venv
	rm -rf $(VENV) build dist ui/components/bundle $(FRONTEND)/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage htmlcov
	find kg ui tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The steps behind `setup` and `test`.

python: ## check that Python is recent enough and can make environments
	@command -v $(PYTHON) >/dev/null || { \
	  echo 'FR : Python introuvable. Installez Python 3.11 ou plus récent, ou indiquez-le : make setup PYTHON=/chemin/vers/python3.' >&2; \
	  echo 'EN: no Python found. Install Python 3.11 or newer, or name it: make setup PYTHON=/path/to/python3.' >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "FR : Python 3.11 ou plus récent est nécessaire ; celui-ci est $$($(PYTHON) --version 2>&1). Indiquez-en un autre : make setup PYTHON=python3.12." >&2; \
	  echo "EN: Python 3.11 or newer is needed; this one is $$($(PYTHON) --version 2>&1). Name another: make setup PYTHON=python3.12." >&2; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo 'FR : ce Python n’a pas les modules venv et ensurepip. Sous Debian ou Ubuntu : sudo apt install python3-venv.' >&2; \
	  echo 'EN: this Python lacks the modules venv and ensurepip. On Debian or Ubuntu: sudo apt install python3-venv.' >&2; exit 2; }

$(STAMP): pyproject.toml $(LOCK)
	@$(MAKE) --no-print-directory python
	@echo '1/4  virtual environment in $(VENV)'
	@$(call step,$(PYTHON) -m venv $(VENV),remove $(VENV) and try again)
	@echo '2/4  packages from $(LOCK) (some 400 MB the first time)'
	@$(call step,$(BIN)/python -m pip install --require-hashes --no-deps --requirement $(LOCK),packages could not be installed; see above. Check the network (HTTPS_PROXY) and the free space; then make setup)
	@echo '3/4  the components of the app (npm, some 40 MB the first time)'
	@$(call step,$(BIN)/python hatch_build.py,check the network; then make setup)
	@echo '4/4  the project itself'
	@$(call step,$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .,the project could not be installed: see the error above)
	@touch $@
	@echo 'Ready: $(BIN)/kg --help'

# Built again when a source or the lock of the front end changes.
$(BUNDLES): $(STAMP) hatch_build.py $(wildcard $(FRONTEND)/*.js $(FRONTEND)/*.css $(FRONTEND)/*.json)
	@$(call step,$(BIN)/python hatch_build.py,check the network; then make setup)
	@touch $@

browser: $(STAMP) ## install Chromium, if a test needs it and there is none
	@$(call step,tests/install-browser.sh $(BIN)/python,see the message above)

foreign: ## install the servers and clients of others that the tests speak to, if they are missing
	@$(call step,tests/install-foreign.sh,see the message above)
