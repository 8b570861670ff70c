"""Checks of what the commits tell: who made them, when, and what they took back."""
