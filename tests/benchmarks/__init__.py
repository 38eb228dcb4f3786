"""Figures, not verdicts: run ``python -m tests.benchmarks``. No part of the test run."""
