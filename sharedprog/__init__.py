"""Programme management for public bodies that share services."""
