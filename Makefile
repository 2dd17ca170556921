# What can be done with this repository. `make` alone lists it; CI runs `make ci` and nothing else.

PYTHON ?= python3
VENV ?= .venv
# How the environment is brought up to date; a caller who knows that it is may pass PREPARE=:
PREPARE ?= $(PYTHON) requirements/environment.py --venv $(VENV)
NODE_TOOLS ?= requirements/node_modules
# Test processes at once: as many as processors, unless told otherwise.
JOBS ?= auto

BIN := $(VENV)/bin
FLASK := $(BIN)/flask --app service.commands
# For commands that ask the code, not the installation: no setting of this machine has a say.
FLASK_HERE := BINDERY_PROFILE=testing BINDERY_ENV_FILE=/dev/null $(FLASK)
PYTEST := $(BIN)/python -m pytest
WRITE_DOCUMENT := $(FLASK_HERE) openapi write --config-prefix V1_
DOCUMENT := openapi/v1/openapi.json
CODE := service tests benchmarks migrations requirements openapi deploy clients

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

##@ Start

.PHONY: help
help: ## List what make can do
	@awk 'BEGIN { FS = ":.*## "; print "Usage: make <target>" } \
	  /^##@ / { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z-]+:.*## / { printf "  %-22s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: setup
setup: python ## Install everything that development needs into .venv (nothing, if it is there)
	@$(PREPARE) development

.PHONY: run
run: python ## Start Bindery on an embedded database (HOST=, PORT=, DATA_DIR=)
	@$(PREPARE) runtime
	@exec $(BIN)/bindery serve $(if $(HOST),--host "$(HOST)") $(if $(PORT),--port "$(PORT)") \
	  $(if $(DATA_DIR),--data-dir "$(DATA_DIR)")

.PHONY: python
python:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "There is no '$(PYTHON)' here. Install Python 3.11 or newer, or name it: make PYTHON=..." >&2; \
	  exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Bindery needs Python 3.11 or newer; this is `$(PYTHON) --version 2>&1`." >&2; \
	  echo "Name a newer one: make PYTHON=python3.12 ..." >&2; \
	  exit 1; }

##@ Check

.PHONY: check
check: lint types imports lock-check docs-check ## All static checks

.PHONY: format
format: setup ## Format the code and mend what the linter can mend
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

.PHONY: lint
lint: setup ## Style, spelling and the schema of pyproject.toml
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/codespell
	$(BIN)/validate-pyproject pyproject.toml

.PHONY: types
types: setup ## Strict types
	$(BIN)/mypy

.PHONY: imports
imports: setup ## Who may import whom
	$(BIN)/lint-imports --no-cache

.PHONY: lock-check
lock-check: setup ## The lock files hold what pyproject.toml asks for, with hashes
	$(BIN)/python requirements/check_locks.py

.PHONY: settings-reference
settings-reference: setup ## Write docs/settings.md
	$(FLASK_HERE) settings-reference

.PHONY: rules-doc
rules-doc: setup ## Write docs/rules.md from the table of rules
	$(FLASK_HERE) rules-page

.PHONY: docs-check
docs-check: setup ## The generated pages of settings and rules are fresh
	$(FLASK_HERE) settings-reference --check
	$(FLASK_HERE) rules-page --check

##@ Test

.PHONY: test
test: setup ## All tests that can run here; those that cannot say why
	$(PYTEST) -n $(JOBS) $(TESTS)

.PHONY: test-unit
test-unit: setup ## Tests of pure code and of the architecture, in seconds
	$(PYTEST) -n $(JOBS) tests/unit tests/architecture

.PHONY: test-integration
test-integration: setup ## Tests with a database, over HTTP and in the browser
	$(PYTEST) -n $(JOBS) tests --ignore tests/unit --ignore tests/architecture

.PHONY: coverage
coverage: setup ## All tests, with the coverage gate
	$(PYTEST) -n $(JOBS) --cov --cov-report=term $(TESTS)

.PHONY: contract-test
contract-test: setup ## Property-based tests of the API against its document
	$(BIN)/python -m tests.contract.run $(OPTIONS)

.PHONY: contract-test-sabotage
contract-test-sabotage: setup ## Prove that the contract tests can fail
	$(BIN)/python -m tests.contract.sabotage $(OPTIONS)

.PHONY: drill
drill: setup ## Kill workers, processes of jobs and brokers; no job may be lost or done twice (N=, KILLS=)
	nice $(BIN)/python -m tests.faults.drill $(if $(N),--jobs $(N)) $(if $(KILLS),--kills $(KILLS))

.PHONY: fuzz
fuzz: setup ## Hunt for pairs that the engine judges wrongly (PAIRS=, SEED=)
	$(BIN)/python -m tests.fuzz.run $(if $(PAIRS),--pairs $(PAIRS)) $(if $(SEED),--seed $(SEED))

