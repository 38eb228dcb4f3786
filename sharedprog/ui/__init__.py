"""The screens. Only these and the application module know Qt."""
