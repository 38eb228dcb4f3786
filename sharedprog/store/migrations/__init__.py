"""Migrations: each freezes its own tables and never imports the registers."""
