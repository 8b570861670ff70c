"""What is overdue: by item on the first page, one by one on a page of its own."""

from collections import Counter
from collections.abc import Sequence

from htpy import Node

from kehoach.grouping import group_by
from kehoach.site import elements as h
from kehoach.site import headings
from kehoach.site.addresses import key_of
from kehoach.site.components import counted, part
from kehoach.site.marks import badge
from kehoach.site.page_frame import OPEN, Site, page
from kehoach.site.tables import Content, Figures, due_cell, number_cell, table
from kehoach.verdicts.assessment import Assessment
from kehoach.words import Text, captions
from kehoach.words.administrative import grouped
from kehoach.words.captions import AGENCY, DUE, ITEM, PERIOD
from kehoach.words.period_names import period_text

_MISSING = Text(
    "Báo cáo đến hạn mà chưa gửi ({count})", "Reports that are due and have not come ({count})"
)
_TASKS = Text("Nhiệm vụ quá hạn ({count})", "Overdue tasks ({count})")
_ALL = Text("Xem từng cơ quan: {count} việc quá hạn", "One by one: {count} overdue")
_BY_ITEM = Text("Quá hạn theo mục và kỳ", "Overdue by item and period")
_OWING = Text("Cơ quan còn nợ", "Agencies owing")
_ABOUT = (ITEM, PERIOD, DUE, Figures(headings.DAYS_LATE))


def overdue_by_item(site: Site) -> Node:
    """Return a row for each item and period in which anyone is overdue, the oldest first."""
    lang, late = site.lang, _latest_first(site)
    if not late:
        return h.p[captions.NOTHING.to(lang)]
    everyone = Counter(each.obligation.demand for each in site.run.assessments)
    groups = group_by(late, lambda each: (each.obligation.demand, each.days))
    rows = (
        (*_about(site, owed[0]), f"{grouped(len(owed), lang)}/{grouped(everyone[demand], lang)}")
        for (demand, _), owed in groups.items()
    )
    heads = (*_ABOUT, Figures(_OWING))
    way = h.p[h.a(href=OPEN)[counted(_ALL, lang, len(late))]]
    return table(_BY_ITEM.to(lang), lang, heads, rows), way


def overdue_page(site: Site) -> str:
    """Return the page of everything overdue, reports first."""
    late = _latest_first(site)
    reports = [each for each in late if each.missing]
    tasks = [each for each in late if not each.missing]
    return page(
        site,
        headings.OVERDUE.to(site.lang),
        _listed(site, "missing", _MISSING, reports),
        _listed(site, "tasks", _TASKS, tasks),
    )


def _latest_first(site: Site) -> list[Assessment]:
    late = [each for each in site.run.assessments if each.overdue]
    return sorted(late, key=lambda each: -(each.days or 0))


def _listed(site: Site, id_: str, title: Text, owed: Sequence[Assessment]) -> Node:
    lang = site.lang
    named = counted(title, lang, len(owed))
    if not owed:
        return part(id_, named, h.p[captions.NOTHING.to(lang)])
    rows = [(site.verdict_link(each), *_about(site, each), badge(each, lang)) for each in owed]
    heads = (AGENCY, *_ABOUT, captions.VERDICT)
    return part(id_, named, table(named, lang, heads, rows, headings.SEARCH_BOTH))


def _about(site: Site, each: Assessment) -> tuple[Content, ...]:
    """Return item, period, due day and days late."""
    return (
        site.item_link(key_of(each)),
        period_text(each.obligation.demand.period).to(site.lang),
        due_cell(each.obligation, site.lang),
        number_cell(each.days or 0, site.lang),
    )
