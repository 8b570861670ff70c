"""Words as YAML scalars that every reader, YAML 1.1 or 1.2, takes for the same text."""

import json
import re

_PLAIN = re.compile(r"[^\W\d_][^\n:#\"'&*!|>%@`\[\]{},?]*")
_LAST_IN_FOUR_DIGITS = 0xFFFF
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TAKEN_FOR_OTHERS = re.compile(r"(?i)y|n|yes|no|on|off|true|false|null|nan|inf")


def scalar(words: str, *, bare: bool = False) -> str:
    """Return a value for one line: plain where nobody can misread it, else in double quotes.

    ``bare`` is for what the files' own grammar makes safe (days, spans, ids, numbers).
    """
    if bare or _DAY.fullmatch(words):
        return words
    plain = _PLAIN.fullmatch(words) and not _TAKEN_FOR_OTHERS.fullmatch(words)
    if plain and words == words.strip() and words.isprintable():
        return words
    # JSON's strings are YAML's double-quoted ones; what does not print is written as an escape,
    # but never as JSON's two halves of a sign: YAML knows only the whole one.
    return "".join(
        char if char.isprintable() else _escape(char)
        for char in json.dumps(words, ensure_ascii=False)
    )


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\u{code:04x}" if code <= _LAST_IN_FOUR_DIGITS else f"\\U{code:08x}"


def block(key: str, words: str, indent: int = 0) -> str:
    """Return ``key: value`` with its line end, as a literal block where the words have lines."""
    space = " " * indent
    lines = words.split("\n")
    literal = len(lines) > 1 and lines[0][:1] not in (" ", "") and words == words.rstrip()
    if not literal or not all(line.isprintable() for line in lines):
        return f"{space}{key}: {scalar(words)}\n"
    return f"{space}{key}: |-\n" + "".join(f"{space}  {line}\n" if line else "\n" for line in lines)


def remark(words: str, indent: int = 0) -> str:
    """Return words as comment lines; nothing in them can end the comment."""
    space = " " * indent
    lines = ["".join(c if c.isprintable() else " " for c in each) for each in words.splitlines()]
    return "".join(f"{space}# {line}".rstrip() + "\n" for line in lines)


def inline(value: object) -> str:
    """Return what a file says, as it would write it on one line: words, a list, a mapping."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {inline(each)}' for key, each in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(inline, value))}]"
    return "null" if value is None else _unquoted(str(value))


def _unquoted(words: str) -> str:
    """Return words as a file most likely has them: in quotes only where a list would break."""
    return scalar(words) if re.search(r"[,:#\[\]{}\"\n]", words) else words


def flow(values: tuple[str, ...] | list[str]) -> str:
    """Return a list on one line."""
    return f"[{', '.join(scalar(value) for value in values)}]"
