"""What is overdue: by item on the first page, one by one on a page of its own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kehoach.site.site_addresses import key_of
from kehoach.site.site_frame import OPEN, Site, page
from kehoach.site.site_html import Cell, Column, Content, Html, element, joined, link, part, table
from kehoach.site.site_states import badge
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.obligations import Demand
from kehoach.words import Text, shown_day
from kehoach.words.administrative import grouped

TITLE = Text("Quá hạn và chưa gửi báo cáo", "Overdue and missing reports")
_MISSING = Text(
    "Báo cáo đến hạn mà chưa gửi ({count})", "Reports that are due and have not come ({count})"
)
_TASKS = Text("Nhiệm vụ quá hạn ({count})", "Overdue tasks ({count})")
_NONE = Text("Không có.", "None.")
_SEARCH = Text("Tìm cơ quan, mục:", "Search agencies, items:")
_ALL = Text("Xem từng cơ quan: {count} việc quá hạn", "One by one: {count} overdue")
_BY_ITEM = Text("Quá hạn theo mục và kỳ", "Overdue by item and period")
_ITEM, _PERIOD = Text("Mục", "Item"), Text("Kỳ", "Period")
_DUE, _DAYS = Text("Hạn", "Due"), Text("Muộn (ngày)", "Days late")
_AGENCY, _AGENCIES = Text("Cơ quan", "Agency"), Text("Cơ quan còn nợ", "Agencies owing")
_STATE = Text("Kết luận", "Verdict")


def overdue_by_item(site: Site) -> Html:
    """Return a row for each item and period in which anyone is overdue, the oldest first."""
    lang = site.lang
    found: dict[tuple[Demand, int], list[Assessment]] = defaultdict(list)
    everyone: dict[Demand, int] = defaultdict(int)
    for each in site.run.assessments:
        everyone[each.obligation.demand] += 1
        if each.overdue:
            found[each.obligation.demand, each.days or 0].append(each)
    if not found:
        return element("p", _NONE.to(lang))
    columns = (
        Column(_ITEM.to(lang)), Column(_PERIOD.to(lang)), Column(_DUE.to(lang)),
        Column(_DAYS.to(lang), number=True), Column(_AGENCIES.to(lang), number=True),
    )  # fmt: skip
    rows = (
        (*_about(site, owed[0]), f"{grouped(len(owed), lang)}/{grouped(everyone[demand], lang)}")
        for (demand, _), owed in sorted(found.items(), key=lambda row: -row[0][1])
    )
    number = grouped(sum(map(len, found.values())), lang)
    way = element("p", link(_ALL.to(lang, count=number), OPEN))
    return joined((table(_BY_ITEM.to(lang), columns, rows), way))


def overdue_page(site: Site) -> str:
    """Return the page of everything overdue, reports first."""
    lang = site.lang
    late = sorted(
        (each for each in site.run.assessments if each.overdue), key=lambda e: -(e.days or 0)
    )
    reports = [each for each in late if each.missing]
    tasks = [each for each in late if not each.missing]
    return page(
        site,
        TITLE.to(lang),
        _listed(site, "missing", _MISSING, reports),
        _listed(site, "tasks", _TASKS, tasks),
    )


def _listed(site: Site, id_: str, title: Text, owed: list[Assessment]) -> Html:
    lang = site.lang
    named = title.to(lang, count=grouped(len(owed), lang))
    if not owed:
        return part(id_, named, element("p", _NONE.to(lang)))
    heads = (_AGENCY, _ITEM, _PERIOD, _DUE, _DAYS, _STATE)
    columns = [Column(head.to(lang), number=head is _DAYS) for head in heads]
    return part(id_, named, table(named, columns, _rows(site, owed), _SEARCH.to(lang)))


def _rows(site: Site, owed: Iterable[Assessment]) -> Iterator[tuple[Content, ...]]:
    for each in owed:
        yield site.verdict_link(each), *_about(site, each), badge(each, site.lang)


def _about(site: Site, each: Assessment) -> tuple[Content, ...]:
    """Return item, period, due day and days late."""
    lang, due = site.lang, each.obligation.due
    period = each.obligation.demand.period
    return (
        site.item_link(key_of(each)),
        "" if period == "once" else period,
        Cell(shown_day(due, lang), due.isoformat()) if due else Cell("—", ""),
        Cell(grouped(each.days or 0, lang), str(each.days or 0)),
    )
