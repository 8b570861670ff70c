"""How it went month by month: bars of what was done on time, late, or overdue, and a table."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from htpy import Node
from markupsafe import Markup

from kehoach.site import elements as h
from kehoach.site.components import scrolled
from kehoach.site.leaf import Leaf
from kehoach.site.tables import (
    Body,
    Figures,
    Head,
    Valued,
    body_of,
    day_cell,
    number_cell,
    rate_cell,
    table,
)
from kehoach.verdicts.tables import Counts
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.administrative import grouped
from kehoach.words.statuses import Status

Months = tuple[tuple[date, Counts], ...]
"""Counts at days, in order."""

_STACKED = (Status.DONE_ON_TIME, Status.DONE_LATE, Status.OVERDUE)
_LEFT, _TOP, _HIGH, _FOOT, _BAR, _STEP = 52, 12, 180, 22, 10, 13
_MONTH = Text("Cuối ngày", "End of day")
_HEADS: tuple[Head, ...] = (
    _MONTH, *(Figures(each.counted) for each in _STACKED), Figures(captions.COMPLETION),
)  # fmt: skip
_TABLE = Text("{name}: bảng theo tháng", "{name}: month by month")
_LABEL = Text(
    "{name}, cuối mỗi tháng: ngày {first} {before}; ngày {last} {after}; bảng bên dưới ghi từng tháng",
    "{name}, at each month's end: on {first} {before}; on {last} {after}; the table below has each month",
)


def trend_chart(leaf: Leaf, id_: str, name: str, months: Months) -> Node:
    """Return the bars of some counts at ends of months, and the folded table, the newest first."""
    lang = leaf.lang
    label, title = _label(name, months, lang), _TABLE.to(lang, name=name)
    bars, body = _drawn(months, lang)
    size = h.drawn(_LEFT + _STEP * len(months) + 8, _TOP + _HIGH + _FOOT)
    picture = h.svg(**size, role="img", aria_label=label)[bars]
    return (
        h.ul(class_="legend")[(_key(status, lang) for status in _STACKED)],
        scrolled(label, picture, "chart newest"),
        h.details[h.summary[title], table(leaf, id_, title, _HEADS, body)],
    )


@lru_cache(maxsize=256)
def _drawn(months: Months, lang: Lang) -> tuple[Markup, Body]:
    """Return bars and rows: of many agencies the same has become."""
    most = max(1, *(counts.due for _, counts in months))
    width = _LEFT + _STEP * len(months) + 8
    lines = [_line(most, share, width, lang) for share in (0, 0.5, 1)]
    bars = [_bars(day, counts, at, most, lang) for at, (day, counts) in enumerate(months)]
    rows = (_row(day, counts, lang) for day, counts in reversed(months))
    return h.g[lines, bars], body_of(_HEADS, rows)


def _key(status: Status, lang: Lang) -> Markup:
    return h.li[h.span(class_=f"b {status.look.css}")[status.label.to(lang)]]


def _row(day: date, counts: Counts, lang: Lang) -> tuple[Valued, ...]:
    numbers = (number_cell(counts[each], lang) for each in _STACKED)
    return day_cell(day, lang), *numbers, rate_cell(counts.completion, lang)


def _label(name: str, months: Months, lang: Lang) -> str:
    (first, before), (last, after) = months[0], months[-1]
    return _LABEL.to(
        lang, name=name,
        first=shown_day(first, lang), before=_told(before, lang),
        last=shown_day(last, lang), after=_told(after, lang),
    )  # fmt: skip


def _told(counts: Counts, lang: Lang) -> str:
    return ", ".join(f"{e.counted.to(lang).lower()} {grouped(counts[e], lang)}" for e in _STACKED)


def _line(most: int, share: float, width: int, lang: Lang) -> Node:
    """Return a line across, with the number that it stands for; none where that is no number."""
    number = most * share
    if number != int(number):
        return None
    y = f"{_TOP + _HIGH * (1 - share):.1f}"
    line = h.line(x1=str(_LEFT - 4), x2=str(width), y1=y, y2=y, class_="axis")
    words = h.text(x=str(_LEFT - 8), y=f"{float(y) + 4:.1f}", text_anchor="end", class_="dimt")
    return line, words[grouped(int(number), lang)]


def _bars(day: date, counts: Counts, at: int, most: int, lang: Lang) -> Iterator[Node]:
    """Yield what is stacked in one bar; a year is written where it begins."""
    x, below = _LEFT + _STEP * at, float(_TOP + _HIGH)
    for status in filter(counts.__getitem__, _STACKED):
        high = _HIGH * counts[status] / most
        below -= high
        words = f"{shown_day(day, lang)}: {status.label.to(lang)} {grouped(counts[status], lang)}"
        bar = h.rect(x=str(x), y=f"{below:.1f}", width=str(_BAR), height=f"{high:.1f}")
        yield h.g(class_=status.look.css)[h.title[words], bar]
    if day.month == 1:
        yield h.text(x=str(x), y=str(_TOP + _HIGH + 16), class_="dimt")[str(day.year)]
