"""The figures that must add up, and the rates with both their numbers."""

from collections.abc import Sequence

from kehoach.explanations.figures import rate
from kehoach.site.site_html import Cell, Column, Content, Html, element, joined, pairs
from kehoach.verdicts.tables import Counts, Rate
from kehoach.words import Lang, Text
from kehoach.words.administrative import grouped

_ASSIGNED = Text("Giao", "Assigned")
_ON_TIME = Text("Đúng hạn", "On time")
_LATE = Text("Hoàn thành quá hạn", "Done late")
_IN_TERM = Text("Trong hạn", "In term")
_OVERDUE = Text("Quá hạn", "Overdue")
_SOON = Text("sắp đến hạn {count}", "due soon {count}")
_MISSING = Text("chưa gửi báo cáo {count}", "missing reports {count}")
_COMPLETION = Text("Tỷ lệ hoàn thành", "Completion")
_PUNCTUALITY = Text("Tỷ lệ đúng hạn", "On time")
_OF = Text("{rate} việc đã đến hạn hoặc đã xong", "{rate} of what is done or due")
_APART = Text("Tính riêng", "Counted apart")
_OTHERS = Text(
    "chờ điều kiện {waiting} · thường xuyên {ongoing} (báo cáo bỏ sót {uncovered}) · miễn {waived} "
    "· chỉ đề nghị {requested}",
    "waiting {waiting} · ongoing {ongoing} (not covered {uncovered}) · waived {waived} "
    "· requested {requested}",
)


def totals(counts: Counts, lang: Lang) -> Html:
    """Return assigned = on time + late + in term + overdue, the rates, and what stands apart."""
    soon = _SOON.to(lang, count=grouped(counts.due_soon, lang))
    missing = _MISSING.to(lang, count=grouped(counts.missing_reports, lang))
    figures = (
        ("", "", _ASSIGNED, counts.assigned, ""),
        ("=", "d", _ON_TIME, counts.done_on_time, ""),
        ("+", "m", _LATE, counts.done_late, ""),
        ("+", "t", _IN_TERM, counts.in_term, soon),
        ("+", "q", _OVERDUE, counts.overdue, missing),
    )
    boxes = (_box(sign, css, name.to(lang), grouped(number, lang), below)
             for sign, css, name, number, below in figures)  # fmt: skip
    numbers = {
        name: grouped(getattr(counts, name), lang)
        for name in ("waiting", "ongoing", "uncovered", "waived", "requested")
    }
    rates = pairs((
        (_COMPLETION.to(lang), _OF.to(lang, rate=rate(counts.completion, lang))),
        (_PUNCTUALITY.to(lang), _OF.to(lang, rate=rate(counts.on_time, lang))),
        (_APART.to(lang), _OTHERS.to(lang, **numbers)),
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
    names = (_ASSIGNED, _ON_TIME, _LATE, _IN_TERM, _OVERDUE, _COMPLETION, _PUNCTUALITY)
    return [Column(name.to(lang), number=True) for name in names]


def count_cells(counts: Counts, lang: Lang) -> list[Content]:
    """Return counts as cells under those headings."""
    numbers = (
        counts.assigned, counts.done_on_time, counts.done_late, counts.in_term, counts.overdue
    )  # fmt: skip
    figures = [Cell(grouped(number, lang), str(number)) for number in numbers]
    return [*figures, _rate(counts.completion, lang), _rate(counts.on_time, lang)]


def _rate(of: Rate, lang: Lang) -> Cell:
    """Return a rate; without anything due it is sorted below the lowest."""
    return Cell(rate(of, lang), f"{of.part / of.whole:.6f}" if of.whole else "-1")
