"""The page that every register shares: table, filter, form and editors."""
