"""Pages with a shape of their own."""
