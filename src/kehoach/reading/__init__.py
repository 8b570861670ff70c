"""Where files are read: the data folder, YAML, and (their place is kept) git receipts."""
