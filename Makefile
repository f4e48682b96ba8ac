# bounds: `make bounds` builds and runs the main job, `make test` the tests, `make validate` the comparisons with published numbers.
SHELL := /bin/bash
SWIFT ?= swift
BUILD := $(SWIFT) build -c release
TEST := $(SWIFT) test -c release
BOUNDS := .build/release/bounds
PREFIX ?= /usr/local

.PHONY: bounds build dependencies test validate lint completions man tables figures benchmark clean

bounds: build
	$(BOUNDS) report dark-photon -o output

build: dependencies
	$(BUILD) --product bounds

dependencies:
	@.ci/dependencies

test: dependencies
	$(TEST) --skip ValidationTests

validate: dependencies
	$(TEST) --filter ValidationTests
	$(BUILD) --product bounds
	$(BOUNDS) check
	$(BOUNDS) tables verify

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Benchmarks

tables: build
	$(BOUNDS) tables regenerate
	$(BOUNDS) export notebook dark-photon

figures: build
	$(BOUNDS) plot dark-photon -o docs/figures/dark-photon.svg
	docs/figures/make

completions: build
	@mkdir -p .build/completions
	$(BOUNDS) --generate-completion-script bash > .build/completions/bounds.bash
	$(BOUNDS) --generate-completion-script zsh > .build/completions/_bounds
	$(BOUNDS) --generate-completion-script fish > .build/completions/bounds.fish
	@echo "wrote .build/completions/bounds.bash, _bounds and bounds.fish"

man: build
	$(SWIFT) package generate-manual --multi-page

benchmark: dependencies
	$(SWIFT) package --package-path Benchmarks benchmark

clean:
	rm -rf .build output
