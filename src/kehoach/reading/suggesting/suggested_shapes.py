"""What was probably meant by a list, mapping or text in the place of another of these."""

import re
from typing import Any

from kehoach.reading.suggesting.suggested_days import Suggestion, suggested_day
from kehoach.words.vietnamese import plain_letters
from kehoach.words.yaml_words import inline, scalar

_NUMBER = re.compile(r"(?:số:?\s*)?([^\s,;]+/[^\s,;]+)", re.IGNORECASE)
_DOCUMENTS = ("document", "evidence")
_ENTRIES = ("reports", "tasks", "about")
_IDS = ("lead", "implement", "coordinate", "agencies", "members", "successors", "tags")
_YEARS = re.compile(r"(20\d\d)(?:\s*(?:[-–—]|đến)\s*(20\d\d))?")


def suggested_list(key: str, value: Any) -> Suggestion | None:
    """Return a list of what stands under a key by itself."""
    if isinstance(value, dict):
        return Suggestion(f"[{inline(value)}]")
    if not isinstance(value, str):
        return None
    if key in (*_DOCUMENTS, *_ENTRIES):
        inside = suggested_mapping(key, value)
        return inside and Suggestion(f"[{inside.words}]")
    parts = [part.strip() for part in re.split(r"[;,]", value) if part.strip()]
    written = [_id(part) if key in _IDS else inline(part) for part in parts]
    return Suggestion(f"[{', '.join(written)}]")


def suggested_mapping(key: str, value: Any) -> Suggestion | None:
    """Return a mapping with the keys that most likely were left out."""
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
        return Suggestion(inline(value[0]))
    meant = _mapping(key, value.strip()) if isinstance(value, str) else None
    return Suggestion(meant) if meant else None


def _mapping(key: str, words: str) -> str | None:
    """Return words with the keys that most likely were left out."""
    if key in _ENTRIES:
        return "{item: …}" if " " in words else f"{{item: {words}}}"
    if key == "period" and (years := _YEARS.fullmatch(words)):
        return f"{{from: {years[1]}-01-01, to: {years[2] or years[1]}-12-31}}"
    if key == "reminders" and words.isdecimal():
        return f"{{first: {int(words)}}}"
    return _document(words) if key in _DOCUMENTS else None


def _document(words: str) -> str:
    """Return a document as files cite it, from its number and day, or its title."""
    number = _NUMBER.search(words)
    if number is None:
        return f"{{title: {_bare(words.strip())}}}"
    day = suggested_day(words.replace(number[1], " ", 1).casefold(), None)
    dated = f", date: {day.words}" if day and isinstance(day.words, str) else ""
    return f"{{number: {_bare(number[1])}{dated}}}"


def _bare(words: str) -> str:
    return words if re.fullmatch(r"[\w/.-]+", words) else scalar(words)


def suggested_words(value: Any) -> Suggestion | None:
    """Return the words of what was read as a list or mapping."""
    if not isinstance(value, list | dict) or not value:
        return None
    return Suggestion('"' + inline(value)[1:-1].replace('"', "'") + '"')


def suggested_id(words: str) -> Suggestion | None:
    """Return an id as the registry writes them: small letters without marks, and hyphens."""
    id_ = _id(words)
    return Suggestion(id_) if id_ and id_ != words else None


def _id(words: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", plain_letters(words.casefold())))


def suggested_rule(words: str) -> Suggestion | None:
    """Return the code of a finding, from its number."""
    match = re.fullmatch(r"(?:kh)?[\s-]*([1-9]\d\d)", words, flags=re.IGNORECASE)
    return Suggestion(f"KH{match[1]}") if match else None


def suggested_item(words: str) -> Suggestion | None:
    """Return the number of an item without spaces and the word for it."""
    item = re.sub(r"\s+", "", re.sub(r"^(?:mục|item|số)\s+", "", words, flags=re.IGNORECASE))
    return Suggestion(item.rstrip(".,;:)")) if item else None
