"""Word documents, read by hand."""
