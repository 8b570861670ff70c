"""How much an item asks for: a least number that is plain becomes a quota, all else a doubt."""

import re
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from kehoach.annex.annex_messages import message
from kehoach.annex.clean_words import bare
from kehoach.annex.tables.plan_rows import PlanRow
from kehoach.words import Text, fold
from kehoach.words.shortening import flat

_WORDS = dict(
    zip("một hai ba bốn năm sáu bảy tám chín mười".split(), range(1, 11), strict=True)  # noqa: SIM905
)
_REST = r"[^.,;:()\n]"
_LEAST = (
    r"(?:ít nhất|tối thiểu|không ít hơn|không dưới)\s+(?:(?:là|đạt|có|đến)\s+)*"
    rf"(\d[\d.,]*|(?:{'|'.join(_WORDS)})(?!\s*\d))\b({_REST}*)"
)
_QUANTITY = re.compile(
    rf"{_LEAST}|(?:trên|hơn|dưới|không quá|tối đa|đạt|từ|từng)?\s*\d[\d.,]*\s*%{_REST}{{0,40}}"
    rf"|(?:trên|hơn|tối đa|không quá)\s+\d[\d.]*\s+[^\W\d]{_REST}{{0,30}}"
    rf"|\d[\d.]*\s+[^\W\d]{_REST}{{0,30}}?\s+trở lên",
    re.IGNORECASE,
)
_OF_TIME = re.compile(r"\s*(?:ngày|tháng|năm|giờ|tuần|quý|phút)\b", re.IGNORECASE)
_EACH = re.compile(r"\b(?:mỗi|hằng|hàng|một năm|từng)\b|/|%", re.IGNORECASE)
_WHOLE = re.compile(r"\d+|\d{1,3}(?:\.\d{3})+")
_NUMBERED = re.compile(r"\d")
_COUNTING = re.compile(".*(chi tieu|so luong|khoi luong|dinh muc|muc tieu).*")
_BEHIND = re.compile(
    r"\s(?:cho|về|của|tại|trong|để|với|trên|nhằm|ở|và|theo|đối với|do|được|có|trước|vào)\b",
    re.IGNORECASE,
)
_BEFORE = 25  # letters before a quantity in which "mỗi năm" may stand


class Quantities(NamedTuple):
    """The least number and its unit where a row says one and no other, and the doubts."""

    least: tuple[int, str] | None = None
    doubts: tuple[Text, ...] = ()


class _Found(NamedTuple):
    """Words about a quantity; ``least`` where they plainly set a least number."""

    words: str
    least: tuple[int, str] | None


def quantities(row: PlanRow) -> Quantities:
    """Return how much a row asks for: in its text, its product, a column of numbers to reach."""
    plain = chain.from_iterable(_in_words(words) for _, words in row.words("text", "product"))
    found = [*plain, *chain.from_iterable(map(_in_cell, _counted(row)))]
    if len(found) == 1 and found[0].least:
        return Quantities(found[0].least)
    said = "; ".join(dict.fromkeys(each.words for each in found))
    return Quantities(doubts=(message("quantity", words=said),) if said else ())


def _counted(row: PlanRow) -> Iterable[str]:
    return (
        words for column, words in row.words("other") if _COUNTING.fullmatch(bare(column.heading))
    )


def _in_cell(words: str) -> list[_Found]:
    """Return the quantities of a cell of numbers: any number in it is one."""
    found = _in_words(words)
    return found or ([_Found(flat(words), None)] if _NUMBERED.search(words) else [])


def _in_words(words: str) -> list[_Found]:
    return [
        _Found(flat(match[0]), _least(match, words))
        for match in _QUANTITY.finditer(words)
        if not _OF_TIME.match(match[2] or "") and not _length_of_time(match[0])
    ]


def _length_of_time(words: str) -> bool:
    number = re.search(r"\d[\d.,]*", words)
    return number is not None and _OF_TIME.match(words[number.end() :]) is not None


def _least(match: re.Match[str], words: str) -> tuple[int, str] | None:
    """Return the least number that is asked for once, in whole things."""
    number, unit = match[1], match[2]
    around = words[max(0, match.start() - _BEFORE) : match.end() + 1]
    if number is None or _EACH.search(around):
        return None
    if told := _WORDS.get(fold(number)):
        return told, _unit(unit)
    digits = number.rstrip(".,")
    return (int(digits.replace(".", "")), _unit(unit)) if _WHOLE.fullmatch(digits) else None


def _unit(words: str) -> str:
    """Return what is counted: the words up to the one that says for whom, where or about what."""
    return flat(_BEHIND.split(words, maxsplit=1)[0])
