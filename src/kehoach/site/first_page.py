"""The first page: where everything stands, and the way to each part of it."""

from htpy import Node

from kehoach.site import headings
from kehoach.site.changed_table import changed
from kehoach.site.charts.heat_map import heat_map
from kehoach.site.charts.timeline import timeline
from kehoach.site.charts.year_chart import year_chart
from kehoach.site.components import counted, part
from kehoach.site.demand_table import due_soon, overdue_by_item
from kehoach.site.leaf import Leaf
from kehoach.site.page_of_trend import whole_trend
from kehoach.site.tables import Figures, Head, number_cell, table
from kehoach.site.totals import COUNT_HEADINGS, count_cells, totals
from kehoach.verdicts.tables import count
from kehoach.words import Text, captions
from kehoach.words.captions import AGENCY, ITEM
from kehoach.words.statuses import Remark

_HOME = Text("Tình hình thực hiện kế hoạch {plans}", "Where plan {plans} stands")
_STANDS = Text("Tổng số", "Totals")
_CHANGED = Text("Mới thay đổi", "What changed")
_YEARS = Text("Theo năm đến hạn", "By year due")
_HEAT = Text("Cơ quan × mục", "Agencies × items")
_TIME = Text("Các hạn", "Due days")
_AGENCIES = Text("Các cơ quan ({count})", "Agencies ({count})")
_ITEMS = Text("Các mục của kế hoạch ({count})", "Items of the plan ({count})")
_ROLES = (
    Text("Chủ trì", "Leads"), captions.IMPLEMENTS, Text("Phối hợp", "Beside others"),
)  # fmt: skip


def first_page(leaf: Leaf) -> str:
    """Return the page of all that the leaf's site shows."""
    lang = leaf.lang
    plans = ", ".join(plan.number or plan.id for plan in leaf.run.plans)
    return leaf.page(
        _HOME.to(lang, plans=plans),
        part("totals", _STANDS.to(lang), totals(leaf.run.counts, lang, leaf.state)),
        part("changed", _CHANGED.to(lang), changed(leaf)),
        part("soon", Remark.DUE_SOON.label.to(lang), due_soon(leaf)),
        part("overdue", headings.OVERDUE.to(lang), overdue_by_item(leaf)),
        part("trend", headings.TREND.to(lang), whole_trend(leaf)),
        part("years", _YEARS.to(lang), year_chart(leaf)),
        part("heat", _HEAT.to(lang), heat_map(leaf)),
        part("time", _TIME.to(lang), timeline(leaf)),
        _agencies(leaf),
        _items(leaf),
    )


def _agencies(leaf: Leaf) -> Node:
    """Return a row for each agency, also for one with nothing done and one only beside others."""
    lang, responsible = leaf.lang, leaf.run.responsibilities
    title = counted(_AGENCIES, lang, len(responsible))
    heads: list[Head] = [AGENCY, *map(Figures, _ROLES), *COUNT_HEADINGS]
    rows = [
        (
            leaf.agency_link(row.agency),
            *(number_cell(n, lang) for n in (row.led, row.implemented, row.coordinated)),
            *count_cells(row.counts, lang, leaf.ways(leaf.to.agency(row.agency))),
        )
        for row in responsible
    ]
    return part(
        "agencies", title, table(leaf, "agencies", title, heads, rows, headings.SEARCH_AGENCIES)
    )


def _items(leaf: Leaf) -> Node:
    """Return a row for each item of the plans, also for one that asks for nothing yet."""
    lang, items = leaf.lang, leaf.site.items
    title = counted(_ITEMS, lang, len(items))
    rows = [
        (
            leaf.item_link(key),
            *count_cells(count(leaf.site.owed_of.get(key, ())), lang, leaf.ways(leaf.to.item(key))),
        )
        for key in items
    ]
    heads: list[Head] = [ITEM, *COUNT_HEADINGS]
    return part("items", title, table(leaf, "items", title, heads, rows, headings.SEARCH_ITEMS))
