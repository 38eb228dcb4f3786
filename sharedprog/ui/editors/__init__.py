"""One editor for each way of filling a field; none knows a register."""
