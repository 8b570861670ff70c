"""``kehoach site``: all pages, by the names of their files."""

from collections import defaultdict
from collections.abc import Sequence

from kehoach.run import Run
from kehoach.site.site_addresses import ItemKey
from kehoach.site.site_agency import agency_page
from kehoach.site.site_frame import HOME, OPEN, Site, page
from kehoach.site.site_heatmap import heat_map
from kehoach.site.site_html import Cell, Column, Content, Html, part, table
from kehoach.site.site_item import item_page
from kehoach.site.site_open import TITLE, overdue_by_item, overdue_page
from kehoach.site.site_timeline import timeline
from kehoach.site.site_totals import count_cells, count_columns, totals
from kehoach.site.site_trend import trend
from kehoach.verdicts.tables.counts import count
from kehoach.words import Lang, Text
from kehoach.words.administrative import grouped

_HOME = Text("Tình hình thực hiện kế hoạch {plans}", "Where plan {plans} stands")
_STANDS = Text("Tổng số", "Totals")
_TREND = Text("Theo năm đến hạn", "By year due")
_HEAT = Text("Cơ quan × mục", "Agencies × items")
_TIME = Text("Các hạn", "Due days")
_AGENCIES = Text("Các cơ quan ({count})", "Agencies ({count})")
_ITEMS = Text("Các mục của kế hoạch ({count})", "Items of the plan ({count})")
_AGENCY, _ITEM = Text("Cơ quan", "Agency"), Text("Mục", "Item")
_ROLES = (
    Text("Chủ trì", "Leads"), Text("Thực hiện", "Implements"), Text("Phối hợp", "Beside others"),
)  # fmt: skip
_SEARCH = Text("Tìm cơ quan:", "Search agencies:")
_SEARCH_ITEM = Text("Tìm mục:", "Search items:")


def site(run: Run, lang: Lang) -> dict[str, str]:
    """Return the text of each page by the name of its file, folders divided by a slash.

    Every agency that owes or coordinates anything has a page, and so has every item of the plans.
    """
    all_ = Site(run, lang)
    beside: dict[str, list[ItemKey]] = defaultdict(list)
    for report in run.reports:
        for demand, agency in report.docket.coordinators:
            beside[agency].append((demand.plan.id, demand.item.id))
    pages = {HOME: _home(all_), OPEN: overdue_page(all_)}
    for row in run.responsibilities:
        if name := all_.to.agency(row.agency):
            pages[name] = agency_page(all_, row, beside[row.agency])
    return pages | {all_.to.item(key): item_page(all_, key) for key in all_.to.items}


def _home(all_: Site) -> str:
    lang = all_.lang
    plans = ", ".join(plan.number or plan.id for plan in all_.run.plans)
    return page(
        all_,
        _HOME.to(lang, plans=plans),
        part("totals", _STANDS.to(lang), totals(all_.run.counts, lang)),
        part("trend", _TREND.to(lang), trend(all_)),
        part("overdue", TITLE.to(lang), overdue_by_item(all_)),
        part("heat", _HEAT.to(lang), heat_map(all_)),
        part("time", _TIME.to(lang), timeline(all_)),
        _agencies(all_),
        _items(all_),
    )


def _agencies(all_: Site) -> Html:
    """Return a row for each agency, also for one with nothing done and one only beside others."""
    lang, rows = all_.lang, all_.run.responsibilities
    title = _AGENCIES.to(lang, count=grouped(len(rows), lang))
    roles = (Column(role.to(lang), number=True) for role in _ROLES)
    columns = (Column(_AGENCY.to(lang)), *roles, *count_columns(lang))
    cells = (
        (
            all_.agency_link(row.agency),
            *_numbers((row.led, row.implemented, row.coordinated), lang),
            *count_cells(row.counts, lang),
        )
        for row in rows
    )
    return part("agencies", title, table(title, columns, cells, _SEARCH.to(lang)))


def _numbers(numbers: Sequence[int], lang: Lang) -> list[Content]:
    return [Cell(grouped(number, lang), str(number)) for number in numbers]


def _items(all_: Site) -> Html:
    """Return a row for each item of the plans, also for one that asks for nothing yet."""
    lang = all_.lang
    title = _ITEMS.to(lang, count=grouped(len(all_.to.items), lang))
    columns = (Column(_ITEM.to(lang)), *count_columns(lang))
    rows = (
        (all_.item_link(key), *count_cells(count(all_.owed_of.get(key, ())), lang))
        for key in all_.to.items
    )
    return part("items", title, table(title, columns, rows, _SEARCH_ITEM.to(lang)))
