"""Whole numbers in the attributes of documents, which anybody may have written."""

_MOST_DIGITS = 7  # rows of a workbook have so many


def whole(words: str | None, default: int = 0) -> int:
    """Return a whole number from 0 up; ``default`` for what is none, or longer than any in use."""
    if words is None or not (words.isascii() and words.isdigit()) or len(words) > _MOST_DIGITS:
        return default
    return int(words)
