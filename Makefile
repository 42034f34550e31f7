# make run opens the program, make test checks everything; README.md tells the rest.
PYTHON := .venv/bin/python
SETUP := bash tools/setup.sh

.PHONY: run test prove bench lint clean

run:
	@$(SETUP) run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then $(PYTHON) main.py; else \
	  echo "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): taking the tour into out/ instead."; \
	  $(PYTHON) main.py tour --out out; fi

test: lint
	@$(PYTHON) -m pytest -n 2 --dist loadgroup -m "not prove"

lint:
	@$(SETUP) test
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(PYTHON) -c "from importlinter.cli import lint_imports_command as lint; lint()"
	$(PYTHON) -m tools.catalogs check

prove:
	@$(SETUP) test
	FRONTDESK_PROVE=1 $(PYTHON) -m pytest -m prove

bench:
	@$(SETUP) test
	$(PYTHON) -m bench

clean:
	rm -rf out build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -path ./.venv -prune -o -name __pycache__ -type d -exec rm -rf {} +
	find resources/locale -name '*.mo' -delete
