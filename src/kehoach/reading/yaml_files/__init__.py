"""YAML as text with places: nothing that stands in a file is decided by YAML itself."""
