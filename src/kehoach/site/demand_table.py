"""What is overdue or due soon, by item and period: tables of the first page."""

from collections import Counter
from collections.abc import Sequence

from htpy import Node

from kehoach.grouping import group_by
from kehoach.site import elements as h
from kehoach.site import headings
from kehoach.site.addresses import key_of
from kehoach.site.components import counted
from kehoach.site.leaf import Leaf
from kehoach.site.tables import Content, Figures, Valued, due_cell, number_cell, period_cell, table
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.tables.trend import due_within
from kehoach.words import Text, captions
from kehoach.words.administrative import grouped
from kehoach.words.captions import DUE, ITEM, PERIOD
from kehoach.words.statuses import Status

SOON = 30
"""How many days ahead are due soon on the first page, the last included."""

_ALL = Text("Xem từng cơ quan: {count} việc quá hạn", "One by one: {count} overdue")
_BY_ITEM = Text("Quá hạn theo mục và kỳ", "Overdue by item and period")
_AHEAD = Text("Đến hạn trong {days} ngày tới", "Due in the next {days} days")
_OWING = Text("Cơ quan còn nợ", "Agencies owing")


def due_soon(leaf: Leaf) -> Node:
    """Return a row for each item and period that falls due within some days, the soonest first."""
    ahead = due_within(leaf.run.assessments, SOON)
    title = _AHEAD.to(leaf.lang, days=SOON)
    return _by_demand(leaf, "soon", title, ahead, Status.IN_TERM)


def overdue_by_item(leaf: Leaf) -> Node:
    """Return a row for each item and period in which anyone is overdue, the oldest first."""
    late = sorted((e for e in leaf.run.assessments if e.overdue), key=lambda e: -(e.days or 0))
    made = _by_demand(leaf, "overdue", _BY_ITEM.to(leaf.lang), late, Status.OVERDUE)
    to_all = h.a(href=leaf.state(Status.OVERDUE))[counted(_ALL, leaf.lang, len(late))]
    return made, h.p[to_all] if late else None


def _by_demand(leaf: Leaf, id_: str, title: str, owed: Sequence[Assessment], state: Status) -> Node:
    lang = leaf.lang
    if not owed:
        return h.p[captions.NOTHING.to(lang)]
    everyone = Counter(each.obligation.demand for each in leaf.run.assessments)
    groups = group_by(owed, lambda each: (each.obligation.demand, each.days))
    days = captions.DAYS_STILL_LEFT if state is Status.IN_TERM else headings.DAYS_LATE
    heads = (ITEM, PERIOD, DUE, Figures(days), Figures(_OWING))
    rows = [
        (*_about(leaf, those[0]), _owing(leaf, those, everyone[demand], state))
        for (demand, _), those in groups.items()
    ]
    return table(leaf, id_, title, heads, rows)


def _about(leaf: Leaf, each: Assessment) -> tuple[Content, ...]:
    """Return item, period, due day, and the days late or left."""
    return (
        leaf.item_link(key_of(each)),
        period_cell(each.obligation.demand, leaf.lang),
        due_cell(each.obligation, leaf.lang),
        number_cell(abs(each.days or 0), leaf.lang),
    )


def _owing(leaf: Leaf, owed: Sequence[Assessment], everyone: int, state: Status) -> Valued:
    """Return how many of how many owe it still, leading to them."""
    each, number = owed[0], len(owed)
    period = each.obligation.demand.period
    to = f"{leaf.up}{leaf.to.item(key_of(each))}#state={state.value}&period={period}"
    words = f"{grouped(number, leaf.lang)}/{grouped(everyone, leaf.lang)}"
    return Valued(h.a(href=to)[words], str(number), f"{number}/{everyone}")
