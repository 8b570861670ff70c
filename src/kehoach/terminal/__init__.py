"""What is drawn on a terminal: the screen, tables, the top of a page, findings as lines."""
