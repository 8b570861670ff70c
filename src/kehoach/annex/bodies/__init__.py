"""Bodies as cells name them, by the registry."""
