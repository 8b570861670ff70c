"""What changed lately: newly overdue, newly done, decided, by item and period."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from htpy import Node

from kehoach.grouping import group_by
from kehoach.site import elements as h
from kehoach.site.addresses import key_of
from kehoach.site.leaf import Leaf
from kehoach.site.tables import Content, Figures, Head, number_cell, period_cell, table
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.obligations.obligation import Key
from kehoach.verdicts.tables.changes_since import RecentChange, changes_since
from kehoach.words import Text
from kehoach.words.administrative import grouped
from kehoach.words.captions import AGENCIES, CHANGE, ITEM, NOTHING, PERIOD

_WEEK, _MONTH = 7, 30
_NAMED = 6
_TITLE = Text("Thay đổi trong {days} ngày qua", "What changed in the last {days} days")
_TOLD = Text("{days} ngày qua: {changes}.", "The last {days} days: {changes}.")
_COUNT = Text("{count} cơ quan", "{count} {count:agency|agencies}")
_IN_WEEK, _IN_MONTH = Text("7 ngày", "7 days"), Text("30 ngày", "30 days")
_HEADS: tuple[Head, ...] = (
    ITEM, PERIOD, CHANGE, AGENCIES, Figures(_IN_WEEK), Figures(_IN_MONTH),
)  # fmt: skip

Changed = tuple[RecentChange, Assessment]


def changed(leaf: Leaf) -> Node:
    """Return in a sentence how much changed in a week and in a month, then what and with whom."""
    lang, month = leaf.lang, [*_since(leaf, _MONTH)]
    if not month:
        return h.p[_TOLD.to(lang, days=_MONTH, changes=NOTHING.to(lang).rstrip(".").lower())]
    week = [*_since(leaf, _WEEK)]
    lately = {(change, each.obligation.key) for change, each in week}
    groups = group_by(month, lambda one: (one[0], one[1].obligation.demand))
    order = sorted(groups, key=lambda group: [*RecentChange].index(group[0]))
    rows = [
        _row(leaf, change, [each for _, each in groups[change, demand]], lately)
        for change, demand in order
    ]
    told = ((_WEEK, week), (_MONTH, month))
    return (
        [h.p[_sentence(leaf, days, those)] for days, those in told],
        table(leaf, "changed", _TITLE.to(lang, days=_MONTH), _HEADS, rows),
    )


def _since(leaf: Leaf, days: int) -> Iterator[Changed]:
    """Yield what became of whom within some days, the day of the verdicts the last of them."""
    as_of = leaf.run.as_of
    since = as_of - timedelta(min(days, (as_of - date.min).days))
    return ((change, e) for e in leaf.run.assessments for change in changes_since(e, since))


def _sentence(leaf: Leaf, days: int, those: Sequence[Changed]) -> str:
    lang, numbers = leaf.lang, Counter(change for change, _ in those)
    named = (
        f"{change.label.to(lang).lower()} {grouped(numbers[change], lang)}"
        for change in RecentChange
        if numbers[change] or change in (RecentChange.OVERDUE, RecentChange.DONE)
    )
    return _TOLD.to(lang, days=days, changes=", ".join(named))


def _row(
    leaf: Leaf,
    change: RecentChange,
    those: Sequence[Assessment],
    lately: set[tuple[RecentChange, Key]],
) -> tuple[Content, ...]:
    lang, demand = leaf.lang, those[0].obligation.demand
    week = sum((change, each.obligation.key) in lately for each in those)
    return (
        leaf.item_link(key_of(those[0])),
        period_cell(demand, lang),
        change.label.to(lang),
        _whose(leaf, those),
        number_cell(week, lang),
        number_cell(len(those), lang),
    )


def _whose(leaf: Leaf, those: Sequence[Assessment]) -> Node:
    """Return the names of a few; of many how many there are, leading to all of that period."""
    if len(those) <= _NAMED:
        return h.divided(map(leaf.verdict_link, those), "; ")
    period = those[0].obligation.demand.period
    to = f"{leaf.up}{leaf.to.item(key_of(those[0]))}#period={period}"
    words = _COUNT.to(leaf.lang, count=grouped(len(those), leaf.lang))
    return h.a(href=to)[words]
