"""What people write is printed as words, never obeyed as a command by a terminal."""

import re

# C0 and C1 controls (escape sequences begin there), and marks that reorder what is read.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")


def printable(words: str) -> str:
    """Return ``words`` with each control character and direction mark replaced by one sign."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", words)


def one_line(words: str) -> str:
    """Return ``words`` printable and on a single line."""
    return printable(_SPACE.sub(" ", words).strip())
