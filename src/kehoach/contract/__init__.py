"""The JSON that other programs read, and the schemas of every file."""
