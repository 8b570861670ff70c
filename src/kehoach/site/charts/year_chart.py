"""What fell due in each year and what became of it: bars with their numbers, and a table."""

from collections.abc import Iterator, Sequence

from htpy import Node
from markupsafe import Markup

from kehoach.grouping import group_by
from kehoach.site import elements as h
from kehoach.site.components import scrolled
from kehoach.site.leaf import Leaf
from kehoach.site.tables import Content, table
from kehoach.site.totals import COUNT_HEADINGS, count_cells
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.tables import Counts, count
from kehoach.words import Lang, Text
from kehoach.words.administrative import grouped
from kehoach.words.statuses import ASSIGNED

_LEFT, _WIDTH, _ROW, _ROOM, _SUM = 60, 900, 34, 26, 260
_YEAR = Text("Năm đến hạn", "Year due")
_UNDATED = Text("chưa có ngày", "no day yet")
_LABEL = Text("Kết quả theo năm đến hạn; số liệu ở bảng bên dưới",
              "What became of what fell due, by year; the table below has the figures")  # fmt: skip
_TABLE = Text("Bảng theo năm đến hạn", "By year due")


def year_chart(leaf: Leaf) -> Node:
    """Return the bars and the table; the years add up to the whole."""
    lang = leaf.lang
    years = [(_year(year, lang), counts) for year, counts in _by_year(leaf.run.assessments)]
    rows = [(year, counts) for year, counts in years if counts.assigned]
    cells: list[list[Content]] = [[year, *count_cells(counts, lang)] for year, counts in rows]
    picture = scrolled(_LABEL.to(lang), _bars(rows, lang), "bars") if rows else None
    return picture, table(leaf, "years", _TABLE.to(lang), (_YEAR, *COUNT_HEADINGS), cells)


def _by_year(owed: Sequence[Assessment]) -> list[tuple[int | None, Counts]]:
    """Return the counts by year of the due day (extensions included), what has none last."""
    found = group_by(owed, _year_due)
    order = sorted(found, key=lambda year: (year is None, year or 0))
    return [(year, count(found[year])) for year in order]


def _year_due(each: Assessment) -> int | None:
    return each.obligation.due.year if each.obligation.due else None


def _year(year: int | None, lang: Lang) -> str:
    return _UNDATED.to(lang) if year is None else str(year)


def _bars(rows: Sequence[tuple[str, Counts]], lang: Lang) -> Markup:
    longest = max(counts.assigned for _, counts in rows)
    height = _ROW * len(rows) + 6
    picture = h.svg(**h.drawn(_WIDTH, height), role="img", aria_label=_LABEL.to(lang))
    return picture[[_bar(row, at, longest, lang) for at, row in enumerate(rows)]]


def _bar(row: tuple[str, Counts], at: int, longest: int, lang: Lang) -> Iterator[Node]:
    """Yield a year's bar and the sum beside it; a letter too wide for its piece is left out."""
    year, counts = row
    top, left = _ROW * at + 4, float(_LEFT)
    base = str(top + 18)
    yield h.text(x="2", y=base)[year]
    for status in ASSIGNED:
        number = counts[status]
        width = number / longest * (_WIDTH - _LEFT - _SUM)
        words = f"{status.look.letter.to(lang)} {grouped(number, lang)}"
        letter = h.text(x=f"{left + width / 2:.1f}", y=base, text_anchor="middle")[words]
        bar = h.rect(x=f"{left:.1f}", y=str(top), width=f"{width:.1f}", height=str(_ROOM))
        if number:
            yield h.g(class_=status.look.css)[bar, letter if width > len(words) * 7 + 4 else None]
        left += width
    parts = " + ".join(grouped(counts[status], lang) for status in ASSIGNED)
    told = f"{grouped(counts.assigned, lang)} = {parts}"
    yield h.text(x=f"{left + 6:.1f}", y=base)[told]
