"""The figures that must add up, and the rates with both their numbers."""

from collections.abc import Iterator, Sequence

from htpy import Node
from markupsafe import Markup

from kehoach.explanations.figures import apart, rate
from kehoach.site import elements as h
from kehoach.site.components import pairs
from kehoach.site.tables import Figures, Valued, number_cell
from kehoach.verdicts.tables import Counts, Rate
from kehoach.words import Lang, Text, captions
from kehoach.words.administrative import grouped
from kehoach.words.statuses import ASSIGNED, Remark, Status

_PUNCTUALITY = Text("Tỷ lệ đúng hạn", "On time")
_OF = Text("{rate} việc đã đến hạn hoặc đã xong", "{rate} of what is done or due")
_APART = Text("Tính riêng", "Counted apart")
# A sign alone would be taken for the beginning of a formula.
_EQUALS, _PLUS = Markup("="), Markup("+")
_UNCOVERED = Text("báo cáo bỏ sót", "not covered")
_REQUESTED = Text("chỉ đề nghị", "requested")

COUNT_HEADINGS = (
    Figures(captions.GIVEN), *(Figures(each.counted) for each in ASSIGNED), Figures(captions.COMPLETION),
    Figures(_PUNCTUALITY),
)  # fmt: skip
"""What heads counts in a table."""


def totals(counts: Counts, lang: Lang) -> Node:
    """Return assigned = on time + late + in term + overdue, the rates, and what stands apart."""

    def number(count: int) -> str:
        return grouped(count, lang)

    others = apart(counts, lang, number, uncovered=_UNCOVERED, requested=_REQUESTED)
    rates = pairs((
        (captions.COMPLETION.to(lang), _OF.to(lang, rate=rate(counts.completion, lang))),
        (_PUNCTUALITY.to(lang), _OF.to(lang, rate=rate(counts.on_time, lang))),
        (_APART.to(lang), others),
    ))  # fmt: skip
    return h.ul(class_="sum")[_boxes(counts, lang)], rates


def _boxes(counts: Counts, lang: Lang) -> Iterator[Node]:
    """Yield each figure, with the sign before it and what it counts in part below."""
    assigned = h.divided((captions.GIVEN.to(lang), _strong(counts.assigned, lang)), " ")
    yield h.li[h.span(class_="box")[assigned]]
    for at, status in enumerate(ASSIGNED):
        told: list[Node] = [status.counted.to(lang), _strong(counts[status], lang)]
        if below := _parts(counts, status, lang):
            told.append(h.small[below])
        box = h.span(class_=f"box {status.look.css}")[h.divided(told, " ")]
        yield h.li[h.span(class_="op")[_PLUS if at else _EQUALS], box]


def _parts(counts: Counts, status: Status, lang: Lang) -> str:
    return ", ".join(
        f"{part.counted.to(lang).lower()} {grouped(counts[part], lang)}"
        for part in Remark
        if part.part_of is status
    )


def _strong(number: int, lang: Lang) -> Node:
    return h.strong[grouped(number, lang)]


def count_cells(counts: Counts, lang: Lang) -> Sequence[Valued]:
    """Return counts as cells under those headings."""
    numbers = (counts.assigned, *(counts[status] for status in ASSIGNED))
    rates = (counts.completion, counts.on_time)
    return [*(number_cell(each, lang) for each in numbers), *(_rate(of, lang) for of in rates)]


def _rate(of: Rate, lang: Lang) -> Valued:
    """Return a rate; without anything due it is sorted below the lowest."""
    return Valued(rate(of, lang), f"{of.part / of.whole:.6f}" if of.whole else "-1")
