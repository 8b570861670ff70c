"""Inputs that somebody could commit to make the program slow or large, and what they cost."""
