# make demo    build a graph from the sample articles and show its strongest ties
# make test    everything: lint, then all tests, with a real Neo4j
# make lint    ruff, mypy, import-linter
# make quality how good the extraction is, on articles that are not part of this project (in ../shared)
# make bench   how fast it is, beside bare spaCy
# make lock    renew requirements.lock
# make clean   remove what the others made, but not .cache, which holds the Neo4j that the tests fetched
#
# Needs Python 3.11 or later (choose one with `make PYTHON=python3.12 ...`); the tests also need a JDK and Maven.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: demo test lint quality bench lock clean neo4j python
.DELETE_ON_ERROR:

demo: $(VENV)/.runtime
	@mkdir -p .demo
	$(BIN)/techpol build seeds/samples/*.txt --to .demo/graph.graphml
	$(BIN)/techpol ties .demo/graph.graphml --top 10
	@echo
	@echo 'The graph is in .demo/graph.graphml (for Gephi, yEd, NetworkX). Now try:'
	@echo '  $(BIN)/techpol show .demo/graph.graphml "Emmanuel Macron" "Elon Musk"'

test: neo4j lint
	$(BIN)/python -m pytest

lint: $(VENV)/.development
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

quality: $(VENV)/.runtime
	@$(BIN)/python tests/quality.py

bench: $(VENV)/.runtime
	@$(BIN)/python tests/bench.py

# The tests start Neo4j themselves, from Maven artefacts, unless NEO4J_URI names a server that they may use.
neo4j:
	@test -n "$(NEO4J_URI)" && exit 0; missing=; \
	command -v java >/dev/null || missing="$$missing java"; \
	cmp -s tests/neo4j_server/pom.xml .cache/neo4j/lib/pom.xml || command -v mvn >/dev/null || missing="$$missing mvn"; \
	test -z "$$missing" && exit 0; \
	echo "make test needs a real Neo4j, and to start one it needs:$$missing"; \
	echo "  Debian, Ubuntu:  sudo apt-get install openjdk-17-jdk-headless maven"; \
	echo "  Fedora:          sudo dnf install java-21-openjdk-devel maven"; \
	echo "  macOS:           brew install openjdk@21 maven"; \
	echo "Or set NEO4J_URI (and NEO4J_USER, NEO4J_PASSWORD) to an empty Neo4j 5 whose content may be deleted."; \
	exit 1

python:
	@command -v $(PYTHON) >/dev/null && $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "techpol needs Python 3.11 or later, '$(PYTHON)' is not: make PYTHON=/path/to/python3.12 ..."; exit 1; }

$(BIN)/python: | python
	$(PYTHON) -m venv $(VENV)

# What users get, at the pinned versions; and that plus all that tests and notebook need.
$(VENV)/.runtime: pyproject.toml requirements.lock | $(BIN)/python
	$(PIP) install --quiet --constraint requirements.lock --editable .
	@touch $@

$(VENV)/.development: pyproject.toml requirements.lock | $(BIN)/python
	$(PIP) install --quiet --requirement requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/.runtime

lock: | $(BIN)/python
	@mkdir -p .cache
	$(PIP) install --quiet --dry-run --ignore-installed --report .cache/resolved.json '.[dev]'
	@$(BIN)/python -c 'import json; \
	found = [entry["metadata"] for entry in json.load(open(".cache/resolved.json"))["install"]]; \
	print("# Every package that techpol, its tests and its notebook need, pinned. `make lock` renews this file."); \
	print(*sorted(("{name}=={version}".format(**m) for m in found if m["name"] != "techpol"), key=str.lower), sep="\n")' \
	> requirements.lock.new
	@mv requirements.lock.new requirements.lock

clean:
	rm -rf $(VENV) .demo build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
