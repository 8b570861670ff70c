"""Words on one line, and cut short."""

_TITLE = 80


def flat(words: str) -> str:
    """Return words on one line."""
    return " ".join(words.split())


def cut(words: str, most: int = _TITLE) -> str:
    """Return the beginning of words, cut between two of them."""
    line = flat(words)
    if len(line) <= most:
        return line
    head, space, _ = line[:most].rpartition(" ")
    return (head if space else line[: most - 1]).rstrip(" ,;:-–") + "…"
