"""The pages of the states: one by one, everything that is counted under each."""

from collections.abc import Callable, Iterator, Sequence

from htpy import Node

from kehoach.grouping import group_by
from kehoach.site import elements as h
from kehoach.site import headings
from kehoach.site.addresses import key_of
from kehoach.site.components import counted
from kehoach.site.leaf import Leaf
from kehoach.site.row_filters import about, filters
from kehoach.site.tables import (
    Content,
    Figures,
    day_cell,
    due_cell,
    on_day_cell,
    period_cell,
    table,
    verdict_cell,
)
from kehoach.verdicts.assessment import Assessment
from kehoach.words import Text, captions
from kehoach.words.administrative import grouped
from kehoach.words.captions import AGENCY, DUE, ITEM, PERIOD
from kehoach.words.statuses import Remark, Shown, Status

MOST = 2500
"""How many rows a page holds, so that it stays below two megabytes."""

_TITLE = Text("{state} ({count})", "{state} ({count})")
_PART = Text("Dòng {first} đến {last}", "Rows {first} to {last}")
_PARTS = Text("Các phần của danh sách", "Parts of the list")
_HEADS = (
    AGENCY, ITEM, PERIOD, DUE, Figures(headings.ON_DAY), captions.RECEIVED, captions.VERDICT,
)  # fmt: skip

LISTED: tuple[Shown, ...] = (*Status, Remark.REQUESTED)
"""The states that have a page."""


def state_pages(listed: Sequence[Assessment]) -> Iterator[tuple[str, Callable[[Leaf], str]]]:
    """Yield the pages of every state: names, and how each is made of its leaf."""
    owed = group_by(listed, lambda each: each.counted[0])
    for state in LISTED:
        mine = sorted(owed.get(state, ()), key=lambda each: (each.shown.badness, -(each.days or 0)))
        starts = range(0, max(len(mine), 1), MOST)
        names = [_name(state, at) for at in range(len(starts))]
        for name, start in zip(names, starts, strict=True):
            part = _Part(state, mine, start, names)
            yield name, part.page


def _name(state: Shown, number: int) -> str:
    return f"{state.filter}-{number + 1}.html" if number else f"{state.filter}.html"


class _Part:
    """So much of what is in a state as a page holds; ``names`` are all pages of the state."""

    def __init__(
        self, state: Shown, whole: Sequence[Assessment], start: int, names: Sequence[str]
    ) -> None:
        self.state = state
        self.whole = whole
        self.start = start
        self.names = names

    def page(self, leaf: Leaf) -> str:
        """Return the page."""
        lang = leaf.lang
        title = counted(_TITLE, lang, len(self.whole), state=self.state.label.to(lang))
        mine = self.whole[self.start : self.start + MOST]
        if not mine:
            return leaf.page(title, h.p[captions.NOTHING.to(lang)])
        elsewhere = {each: leaf.to.state(each) for each in LISTED if each is not self.state}
        rows = [_row(leaf, each) for each in mine]
        return leaf.page(
            title,
            self._parts(leaf),
            filters(leaf, "t-list", title, mine, elsewhere),
            table(leaf, "list", title, _HEADS, rows, about=map(about, mine)),
        )

    def _parts(self, leaf: Leaf) -> Node:
        """Return the ways to the other parts, where there are several."""
        if len(self.names) == 1:
            return None
        lang, ends = leaf.lang, range(0, len(self.whole), MOST)
        words = (
            _PART.to(lang, first=grouped(start + 1, lang), last=grouped(end, lang))
            for start in ends
            for end in (min(start + MOST, len(self.whole)),)
        )
        ways = [
            h.li[h.a(href=name, aria_current="page" if name == leaf.name else None)[said]]
            for name, said in zip(self.names, words, strict=True)
        ]
        return h.nav(class_="parts", aria_label=_PARTS.to(lang))[h.ul[ways]]


def _row(leaf: Leaf, each: Assessment) -> tuple[Content, ...]:
    lang, receipt = leaf.lang, each.claim.receipt if each.claim else None
    return (
        leaf.verdict_link(each),
        leaf.item_link(key_of(each)),
        period_cell(each.obligation.demand, lang),
        due_cell(each.obligation, lang),
        on_day_cell(each, lang),
        day_cell(receipt.day if receipt else None, lang),
        verdict_cell(leaf, each),
    )
