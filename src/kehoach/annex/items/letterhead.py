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
_AROUND = re.compile(r"\b(?:ban hành|kèm theo|kế hoạch|quyết định|số|của|ngày)\b", re.IGNORECASE)
_PLACE = re.compile(r"(?:tỉnh|thành phố|huyện|xã|phường|thị xã|đặc khu) (?!ủy|uỷ|đoàn|đội)")
_TITLES = re.compile(r"PHỤ LỤC|DANH MỤC|BẢNG|BIỂU|KẾ HOẠCH|CHƯƠNG TRÌNH|PHÂN CÔNG|SỔ |DỰ THẢO")
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
    told = Letterhead(issuer=_issuer(paragraphs[:_ABOVE], ""))
    return told._replace(used=_used(paragraphs[:_ABOVE], told))


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
    issuer = _issuer([*paragraphs[first:index], before], rest)
    told = Letterhead(number, _day(near[at]), place, issuer)
    used = _used(paragraphs[first : index + 1 + _NEAR], told)
    return told._replace(used=frozenset(first + each for each in used))


def _used(paragraphs: Sequence[str], told: Letterhead) -> frozenset[int]:
    """Return the paragraphs of which nothing is left beside what was read of them."""
    return frozenset(index for index, words in enumerate(paragraphs) if _is_used(flat(words), told))


def _is_used(words: str, told: Letterhead) -> bool:
    if told.issuer and words in told.issuer:
        return True
    rest = words.replace(told.issuer, "") if told.issuer else words
    for form, read in ((_NUMBER, told.number), (_DAY, told.issued), (_MONTH, told.issued)):
        rest = form.sub("", rest) if read else rest
    return rest != words and not re.search(r"\w", _AROUND.sub("", rest))


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


def _issuer(above: Sequence[str], rest: str) -> str:
    """Return who issued it: in capitals above its number, or behind it, “của …”."""
    names: list[str] = []
    before = -1  # the paragraph of the line before
    for index, line in _capitals(above):
        if names and _goes_on(line, same=index == before):
            names[-1] = f"{names[-1]} {line}"
        elif begins(line):
            names.append(line)
        before = index
    if names:
        return names[-1]
    match = _OF.search(rest)
    return flat(match[1]) if match and begins(match[1]) else ""


def _goes_on(line: str, *, same: bool) -> bool:
    """Say whether a line goes on with the name above: a place, or the ``same`` cell's second line."""
    return bool(_PLACE.match(fold(line))) or (same and not begins(line))


def _capitals(paragraphs: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines in capitals with their paragraphs: up to the motto, without an annex's title."""
    for index, words in enumerate(paragraphs):
        for line in words.split("\n"):
            told = flat(line.partition(_MOTTO)[0])
            if told.isupper() and not _TITLES.match(told):
                yield index, told
