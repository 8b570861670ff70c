"""``kehoach check``: what is looked at, how it is told, and what it writes when asked to."""
