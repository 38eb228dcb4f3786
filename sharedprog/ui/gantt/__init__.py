"""The chart of the plan, beside its outline."""
