"""Agencies × items: each cell coloured and lettered by the worst of what stands in it."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TypeVar

from htpy import Node
from markupsafe import Markup

from kehoach.grouping import group_by
from kehoach.periods import PeriodName
from kehoach.site import elements as h
from kehoach.site.addresses import ItemKey, key_of
from kehoach.site.components import scrolled, unseen
from kehoach.site.marks import States, legend, mark, states_of, told
from kehoach.site.page_frame import Site
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.obligations import Demand
from kehoach.words import Lang, Text
from kehoach.words.captions import AGENCY

K = TypeVar("K", bound=Hashable)
_MANY = 40
_OTHERS = Text("Cơ quan không thuộc nhóm nào", "Agencies of no group")
_GROUP = Text("{name}: {count} cơ quan; {told}", "{name}: {count} {count:agency|agencies}; {told}")
_LABEL = Text("Bản đồ nhiệt {name}", "Heat map {name}")
_BESIDE = Text("Chỉ phối hợp, không chủ trì hay thực hiện mục nào",
               "Only beside others: owes nothing itself")  # fmt: skip
_HOW = Text(
    "Mỗi ô mang chữ của trạng thái nặng nhất trong các kỳ, và số kỳ ở trạng thái ấy nếu có nhiều kỳ; "
    "ô trống: không được giao.",
    "Each cell bears the letter of the worst state among its periods, and of how many where there "
    "are several; an empty cell: not assigned.",
)


def heat_map(site: Site) -> Node:
    """Return a table for each group; the large ones are folded, and say what is in them."""
    nearest = _nearest(site)
    groups = group_by(site.to.agencies, lambda id_: nearest.get(id_, ""))
    order = [*site.run.registry.group, ""]
    tables = [_group(site, id_, groups[id_]) for id_ in order if id_ in groups]
    return h.p[_HOW.to(site.lang)], legend(site.lang), tables


def _nearest(site: Site) -> dict[str, str]:
    """Return the first group that names an agency itself; groups within groups only repeat it."""
    groups = reversed(site.run.registry.group.values())
    return {member: group.id for group in groups for member in group.members}


def _group(site: Site, id_: str, agencies: Sequence[str]) -> Markup:
    """Return one group: how many are in it and how they stand, then a row for each."""
    lang = site.lang
    group = site.run.registry.group.get(id_)
    name = group.name if group else _OTHERS.to(lang)
    owed_by = site.run.owed_by
    owed = {agency: owed_by[agency] for agency in agencies if agency in owed_by}
    states = states_of(chain.from_iterable(owed.values()))
    shown = _GROUP.to(lang, name=name[:1].upper() + name[1:], count=len(agencies),
                      told=told(states, lang) or "0")  # fmt: skip
    beside = [site.agency_link(agency) for agency in agencies if agency not in owed]
    return h.details(open=len(agencies) <= _MANY)[
        h.summary[shown],
        _by_item(site, _LABEL.to(lang, name=name), owed) if owed else None,
        h.p[h.divided((_BESIDE.to(lang), h.divided(beside, "; ")), ": ")] if beside else None,
    ]


def _by_item(site: Site, label: str, owed: Mapping[str, Sequence[Assessment]]) -> Markup:
    """Return a row for each agency that owes anything, a column for each item owed here."""
    here = {key_of(each) for each in chain.from_iterable(owed.values())}
    heads = {key: _hinted(site, key) for key in site.to.items if key in here}
    rows = [(site.agency_link(id_), _by(key_of, mine)) for id_, mine in owed.items()]
    return _matrix(label, AGENCY.to(site.lang), heads, rows, site.lang)


def _hinted(site: Site, key: ItemKey) -> Markup:
    """Return an item's number, with its title as a hint."""
    return h.a(href=site.to.item(key), title=site.items[key].title)[site.to.label(key)]


def coverage(
    site: Site, label: str, corner: Text, owed: Iterable[tuple[Node, Sequence[Assessment]]]
) -> Markup:
    """Return a row for each heading, and in it how each period's report speaks of the work."""
    lines = list(owed)
    demands = (each.obligation.demand for _, mine in lines for each in mine)
    heads = {each.period: each.period for each in sorted(demands, key=end_of_period)}
    rows = [(head, _by(_period_of, mine)) for head, mine in lines]
    return _matrix(label, corner.to(site.lang), heads, rows, site.lang)


def end_of_period(demand: Demand) -> tuple[date, int, str]:
    """Sort demands by when their period ends, the shorter of two first: 2026-H1, 2026-Q4, 2026."""
    span = demand.term.period.span
    return span.end, -span.first.toordinal(), demand.period


def _period_of(each: Assessment) -> PeriodName:
    return each.obligation.demand.period


def _by(column: Callable[[Assessment], K], owed: Iterable[Assessment]) -> dict[K, States]:
    """Return how many verdicts are in which state, by column."""
    return {key: states_of(mine) for key, mine in group_by(owed, column).items()}


def _matrix(
    label: str,
    corner: str,
    columns: Mapping[K, Node],
    rows: Iterable[tuple[Node, Mapping[K, States]]],
    lang: Lang,
) -> Markup:
    """Return a table of marks; columns by their key, rows by their heading."""
    heads = [h.th(scope="col")[head] for head in (corner, *columns.values())]
    first = h.th(scope="row")
    body = [
        h.tr[first[head], [mark(states.get(key), lang) for key in columns]] for head, states in rows
    ]
    made = h.table(class_="heat")[h.caption[unseen(label)], h.thead[h.tr[heads]], h.tbody[body]]
    return scrolled(label, made)
