"""Screens: everything that a person sees and touches. Only this package and `app` know Qt."""
