# Every command sets up what it needs. 'make help' lists them.

PYTHON ?= python3
RUN := .venv/bin
PIP := $(RUN)/python -m pip install --disable-pip-version-check --quiet
export NO_MKDOCS_2_WARNING = 1

# With BASE=origin/main, 'site', 'serve' and 'check' judge only what changed since. Left to the
# shell: what a name may hold is nothing to make.
export BASE
SINCE := $${BASE:+--changed-since "$$BASE"}

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## /\1: /p' $(firstword $(MAKEFILE_LIST))

# Its date, SOURCE_DATE_EPOCH, is that of the last commit unless it is set: see hooks/release.py.
# MkDocs would leave hidden files of an earlier build where they are.
site: .venv/site ## build the site into site/, failing on any warning
	rm -rf site
	$(RUN)/mkdocs build --strict

serve: .venv/site ## preview at http://127.0.0.1:8000/, reloading on every change
	$(RUN)/python tools/preview.py

digest: ## build the site and print the one SHA-256 that stands for all of its files
	@$(MAKE) --no-print-directory site >&2
	@$(RUN)/python -c 'import hashlib; print(hashlib.sha256(open("site/SHA256SUMS", "rb").read()).hexdigest())'

# What an earlier build left would be in this one. Dated by the last commit, it is the same again.
wheel: .venv/site ## build the package into dist/, as other coalitions take it
	rm -rf build dist
	SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct)} \
	  $(RUN)/python -m pip wheel --disable-pip-version-check --quiet --no-deps --no-build-isolation --wheel-dir dist .
	rm -rf build
	@sha256sum dist/*.whl

test: .venv/tools ## run every test
	$(RUN)/pytest

test-long: .venv/tools ## run every test, with more examples of those that draw them by chance
	$(RUN)/pytest --hypothesis-profile=long

test-second: .venv/tools ## run every test with another statement in the place of this one
	$(RUN)/python -m tools.second_site

engines: .venv/tools .engines/ready ## hold what other engines build of staged sites to what MkDocs does of sites
	$(RUN)/pytest tests/end_to_end/test_engines.py tests/site/test_engines.py

check: .venv/tools ## check code style, types and the register
	$(RUN)/ruff check && $(RUN)/ruff format --check && $(RUN)/mypy
	$(RUN)/undersigned check $(SINCE) && $(RUN)/undersigned format --check $(SINCE)

audit: site node_modules/.installed ## check every page for accessibility, standards, quality and the policy
	node tools/audit/vnu.js
	node tools/audit/policy.js
	node tools/audit/axe.js
	node tools/audit/lighthouse.js

format: .venv/tools ## bring the code and the register into their one form
	$(RUN)/ruff check --fix && $(RUN)/ruff format
	$(RUN)/undersigned format

bench: .venv/tools ## measure the build, long registers, their previews and their filter, records of deeds, large bibliographies, long lists, hostile input, many merges, kept copies
	$(RUN)/python -m benchmarks.build
	$(RUN)/python -m benchmarks.register
	$(RUN)/python -m benchmarks.preview
	$(RUN)/python -m benchmarks.filter
	$(RUN)/python -m benchmarks.deeds
	$(RUN)/python -m benchmarks.bibliography
	$(RUN)/python -m benchmarks.imports
	$(RUN)/python -m benchmarks.hostile
	$(RUN)/python benchmarks/merges.py
	$(RUN)/python -m benchmarks.history
	$(RUN)/python -m benchmarks.proofs

messages: .venv/tools ## bring the catalogue of each language up to date with what pages say
	$(RUN)/python tools/messages.py

lock: .venv/tools ## pin the newest versions that pyproject.toml allows
	$(PIP) uv
	$(RUN)/uv pip compile $(LOCK) --output-file requirements.txt --extra pdf --upgrade pyproject.toml
	$(RUN)/uv pip compile $(LOCK) --output-file requirements-dev.txt --extra dev --extra pdf --constraint requirements.txt --upgrade pyproject.toml

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command 'make lock'

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "python 3.11 or newer is needed; name one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "this python lacks ensurepip; on Debian: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/site: .venv/bin/python requirements.txt pyproject.toml
	$(PIP) --require-hashes -r requirements.txt
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

.venv/tools: .venv/site requirements-dev.txt
	$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@

# Each in an environment of its own, without MkDocs: theirs is the one that is tried. Newer ones:
# make engines PROPERDOCS=properdocs ZENSICAL=zensical
PROPERDOCS ?= properdocs==1.6.7
ZENSICAL ?= zensical==0.0.73
ENGINE = $(PYTHON) -m venv --clear .engines/$(1) && .engines/$(1)/bin/pip install --disable-pip-version-check --quiet
.engines/ready: requirements.txt
	$(call ENGINE,properdocs) '$(PROPERDOCS)' $$(grep -o '^mkdocs-material==[^ ]*' requirements.txt)
	.engines/properdocs/bin/pip uninstall --quiet --yes mkdocs
	@.engines/properdocs/bin/properdocs --version
	@{ $(call ENGINE,zensical) '$(ZENSICAL)' && .engines/zensical/bin/zensical --version; } || \
	  { rm -rf .engines/zensical; echo "$(ZENSICAL) cannot be installed here, and is not tried"; }
	@touch $@

node_modules/.installed: package.json package-lock.json .npmrc
	@command -v npm >/dev/null || { echo "npm is needed; on Debian: apt-get install npm" >&2; exit 1; }
	npm ci --ignore-scripts --no-progress --loglevel=error
	@touch $@

.PHONY: help site serve digest wheel test test-long test-second engines check audit format bench messages lock
