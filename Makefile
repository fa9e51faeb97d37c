# Two commands do everything: `make graph` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: graph test lint unit fuzz scores questions docs pages lock clean

graph: $(VENV)/.run ## install, then build seeds/ into graphs/
	$(BIN)/wlgraph build seeds/ --out graphs/

test: $(VENV)/.dev lint unit ## everything that CI runs

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

unit: $(VENV)/.dev
	$(BIN)/pytest

docs: $(VENV)/.dev ## the documentation in out/docs; a dead link fails
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going docs out/docs
	@echo open out/docs/index.html

fuzz: $(VENV)/.fuzz ## thousands of hostile pages and queries, made by chance and by what reaches new code
	WLGRAPH_FUZZ=1 $(BIN)/pytest tests/hostile
	$(BIN)/python -m tests.hostile.guided

scores: export PYTHONHASHSEED := 0
scores: $(VENV)/.dev ## scores on the gold and fresh pages (also with their names given), marked test, layout and linked pages
	$(BIN)/python evaluation/gold/score_all.py evaluation/gold/pages --command $(BIN)/wlgraph
	$(BIN)/python evaluation/gold/score_all.py evaluation/fresh/pages --command $(BIN)/wlgraph
	$(BIN)/python evaluation/gold/score_all.py evaluation/gold/pages --command "$(BIN)/python evaluation/gold/given.py"
	$(BIN)/python evaluation/gold/score_all.py evaluation/fresh/pages --command "$(BIN)/python evaluation/gold/given.py"
	$(BIN)/python evaluation/gold/sameness.py evaluation/gold/pages --command $(BIN)/wlgraph
	$(BIN)/python evaluation/gold/sameness.py evaluation/fresh/pages --command $(BIN)/wlgraph
	$(BIN)/python evaluation/marked/to_gold.py out/marked-test $$($(BIN)/python -c "import json; print(*('evaluation/marked/pages/%s.txt' % n for n in json.load(open('evaluation/marked/split.json'))['test']))")
	$(BIN)/python evaluation/gold/score_all.py out/marked-test --command $(BIN)/wlgraph
	$(BIN)/python evaluation/marked/damage.py out/marked-test out/marked-test-damaged
	$(BIN)/python evaluation/gold/score_all.py out/marked-test-damaged --command $(BIN)/wlgraph
	$(BIN)/python evaluation/gold/traditional.py evaluation/gold/pages out/gold-traditional
	$(BIN)/python evaluation/gold/score_all.py out/gold-traditional --command $(BIN)/wlgraph
	for kind in notices counties years genres wording; do \
	  $(BIN)/python evaluation/marked/to_gold.py out/kinds-$$kind evaluation/kinds/$$kind/*.txt && \
	  $(BIN)/python evaluation/gold/score_all.py out/kinds-$$kind --command $(BIN)/wlgraph || exit 1; done
	$(BIN)/python evaluation/layout/score.py
	$(BIN)/python evaluation/marked/to_gold.py out/linked evaluation/linked/pages/*.txt
	$(BIN)/wlgraph build out/linked --out out/linked-graph --quiet
	$(BIN)/python evaluation/linked/identity.py out/linked-graph out/linked
	for world in evaluation/linked/worlds/*; do name=$$(basename $$world); \
	  $(BIN)/python evaluation/marked/to_gold.py out/$$name $$world/*.txt && \
	  $(BIN)/wlgraph build out/$$name --out out/$$name-graph --quiet && \
	  $(BIN)/python evaluation/linked/identity.py out/$$name-graph out/$$name || exit 1; done

questions: $(VENV)/.dev ## how many of the gold pages' questions the graph answers exactly
	$(BIN)/python evaluation/questions/ask.py evaluation/gold/pages

pages: $(VENV)/.dev ## the pages of docs/ that are made from ontology and queries
	$(BIN)/python docs/make_queries.py
	$(BIN)/python docs/ontology/make_page.py

lock: ## resolve the dependencies anew (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header \
	  --python-version 3.11 --group build pyproject.toml --output-file requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header \
	  --python-version 3.11 --group build --group dev --extra cluster --extra frames --extra html --extra pdf --extra ocr --extra remote --extra serve pyproject.toml \
	  --constraint requirements.lock --output-file requirements-dev.lock

	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header \
	  --python-version 3.11 --group fuzz pyproject.toml --constraint requirements-dev.lock --no-deps --output-file requirements-fuzz.lock

clean:
	rm -rf $(VENV) dist

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(None if (3, 11) <= sys.version_info < (3, 14) else "wlgraph needs Python 3.11 to 3.13; call make with PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(PIP) install --require-hashes -r requirements-dev.lock
	touch $@

$(VENV)/.fuzz: requirements-fuzz.lock $(VENV)/.dev
	$(PIP) install --require-hashes --no-deps -r requirements-fuzz.lock
	touch $@
