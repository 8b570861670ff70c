"""Repositories of git: opened with care, read in one pass, and the one log written to them."""
