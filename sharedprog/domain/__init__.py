"""What a programme is. Nothing here but the standard library."""
