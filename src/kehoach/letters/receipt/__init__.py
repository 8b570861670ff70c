"""The confirmation to an agency of what was understood from its file."""
