"""What fell due in each year and what became of it: bars with their numbers, and a table."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kehoach.site.site_frame import Site
from kehoach.site.site_html import Column, Html, element, joined, scrolled, table
from kehoach.site.site_totals import count_cells, count_columns
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.tables import Counts
from kehoach.verdicts.tables.counts import count
from kehoach.words import Lang, Text
from kehoach.words.administrative import grouped
from kehoach.words.statuses import ASSIGNED

_LEFT, _WIDTH, _ROW, _ROOM, _SUM = 60, 900, 34, 26, 260
_YEAR = Text("Năm đến hạn", "Year due")
_UNDATED = Text("chưa có ngày", "no day yet")
_LABEL = Text("Kết quả theo năm đến hạn; số liệu ở bảng bên dưới",
              "What became of what fell due, by year; the table below has the figures")  # fmt: skip
_TABLE = Text("Bảng theo năm đến hạn", "By year due")


def trend(site: Site) -> Html:
    """Return the bars and the table; the years add up to the whole."""
    lang = site.lang
    years = _by_year(site.run.assessments)
    rows = [(_year(year, lang), counts) for year, counts in years if counts.assigned]
    columns = (Column(_YEAR.to(lang)), *count_columns(lang))
    cells = ((year, *count_cells(counts, lang)) for year, counts in rows)
    picture = scrolled(_LABEL.to(lang), _bars(rows, lang)) if rows else Html()
    return joined((Html(picture.replace('class="scroll"', 'class="scroll bars"', 1)),
                   table(_TABLE.to(lang), columns, cells)))  # fmt: skip


def _by_year(owed: Sequence[Assessment]) -> list[tuple[int | None, Counts]]:
    """Return the counts by year of the due day (extensions included), what has none last."""
    found: dict[int | None, list[Assessment]] = defaultdict(list)
    for each in owed:
        found[each.obligation.due.year if each.obligation.due else None].append(each)
    order = sorted(found, key=lambda year: (year is None, year or 0))
    return [(year, count(found[year])) for year in order]


def _year(year: int | None, lang: Lang) -> str:
    return _UNDATED.to(lang) if year is None else str(year)


def _bars(rows: Sequence[tuple[str, Counts]], lang: Lang) -> Html:
    longest = max(counts.assigned for _, counts in rows)
    height = _ROW * len(rows) + 6
    return element(
        "svg",
        *(part for at, row in enumerate(rows) for part in _bar(row, at, longest, lang)),
        viewBox=f"0 0 {_WIDTH} {height}",
        role="img",
        aria_label=_LABEL.to(lang),
    )


def _bar(row: tuple[str, Counts], at: int, longest: int, lang: Lang) -> Iterator[Html]:
    """Yield a year's bar and the sum beside it; a letter too wide for its piece is left out."""
    year, counts = row
    y, x = _ROW * at + 4, float(_LEFT)
    yield element("text", year, x="2", y=str(y + 18))
    pieces = [(each.look, counts[each]) for each in ASSIGNED]
    for look, number in pieces:
        width = number / longest * (_WIDTH - _LEFT - _SUM)
        words = f"{look.letter.to(lang)} {grouped(number, lang)}"
        inside = [element("text", words, x=f"{x + width / 2:.1f}", y=str(y + 18),
                          text_anchor="middle")] if width > len(words) * 7 + 4 else []  # fmt: skip
        bar = element("rect", x=f"{x:.1f}", y=str(y), width=f"{width:.1f}", height=str(_ROOM))
        if number:
            yield element("g", bar, *inside, class_=look.css)
        x += width
    parts = " + ".join(grouped(number, lang) for _, number in pieces)
    told = f"{grouped(counts.assigned, lang)} = {parts}"
    yield element("text", told, x=f"{x + 6:.1f}", y=str(y + 18))
