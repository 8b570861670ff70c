"""What is overdue, by item and period: the first page's table."""

from collections import Counter

from htpy import Node

from kehoach.grouping import group_by
from kehoach.site import elements as h
from kehoach.site import headings
from kehoach.site.addresses import key_of
from kehoach.site.components import counted
from kehoach.site.leaf import Leaf
from kehoach.site.tables import Content, Figures, Valued, due_cell, number_cell, table
from kehoach.verdicts.assessment import Assessment
from kehoach.words import Text, captions
from kehoach.words.administrative import grouped
from kehoach.words.captions import DUE, ITEM, PERIOD
from kehoach.words.period_names import period_text
from kehoach.words.statuses import Status

_ALL = Text("Xem từng cơ quan: {count} việc quá hạn", "One by one: {count} overdue")
_BY_ITEM = Text("Quá hạn theo mục và kỳ", "Overdue by item and period")
_OWING = Text("Cơ quan còn nợ", "Agencies owing")
_HEADS = (ITEM, PERIOD, DUE, Figures(headings.DAYS_LATE), Figures(_OWING))


def overdue_by_item(leaf: Leaf) -> Node:
    """Return a row for each item and period in which anyone is overdue, the oldest first."""
    lang = leaf.lang
    late = sorted((e for e in leaf.run.assessments if e.overdue), key=lambda e: -(e.days or 0))
    if not late:
        return h.p[captions.NOTHING.to(lang)]
    everyone = Counter(each.obligation.demand for each in leaf.run.assessments)
    groups = group_by(late, lambda each: (each.obligation.demand, each.days))
    rows = [
        _row(leaf, owed[0], len(owed), everyone[demand]) for (demand, _), owed in groups.items()
    ]
    to_all = h.a(href=f"{leaf.up}{leaf.to.state(Status.OVERDUE)}")[counted(_ALL, lang, len(late))]
    return table(leaf, "overdue", _BY_ITEM.to(lang), _HEADS, rows), h.p[to_all]


def _row(leaf: Leaf, each: Assessment, owing: int, everyone: int) -> tuple[Content, ...]:
    """Return item, period, due day, days late, and how many of how many owe it still."""
    lang, key = leaf.lang, key_of(each)
    period = each.obligation.demand.period
    to = f"{leaf.up}{leaf.to.item(key)}#state={Status.OVERDUE.value}&period={period}"
    words = f"{grouped(owing, lang)}/{grouped(everyone, lang)}"
    return (
        leaf.item_link(key),
        period_text(period).to(lang),
        due_cell(each.obligation, lang),
        number_cell(each.days or 0, lang),
        Valued(h.a(href=to)[words], str(owing), f"{owing}/{everyone}"),
    )
