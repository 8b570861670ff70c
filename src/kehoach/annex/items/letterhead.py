"""The head of a letter: who issued it, its number, the place and the day; or “(Kèm theo …)” of an annex."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from kehoach.annex.bodies.body_words import begins
from kehoach.words import fold
from kehoach.words.shortening import flat

_SIGNS = r"\d[\w.]*(?:-[^\W\d]+)?\s?/\s?[\w/.-]*\w"
_NUMBER = re.compile(
    rf"kế hoạch\s+(?:số\s*:?\s*)?(?P<kh>{_SIGNS})|(?:số\s*:|kèm theo [^\d]{{0,40}}số)\s*(?P<so>{_SIGNS})",
    re.IGNORECASE,
)
_BLANK = re.compile(r"số\s*:[\s.…_]*/\s?[\w/.-]+", re.IGNORECASE)
_CITED = re.compile(r"[-–+•\s]*(?:căn cứ|thực hiện|theo|triển khai|xét)\b", re.IGNORECASE)
_PLANS = re.compile(r"KH|QĐ|NQ|CTr|ĐA|CT-", re.IGNORECASE)
_DAY = re.compile(
    r"(?:(?P<place>[^\W\d][^,\n]{1,30}),\s*)?"
    r"ngày\s+(?P<d>\d{1,2})\s*(?:tháng\s+|[/.-])(?P<m>\d{1,2})\s*(?:năm\s+|[/.-])(?P<y>\d{4})",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?:(?P<place>[^\W\d][^,\n]{1,30}),\s*)?ngày[\s.…_]*tháng\s+(?P<m>\d{1,2})\s+năm\s+(?P<y>\d{4})",
    re.IGNORECASE,
)
_OF = re.compile(r"\bcủa\s+([^()\n]+?)\s*\)?\s*$")
_HEAD = re.compile(r"\(?\s*(?:ban hành\s+)?kèm theo|số\s*:|[^,\n]{2,30},\s*ngày", re.IGNORECASE)
_PLACE = re.compile(r"(?:tỉnh|thành phố|huyện|xã|phường|thị xã|đặc khu) (?!ủy|uỷ|đoàn|đội)")
_MOTTO = "CỘNG HÒA XÃ HỘI"
_NEAR = 3
_ABOVE = 6  # paragraphs above the number in which its issuer stands


class Letterhead(NamedTuple):
    """What the head says: ``issuer`` in its words; ``used`` are the paragraphs that say no more."""

    number: str = ""
    issued: str = ""
    place: str = ""
    issuer: str = ""
    used: frozenset[int] = frozenset()


def read_letterhead(paragraphs: Sequence[str]) -> Letterhead:
    """Return what the head of a document says of it; a document that is cited is not it."""
    for index, words in enumerate(paragraphs):
        if _BLANK.search(words):
            return _head(paragraphs, index, words, "")
        match = None if _CITED.match(words) else _NUMBER.search(words)
        number = re.sub(r"\s", "", match["kh"] or match["so"]) if match else ""
        if match and (match["kh"] or _PLANS.search(number)):
            return _head(paragraphs, index, words[match.end() :], number)
    issuer, used = _issuer(paragraphs[:_ABOVE], "")
    return Letterhead(issuer=issuer, used=frozenset(used))


def _head(paragraphs: Sequence[str], index: int, rest: str, number: str) -> Letterhead:
    """Return the head whose number stands in a paragraph, ``rest`` behind it."""
    near = {index: rest, **dict(enumerate(paragraphs[index + 1 : index + 1 + _NEAR], index + 1))}
    at = next((i for i, words in near.items() if _day(words)), index)
    lines = [line.strip() for line in near[at].split("\n")]
    found = (form.match(line) for line in lines for form in (_DAY, _MONTH))
    placed = next(filter(None, found), None)
    place = flat(placed["place"] or "") if placed else ""
    first = max(0, index - _ABOVE)
    before = paragraphs[index][: len(paragraphs[index]) - len(rest)]
    issuer, above = _issuer([*paragraphs[first:index], before], rest)
    read = {i for i, told in ((index, number), (at, _day(near[at]))) if told}
    heads = {i for i in read if _HEAD.match(paragraphs[i].split("\n")[-1])}
    return Letterhead(
        number,
        _day(near[at]),
        place,
        issuer,
        frozenset(heads | {first + i for i in above} - {index}),
    )


def _day(words: str) -> str:
    if match := _DAY.search(words):
        try:
            return date(int(match["y"]), int(match["m"]), int(match["d"])).isoformat()
        except ValueError:
            pass
    blank = _MONTH.search(words)  # the day is written in by hand
    if blank and int(blank["m"]) in range(1, 13):
        return f"{blank['y']}-{int(blank['m']):02}"
    return ""


def _issuer(above: Sequence[str], rest: str) -> tuple[str, set[int]]:
    """Return who issued it, in capitals above its number or “của …” behind it, and where that stands."""
    names: list[str] = []
    used: set[int] = set()
    for index, line in _capitals(above):
        goes_on = bool(names) and (not begins(line) or bool(_PLACE.match(fold(line))))
        if goes_on:
            names[-1] = f"{names[-1]} {line}"
        elif begins(line):
            names.append(line)
        else:
            continue
        used |= {index} if above[index].isupper() else set()
    if names:
        return names[-1], used
    match = _OF.search(rest)
    return (flat(match[1]) if match and begins(match[1]) else ""), set()


def _capitals(paragraphs: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines in capitals up to the motto, each with its paragraph."""
    for index, words in enumerate(paragraphs):
        for line in words.split("\n"):
            told = flat(line.partition(_MOTTO)[0])
            if told.isupper():
                yield index, told
