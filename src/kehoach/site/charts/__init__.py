"""Pictures of how things stand: drawn in pixels, with the same figures as tables."""
