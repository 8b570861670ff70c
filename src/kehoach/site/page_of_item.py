"""The page of an item: the document's sentence, its due days, and everyone's verdict."""

from collections.abc import Iterator, Sequence

from htpy import Node

from kehoach.explanations.item_facts import due_words, item_facts
from kehoach.explanations.labels import BINDING, KIND, reason_words
from kehoach.explanations.reasoning import reasoning
from kehoach.grouping import group_by
from kehoach.model.plan import Item
from kehoach.site import elements as h
from kehoach.site import headings
from kehoach.site.addresses import ItemKey
from kehoach.site.components import counted, pairs, part
from kehoach.site.heat_map import coverage, end_of_period
from kehoach.site.marks import badge, days_words, legend
from kehoach.site.page_frame import UP, Site, page
from kehoach.site.tables import Content, Figures, Valued, day_cell, due_cell, table
from kehoach.site.totals import totals
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.obligations import Demand
from kehoach.verdicts.tables import count
from kehoach.words import Text, alphabetical, captions
from kehoach.words.captions import AGENCY, DUE, PERIOD
from kehoach.words.period_names import period_text
from kehoach.words.statuses import Status

_DAYS = Text("Thời hạn ({count})", "Due days ({count})")
_WHO = Text("Kết luận với từng cơ quan ({count})", "The verdict on each agency ({count})")
_ONGOING = Text("Báo cáo của kỳ có nêu không ({count})", "Whether reports speak of it ({count})")
_NOT_BEGUN = Text("Chưa có kỳ nào bắt đầu.", "No period has begun.")
_ON_DAY = Text("So với hạn", "Against the due day")
_KIND = Text("loại", "kind")
_DAY_HEADS = (PERIOD, DUE, captions.WHY)
_VERDICT_HEADS = (
    AGENCY, PERIOD, DUE, captions.VERDICT, Figures(_ON_DAY), captions.RECEIVED,
    captions.WHY,
)  # fmt: skip


def item_page(site: Site, key: ItemKey) -> str:
    """Return the page of one item."""
    lang, item = site.lang, site.items[key]
    owed = site.owed_of.get(key, [])
    lines = [h.p[line] for line in (*item.sentence.splitlines(), item.assignment) if line]
    sentence = h.blockquote(lang="vi")[lines]
    stands = totals(count(owed), lang) if owed else h.p[_NOT_BEGUN.to(lang)]
    return page(
        site,
        f"{site.to.label(key)} {item.title}",
        part("sentence", captions.SENTENCE.to(lang), sentence, pairs(_about(site, item))),
        _days(site, key),
        part("stands", headings.STANDS.to(lang), stands),
        _once(site, [each for each in owed if each.status is not Status.ONGOING]),
        _ongoing(site, [each for each in owed if each.status is Status.ONGOING]),
        up=UP,
    )


def _about(site: Site, item: Item) -> Iterator[tuple[str, str]]:
    """Yield the assignment and the deadline as the document has them."""
    lang = site.lang
    kind = f"{KIND[item.kind].to(lang)}, {BINDING[item.binding].to(lang)}"
    for name, value in ((_KIND.to(lang), kind), *item_facts(site.run, item, lang)):
        yield name[:1].upper() + name[1:], value


def _days(site: Site, key: ItemKey) -> Node:
    """Return every due day of the plan's life, and by which steps it was found."""
    asked = sorted(site.demands_of.get(key, ()), key=end_of_period)
    title = _DAYS.to(site.lang, count=len(asked))
    rows = [_day(site, each) for each in asked]
    return part("days", title, table(title, site.lang, _DAY_HEADS, rows)) if asked else None


def _day(site: Site, demand: Demand) -> tuple[str, str, str]:
    steps = " · ".join(reasoning(site.run, demand, site.lang))
    return period_text(demand.period).to(site.lang) or "—", due_words(demand, site.lang), steps


def _once(site: Site, once: Sequence[Assessment]) -> Node:
    """Return who stands how, one by one, the latest first."""
    lang = site.lang
    title = counted(_WHO, lang, len(once))
    rows = [_verdict(site, each) for each in sorted(once, key=lambda each: -(each.days or 0))]
    made = table(title, lang, _VERDICT_HEADS, rows, headings.SEARCH_AGENCIES)
    return part("who", title, made) if once else None


def _verdict(site: Site, each: Assessment) -> tuple[Content, ...]:
    """Return the row of one verdict; its agency's name leads to the reasons."""
    lang = site.lang
    receipt = each.claim.receipt if each.claim else None
    return (
        site.verdict_link(each, UP),
        period_text(each.obligation.demand.period).to(lang),
        due_cell(each.obligation, lang),
        badge(each, lang),
        Valued(days_words(each, lang), str(each.days) if each.days is not None else "-99999"),
        day_cell(receipt.day if receipt else None, lang),
        reason_words(each, lang),
    )


def _ongoing(site: Site, ongoing: Sequence[Assessment]) -> Node:
    """Return, an agency a row, how each period's report speaks of the item."""
    title = counted(_ONGOING, site.lang, len(ongoing))
    owed = group_by(ongoing, lambda each: each.agency)
    names = sorted(owed, key=lambda id_: alphabetical(site.run.agency_name(id_)))
    rows = ((site.agency_link(id_, UP), owed[id_]) for id_ in names)
    table = coverage(site, title, AGENCY, rows)
    return part("ongoing", title, legend(site.lang), table) if ongoing else None
