"""The page of an agency: who it is, how it stands, and each of its obligations with its reasons."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from htpy import Node
from markupsafe import Markup

from kehoach.explanations.bodies import groups_of
from kehoach.explanations.chain import chain
from kehoach.explanations.claim_words import filed_places
from kehoach.explanations.due_notes import due_note
from kehoach.grouping import group_by
from kehoach.model.agencies import Agency
from kehoach.site import elements as h
from kehoach.site import headings
from kehoach.site.addresses import ItemKey, key_of
from kehoach.site.charts.heat_map import coverage
from kehoach.site.charts.trend_chart import trend_chart
from kehoach.site.components import counted, pair, pairs, part
from kehoach.site.form.form_pages import form_links
from kehoach.site.leaf import Leaf
from kehoach.site.marks import badge, days_words, legend
from kehoach.site.row_filters import about, filters
from kehoach.site.totals import here, totals
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.tables import Responsibility
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.captions import ITEM
from kehoach.words.official_periods import named_period
from kehoach.words.statuses import Status

_OWED = Text("Việc được giao và lý do của từng kết luận ({count})",
             "What it owes, and why each verdict ({count})")  # fmt: skip
_ONGOING = Text("Việc thường xuyên, đánh giá qua báo cáo của kỳ ({count})",
                "Continuous work, judged by the period's report ({count})")  # fmt: skip
_BESIDE = Text("Phối hợp ({count})", "Beside others ({count})")
_NOTHING = Text("Không chủ trì hay thực hiện việc nào đã đến kỳ.", "Owes nothing so far.")
_LINK = Text("Trang của mục", "Page of the item")
_ROLES = Text("chủ trì {led}, thực hiện {implemented}, phối hợp {coordinated}",
              "leads {led}, implements {implemented}, beside others {coordinated}")  # fmt: skip


def agency_page(leaf: Leaf, row: Responsibility) -> str:
    """Return the page of one agency."""
    lang, owed = leaf.lang, leaf.run.owed_by.get(row.agency, [])
    agency = leaf.run.registry.agency.get(row.agency)
    once = [each for each in owed if each.status is not Status.ONGOING]
    leaf.run.positions.look_up(
        filed_places(leaf.run, once)
    )  # each file once, not verdict by verdict
    return leaf.page(
        leaf.run.agency_name(row.agency),
        form_links(leaf, row.agency),
        pairs(_about(leaf, agency, row)) if agency else None,
        part("stands", headings.STANDS.to(lang), totals(row.counts, lang, here(once))),
        _trend(leaf, row.agency),
        None if owed else h.p[_NOTHING.to(lang)],
        _owed(leaf, once),
        _ongoing(leaf, [each for each in owed if each.status is Status.ONGOING]),
        _coordinated(leaf, leaf.site.coordinated_by.get(row.agency, ())),
    )


def _trend(leaf: Leaf, agency: str) -> Node:
    """Return how it stood at ends of months; nothing where it never owed anything by a day."""
    ends = leaf.site.months_of([agency])
    if not any(counts.assigned for _, counts in ends):
        return None
    chart = trend_chart(leaf, "trend", leaf.run.agency_name(agency), ends)
    return part("trend", headings.TREND.to(leaf.lang), chart)


def _owed(leaf: Leaf, once: Sequence[Assessment]) -> Node:
    """Return what is judged one by one, the worst and the latest first."""
    title = counted(_OWED, leaf.lang, len(once))
    order = sorted(once, key=lambda each: (each.shown.badness, -(each.days or 0)))
    if not order:
        return None
    shown = h.div(id="l-owed")[(_obligation(leaf, each) for each in order)]
    return part("owed", title, filters(leaf, "l-owed", title, order), shown)


def _ongoing(leaf: Leaf, ongoing: Sequence[Assessment]) -> Node:
    """Return, an item a row, how each period's report speaks of it."""
    title = counted(_ONGOING, leaf.lang, len(ongoing))
    rows = ((leaf.item_link(key), mine) for key, mine in group_by(ongoing, key_of).items())
    if not ongoing:
        return None
    return part("ongoing", title, coverage(leaf, title, ITEM, rows), legend(leaf.lang))


def _coordinated(leaf: Leaf, items: Sequence[ItemKey]) -> Node:
    title = counted(_BESIDE, leaf.lang, len(items))
    links = [h.li[leaf.item_link(key)] for key in items]
    return part("beside", title, h.ul[links]) if items else None


def _about(leaf: Leaf, agency: Agency, row: Responsibility) -> Iterator[tuple[str, Node]]:
    """Yield what the registry knows of the agency."""
    lang, valid = leaf.lang, agency.valid
    groups = (leaf.run.registry.group[id_].name for id_ in groups_of(leaf.run, agency.id))
    roles = _ROLES.to(lang, led=row.led, implemented=row.implemented, coordinated=row.coordinated)
    rows: tuple[tuple[Text, Node], ...] = (
        (captions.ID, agency.id),
        (captions.SHORT_NAME, agency.short),
        (Text("Vai trò", "Roles"), roles),
        (captions.FROM_DAY, shown_day(valid.first, lang) if valid.first else ""),
        (captions.UNTIL_DAY, shown_day(valid.last, lang) if valid.last else ""),
        (Text("Kế thừa từ", "Successor of"), _names(leaf, leaf.site.preceding.get(agency.id, ()))),
        (captions.SUCCESSORS, _names(leaf, agency.successors)),
        (captions.GROUPS, "; ".join(groups)),
        (captions.UNVERIFIED, agency.unverified),
        (captions.NOTE, agency.note),
    )
    return ((name.to(lang), value) for name, value in rows if value)


def _names(leaf: Leaf, ids: Iterable[str]) -> Node:
    return h.divided((leaf.agency_link(id_) for id_ in ids), "; ")


def _obligation(leaf: Leaf, each: Assessment) -> Markup:
    """Return one verdict; unfolded, the chain of its reasons."""
    lang, key = leaf.lang, key_of(each)
    due = each.obligation.due
    told = [
        named_period(each.obligation.demand.period, lang),
        captions.DUE_ON.to(lang, day=shown_day(due, lang)) if due else "",
        days_words(each, lang),
        due_note(each.obligation, lang),
        leaf.inherited(each),
        leaf.notes(each),
    ]
    title = h.b[f"{leaf.to.label(key)} {leaf.site.items[key].title}"]
    facts = h.span(class_="dim")[" · ".join(filter(None, told))]
    way = pair(_LINK.to(lang), leaf.item_link(key))
    links = chain(leaf.run, each, lang, leaf.site.steps(each.obligation.demand))
    asked = {f"data_{name}": value for name, value in about(each).items()}
    return h.details(id=leaf.to.anchor(each), class_="ob", **asked)[
        h.summary[h.divided((badge(each, lang), title, facts), " ")],
        h.div[h.dl[_links(links, lang), way]],
    ]


def _links(links: Iterable[tuple[str, str]], lang: Lang) -> Iterator[Node]:
    """Yield the links of a chain; those without a name stand below the one before."""
    named: list[tuple[str, list[str]]] = []
    for name, words in links:
        if name or not named:
            named.append((name, []))
        named[-1][1].append(words)
    return (_link(name, tuple(said), lang) for name, said in named)


@lru_cache(maxsize=4096)
def _link(name: str, said: tuple[str, ...], lang: Lang) -> Markup:
    """Return one link; most say of an item what they say to everybody who owes it."""
    paragraph = h.div(lang="vi" if lang != "vi" else None)
    return pair(name, [paragraph[words] for words in said])
