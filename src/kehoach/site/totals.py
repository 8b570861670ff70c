"""The figures that must add up, each leading to what it counts, and the rates with both their numbers."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from htpy import Node
from markupsafe import Markup

from kehoach.explanations.figures import rate
from kehoach.site import elements as h
from kehoach.site.components import link, pairs
from kehoach.site.tables import Figures, Valued, number_cell, rate_cell
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.tables import Counts
from kehoach.words import Lang, Text, captions
from kehoach.words.administrative import grouped
from kehoach.words.statuses import APART, ASSIGNED, Remark, Shown, with_parts

Ways = Callable[[Shown], str]
"""Where the verdicts of a state are listed."""

_PUNCTUALITY = Text("Tỷ lệ đúng hạn", "On time")
_OF = Text("{rate} việc đã đến hạn hoặc đã xong", "{rate} of what is done or due")
_OF_OVERDUE = Text("{rate} việc quá hạn", "{rate} of what is overdue")
_APART = Text("Tính riêng", "Counted apart")
# A sign alone would be taken for the beginning of a formula.
_EQUALS, _PLUS = Markup("="), Markup("+")

COUNT_HEADINGS = (
    Figures(captions.GIVEN), *(Figures(each.counted) for each in ASSIGNED), Figures(captions.COMPLETION),
    Figures(_PUNCTUALITY),
)  # fmt: skip
"""What heads counts in a table."""


def here(listed: Iterable[Assessment]) -> Ways:
    """Return the ways on a page that lists some verdicts itself, and the others as ongoing work."""
    states = {state for each in listed for state in each.counted}
    return lambda shown: f"#state={shown.value}" if shown in states else "#ongoing"


def totals(counts: Counts, lang: Lang, to: Ways) -> Node:
    """Return assigned = on time + late + in term + overdue, the rates, and what stands apart."""
    apart = (_counted(counts, each, lang, to) for each in (*with_parts(APART), Remark.REQUESTED))
    rates = pairs((
        (captions.COMPLETION.to(lang), _OF.to(lang, rate=rate(counts.completion, lang))),
        (_PUNCTUALITY.to(lang), _OF.to(lang, rate=rate(counts.on_time, lang))),
        (Remark.EXPLAINED.counted.to(lang), _OF_OVERDUE.to(lang, rate=rate(counts.explained, lang))),
        (_APART.to(lang), h.divided(apart, " · ")),
    ))  # fmt: skip
    return h.ul(class_="sum")[_boxes(counts, lang, to)], rates


def _boxes(counts: Counts, lang: Lang, to: Ways) -> Iterator[Node]:
    """Yield each figure, with the sign before it and what it counts in part below."""
    whole = captions.GIVEN.to(lang), " ", _strong(counts.assigned, lang)
    yield h.li[h.span(class_="tile")[h.span(class_="box")[whole]]]
    for at, status in enumerate(ASSIGNED):
        told = status.counted.to(lang), " ", _strong(counts[status], lang)
        below = [_counted(counts, each, lang, to) for each in Remark if each.part_of is status]
        box = h.a(class_="box", href=to(status)) if counts[status] else h.span(class_="box")
        below_it = h.small[h.divided(below, ", ")] if below else None
        tile = h.span(class_=f"tile {status.look.css}")[box[told], below_it]
        yield h.li[h.span(class_="op")[_PLUS if at else _EQUALS], tile]


def _counted(counts: Counts, shown: Shown, lang: Lang, to: Ways) -> Node:
    """Return a figure in a line of several."""
    words = f"{shown.counted.to(lang).lower()} {grouped(counts[shown], lang)}"
    return link(words, to(shown) if counts[shown] else None)


def _strong(number: int, lang: Lang) -> Node:
    return h.strong[grouped(number, lang)]


def count_cells(counts: Counts, lang: Lang, to: Ways | None = None) -> Sequence[Valued]:
    """Return counts as cells under those headings."""
    numbers = (number_cell(counts[each], lang, to and to(each)) for each in ASSIGNED)
    rates = (counts.completion, counts.on_time)
    return [number_cell(counts.assigned, lang), *numbers, *(rate_cell(of, lang) for of in rates)]
