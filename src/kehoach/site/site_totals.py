"""The figures that must add up, and the rates with both their numbers."""

from collections.abc import Sequence

from kehoach.explanations.figures import apart, rate
from kehoach.site.site_html import Cell, Column, Content, Html, element, joined, pairs
from kehoach.verdicts.tables import Counts, Rate
from kehoach.words import Lang, Text
from kehoach.words.administrative import grouped
from kehoach.words.statuses import ASSIGNED, Remark

_ASSIGNED = Text("Giao", "Assigned")
_COMPLETION = Text("Tỷ lệ hoàn thành", "Completion")
_PUNCTUALITY = Text("Tỷ lệ đúng hạn", "On time")
_OF = Text("{rate} việc đã đến hạn hoặc đã xong", "{rate} of what is done or due")
_APART = Text("Tính riêng", "Counted apart")
_UNCOVERED = Text("báo cáo bỏ sót", "not covered")
_REQUESTED = Text("chỉ đề nghị", "requested")


def totals(counts: Counts, lang: Lang) -> Html:
    """Return assigned = on time + late + in term + overdue, the rates, and what stands apart."""

    def number(count: int) -> str:
        return grouped(count, lang)

    boxes = [_box("", "", _ASSIGNED.to(lang), number(counts.assigned), "")]
    for status in ASSIGNED:
        sign = "+" if len(boxes) > 1 else "="
        below = ", ".join(
            f"{part.counted.to(lang).lower()} {number(counts[part])}"
            for part in Remark
            if part.part_of is status
        )
        name = status.counted.to(lang)
        boxes.append(_box(sign, status.look.css, name, number(counts[status]), below))
    others = apart(counts, lang, number, uncovered=_UNCOVERED, requested=_REQUESTED)
    rates = pairs((
        (_COMPLETION.to(lang), _OF.to(lang, rate=rate(counts.completion, lang))),
        (_PUNCTUALITY.to(lang), _OF.to(lang, rate=rate(counts.on_time, lang))),
        (_APART.to(lang), others),
    ))  # fmt: skip
    return joined((element("ul", *boxes, class_="sum"), rates))


def _box(sign: str, css: str, name: str, number: str, below: str) -> Html:
    """Return one figure, with the sign before it."""
    told = (element("small", below),) if below else ()
    box = element(
        "span", joined((name, element("strong", number), *told), " "), class_=f"box {css}".strip()
    )
    before = (element("span", Html(sign), class_="op"),) if sign else ()
    return element("li", *before, box)


def count_columns(lang: Lang) -> Sequence[Column]:
    """Return the headings of counts in a table."""
    names = (_ASSIGNED, *(each.counted for each in ASSIGNED), _COMPLETION, _PUNCTUALITY)
    return [Column(name.to(lang), number=True) for name in names]


def count_cells(counts: Counts, lang: Lang) -> list[Content]:
    """Return counts as cells under those headings."""
    numbers = (counts.assigned, *(counts[status] for status in ASSIGNED))
    figures = [Cell(grouped(number, lang), str(number)) for number in numbers]
    return [*figures, _rate(counts.completion, lang), _rate(counts.on_time, lang)]


def _rate(of: Rate, lang: Lang) -> Cell:
    """Return a rate; without anything due it is sorted below the lowest."""
    return Cell(rate(of, lang), f"{of.part / of.whole:.6f}" if of.whole else "-1")
