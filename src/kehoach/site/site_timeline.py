"""The due days of the plan's whole life: a picture, and the same days as a table."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from kehoach.site.site_addresses import ItemKey
from kehoach.site.site_frame import Site
from kehoach.site.site_html import Cell, Column, Html, element, joined, scrolled, table
from kehoach.site.site_states import AHEAD, State, state_of, told, worst
from kehoach.verdicts.obligations import Demand
from kehoach.words import Text, shown_day

_LEFT, _WIDTH, _ROW, _TOP = 76, 1180, 20, 24
_LABEL = Text(
    "Các hạn từ {first} đến {last}, mỗi mục một dòng; bảng bên dưới ghi lại từng hạn",
    "Due days from {first} to {last}, a line for each item; the table below tells each of them",
)
_TABLE = Text("Bảng các hạn ({count})", "The due days as a table ({count})")
_SEARCH = Text("Tìm hạn:", "Search due days:")
_NOW = Text("ngày {day}", "{day}")
_HEADS = (
    Text("Hạn", "Due"), Text("Mục", "Item"), Text("Kỳ", "Period"), Text("Tình hình", "State"),
)  # fmt: skip
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


def timeline(site: Site) -> Html:
    """Return the picture, what has no day, and the table."""
    dated = sorted(
        ((demand.due, demand) for report in site.run.reports for demand in report.docket.demands
         if demand.due),
        key=lambda each: (each[0], site.to.items.index(_key(each[1]))),
    )  # fmt: skip
    if not dated:
        return element("p", "—")
    states = _states(site)
    days = [day for day, _ in dated]
    seen = {_key(demand) for _, demand in dated}
    without = [key for key in site.to.items if key not in seen]
    rest = joined((site.item_link(key, titled=False) for key in without), ", ")
    told_too = (
        [element("p", Html(_UNDATED.to(site.lang, items=rest)), class_="dim")] if without else []
    )
    label = _LABEL.to(site.lang, first=shown_day(days[0], site.lang),
                      last=shown_day(days[-1], site.lang))  # fmt: skip
    picture = element("div", scrolled(label, _picture(site, label, dated, states)))
    return joined((Html(picture.replace('class="scroll"', 'class="scroll chart"', 1)),
                   *told_too, _table(site, dated, states)))  # fmt: skip


def _key(demand: Demand) -> ItemKey:
    return demand.plan.id, demand.item.id


def _states(site: Site) -> dict[Demand, Counter[State]]:
    """Return how the agencies stand in each demand; none where its period has not begun."""
    found: dict[Demand, Counter[State]] = defaultdict(Counter)
    for each in site.run.assessments:
        found[each.obligation.demand][state_of(each)] += 1
    return found


def _picture(
    site: Site,
    label: str,
    dated: Sequence[tuple[date, Demand]],
    states: dict[Demand, Counter[State]],
) -> Html:
    """Return a line for each item and a mark for each due day."""
    scale = _Scale([*(day for day, _ in dated), site.run.as_of])
    keys = sorted({_key(demand) for _, demand in dated}, key=site.to.items.index)
    height = _TOP + _ROW * len(keys) + 8
    lines = {key: _TOP + _ROW * at + _ROW // 2 for at, key in enumerate(keys)}
    return element(
        "svg",
        *_axes(scale, height),
        *(_name(site, key, y) for key, y in lines.items()),
        *_now(site, scale, height),
        *(_dot(site, demand, states[demand], scale.x(day), lines[_key(demand)])
          for day, demand in dated),
        viewBox=f"0 0 {_WIDTH} {height}",
        role="img",
        aria_label=label,
    )  # fmt: skip


def _axes(scale: _Scale, height: int) -> Iterator[Html]:
    for year in scale.years:
        x = scale.x(date(year, 1, 1))
        yield element("line", x1=x, x2=x, y1="4", y2=str(height), class_="axis")
        yield element("text", str(year), x=f"{float(x) + 5:.1f}", y="15", class_="dimt")


def _name(site: Site, key: ItemKey, y: int) -> Html:
    line = element("line", x1=str(_LEFT), x2=str(_WIDTH), y1=str(y), y2=str(y), class_="axis")
    return joined((line, element("text", site.to.label(key), x="2", y=str(y + 4))))


def _now(site: Site, scale: _Scale, height: int) -> Iterator[Html]:
    """Yield the day of the verdicts."""
    x = scale.x(site.run.as_of)
    label = _NOW.to(site.lang, day=shown_day(site.run.as_of, site.lang))
    yield element("line", x1=x, x2=x, y1="18", y2=str(height), class_="now")
    end = float(x) > _WIDTH - 120
    yield element("text", label, x=f"{float(x) + (-4 if end else 4):.1f}", y=str(height - 1),
                  text_anchor="end" if end else None)  # fmt: skip


def _dot(site: Site, demand: Demand, states: Counter[State], x: str, y: int) -> Html:
    """Return a mark coloured and lettered by the worst state in it."""
    state = worst(states) if states else AHEAD
    day = shown_day(demand.due, site.lang) if demand.due else ""
    title = f"{site.to.label(_key(demand))} · {demand.period} · {day} · {_told(site, states)}"
    letter = state.letter.to(site.lang)
    return element(
        "g",
        element("title", title),
        element("circle", cx=x, cy=str(y), r="8"),
        *([element("text", letter, x=x, y=str(y + 4), text_anchor="middle")] if letter else []),
        class_=state.css,
    )


def _told(site: Site, states: Counter[State]) -> str:
    return told(states, site.lang) if states else AHEAD.name.to(site.lang).lower()


def _table(
    site: Site, dated: Sequence[tuple[date, Demand]], states: dict[Demand, Counter[State]]
) -> Html:
    """Return every due day in words."""
    lang = site.lang
    columns = [Column(head.to(lang)) for head in _HEADS]
    rows = (
        (
            Cell(shown_day(day, lang), day.isoformat()),
            site.item_link(_key(demand)),
            "" if demand.period == "once" else demand.period,
            _told(site, states[demand]),
        )
        for day, demand in dated
    )
    title = _TABLE.to(lang, count=len(dated))
    return element(
        "details", element("summary", title), table(title, columns, rows, _SEARCH.to(lang))
    )
