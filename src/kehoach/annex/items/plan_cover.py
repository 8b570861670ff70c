"""What stands around the tables: the plan's title, number and day; all else is left aside."""

import re
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from kehoach.annex.annex_messages import message
from kehoach.annex.bodies.cell_bodies import read_mentions
from kehoach.annex.bodies.registry_names import Directory
from kehoach.annex.draft_plan import Cover, DraftOptions
from kehoach.annex.items.item_times import times_in_text
from kehoach.annex.items.letterhead import Letterhead, read_letterhead
from kehoach.periods import parse_span
from kehoach.words import Text, day_words, fold
from kehoach.words.shortening import cut, flat

_ANNEXES = (
    re.compile(r"(danh mục|bảng|biểu|phân công|nhiệm vụ)\s+\w{3}", re.IGNORECASE),
    re.compile(r"phụ lục", re.IGNORECASE),
)
_YEAR = re.compile(r"(?<![\d/])(?:19|20|21)\d\d(?!\d)|(?<=/)(?:19|20|21)\d\d(?![\d/])")
_CITED = re.compile(
    r"(?:ngày\s+)?\d{1,2}\s*(?:[/.-]|tháng)\s*\d{1,2}\s*(?:[/.-]|năm)\s*\d{4}|số\s+\d\S*",
    re.IGNORECASE,
)
_HEADING = "KẾ HOẠCH"
_KINDS = (
    "kế hoạch", "dự thảo kế hoạch", "chương trình", "chương trình hành động", "chương trình công tác",
    "chỉ thị", "quyết định", "đề án",
)  # fmt: skip
_DATED = re.compile(r"\d{4}-\d\d-\d\d")
_EXCERPT = 60
_FEW = 12


class Around(NamedTuple):
    """What the words around the tables say, and which of them nothing was made of."""

    title: str
    head: Letterhead
    left: tuple[str, ...]
    doubts: tuple[Text, ...]


def read_around(paragraphs: tuple[str, ...]) -> Around:
    """Return title, number and day of the plan, and the paragraphs that are left."""
    used: set[int] = set()
    title = _title(paragraphs, used)
    doubts: tuple[Text, ...] = ()
    if not title:
        title = _title_of_annex(paragraphs, used)
        doubts = (message("title-of-annex", words=title) if title else message("no-title"),)
    head = read_letterhead(paragraphs)
    used |= head.used
    if head.issued and not _DATED.fullmatch(head.issued):
        doubts = (*doubts, message("day-blank", month=head.issued))
    left = tuple(flat(words) for i, words in enumerate(paragraphs) if i not in used)
    return Around(title, head, left, doubts)


def _title_of_annex(paragraphs: tuple[str, ...], used: set[int]) -> str:
    found = (i for form in _ANNEXES for i, x in enumerate(paragraphs) if form.match(x))
    at = next(found, None)
    if at is None:
        return ""
    used.add(at)
    return flat(paragraphs[at])


def _title(paragraphs: tuple[str, ...], used: set[int]) -> str:
    """Return the heading “KẾ HOẠCH” with the line below it, or the line that begins so."""
    for index, words in enumerate(paragraphs):
        lines = words.split("\n")
        for at, line in enumerate(lines):
            told = fold(line)
            if told in _KINDS:
                used |= {index, index + 1} if at + 1 == len(lines) else {index}
                below = " ".join(lines[at + 1 :]) or " ".join(paragraphs[index + 1 : index + 2])
                return f"{line.strip().capitalize()} {_lower(flat(below))}".strip()
            if told.startswith("kế hoạch ") and not told.startswith("kế hoạch này"):
                used.add(index)
                return _cased(flat(" ".join(lines[at:])))
    return ""


def _cased(words: str) -> str:
    if words.isupper() or not words.startswith(_HEADING):
        return words.capitalize() if words.isupper() else words
    return f"{_HEADING.capitalize()} {_lower(words.removeprefix(_HEADING).strip())}"


def _lower(words: str) -> str:
    return words.lower() if words.isupper() else words[:1].lower() + words[1:]


def cover(around: Around, wordings: str, options: DraftOptions) -> tuple[Cover, tuple[Text, ...]]:
    """Return the plan's head and what is in doubt about it; ``wordings`` are all its cells of time."""
    doubts = list(around.doubts)
    number = around.head.number
    id_ = options.id or (re.split("[/-]", number)[0] if number else "moi")
    if options.id is None:
        doubts.append(message("id-of", words=number) if number else message("no-id"))
    first, last, more = _period(around, wordings, options)
    doubts += [*more, *_left(around.left)]
    title = around.title or "Kế hoạch (chưa rõ tên)"
    named = options.first or _years(f"{around.title} {wordings}")
    year = first.year if named and first.year == last.year else None
    return Cover(
        id_, title, first, last, number, around.head.issued, year, around.head.place
    ), tuple(doubts)


def issued_by(head: Cover, words: str, directory: Directory) -> tuple[Cover, tuple[Text, ...]]:
    """Return the plan's head with who issued it, and the doubt where nobody surely did."""
    named = read_mentions(words, directory).named if words else ()
    if len(named) == 1 and named[0].known:
        return replace(head, issuer=named[0]), ()
    return head, (message("issuer-unknown", words=words) if words else message("no-issuer"),)


def _period(
    around: Around, wordings: str, options: DraftOptions
) -> tuple[date, date, tuple[Text, ...]]:
    """Return the first and last day: those given, else of the years named, else of this year.

    In the year in which it was issued a plan begins on that day: nothing was owed before.
    """
    if options.first and options.last:
        return options.first, options.last, ()
    where, years = _named_years(around.title, wordings)
    doubt = message("period-of-years") if years else message("period-of-today")
    years = years or [options.today.year]
    begun = date(min(years), 1, 1)
    first = options.first or max(begun, _issued_in(around.head.issued, begun.year))
    last = max(first, options.last or date(max(years), 12, 31))
    shown = {"first": day_words(first), "last": day_words(last)}
    told = (doubt.filled(where=where, year=years[0], **shown),)
    return first, last, told if first in (begun, options.first) else (*told, message("from-issue"))


def _named_years(title: str, wordings: str) -> tuple[Text, list[int]]:
    """Return the years named, and where: in the title, and in its deadlines where those go further."""
    years = _years(_CITED.sub("", title))  # not the years of the documents that it cites
    times = _years(wordings)
    if not years or (times and max(times) > max(years)):
        return message("in-deadlines"), years + times
    return message("in-title"), years


def _issued_in(issued: str, year: int) -> date:
    """Return the day of issue (``2026-02-10``), or its month's first (``2026-02``), if in that year."""
    day = parse_span(issued).first if issued else date.min
    return day if day.year == year else date.min


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
