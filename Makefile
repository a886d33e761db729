# Activity Map: `make run` and `make test` do all the set-up. `make help` lists the rest.
# For Linux and macOS; README.md has the same steps for Windows.

PYTHON ?= python3
ROUNDS ?= 10
EXAMPLE ?= examples/team-around-the-child.activitymap
PICTURE = build/$(basename $(notdir $(EXAMPLE))).png

IN_VENV = .venv/bin/python
PYTEST = $(IN_VENV) -m pytest
SCREENLESS = QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=1

# What is checked, as far as it is there.
CODE = $(wildcard activitymap bench bundle measure tests wordnet) .ci/with_x.py
WITHOUT_QT = $(wildcard tests/model tests/drawing tests/export tests/cli)
WINDOW = $(wildcard tests/ui)

export PYTHON

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test search lint format bench measure wordnet screenshots bundle constraints clean \
	system-packages-run system-packages-test system-packages-bundle tests tests-without-qt tests-on-x

help: ## list what can be made
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1: \2/p' Makefile | \
		awk -F': ' '{ printf "make %-18s %s\n", $$1, $$2 }'

# The environment -----------------------------------------------------------------------------

.venv/ready-to-run: pyproject.toml constraints.txt .ci/environment
	@printf '\n== Environment\n'
	@.ci/environment run
	@touch $@

.venv/ready-to-test: pyproject.toml constraints.txt .ci/environment
	@printf '\n== Environment with the test tools\n'
	@.ci/environment test
	@touch .venv/ready-to-run $@

.venv/ready-to-bundle: pyproject.toml constraints.txt .ci/environment
	@printf '\n== Environment with PyInstaller\n'
	@.ci/environment bundle
	@touch .venv/ready-to-run $@

system-packages-run system-packages-test system-packages-bundle: system-packages-%:
	@printf '\n== Packages of the system\n'
	@.ci/system-packages $*

# Running -------------------------------------------------------------------------------------

run: system-packages-run .venv/ready-to-run ## open the example, or show it here if there is no display
	@printf '\n== Activity Map\n'
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "There is no display to open a window on: here are the contradictions of $(EXAMPLE), and a picture of its map." && \
		echo && \
		$(IN_VENV) -m activitymap contradictions $(EXAMPLE) && \
		mkdir -p build && \
		$(IN_VENV) -m activitymap export $(EXAMPLE) --to $(PICTURE) && \
		echo && \
		echo "$(CURDIR)/$(PICTURE)"; \
	else \
		$(IN_VENV) -m activitymap $(EXAMPLE); \
	fi

bench: .venv/ready-to-test ## measure the speed against baselines
	@$(SCREENLESS) $(IN_VENV) -m bench

measure: .venv/ready-to-test ## measure how well texts are read, beside baselines; DATA= other folders
	@$(IN_VENV) -m measure $(DATA)

wordnet: .venv/ready-to-test ## make the shipped word data anew from WordNet's dict folder, DICT=
	@$(IN_VENV) -m wordnet $(DICT)

screenshots: .venv/ready-to-test ## take pictures of the window with each example, and the README's
	@$(SCREENLESS) $(IN_VENV) -m tests.screenshots build/screenshots
	@mkdir -p docs
	cp build/screenshots/team-around-the-child-light-1280.png docs/window.png

# Building ------------------------------------------------------------------------------------

bundle: system-packages-bundle .venv/ready-to-bundle ## build a portable program in dist/activitymap and try it
	@printf '\n== Portable program\n'
	@$(IN_VENV) -m bundle

# Checking ------------------------------------------------------------------------------------

test: system-packages-test lint tests tests-without-qt tests-on-x ## run all checks and tests
	@printf '\n== All is well\n'

lint: .venv/ready-to-test ## check style, types and layers
	@printf '\n== Style\n'
	@$(IN_VENV) -m ruff check $(CODE)
	@$(IN_VENV) -m ruff format --check $(CODE)
	@printf '\n== Types\n'
	@$(IN_VENV) -m mypy $(CODE)
	@printf '\n== Layers\n'
	@$(IN_VENV) .venv/bin/lint-imports --no-logo

format: .venv/ready-to-test ## put the code into the common style
	@$(IN_VENV) -m ruff check --fix $(CODE)
	@$(IN_VENV) -m ruff format $(CODE)

tests: .venv/ready-to-test
	@printf '\n== Tests\n'
	@$(SCREENLESS) $(PYTEST)

# Without the `qt` tests, and with PySide6 made unimportable.
tests-without-qt: .venv/ready-to-test
	@printf '\n== Tests of the lower layers, without PySide6\n'
	@if [ -n "$(WITHOUT_QT)" ]; then \
		$(PYTEST) -p no:pytest-qt -p tests.no_qt -m "not qt" $(WITHOUT_QT); \
	else \
		echo "There are none yet."; \
	fi

tests-on-x: .venv/ready-to-test
	@printf '\n== Tests of the window, on an X server\n'
	@if [ -z "$(WINDOW)" ]; then \
		echo "There are none yet."; \
	elif [ "$$(uname -s)" != Linux ]; then \
		echo "Left out: only Linux has the X server in memory."; \
	else \
		QT_SCALE_FACTOR=1 $(IN_VENV) .ci/with_x.py $(PYTEST) $(WINDOW); \
	fi

search: .venv/ready-to-test ## draw new examples for the property tests, ROUNDS times
	@for round in $$(seq $(ROUNDS)); do \
		printf '\n== Round %s of $(ROUNDS)\n' "$$round"; \
		$(SCREENLESS) $(PYTEST) --hypothesis-profile=search -m hypothesis || exit 1; \
	done

# Looking after -------------------------------------------------------------------------------

constraints: ## write the newest allowed versions to constraints.txt, to be tested
	@rm -rf build/newest
	@$(PYTHON) -m venv build/newest
	@build/newest/bin/python -m pip install --quiet setuptools
	@build/newest/bin/python -m pip install --quiet --no-build-isolation --editable '.[test,bundle,semantic]'
	@sed '/^#/!d' constraints.txt > build/constraints.txt
	@build/newest/bin/python -m pip freeze --all --exclude-editable --exclude pip >> build/constraints.txt
	@mv build/constraints.txt constraints.txt
	@rm -rf build/newest

clean: ## remove the environment and all that was made
	@rm -rf .venv build dist *.egg-info .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
