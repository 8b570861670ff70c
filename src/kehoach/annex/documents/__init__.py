"""Documents as blocks of text and tables, by what they are."""
