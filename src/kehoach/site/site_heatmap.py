"""Agencies × items: each cell coloured and lettered by the worst of what stands in it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kehoach.site.site_addresses import ItemKey, key_of
from kehoach.site.site_frame import Site
from kehoach.site.site_html import Html, element, joined, scrolled, unseen
from kehoach.site.site_states import State, legend, mark, state_of, told
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.obligations import Demand
from kehoach.words import Text

Line = tuple[Html, dict[str, Counter[State]]]
_MANY = 40
_AGENCY = Text("Cơ quan", "Agency")
_OTHERS = Text("Cơ quan không thuộc nhóm nào", "Agencies of no group")
_GROUP = Text("{name}: {count} cơ quan; {told}", "{name}: {count} agencies; {told}")
_LABEL = Text("Bản đồ nhiệt {name}", "Heat map {name}")
_BESIDE = Text("Chỉ phối hợp, không chủ trì hay thực hiện mục nào",
               "Only beside others: owes nothing itself")  # fmt: skip
_HOW = Text(
    "Mỗi ô mang chữ của trạng thái nặng nhất trong các kỳ, và số kỳ ở trạng thái ấy nếu có nhiều kỳ; "
    "ô trống: không được giao.",
    "Each cell bears the letter of the worst state among its periods, and of how many where there "
    "are several; an empty cell: not assigned.",
)


def in_time(demands: Iterable[Demand]) -> list[str]:
    """Return the names of periods as they end, the shorter of two first: 2026-H1, 2026-Q4, 2026."""
    return list(dict.fromkeys(each.period for each in sorted(demands, key=end_of_period)))


def end_of_period(demand: Demand) -> tuple[date, int, str]:
    """Sort demands by when their period ends, the shorter of two first."""
    span = demand.term.period.span
    return span.end, -span.first.toordinal(), demand.period


def heat_map(site: Site) -> Html:
    """Return a table for each group; the large ones are folded, and say what is in them."""
    groups: dict[str, list[str]] = defaultdict(list)
    for id_ in site.to.agencies:
        groups[_nearest(site, id_)].append(id_)
    order = [*site.run.registry.group, ""]
    tables = (_group(site, id_, groups[id_]) for id_ in order if id_ in groups)
    return joined((element("p", _HOW.to(site.lang)), legend(site.lang), *tables))


def _nearest(site: Site, agency: str) -> str:
    """Return the first group that names the agency itself; groups within groups only repeat it."""
    groups = site.run.registry.group.values()
    return next((group.id for group in groups if agency in group.members), "")


def _group(site: Site, id_: str, agencies: list[str]) -> Html:
    """Return one group: how many are in it and how they stand, then a row for each."""
    lang = site.lang
    group = site.run.registry.group.get(id_)
    name = group.name if group else _OTHERS.to(lang)
    owing = [agency for agency in agencies if agency in site.owed_by]
    beside = [agency for agency in agencies if agency not in site.owed_by]
    states = Counter(state_of(each) for agency in owing for each in site.owed_by[agency])
    label = _GROUP.to(lang, name=name[:1].upper() + name[1:], count=len(agencies),
                      told=told(states, lang) or "0")  # fmt: skip
    here = {key_of(each) for agency in owing for each in site.owed_by[agency]}
    columns = [key for key in site.to.items if key in here]
    heads = [(f"{at}", _hinted(site, key)) for at, key in enumerate(columns)]
    rows = ((site.agency_link(agency), _by_item(site.owed_by[agency], columns)) for agency in owing)
    shown = (
        [matrix(site, _LABEL.to(lang, name=name), _AGENCY.to(lang), heads, rows)] if owing else []
    )
    if beside:
        names = joined(map(site.agency_link, beside), "; ")
        shown.append(element("p", joined((_BESIDE.to(lang), names), ": ")))
    return element("details", element("summary", label), *shown, open=len(agencies) <= _MANY)


def _hinted(site: Site, key: ItemKey) -> Html:
    """Return an item's number, with its title as a hint."""
    return element("a", site.to.label(key), href=site.to.item(key), title=site.items[key].title)


def _by_item(owed: Iterable[Assessment], columns: Sequence[ItemKey]) -> dict[str, Counter[State]]:
    places = {key: f"{at}" for at, key in enumerate(columns)}
    return counted((places[key_of(each)], each) for each in owed)


def counted(owed: Iterable[tuple[str, Assessment]]) -> dict[str, Counter[State]]:
    """Return how many verdicts are in which state, by column."""
    found: dict[str, Counter[State]] = defaultdict(Counter)
    for column, each in owed:
        found[column][state_of(each)] += 1
    return found


def matrix(
    site: Site, label: str, corner: str, columns: Sequence[tuple[str, Html]], rows: Iterable[Line],
) -> Html:  # fmt: skip
    """Return a table of marks; columns by their key, rows by their heading."""
    heads = (element("th", head, scope="col") for _, head in columns)
    head = element("tr", element("th", corner, scope="col"), *heads)
    body = joined(_lines(site, [key for key, _ in columns], rows))
    made = element(
        "table",
        element("caption", unseen(label)),
        element("thead", head),
        element("tbody", body),
        class_="heat",
    )
    return scrolled(label, made)


def _lines(site: Site, keys: Sequence[str], rows: Iterable[Line]) -> Iterator[Html]:
    nothing: Counter[State] = Counter()
    for head, states in rows:
        cells = (mark(states.get(key, nothing), site.lang) for key in keys)
        yield element("tr", element("th", head, scope="row"), *cells)
