"""The dashboard: cards of lines, each of which leads to the rows it tells of."""
