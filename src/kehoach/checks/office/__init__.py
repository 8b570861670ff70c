"""Checks of the office's own files: plan, registry, calendar, decisions, registry book."""
