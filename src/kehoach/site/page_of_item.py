"""The page of an item: the document's sentence, its due days, and everyone's verdict."""

from collections.abc import Iterator, Sequence

from htpy import Node

from kehoach.explanations.item_facts import due_words, item_facts
from kehoach.explanations.labels import BINDING, KIND, reason_words
from kehoach.grouping import group_by
from kehoach.model.plan import Item
from kehoach.site import elements as h
from kehoach.site import headings
from kehoach.site.addresses import ItemKey
from kehoach.site.charts.heat_map import coverage
from kehoach.site.components import counted, pairs, part
from kehoach.site.leaf import Leaf
from kehoach.site.marks import legend
from kehoach.site.periods_in_order import end_of_period
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
from kehoach.site.totals import here, totals
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.obligations import Demand
from kehoach.verdicts.tables import count
from kehoach.words import Text, alphabetical, captions
from kehoach.words.captions import AGENCY, DUE, PERIOD
from kehoach.words.statuses import Status

_DAYS = Text("Thời hạn ({count})", "Due days ({count})")
_WHO = Text("Kết luận với từng cơ quan ({count})", "The verdict on each agency ({count})")
_ONGOING = Text("Báo cáo của kỳ có nêu không ({count})", "Whether reports speak of it ({count})")
_NOT_BEGUN = Text("Chưa có kỳ nào bắt đầu.", "No period has begun.")
_KIND = Text("loại", "kind")
_DAY_HEADS = (PERIOD, DUE, captions.WHY)
_VERDICT_HEADS = (
    AGENCY, PERIOD, DUE, captions.VERDICT, Figures(headings.ON_DAY), captions.RECEIVED,
    captions.WHY,
)  # fmt: skip


def item_page(leaf: Leaf, key: ItemKey) -> str:
    """Return the page of one item."""
    lang, item = leaf.lang, leaf.site.items[key]
    owed = leaf.site.owed_of.get(key, [])
    lines = [h.p[line] for line in (*item.sentence.splitlines(), item.assignment) if line]
    sentence = h.blockquote(lang="vi")[lines]
    once = [each for each in owed if each.status is not Status.ONGOING]
    stands = totals(count(owed), lang, here(once)) if owed else h.p[_NOT_BEGUN.to(lang)]
    return leaf.page(
        f"{leaf.to.label(key)} {item.title}",
        part("sentence", captions.SENTENCE.to(lang), sentence, pairs(_about(leaf, item))),
        _days(leaf, key),
        part("stands", headings.STANDS.to(lang), stands),
        _once(leaf, once),
        _ongoing(leaf, [each for each in owed if each.status is Status.ONGOING]),
    )


def _about(leaf: Leaf, item: Item) -> Iterator[tuple[str, str]]:
    """Yield the assignment and the deadline as the document has them."""
    lang = leaf.lang
    kind = f"{KIND[item.kind].to(lang)}, {BINDING[item.binding].to(lang)}"
    for name, value in ((_KIND.to(lang), kind), *item_facts(leaf.run, item, lang)):
        yield name[:1].upper() + name[1:], value


def _days(leaf: Leaf, key: ItemKey) -> Node:
    """Return every due day of the plan's life, and by which steps it was found."""
    asked = sorted(leaf.site.demands_of.get(key, ()), key=end_of_period)
    title = _DAYS.to(leaf.lang, count=len(asked))
    rows = [_day(leaf, each) for each in asked]
    return part("days", title, table(leaf, "days", title, _DAY_HEADS, rows)) if asked else None


def _day(leaf: Leaf, demand: Demand) -> tuple[Content, ...]:
    steps = " · ".join(leaf.site.steps(demand))
    return period_cell(demand, leaf.lang), due_words(demand, leaf.lang), steps


def _once(leaf: Leaf, once: Sequence[Assessment]) -> Node:
    """Return who stands how, one by one, the latest first."""
    lang = leaf.lang
    title = counted(_WHO, lang, len(once))
    order = sorted(once, key=lambda each: -(each.days or 0))
    rows = [_verdict(leaf, each) for each in order]
    if not order:
        return None
    made = table(leaf, "who", title, _VERDICT_HEADS, rows, about=map(about, order))
    return part("who", title, filters(leaf, "t-who", title, order), made)


def _verdict(leaf: Leaf, each: Assessment) -> tuple[Content, ...]:
    """Return the row of one verdict; its agency's name leads to the reasons."""
    lang = leaf.lang
    receipt = each.claim.receipt if each.claim else None
    return (
        leaf.verdict_link(each),
        period_cell(each.obligation.demand, lang),
        due_cell(each.obligation, lang),
        verdict_cell(leaf, each),
        on_day_cell(each, lang),
        day_cell(receipt.day if receipt else None, lang),
        reason_words(each, lang),
    )


def _ongoing(leaf: Leaf, ongoing: Sequence[Assessment]) -> Node:
    """Return, an agency a row, how each period's report speaks of the item."""
    title = counted(_ONGOING, leaf.lang, len(ongoing))
    owed = group_by(ongoing, lambda each: each.agency)
    names = sorted(owed, key=lambda id_: alphabetical(leaf.run.agency_name(id_)))
    rows = ((leaf.agency_link(id_), owed[id_]) for id_ in names)
    if not ongoing:
        return None
    return part("ongoing", title, legend(leaf.lang), coverage(leaf, title, AGENCY, rows))
