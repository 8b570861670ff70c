"""The due days of the plan's whole life: a picture, and the same days as a table."""

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date

from htpy import Node, fragment
from markupsafe import Markup, escape

from kehoach.grouping import group_by
from kehoach.site import elements as h
from kehoach.site.addresses import ItemKey
from kehoach.site.components import scrolled
from kehoach.site.leaf import Leaf
from kehoach.site.marks import AHEAD, AHEAD_CSS, States, states_of, told, worst
from kehoach.site.tables import day_cell, period_cell, table
from kehoach.verdicts.obligations import Demand
from kehoach.words import Text, shown_day
from kehoach.words.captions import DUE, ITEM, ONE_DAY, PERIOD
from kehoach.words.official_periods import official_period

Dated = tuple[date, Demand]
_LEFT, _WIDTH, _ROW, _TOP = 76, 1180, 20, 24
_LABEL = Text(
    "Các hạn từ {first} đến {last}, mỗi mục một dòng; bảng bên dưới ghi lại từng hạn",
    "Due days from {first} to {last}, a line for each item; the table below tells each of them",
)
_TABLE = Text("Bảng các hạn ({count})", "The due days as a table ({count})")
_SEARCH = Text("Tìm hạn:", "Search due days:")
_HEADS = (DUE, ITEM, PERIOD, Text("Tình hình", "State"))
_UNDATED = Text("Không có ngày: {items}.", "Without a day: {items}.")


class _Scale:
    """Days to the right, from the first of January of the first year."""

    def __init__(self, days: Sequence[date]) -> None:
        self.years = range(min(days).year, max(days).year + 1)
        self._first = date(self.years[0], 1, 1).toordinal()
        self._days = date(self.years[-1], 12, 31).toordinal() - self._first + 1

    def x(self, day: date) -> str:
        """Return where a day lies."""
        share = (day.toordinal() - self._first) / self._days
        return f"{_LEFT + share * (_WIDTH - _LEFT - 10):.1f}"


def timeline(leaf: Leaf) -> Node:
    """Return the picture, what has no day, and the table."""
    dated = _dated(leaf)
    if not dated:
        return h.p["—"]
    owed = group_by(leaf.run.assessments, lambda each: each.obligation.demand.shared)
    states = {demand: states_of(owed.get(demand, ())) for _, demand in dated}
    label = _LABEL.to(leaf.lang, first=shown_day(dated[0][0], leaf.lang),
                      last=shown_day(dated[-1][0], leaf.lang))  # fmt: skip
    seen = {_key(demand) for _, demand in dated}
    keys = [key for key in leaf.to.items if key in seen]
    picture = h.div[scrolled(label, _picture(leaf, label, keys, dated, states), "chart")]
    return picture, _without(leaf, seen), _table(leaf, dated, states)


def _dated(leaf: Leaf) -> list[Dated]:
    """Return what has a day, in order of days, then of the plan."""
    place = {key: at for at, key in enumerate(leaf.to.items)}
    dated = [(demand.due, demand) for demand in leaf.site.demands if demand.due]
    return sorted(dated, key=lambda each: (each[0], place[_key(each[1])]))


def _key(demand: Demand) -> ItemKey:
    return demand.plan.id, demand.item.id


def _without(leaf: Leaf, seen: Container[ItemKey]) -> Node:
    """Return which items have no day."""
    rest = [leaf.item_link(key, titled=False) for key in leaf.to.items if key not in seen]
    items = fragment[h.divided(rest, ", ")]
    told_too = escape(_UNDATED.to(leaf.lang)).format(items=items)
    return h.p(class_="dim")[told_too] if rest else None


def _picture(
    leaf: Leaf,
    label: str,
    keys: Sequence[ItemKey],
    dated: Sequence[Dated],
    states: Mapping[Demand, States],
) -> Markup:
    """Return a line for each item and a mark for each due day."""
    scale = _Scale([*(day for day, _ in dated), leaf.run.as_of])
    height = _TOP + _ROW * len(keys) + 8
    lines = {key: _TOP + _ROW * at + _ROW // 2 for at, key in enumerate(keys)}
    return h.svg(**h.drawn(_WIDTH, height), role="img", aria_label=label)[
        _axes(scale, height),
        [_name(leaf, key, y) for key, y in lines.items()],
        _now(leaf, scale, height),
        [
            _dot(leaf, demand, states[demand], scale.x(day), lines[_key(demand)])
            for day, demand in dated
        ],
    ]


def _axes(scale: _Scale, height: int) -> Iterator[Node]:
    for year in scale.years:
        x = scale.x(date(year, 1, 1))
        yield h.line(x1=x, x2=x, y1="4", y2=str(height), class_="axis")
        yield h.text(x=f"{float(x) + 5:.1f}", y="15", class_="dimt")[str(year)]


def _name(leaf: Leaf, key: ItemKey, y: int) -> Node:
    axis = h.line(x1=str(_LEFT), x2=str(_WIDTH), y1=str(y), y2=str(y), class_="axis")
    return axis, h.text(x="2", y=str(y + 4))[leaf.to.label(key)]


def _now(leaf: Leaf, scale: _Scale, height: int) -> Iterator[Node]:
    """Yield the day of the verdicts."""
    x = scale.x(leaf.run.as_of)
    yield h.line(x1=x, x2=x, y1="18", y2=str(height), class_="now")
    end = float(x) > _WIDTH - 120
    place = h.text(
        x=f"{float(x) + (-4 if end else 4):.1f}",
        y=str(height - 1),
        text_anchor="end" if end else None,
    )
    yield place[ONE_DAY.to(leaf.lang, day=shown_day(leaf.run.as_of, leaf.lang))]


def _dot(leaf: Leaf, demand: Demand, states: States, x: str, y: int) -> Markup:
    """Return a mark coloured and lettered by the worst state in it."""
    look = worst(states).look if states else None
    day = shown_day(demand.due, leaf.lang) if demand.due else ""
    name = official_period(demand.period, leaf.lang)
    title = f"{leaf.to.label(_key(demand))} · {name} · {day} · {_told(leaf, states)}"
    return h.g(class_=look.css if look else AHEAD_CSS)[
        h.title[title],
        h.circle(cx=x, cy=str(y), r="8"),
        h.text(x=x, y=str(y + 4), text_anchor="middle")[look.letter.to(leaf.lang)]
        if look
        else None,
    ]


def _told(leaf: Leaf, states: States) -> str:
    return told(states, leaf.lang) if states else AHEAD.to(leaf.lang).lower()


def _table(leaf: Leaf, dated: Sequence[Dated], states: Mapping[Demand, States]) -> Node:
    """Return every due day in words."""
    rows = [
        (
            day_cell(day, leaf.lang),
            leaf.item_link(_key(demand)),
            period_cell(demand, leaf.lang),
            _told(leaf, states[demand]),
        )
        for day, demand in dated
    ]
    title = _TABLE.to(leaf.lang, count=len(dated))
    return h.details[h.summary[title], table(leaf, "time", title, _HEADS, rows, _SEARCH)]
