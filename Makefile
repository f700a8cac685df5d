# Every command a developer needs; `make help` lists them. Only git, make and Python 3.11+ (or uv) must be there before.
SHELL := /bin/sh
export UV_SYSTEM_CERTS := 1
export UV_NO_PROGRESS := 1
unexport PYTHONDONTWRITEBYTECODE  # else every process of the tests compiles everything anew
PY := $(shell for p in python3.14 python3.13 python3.12 python3.11 python3; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	&& { echo $$p; break; }; done)
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
RUN := .venv/bin
INSTALLED := .venv/installed
AT_ONCE := -n auto --maxprocesses 4 --dist worksteal

.PHONY: help demo test test-long setup check lint secrets audit format lock bench chaos attack attack-locust pictures voice-flows tables who-may catalog privacy
.PHONY: translations browser clean
.DEFAULT_GOAL := help

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):[^#]*## /make \1\t/p' $(MAKEFILE_LIST)

demo: setup ## ring a phone: the whole product on this computer, no account needed
	@exec $(RUN)/flask demo

test: setup ## run every test
	@$(RUN)/pytest $(AT_ONCE) $(ARGS)

test-long: setup ## run every test at its full size, and those that take minutes
	@TEST_LONG=1 $(RUN)/pytest $(AT_ONCE) $(ARGS)

setup: $(INSTALLED) ## install everything into .venv

check: lint secrets ## lint, types, import rules, locks, secrets, sizes, and tests with branch coverage
	$(RUN)/python -m tests.architecture.sizes
	$(RUN)/pytest $(AT_ONCE) --cov --cov-report=term $(ARGS)

lint: setup ## lint, types, import rules and locks
	@$(MAKE) --no-print-directory --jobs=2 lint-types lint-rules

.PHONY: lint-types lint-rules
lint-types: # each takes one processor, and about as long as the other
	$(RUN)/mypy --no-error-summary

lint-rules:
	$(RUN)/ruff check --quiet .
	$(RUN)/ruff format --check --quiet .
	$(RUN)/lint-imports --no-logo
	$(RUN)/bandit --quiet --configfile pyproject.toml --recursive .
	$(MAKE) --no-print-directory check-locks

secrets: setup ## look for passwords and keys in files that changed since none were found
	@$(RUN)/python -m tools.no_secrets

audit: setup ## ask the advisory services about what production installs; says so where they are out of reach
	@$(RUN)/python -m tools.audit

format: setup ## put the code into its one format
	$(RUN)/ruff check --fix .
	$(RUN)/ruff format .

chaos: setup ## kill and cut off everything while people call, and compare the log; CALLS=60 is a small one
	@$(RUN)/python -m benchmarks.chaos

attack: setup ## flood whatever anybody can reach, and count what breaks; ATTACKERS=8 EACH=8 is a small one
	@$(RUN)/python -m benchmarks.attack

attack-locust: setup .locust/installed ## the same at a rate, by locust, which is installed apart; USERS=20 TIME=30s is a small one
	@$(RUN)/python -m benchmarks.attack.by_locust

bench: setup ## measure what things cost, beside their goals, into instance/bench.json; ROWS=webhook measures a part
	@$(RUN)/python -m benchmarks

pictures: setup ## take the README's pictures anew (needs Chromium)
	TAKE_PICTURES=1 $(RUN)/pytest tests/browser/test_pictures.py

voice-flows: setup ## write docs/voice-flows.md anew from the flows
	$(RUN)/python -m tools.voice_flows > docs/voice-flows.md

.PHONY: voices read-aloud
voices: setup ## record what no carrier has a voice for (needs espeak-ng); ANEW=--anew records all of it again
	@$(RUN)/python -m tools.voices $(ANEW)

read-aloud: setup ## rehearse a call in each language, have espeak-ng read it to files, and measure it
	@$(RUN)/python -m tools.read_aloud

tables: setup ## write docs/tables.md anew from the models
	$(RUN)/python -m models.describe > docs/tables.md

who-may: setup ## write docs/who-may.md anew from the routes
	$(RUN)/python -m tools.who_may > docs/who-may.md

privacy: setup ## write PRIVACY.md anew from the table of what is kept
	$(RUN)/python -m app.privacy.describe > PRIVACY.md

catalog: setup ## write tests/models/catalog.txt anew: what the migrations build
	RECORD_CATALOG=1 $(RUN)/pytest tests/models/test_migrations.py -k record_the_catalog

translations: setup ## bring the pages' catalogs up to date with the sources; then translate what is new
	@mkdir -p instance
	@$(RUN)/pybabel -q extract $(EXTRACTED) -o instance/messages.pot .
	@$(RUN)/pybabel -q update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --no-wrap \
		-i instance/messages.pot -d app/translations

browser: ## install Chromium for the browser tests (Debian, Ubuntu)
	apt-get install -y chromium

lock: $(UV) ## choose dependency versions anew
	$(COMPILE) --upgrade pyproject.toml -o requirements.lock
	$(COMPILE) --upgrade pyproject.toml --group dev --group demo -o requirements-dev.lock
	$(COMPILE) --upgrade pyproject.toml --group attack -c requirements.lock -o requirements-attack.lock

clean: ## remove what was installed; keeps instance/, your data
	rm -rf .venv .locust .uv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

EXTRACTED = -F pyproject.toml -k sentence -k counted:1,2 --no-wrap --sort-by-file --add-location=file \
	--project=Ringdown --version=1
COMPILE = $(UV) pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11

.PHONY: check-locks
check-locks: $(UV)
	@mkdir -p instance/locks && cp requirements.lock requirements-dev.lock requirements-attack.lock instance/locks
	@$(COMPILE) pyproject.toml -o instance/locks/requirements.lock
	@$(COMPILE) pyproject.toml --group dev --group demo -o instance/locks/requirements-dev.lock
	@$(COMPILE) pyproject.toml --group attack -c requirements.lock -o instance/locks/requirements-attack.lock
	@diff -q requirements.lock instance/locks/requirements.lock \
		&& diff -q requirements-dev.lock instance/locks/requirements-dev.lock \
		&& diff -q requirements-attack.lock instance/locks/requirements-attack.lock \
		|| { echo "The lock files do not match pyproject.toml: run 'make lock' and commit them."; exit 1; }

$(INSTALLED): requirements-dev.lock $(UV)
	@echo "Installing what Ringdown needs into .venv …"
	@$(UV) venv --quiet --allow-existing $(if $(PY),--python $(PY)) .venv
	@$(UV) pip sync --quiet --require-hashes --python .venv requirements-dev.lock
	@$(RUN)/python -m tools.compiled
	@touch $@

.locust/installed: requirements-attack.lock $(UV)
	@echo "Installing locust into .locust …"
	@$(UV) venv --quiet --allow-existing $(if $(PY),--python $(PY)) .locust
	@$(UV) pip sync --quiet --require-hashes --python .locust requirements-attack.lock
	@touch $@

# Only reached when uv is not installed: it is then put into .uv of this folder.
.uv/bin/uv:
	@[ -n "$(PY)" ] || { echo "Ringdown needs Python 3.11 or newer with venv (or uv). Debian, Ubuntu: apt install python3-venv. macOS: brew install uv."; exit 1; }
	@echo "Fetching uv into .uv …"
	@$(PY) -m venv .uv && .uv/bin/pip install --quiet --disable-pip-version-check uv
