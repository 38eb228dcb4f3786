"""The programme file. The only place that knows SQL."""
