PYTHON ?= python3
VENV ?= .venv
RUN = $(VENV)/bin
STAMP = $(VENV)/.installed

.PHONY: demo test check bench format clean

demo: $(STAMP)
	$(RUN)/orontes demo demo

test: $(STAMP)
	$(RUN)/pytest

check: $(STAMP)
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy
	$(RUN)/pytest tests/house

bench: $(STAMP)
	$(RUN)/python -m bench run

format: $(STAMP)
	$(RUN)/ruff check --fix .
	$(RUN)/ruff format .

clean:
	rm -rf $(VENV) demo .pytest_cache .mypy_cache .ruff_cache

$(STAMP): pyproject.toml uv.lock
	$(PYTHON) -m venv $(VENV)
	$(RUN)/python -m pip install --quiet --upgrade uv
	UV_PROJECT_ENVIRONMENT=$(VENV) $(RUN)/uv sync --quiet --frozen --inexact --python $(RUN)/python
	touch $(STAMP)
