"""What chooses among the rows of a page: fields whose answers stand in the page's address.

They are there where the script runs (``pages.js``); without it every row is shown. A field is known by
its name, ``#state=overdue&group=so-nganh``; a row says of itself by ``data-`` and that name what it is.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from htpy import Node
from markupsafe import Markup

from kehoach.site import elements as h
from kehoach.site.leaf import Leaf
from kehoach.site.periods_in_order import end_of_period
from kehoach.verdicts.assessment import Assessment
from kehoach.words import Text, alphabetical, captions
from kehoach.words.administrative import grouped
from kehoach.words.official_periods import official_period
from kehoach.words.statuses import Shown

_CHOOSE = Text("Chọn dòng: {rows}", "Choose rows: {rows}")
_SHOWN = Text("hiện {n}/{all} dòng", "{n}/{all} rows shown")
_WORDS = Text("Có chữ", "With words")
_CLEAR = Text("Bỏ lọc", "Show all")


def about(each: Assessment) -> dict[str, str]:
    """Return what the filters ask of the row of a verdict."""
    return {
        "state": " ".join(each.counted),
        "agency": each.agency,
        "plan": each.obligation.key.plan,
        "period": each.obligation.key.period,
    }


def words_filter(leaf: Leaf, rows: str, label: str, asked: str) -> Markup:
    """Return the one field of a table among others on its page."""
    return _box(leaf, rows, label, [_words(f"q-{rows}", asked)])


def filters(
    leaf: Leaf,
    rows: str,
    label: str,
    owed: Sequence[Assessment],
    elsewhere: Mapping[Shown, str] | None = None,
) -> Markup:
    """Return the fields for verdicts that stand in the element of an id.

    ``elsewhere`` are the pages of the states that this one does not show.
    """
    fields = [
        _states(leaf, owed, elsewhere or {}),
        _groups(leaf, owed),
        _agencies(leaf, owed),
        _plans(leaf, owed),
        _periods(leaf, owed),
        _words("q", _WORDS.to(leaf.lang)),
    ]
    return _box(leaf, rows, label, fields)


def _box(leaf: Leaf, rows: str, label: str, fields: Iterable[Node]) -> Markup:
    lang = leaf.lang
    clear = h.button(type="button")[_CLEAR.to(lang)]
    named = _CHOOSE.to(lang, rows=label)
    count = h.output(data_shown=_SHOWN.to(lang))
    box = h.div(class_="tools", role="group", aria_label=named, data_rows=rows, hidden=True)
    return box[fields, clear, count]


def _words(name: str, asked: str) -> Node:
    return h.label[asked, " ", h.input_(type="search", name=name)]


def _choice(leaf: Leaf, name: str, asked: Text, options: Sequence[Node]) -> Node:
    """Return a field to choose by; none where there is no choice."""
    return _chosen(leaf, name, asked, options) if len(options) > 1 else None


def _chosen(leaf: Leaf, name: str, asked: Text, options: Sequence[Node]) -> Node:
    every = h.option(value="")[captions.ALL.to(leaf.lang)]
    return h.label[asked.to(leaf.lang), " ", h.select(name=name)[every, options]]


def _states(leaf: Leaf, owed: Sequence[Assessment], elsewhere: Mapping[Shown, str]) -> Node:
    """Return the field of the states, with how many rows each has."""
    lang = leaf.lang
    here = Counter(state for each in owed for state in each.counted)
    options = [
        h.option(value=state.value)[f"{state.label.to(lang)} ({grouped(here[state], lang)})"]
        for state in sorted(here, key=lambda state: state.badness)
    ]
    options += [
        h.option(value=state.value, data_page=f"{leaf.up}{page}")[state.label.to(lang)]
        for state, page in elsewhere.items()
        if state not in here
    ]
    return _chosen(leaf, "state", captions.STATE, options)


def _groups(leaf: Leaf, owed: Sequence[Assessment]) -> Node:
    """Return the field of the groups, each with who is in it."""
    mine = {each.agency for each in owed}
    options = [
        h.option(value=id_, data_agencies=" ".join(members))[leaf.run.registry.group[id_].name]
        for id_, members in leaf.site.members.items()
        if not mine.isdisjoint(members)
    ]
    return _choice(leaf, "group", captions.GROUP, options) if len(mine) > 1 else None


def _agencies(leaf: Leaf, owed: Sequence[Assessment]) -> Node:
    names = {each.agency: leaf.run.agency_name(each.agency) for each in owed}
    order = sorted(names, key=lambda id_: alphabetical(names[id_]))
    options = [h.option(value=id_)[names[id_]] for id_ in order]
    return _choice(leaf, "agency", captions.AGENCY, options)


def _periods(leaf: Leaf, owed: Sequence[Assessment]) -> Node:
    """Return the field of the periods, in the order of their ends."""
    demands = sorted({each.obligation.demand.shared for each in owed}, key=end_of_period)
    names = dict.fromkeys(each.period for each in demands)
    options = [h.option(value=name)[official_period(name, leaf.lang)] for name in names]
    return _choice(leaf, "period", captions.PERIOD, options)


def _plans(leaf: Leaf, owed: Sequence[Assessment]) -> Node:
    here = {each.obligation.key.plan for each in owed}
    options = [
        h.option(value=plan.id)[plan.number or plan.id]
        for plan in leaf.run.plans
        if plan.id in here
    ]
    return _choice(leaf, "plan", captions.PLAN, options)
