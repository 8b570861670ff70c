"""Agencies × items: each cell coloured and lettered by the worst of what stands in it."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import chain
from typing import TypeVar

from htpy import Node
from markupsafe import Markup

from kehoach.grouping import group_by
from kehoach.periods import PeriodName
from kehoach.site import elements as h
from kehoach.site.addresses import ItemKey, key_of
from kehoach.site.components import scrolled, unseen
from kehoach.site.leaf import Leaf
from kehoach.site.marks import States, legend, mark, states_of, told
from kehoach.site.periods_in_order import end_of_period
from kehoach.site.table_files import words_in
from kehoach.verdicts.assessment import Assessment
from kehoach.words import Text
from kehoach.words.captions import AGENCY
from kehoach.words.official_periods import official_period

K = TypeVar("K", bound=Hashable)
_MANY = 40
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


def heat_map(leaf: Leaf) -> Node:
    """Return a table for each group; the large ones are folded, and say what is in them."""
    tables = [_group(leaf, id_, agencies) for id_, agencies in leaf.site.divided.items()]
    picture = h.div(class_="beside")[legend(leaf.lang), h.div[tables]]
    return h.p[_HOW.to(leaf.lang)], picture


def _group(leaf: Leaf, id_: str, agencies: Sequence[str]) -> Markup:
    """Return one group: how many are in it and how they stand, then a row for each."""
    lang, name = leaf.lang, leaf.site.group_name(id_)
    owed_by = leaf.run.owed_by
    owed = {agency: owed_by[agency] for agency in agencies if agency in owed_by}
    states = states_of(chain.from_iterable(owed.values()))
    shown = _GROUP.to(lang, name=name[:1].upper() + name[1:], count=len(agencies),
                      told=told(states, lang) or "0")  # fmt: skip
    beside = [leaf.agency_link(agency) for agency in agencies if agency not in owed]
    return h.details(open=len(agencies) <= _MANY)[
        h.summary[shown],
        _by_item(leaf, f"heat-{id_}", _LABEL.to(lang, name=name), owed) if owed else None,
        h.p[h.divided((_BESIDE.to(lang), h.divided(beside, "; ")), ": ")] if beside else None,
    ]


def _by_item(leaf: Leaf, id_: str, label: str, owed: Mapping[str, Sequence[Assessment]]) -> Node:
    """Return a row for each agency that owes anything, a column for each item owed here."""
    here = {key_of(each) for each in chain.from_iterable(owed.values())}
    heads = {key: _hinted(leaf, key) for key in leaf.to.items if key in here}
    rows = [(leaf.agency_link(mine), _by(key_of, those)) for mine, those in owed.items()]
    return _matrix(leaf, id_, (label, AGENCY.to(leaf.lang)), heads, rows)


def _hinted(leaf: Leaf, key: ItemKey) -> Markup:
    """Return an item's number, with its title as a hint."""
    to, title = f"{leaf.up}{leaf.to.item(key)}", leaf.site.items[key].title
    return h.a(href=to, title=title)[leaf.to.label(key)]


def coverage(
    leaf: Leaf, label: str, corner: Text, owed: Iterable[tuple[Node, Sequence[Assessment]]]
) -> Node:
    """Return a row for each heading, and in it how each period's report speaks of the work."""
    lines = list(owed)
    demands = (each.obligation.demand for _, mine in lines for each in mine)
    order = dict.fromkeys(each.period for each in sorted(demands, key=end_of_period))
    heads = {period: official_period(period, leaf.lang) for period in order}
    rows = [(head, _by(_period_of, mine)) for head, mine in lines]
    return _matrix(leaf, "ongoing", (label, corner.to(leaf.lang)), heads, rows)


def _period_of(each: Assessment) -> PeriodName:
    return each.obligation.demand.period


def _by(column: Callable[[Assessment], K], owed: Iterable[Assessment]) -> dict[K, States]:
    """Return how many verdicts are in which state, by column."""
    return {key: states_of(mine) for key, mine in group_by(owed, column).items()}


def _matrix(
    leaf: Leaf,
    id_: str,
    named: tuple[str, str],
    columns: Mapping[K, Node],
    rows: Sequence[tuple[Node, Mapping[K, States]]],
) -> Node:
    """Return a table of marks, called and headed as ``named``; columns by key, rows by heading."""
    (label, corner), lang = named, leaf.lang
    heads = [h.th(scope="col")[head] for head in (corner, *columns.values())]
    first = h.th(scope="row")
    body = [
        h.tr[first[head], [mark(states.get(key), lang) for key in columns]] for head, states in rows
    ]
    made = h.table(class_="heat")[h.caption[unseen(label)], h.thead[h.tr[heads]], h.tbody[body]]
    said = (
        [_plain(head), *(told(states.get(key, States()), lang) for key in columns)]
        for head, states in rows
    )
    file = leaf.sheet(id_, label, ([corner, *map(_plain, columns.values())], *said))
    return scrolled(label, made), h.p(class_="files")[file]


def _plain(head: Node) -> str:
    return words_in(h.shown(head))
