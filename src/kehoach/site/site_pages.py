"""``kehoach site``: all pages, by the names of their files."""

from collections.abc import Callable, Mapping
from functools import partial

from htpy import Node

from kehoach.explanations.claim_words import places_told
from kehoach.run import Run
from kehoach.site import headings
from kehoach.site.components import counted, part
from kehoach.site.heat_map import heat_map
from kehoach.site.page_frame import HOME, OPEN, Site, page
from kehoach.site.page_of_agency import agency_page
from kehoach.site.page_of_item import item_page
from kehoach.site.page_of_overdue import overdue_by_item, overdue_page
from kehoach.site.tables import Figures, Head, number_cell, table
from kehoach.site.timeline import timeline
from kehoach.site.totals import COUNT_HEADINGS, count_cells, totals
from kehoach.site.trend_chart import trend_chart
from kehoach.verdicts.tables import count
from kehoach.words import Lang, Text, captions
from kehoach.words.captions import AGENCY, ITEM

_HOME = Text("Tình hình thực hiện kế hoạch {plans}", "Where plan {plans} stands")
_STANDS = Text("Tổng số", "Totals")
_TREND = Text("Theo năm đến hạn", "By year due")
_HEAT = Text("Cơ quan × mục", "Agencies × items")
_TIME = Text("Các hạn", "Due days")
_AGENCIES = Text("Các cơ quan ({count})", "Agencies ({count})")
_ITEMS = Text("Các mục của kế hoạch ({count})", "Items of the plan ({count})")
_ROLES = (
    Text("Chủ trì", "Leads"), captions.IMPLEMENTS, Text("Phối hợp", "Beside others"),
)  # fmt: skip


def site(run: Run, lang: Lang) -> Mapping[str, Callable[[], str]]:
    """Return how each page is made, by the name of its file, folders divided by a slash.

    Every agency that owes or coordinates anything has a page, and so has every item of the plans.
    Together the pages are larger than all else: each is made when it is written.
    """
    all_ = Site(run, lang)
    run.positions.look_up(places_told(run))
    pages = {HOME: partial(_home, all_), OPEN: partial(overdue_page, all_)}
    for row in run.responsibilities:
        if name := all_.to.agency(row.agency):
            pages[name] = partial(agency_page, all_, row)
    return pages | {all_.to.item(key): partial(item_page, all_, key) for key in all_.to.items}


def _home(all_: Site) -> str:
    lang = all_.lang
    plans = ", ".join(plan.number or plan.id for plan in all_.run.plans)
    return page(
        all_,
        _HOME.to(lang, plans=plans),
        part("totals", _STANDS.to(lang), totals(all_.run.counts, lang)),
        part("trend", _TREND.to(lang), trend_chart(all_)),
        part("overdue", headings.OVERDUE.to(lang), overdue_by_item(all_)),
        part("heat", _HEAT.to(lang), heat_map(all_)),
        part("time", _TIME.to(lang), timeline(all_)),
        _agencies(all_),
        _items(all_),
    )


def _agencies(all_: Site) -> Node:
    """Return a row for each agency, also for one with nothing done and one only beside others."""
    lang, responsible = all_.lang, all_.run.responsibilities
    title = counted(_AGENCIES, lang, len(responsible))
    heads: list[Head] = [AGENCY, *map(Figures, _ROLES), *COUNT_HEADINGS]
    rows = [
        (
            all_.agency_link(row.agency),
            *(number_cell(n, lang) for n in (row.led, row.implemented, row.coordinated)),
            *count_cells(row.counts, lang),
        )
        for row in responsible
    ]
    return part("agencies", title, table(title, lang, heads, rows, headings.SEARCH_AGENCIES))


def _items(all_: Site) -> Node:
    """Return a row for each item of the plans, also for one that asks for nothing yet."""
    lang = all_.lang
    title = counted(_ITEMS, lang, len(all_.to.items))
    rows = [
        (all_.item_link(key), *count_cells(count(all_.owed_of.get(key, ())), lang))
        for key in all_.to.items
    ]
    heads: list[Head] = [ITEM, *COUNT_HEADINGS]
    return part("items", title, table(title, lang, heads, rows, headings.SEARCH_ITEMS))