.PHONY: fuzz-controls
fuzz-controls: setup ## Prove that the hunt can find something: plant faults in the engine
	$(BIN)/python -m tests.fuzz.fault_controls

.PHONY: injection-audit
injection-audit: setup ## Try to make text of documents become code of their clients, everywhere
	$(BIN)/python -m tests.injection.run

.PHONY: bench-sdk
bench-sdk: setup ## Build the clients of all documents in shared/real; beside the bare generator
	$(BIN)/python -m benchmarks.sdk

.PHONY: ci-controls
ci-controls: setup $(NODE_TOOLS)/.package-lock.json ## Break the project on purpose; CI must notice each time
	$(BIN)/python -m tests.ci_controls.run

.PHONY: bench
bench: setup ## Print the figures behind the performance claims
	@for program in benchmarks/*.py; do \
	  echo; echo "== $$program"; $(BIN)/python -m "benchmarks.$$(basename "$$program" .py)" || exit 1; done

.PHONY: conformance
conformance: setup ## Print how far the engine agrees with the suites of other projects
	@$(BIN)/python -m benchmarks.conformance

##@ Contract

.PHONY: openapi
openapi: setup ## Write Bindery's own OpenAPI document
	$(WRITE_DOCUMENT) $(DOCUMENT)

.PHONY: openapi-check
openapi-check: openapi-fresh openapi-lint openapi-breaking ## Everything CI asks of the document

.PHONY: openapi-fresh
openapi-fresh: setup ## The committed document is the one the code produces
	@fresh=$$(mktemp) && trap 'rm -f "$$fresh"' EXIT && $(WRITE_DOCUMENT) "$$fresh" && { \
	  diff -u $(DOCUMENT) "$$fresh" | head -50; cmp -s $(DOCUMENT) "$$fresh"; } || { \
	  echo "$(DOCUMENT) is stale: run make openapi client" >&2; exit 1; }

.PHONY: openapi-lint
openapi-lint: $(NODE_TOOLS)/.package-lock.json ## Two linters find nothing in the document
	REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true \
	  $(NODE_TOOLS)/.bin/redocly lint --config redocly.yaml $(DOCUMENT)
	$(NODE_TOOLS)/.bin/spectral lint --ruleset .spectral.yaml --fail-severity hint $(DOCUMENT)

.PHONY: openapi-breaking
openapi-breaking: setup ## Bindery's engine finds no break since the last release
	$(BIN)/python openapi/released.py check

.PHONY: openapi-release
openapi-release: setup openapi-check ## Keep the present document as a released one
	$(BIN)/python openapi/released.py keep

.PHONY: client
client: setup ## Generate the Python client from the document
	$(BIN)/python clients/generate.py

.PHONY: client-check
client-check: setup ## The committed client is the one the document gives
	$(BIN)/python clients/generate.py --check

##@ Database

.PHONY: migration
migration: setup ## Draft a migration from the models: make migration NAME="add a column"
	@test -n "$(NAME)" || { echo 'Say what it does: make migration NAME="add a column"' >&2; exit 2; }
	$(FLASK) db migrate -m "$(NAME)"

.PHONY: migrate
migrate: setup ## Bring the database of the settings up to date
	$(FLASK) db upgrade

##@ Ship

.PHONY: ci
ci: setup ## Exactly what CI runs; the tests come last, with their own summary
	@$(foreach step,$(CI_STEPS),\
	  echo; echo "== make $(step)"; $(MAKE) $(step) || { echo "FAILED: make $(step)" >&2; exit 1; };)

CI_STEPS := check openapi-check client-check audit image-steps contract-test contract-test-sabotage coverage

.PHONY: lock
lock: setup ## Resolve the dependencies anew and write the lock files
	$(BIN)/python requirements/lock.py

.PHONY: audit
audit: setup ## Look for known vulnerabilities in the locked dependencies
	$(BIN)/python requirements/audit.py

.PHONY: image
image: ## Build the container image
	docker build --file deploy/Dockerfile --tag bindery .

.PHONY: image-steps
image-steps: setup ## Do the image's build steps by hand and start the result, without an engine
	$(BIN)/python -m tests.deploy.image_steps

.PHONY: clean
clean: ## Remove what tools left behind; .venv and the data in .local stay
	rm -rf build dist .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache \
	  .pytest_cache .ruff_cache .schemathesis
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

$(NODE_TOOLS)/.package-lock.json: requirements/package.json requirements/package-lock.json
	@command -v npm >/dev/null || { \
	  echo "Linting the OpenAPI document needs Node.js 20 or newer with npm; neither is here." >&2; \
	  exit 1; }
	cd requirements && npm ci --ignore-scripts --no-audit --no-fund
	@test -s $@ || { echo "npm has not written $@" >&2; exit 1; }
	@touch $@
