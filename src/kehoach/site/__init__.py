"""The static pages: an answer that needs no server."""
