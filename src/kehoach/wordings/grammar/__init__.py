"""The grammar: from tokens to phrases.

A parser takes what it knows from a ``Cursor`` and returns a phrase; ``parsing`` has the list of them.
"""
