"""What people write is printed as words, never obeyed as a command by a terminal."""

import re

# Patterns are compiled when one is needed: in most texts nothing has to be replaced.

# C0 and C1 controls (escape sequences begin there), and marks that reorder what is read.
_UNSAFE = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
_SPACE = r"\s+"
# What json.dumps leaves as it is: C1 controls, direction marks, line separators, half characters.
_HIDDEN = "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
# ``##[``, ``##vso[``, ``##teamcity[``: GitHub, Azure and TeamCity obey them wherever in a log line they
# stand. They may look for them by the rules of a language, to which signs without a width are nothing.
_NO_WIDTH = "[\\xad\\u034f\\u180e\\u200b-\\u200d\\u2060-\\u2064\\ufe00-\\ufe0f\\ufeff]*"
_COMMAND = rf"(#{_NO_WIDTH}#(?:{_NO_WIDTH}\w)*{_NO_WIDTH})\["
# What is obeyed where it begins a line: by GitHub; by GitLab and Travis; by Buildkite, which folds there.
_BEGUN = rf"{_NO_WIDTH}(?=:{_NO_WIDTH}:|(?:section|travis)_\w+:|(?:---|\+\+\+|~~~|\^\^\^) )"
_BEGINS = rf"(\s*){_BEGUN}"
_FOLDED = rf"\r\n *{_BEGUN}."


def printable(words: str) -> str:
    """Return ``words`` with each control character and direction mark replaced by one sign."""
    if words.isprintable():  # of what is unsafe nothing is: most words are seen to be fine at once
        return words
    return re.sub(_UNSAFE, "\N{REPLACEMENT CHARACTER}", words)


def one_line(words: str) -> str:
    """Return ``words`` printable, on a single line, and with no command to a CI runner within it."""
    if not words.isprintable() or "  " in words:  # no sign is printable that is space but " "
        words = printable(re.sub(_SPACE, " ", words))
    return unobeyed(words.strip())


def unobeyed(words: str) -> str:
    """Return words with no command that a CI runner obeys wherever in a line it stands."""
    return re.sub(_COMMAND, r"\1 [", words) if "#" in words and "[" in words else words


def no_command(line: str) -> str:
    """Return a line of output that no CI runner takes for a command by how it begins."""
    begun = re.match(_BEGINS, line)
    return f"{begun[1]}·{line[begun.end() :]}" if begun else line


def unobeyed_folds(text: str) -> str:
    """Return a calendar in which no line that is folded goes on with what a CI runner obeys."""
    return re.sub(_FOLDED, "\\g<0>\r\n ", text)


def safe_json(text: str) -> str:
    r"""Return JSON of the same value in which signs that steer terminals are ``\uXXXX``."""
    escaped = re.sub(_HIDDEN, lambda sign: f"\\u{ord(sign[0]):04x}", text)
    return re.sub(_COMMAND, r"\1\\u005b", escaped)
