"""What people write is printed as words, never obeyed as a command by a terminal."""

import re

# C0 and C1 controls (escape sequences begin there), and marks that reorder what is read.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")
# What json.dumps leaves as it is: C1 controls, direction marks, line separators, half characters.
_HIDDEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_COMMAND = "##["  # GitHub and Azure obey it wherever in a log line it stands


def printable(words: str) -> str:
    """Return ``words`` with each control character and direction mark replaced by one sign."""
    if words.isprintable():  # of what is unsafe nothing is: most words are seen to be fine at once
        return words
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", words)


def one_line(words: str) -> str:
    """Return ``words`` printable, on a single line, and without an old command to a CI runner."""
    if not words.isprintable() or "  " in words:  # no sign is printable that is space but " "
        words = printable(_SPACE.sub(" ", words))
    return unobeyed(words.strip())


def unobeyed(words: str) -> str:
    """Return words without an old command to a CI runner."""
    return words.replace(_COMMAND, "## [")


def no_command(line: str) -> str:
    """Return a line of output that no CI runner takes for a command: those begin with ``::``."""
    begun = line.lstrip()
    return f"{line[: len(line) - len(begun)]}·{begun}" if begun.startswith("::") else line


def safe_json(text: str) -> str:
    r"""Return JSON of the same value in which signs that steer terminals are ``\uXXXX``."""
    escaped = _HIDDEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
    return escaped.replace(_COMMAND, "##\\u005b")
