"""Letters of ``kehoach summary``: what is filled in, and how they are written and entered in the book."""
