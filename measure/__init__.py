"""Measures how well texts are read: `make measure` prints every figure beside its baselines."""
