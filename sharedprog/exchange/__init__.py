"""Files of other programs, in and out: Excel, CSV, JSON and Microsoft Project XML."""
