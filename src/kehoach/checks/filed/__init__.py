"""Checks of what agencies filed."""
