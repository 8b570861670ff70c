"""What stands around the tables: the plan's title, number and day; all else is left aside."""

import re
from datetime import date
from typing import NamedTuple

from kehoach.annex.annex_messages import message
from kehoach.annex.draft_plan import Cover, DraftOptions
from kehoach.annex.items.item_times import times_in_text
from kehoach.words import Text, day_words, fold
from kehoach.words.shortening import cut, flat

_SIGNS = r"\d[\w.]*\s?/\s?[\w/.-]*\w"
_NUMBER = re.compile(
    rf"kế hoạch\s+(?:số\s*:?\s*)?(?P<kh>{_SIGNS})|(?:số\s*:|kèm theo [^\d]{{0,40}}số)\s*(?P<so>{_SIGNS})",
    re.IGNORECASE,
)
_PLANS = re.compile(r"KH|QĐ|NQ|CTr|ĐA|CT-", re.IGNORECASE)
_DAY = re.compile(
    r"ngày\s+(\d{1,2})\s*(?:tháng\s+|[/.-])(\d{1,2})\s*(?:năm\s+|[/.-])(\d{4})", re.IGNORECASE
)
_ANNEXES = (
    re.compile(r"(danh mục|bảng|biểu|phân công|nhiệm vụ)\s+\w{3}", re.IGNORECASE),
    re.compile(r"phụ lục", re.IGNORECASE),
)
_YEAR = re.compile(r"(?<![\d/])(?:19|20|21)\d\d(?!\d)|(?<=/)(?:19|20|21)\d\d(?![\d/])")
_CITED = re.compile(
    r"(?:ngày\s+)?\d{1,2}\s*(?:[/.-]|tháng)\s*\d{1,2}\s*(?:[/.-]|năm)\s*\d{4}|số\s+\d\S*",
    re.IGNORECASE,
)
_EXCERPT = 60
_FEW = 12


class Around(NamedTuple):
    """What the words around the tables say, and which of them nothing was made of."""

    title: str
    number: str
    issued: str
    left: tuple[str, ...]
    doubts: tuple[Text, ...]


def read_around(paragraphs: tuple[str, ...]) -> Around:
    """Return title, number and day of the plan, and the paragraphs that are left."""
    used: set[int] = set()
    title = _title(paragraphs, used)
    doubts: tuple[Text, ...] = ()
    if not title:
        found = (i for form in _ANNEXES for i, x in enumerate(paragraphs) if form.match(x))
        at = next(found, None)
        title = flat(paragraphs[at]) if at is not None else ""
        used |= {at} if at is not None else set()
        doubts = (message("title-of-annex", words=title),) if title else (message("no-title"),)
    number, issued = _numbered(paragraphs, used)
    left = tuple(flat(words) for i, words in enumerate(paragraphs) if i not in used)
    return Around(title, number, issued, left, doubts)


def _title(paragraphs: tuple[str, ...], used: set[int]) -> str:
    """Return the heading “KẾ HOẠCH” with the line below it, or the line that begins so."""
    for index, words in enumerate(paragraphs):
        lines = words.split("\n")
        for at, line in enumerate(lines):
            told = fold(line)
            if told in ("kế hoạch", "dự thảo kế hoạch"):
                used |= {index, index + 1} if at + 1 == len(lines) else {index}
                below = " ".join(lines[at + 1 :]) or " ".join(paragraphs[index + 1 : index + 2])
                return f"Kế hoạch {_lower(flat(below))}".strip()
            if told.startswith("kế hoạch ") and not told.startswith("kế hoạch này"):
                used.add(index)
                return _cased(flat(" ".join(lines[at:])))
    return ""


def _cased(words: str) -> str:
    return words if not words.isupper() else words.capitalize()


def _lower(words: str) -> str:
    return words.lower() if words.isupper() else words[:1].lower() + words[1:]


def _numbered(paragraphs: tuple[str, ...], used: set[int]) -> tuple[str, str]:
    """Return the plan's number, and the day that stands with it or soon after."""
    for index, words in enumerate(paragraphs):
        match = _NUMBER.search(words)
        if match is None:
            continue
        number = re.sub(r"\s", "", match["kh"] or match["so"])
        if not match["kh"] and not _PLANS.search(number):
            continue
        near = [words[match.end() :], *paragraphs[index + 1 : index + 4]]
        at = next((i for i, each in enumerate(near) if _day(each)), None)
        used |= {index} if at is None else {index, index + at}
        return number, _day(near[at]) if at is not None else ""
    return "", ""


def _day(words: str) -> str:
    if match := _DAY.search(words):
        try:
            return date(int(match[3]), int(match[2]), int(match[1])).isoformat()
        except ValueError:
            pass
    return ""


def cover(around: Around, wordings: str, options: DraftOptions) -> tuple[Cover, tuple[Text, ...]]:
    """Return the plan's head and what is in doubt about it; ``wordings`` are all its cells of time."""
    doubts = list(around.doubts)
    number = around.number
    id_ = options.id or (number.split("/")[0] if number else "moi")
    if options.id is None:
        doubts.append(message("id-of", words=number) if number else message("no-id"))
    first, last, more = _period(around, wordings, options)
    doubts += [*more, *_left(around.left)]
    title = around.title or "Kế hoạch (chưa rõ tên)"
    named = options.first or _years(f"{around.title} {wordings}")
    year = first.year if named and first.year == last.year else None
    return Cover(id_, title, first, last, number, around.issued, year), tuple(doubts)


def _period(
    around: Around, wordings: str, options: DraftOptions
) -> tuple[date, date, tuple[Text, ...]]:
    """Return the first and last day: those given, else of the years named, else of this year."""
    if options.first and options.last:
        return options.first, options.last, ()
    where = message("in-title")
    years = _years(_CITED.sub("", around.title))  # not the years of the documents that it cites
    times = _years(wordings)
    if not years or (times and max(times) > max(years)):
        where = message("in-deadlines")
        years = years + times
    doubt = message("period-of-years") if years else message("period-of-today")
    years = years or [options.today.year]
    first = options.first or date(min(years), 1, 1)
    last = max(first, options.last or date(max(years), 12, 31))
    shown = {"first": day_words(first), "last": day_words(last)}
    return first, last, (doubt.filled(where=where, year=years[0], **shown),)


def _years(words: str) -> list[int]:
    return [int(year) for year in _YEAR.findall(words)]


def _left(left: tuple[str, ...]) -> tuple[Text, ...]:
    """Return a doubt that lists, shortened, what nothing was made of, and one for each time it sets."""
    if not left:
        return ()
    timed = [message("paragraph-timed", words=words) for words in left if times_in_text(words, "")]
    shown = [f"“{cut(each, _EXCERPT)}”" for each in left]
    between = len(left) - 2 * _FEW
    if between > 0:
        shown[_FEW:-_FEW] = [f"[… {between} …]"]
    return (message("paragraphs-left", count=len(left), words="; ".join(shown)), *timed)
