"""The page of an item: the document's sentence, its due days, and everyone's verdict."""

from collections.abc import Iterator

from kehoach.explanations.bodies import names_of
from kehoach.explanations.labels import ROLE, reason_words
from kehoach.explanations.reasoning import reasoning
from kehoach.model.plan import Item
from kehoach.site.site_addresses import ItemKey
from kehoach.site.site_agency import UP
from kehoach.site.site_frame import Site, page
from kehoach.site.site_heatmap import counted, end_of_period, in_time, matrix
from kehoach.site.site_html import (
    Cell,
    Column,
    Content,
    Html,
    element,
    pairs,
    part,
    table,
    text,
)
from kehoach.site.site_states import badge, days_words, legend
from kehoach.site.site_totals import totals
from kehoach.verdicts.assessment import Assessment, Status
from kehoach.verdicts.obligations import Demand
from kehoach.verdicts.tables.counts import count
from kehoach.words import Text, alphabetical, shown_day
from kehoach.words.administrative import grouped

_SENTENCE = Text("Câu của kế hoạch", "Sentence of the plan")
_DAYS = Text("Thời hạn ({count})", "Due days ({count})")
_STANDS = Text("Tình hình", "How it stands")
_WHO = Text("Kết luận với từng cơ quan ({count})", "The verdict on each agency ({count})")
_ONGOING = Text("Báo cáo của kỳ có nêu không ({count})", "Whether reports speak of it ({count})")
_SEARCH = Text("Tìm cơ quan:", "Search agencies:")
_NOT_BEGUN = Text("Chưa có kỳ nào bắt đầu.", "No period has begun.")
_AGENCY = Text("Cơ quan", "Agency")
_PERIOD = Text("Kỳ", "Period")
_DUE = Text("Hạn", "Due")
_WHY = Text("Vì sao", "Why")
_VERDICT = Text("Kết luận", "Verdict")
_RECEIVED = Text("Ngày nhận", "Received")
_ON_DAY = Text("So với hạn", "Against the due day")


def item_page(site: Site, key: ItemKey) -> str:
    """Return the page of one item."""
    lang, item = site.lang, site.items[key]
    owed = site.owed_of.get(key, [])
    lines = (element("p", line) for line in (*item.sentence.splitlines(), item.assignment) if line)
    sentence = part(
        "sentence", _SENTENCE.to(lang), element("blockquote", *lines, lang="vi"),
        pairs(_about(site, item)),
    )  # fmt: skip
    stands = totals(count(owed), lang) if owed else element("p", _NOT_BEGUN.to(lang))
    parts = [
        sentence,
        *_days(site, key),
        part("stands", _STANDS.to(lang), stands),
        *_who(site, owed),
    ]
    return page(site, f"{site.to.label(key)} {item.title}", *parts, up=UP)


def _about(site: Site, item: Item) -> Iterator[tuple[str, str | Html]]:
    """Yield the assignment and the deadline as the document has them."""
    run, lang = site.run, site.lang
    kinds = {"task": Text("nhiệm vụ", "task"), "report": Text("báo cáo", "report")}
    asked = (
        Text("đề nghị", "requested") if item.binding == "requested" else Text("giao", "required")
    )
    rows: tuple[tuple[Text, str | None], ...] = (
        (Text("loại", "kind"), f"{kinds[item.kind].to(lang)}, {asked.to(lang)}"),
        *((ROLE[role], names_of(run, getattr(item, role))) for role in ROLE),
        (Text("gửi đến", "to"), item.to and names_of(run, (item.to,))),
        (Text("qua", "via"), item.via and names_of(run, (item.via,))),
        (Text("thời hạn ghi", "worded"), f"“{item.wording}”" if item.wording else "—"),
        (Text("sản phẩm", "deliverable"), item.deliverable),
        (Text("ghi chú của người nhập", "editor's note"), item.note),
    )
    named = ((name.to(lang), value) for name, value in rows if value)
    return ((name[:1].upper() + name[1:], text(value)) for name, value in named)


def _days(site: Site, key: ItemKey) -> Iterator[Html]:
    """Yield every due day of the plan's life, and by which steps it was found."""
    lang = site.lang
    asked = [
        demand for report in site.run.reports for demand in report.docket.demands
        if (demand.plan.id, demand.item.id) == key
    ]  # fmt: skip
    if asked:
        columns = [Column(head.to(lang)) for head in (_PERIOD, _DUE, _WHY)]
        title = _DAYS.to(lang, count=len(asked))
        yield part(
            "days",
            title,
            table(title, columns, (_day(site, each) for each in sorted(asked, key=end_of_period))),
        )


def _day(site: Site, demand: Demand) -> tuple[str, str, str]:
    due = shown_day(demand.due, site.lang) if demand.due else "—"
    time = f" {demand.term.time}" if demand.term.time else ""
    period = "—" if demand.period == "once" else demand.period
    return period, f"{due}{time}", " · ".join(reasoning(demand, site.lang))


def _who(site: Site, owed: list[Assessment]) -> Iterator[Html]:
    """Yield who stands how: continuous work by period, all else one by one."""
    lang = site.lang
    once = [each for each in owed if each.status is not Status.ONGOING]
    ongoing = [each for each in owed if each.status is Status.ONGOING]
    if once:
        title = _WHO.to(lang, count=grouped(len(once), lang))
        columns = [
            Column(_AGENCY.to(lang)), Column(_PERIOD.to(lang)), Column(_DUE.to(lang)),
            Column(_VERDICT.to(lang)), Column(_ON_DAY.to(lang), number=True),
            Column(_RECEIVED.to(lang)), Column(_WHY.to(lang)),
        ]  # fmt: skip
        rows = (_verdict(site, each) for each in sorted(once, key=lambda e: -(e.days or 0)))
        yield part("who", title, table(title, columns, rows, _SEARCH.to(lang)))
    if ongoing:
        title = _ONGOING.to(lang, count=grouped(len(ongoing), lang))
        yield part("ongoing", title, legend(lang), _coverage(site, title, ongoing))


def _verdict(site: Site, each: Assessment) -> tuple[Content, ...]:
    """Return the row of one verdict; its agency's name leads to the reasons."""
    lang, due = site.lang, each.obligation.due
    receipt = each.claim.receipt if each.claim else None
    period = each.obligation.demand.period
    return (
        site.verdict_link(each, UP),
        "" if period == "once" else period,
        Cell(shown_day(due, lang), due.isoformat()) if due else Cell("—", ""),
        badge(each, lang),
        Cell(days_words(each, lang), str(each.days) if each.days is not None else "-99999"),
        Cell(shown_day(receipt.day, lang), receipt.day.isoformat()) if receipt else Cell("—", ""),
        reason_words(each, lang),
    )


def _coverage(site: Site, label: str, ongoing: list[Assessment]) -> Html:
    """Return, an agency a row, how each period's report speaks of the item."""
    periods = in_time(each.obligation.demand for each in ongoing)
    by_agency: dict[str, list[Assessment]] = {}
    for each in ongoing:
        by_agency.setdefault(each.agency, []).append(each)
    names = sorted(by_agency, key=lambda id_: alphabetical(site.run.agency_name(id_)))
    rows = (
        (
            site.agency_link(id_, UP),
            counted((each.obligation.demand.period, each) for each in by_agency[id_]),
        )
        for id_ in names
    )
    return matrix(
        site, label, _AGENCY.to(site.lang), [(each, Html(each)) for each in periods], rows
    )
