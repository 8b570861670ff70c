"""The page of an agency: who it is, how it stands, and each of its obligations with its reasons."""

from collections.abc import Iterable, Iterator

from kehoach.explanations.bodies import groups_of
from kehoach.explanations.chain import chain
from kehoach.model.agencies import Agency
from kehoach.site.site_addresses import ItemKey, key_of
from kehoach.site.site_frame import Site, page
from kehoach.site.site_heatmap import counted, in_time, matrix
from kehoach.site.site_html import Html, element, joined, pairs, part
from kehoach.site.site_states import badge, days_words, legend
from kehoach.site.site_totals import totals
from kehoach.verdicts.assessment import Assessment, Status
from kehoach.verdicts.tables import Responsibility
from kehoach.words import Lang, Text, shown_day
from kehoach.words.administrative import grouped

UP = "../"
_STANDS = Text("Tình hình", "How it stands")
_OWED = Text("Việc được giao và lý do của từng kết luận ({count})",
             "What it owes, and why each verdict ({count})")  # fmt: skip
_ONGOING = Text("Việc thường xuyên, đánh giá qua báo cáo của kỳ ({count})",
                "Continuous work, judged by the period's report ({count})")  # fmt: skip
_BESIDE = Text("Phối hợp ({count})", "Beside others ({count})")
_ITEM = Text("Mục", "Item")
_NOTHING = Text("Không chủ trì hay thực hiện việc nào đã đến kỳ.", "Owes nothing so far.")
_DUE = Text("hạn {day}", "due {day}")
_LINK = Text("Trang của mục", "Page of the item")
_ROLES = Text("chủ trì {led}, thực hiện {implemented}, phối hợp {coordinated}",
              "leads {led}, implements {implemented}, beside others {coordinated}")  # fmt: skip


def agency_page(site: Site, row: Responsibility, beside: Iterable[ItemKey]) -> str:
    """Return the page of one agency; ``beside`` are the items it coordinates."""
    lang, owed = site.lang, site.owed_by.get(row.agency, [])
    once = sorted((e for e in owed if e.status is not Status.ONGOING), key=_worst_first)
    ongoing = [each for each in owed if each.status is Status.ONGOING]
    coordinated = list(dict.fromkeys(beside))
    parts = [part("stands", _STANDS.to(lang), totals(row.counts, lang))]
    if not owed:
        parts.append(element("p", _NOTHING.to(lang)))
    if once:
        title = _OWED.to(lang, count=grouped(len(once), lang))
        parts.append(part("owed", title, *(_obligation(site, each) for each in once)))
    if ongoing:
        title = _ONGOING.to(lang, count=grouped(len(ongoing), lang))
        parts.append(part("ongoing", title, _coverage(site, title, ongoing), legend(lang)))
    if coordinated:
        links = (element("li", site.item_link(key, UP)) for key in coordinated)
        title = _BESIDE.to(lang, count=grouped(len(coordinated), lang))
        parts.append(part("beside", title, element("ul", *links)))
    agency = site.run.registry.agency.get(row.agency)
    about = pairs(_about(site, agency, row)) if agency else Html()
    return page(site, site.run.agency_name(row.agency), about, *parts, up=UP)


def _worst_first(each: Assessment) -> tuple[int, int]:
    return (each.shown.badness, -(each.days or 0))


def _about(site: Site, agency: Agency, row: Responsibility) -> Iterator[tuple[str, str | Html]]:
    """Yield what the registry knows of the agency."""
    lang, valid = site.lang, agency.valid
    before = [each.id for each in site.run.registry.agencies if agency.id in each.successors]
    groups = (site.run.registry.group[id_].name for id_ in groups_of(site.run, agency.id))
    roles = _ROLES.to(lang, led=row.led, implemented=row.implemented, coordinated=row.coordinated)
    rows: tuple[tuple[Text, str | Html | None], ...] = (
        (Text("Mã", "Id"), agency.id),
        (Text("Tên tắt", "Short"), agency.short),
        (Text("Vai trò", "Roles"), roles),
        (Text("Từ ngày", "From"), shown_day(valid.first, lang) if valid.first else ""),
        (Text("Đến hết ngày", "Until"), shown_day(valid.last, lang) if valid.last else ""),
        (Text("Kế thừa từ", "Successor of"), _names(site, before)),
        (Text("Kế thừa bởi", "Succeeded by"), _names(site, agency.successors)),
        (Text("Thuộc nhóm", "Groups"), "; ".join(groups)),
        (Text("Chưa kiểm chứng", "Unverified"), agency.unverified),
        (Text("Ghi chú", "Note"), agency.note),
    )
    return ((name.to(lang), value) for name, value in rows if value)


def _names(site: Site, ids: Iterable[str]) -> Html:
    return joined((site.agency_link(id_, UP) for id_ in ids), "; ")


def _obligation(site: Site, each: Assessment) -> Html:
    """Return one verdict; unfolded, the chain of its reasons."""
    lang, key = site.lang, key_of(each)
    period = each.obligation.demand.period
    due = each.obligation.due
    told = [
        "" if period == "once" else period,
        _DUE.to(lang, day=shown_day(due, lang)) if due else "",
        days_words(each, lang),
        site.inherited(each),
    ]
    title = f"{site.to.label(key)} {site.items[key].title}"
    facts = element("span", " · ".join(filter(None, told)), class_="dim")
    summary = element("summary", joined((badge(each, lang), element("b", title), facts), " "))
    way = (_LINK.to(lang), site.item_link(key, UP))
    reasons = pairs((*_named(chain(site.run, each, lang), lang), way))
    return element(
        "details", summary, element("div", reasons), id=site.to.anchor(each), class_="ob"
    )


def _named(links: Iterable[tuple[str, str]], lang: Lang) -> Iterator[tuple[str, str | Html]]:
    """Yield the links of a chain, those that belong to one name under it."""
    name, lines = "", list[str]()
    for next_name, words in (*links, (" ", "")):
        if next_name and lines:
            paragraphs = (
                element("div", line, lang="vi" if lang != "vi" else None) for line in lines
            )
            yield name, joined(paragraphs)
            lines = []
        name = next_name or name
        lines.append(words)


def _coverage(site: Site, label: str, ongoing: list[Assessment]) -> Html:
    """Return, an item a row, how each period's report speaks of it."""
    periods = in_time(each.obligation.demand for each in ongoing)
    by_item: dict[ItemKey, list[Assessment]] = {}
    for each in ongoing:
        by_item.setdefault(key_of(each), []).append(each)
    rows = (
        (site.item_link(key, UP), counted((e.obligation.demand.period, e) for e in owed))
        for key, owed in by_item.items()
    )
    heads = [(period, Html(period)) for period in periods]
    return matrix(site, label, _ITEM.to(site.lang), heads, rows)
