# What people and CI run. Two commands do all the set-up: `make site` and `make test`.
#   CONTENT=dir   builds from another content folder      PYTHON=python3.12   makes the environment with another Python
#   ARGS="..."    is passed on to pytest                  WORKERS=1           runs the tests in one process
#   SITE=dir      is where the built site lies            OLD=HEAD~1          is what `make diff` compares with

PYTHON ?= python3
WORKERS ?= 2
ARGS ?=
SITE ?= site
OLD ?= HEAD
FORMAT ?= text

RUN = .venv/bin/python
# Isolated: the modules beside the script must not hide those of the standard library.
BOOTSTRAP = $(PYTHON) -I build_scripts/bootstrap.py
# What is set on make's command line is in the environment of what it runs: there, all find CONTENT.
SCRIPTS = $(RUN) -m build_scripts
# No browser, and no server to test with, is a failure, never a skip.
WITH_BROWSER = $(BOOTSTRAP) programs && CHROMIUM="$$($(BOOTSTRAP) browser)" && export CHROMIUM &&
COMPILE = .venv/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)
WORKFLOWS = $(wildcard .github/workflows/*.yml)

.DEFAULT_GOAL = help
.PHONY: help env env-dev site check serve test lint format soak mutate bench diff verify-site compress links stale canary audit lock clean

help: ## list what make can do
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1	/' | expand -t 16

env: ## make the environment that builds the site
	@$(BOOTSTRAP) requirements.lock

env-dev: ## add what the tests need
	@$(BOOTSTRAP) requirements-dev.lock

site: env ## check the content and build the explainer into site/
	@$(SCRIPTS) build --site-dir $(SITE)

check: env ## check the content only
	@$(SCRIPTS) check

serve: env ## live preview for editors: saved changes appear in the browser
	@NO_MKDOCS_2_WARNING=1 $(RUN) -m mkdocs serve

test: env-dev lint ## everything that must hold, in at most ten minutes; needs or installs a Chromium
	@$(WITH_BROWSER) $(RUN) -m pytest --cov --numprocesses $(WORKERS) $(ARGS)

lint: env-dev ## style, types, import layers, workflows
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy
	@.venv/bin/lint-imports --cache-dir .cache/import-linter
ifneq ($(WORKFLOWS),)
	@.venv/bin/check-jsonschema --builtin-schema vendor.github-workflows $(WORKFLOWS)
	@.venv/bin/zizmor --offline --quiet .github
endif

format: env-dev ## put the code into the house style
	@$(RUN) -m ruff check --fix-only .
	@$(RUN) -m ruff format .

soak: env-dev ## what needs longer than `make test` may take
	@$(WITH_BROWSER) $(RUN) -m pytest -m soak $(ARGS)

mutate: env-dev ## alter every fact in turn and count what the gates catch
	@$(SCRIPTS) mutate

bench: env-dev ## measure the build against its budgets
	@$(SCRIPTS) bench

diff: env ## what readers see otherwise than in OLD, a revision or a folder; FORMAT=markdown for a comment
	@$(SCRIPTS) diff --format $(FORMAT) $(OLD)

verify-site: env ## hold the built site against its own manifest
	@$(SCRIPTS) verify-site $(SITE)

compress: env ## write packed copies beside the built files, for nginx
	@$(SCRIPTS) compress $(SITE)

links: env ## ask for every outside address that the built site links to
	@$(SCRIPTS) links $(SITE)

stale: env ## name what time has overtaken
	@$(SCRIPTS) stale

canary: env .cache/zensical/bin/zensical ## build the plain Markdown with Zensical and tell what survives
	@$(SCRIPTS) canary --builder .cache/zensical/bin/zensical

.cache/zensical/bin/zensical:
	@$(RUN) -m venv .cache/zensical
	@.cache/zensical/bin/python -m pip --disable-pip-version-check -qq install zensical || \
	  { rm -rf .cache/zensical; echo "Zensical could not be installed (no network?)"; exit 1; }

audit: env-dev ## ask the index for known vulnerabilities in the locked packages
	@mkdir -p .cache
	@$(RUN) -m pip_audit --strict --progress-spinner off --disable-pip --require-hashes \
	  --requirement requirements-dev.lock 2> .cache/audit.txt || { tail -n 1 .cache/audit.txt; \
	  echo "audit failed: a package above is vulnerable, or the index could not be asked (no network?)"; exit 1; }

lock: env-dev ## write the locks again after a change in pyproject.toml; UPGRADE=1 takes newer versions
	@$(COMPILE) --output-file requirements.lock
	@$(COMPILE) --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean: ## back to a fresh clone: site, caches and environment go
	rm -rf site .site.* .venv .cache .hypothesis
	find build_scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +
