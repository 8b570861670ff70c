"""The first sheet of the workbook: what is judged, as of when, on what data, and the sums."""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach.run import Run
from kehoach.sheets.export_columns import Cell
from kehoach.sheets.export_data import asked_words, revision_words
from kehoach.sheets.export_sheets import share
from kehoach.terminal.heading import heading
from kehoach.terminal.screen import Screen
from kehoach.verdicts.tables import Counts
from kehoach.words import Lang, Text
from kehoach.words.statuses import APART, ASSIGNED, Remark, Shown, with_parts

_TITLE = Text("Tình hình thực hiện kế hoạch", "Where the plan stands")
_OF_WHICH = Text("trong đó {part}", "of which {part}")
_APART = Text("Tính riêng: {name}", "Apart: {name}")


class Line(NamedTuple):
    """A sentence and how it looks."""

    words: str
    look: str


class Figures(NamedTuple):
    """A row of figures: what, how many, of how many, the rate."""

    look: str
    cells: tuple[Cell, ...]


def about(run: Run, lang: Lang) -> Iterator[Line]:
    """Yield the sentences above the figures; an invented result is called so first of all."""
    yield Line(_TITLE.to(lang), "title")
    lines = [line.plain for line in heading(run, Screen(lang=lang))]
    if run.sample:
        yield Line(lines.pop(0), "warning")
    for words in (*lines, revision_words(run, lang), asked_words(run, lang)):
        if words:
            yield Line(words, "line")


def figures(counts: Counts, lang: Lang) -> Iterator[Figures]:
    """Yield the sum that adds up, its rates with both their numbers, and what stands apart."""
    yield Figures("head", (
        Text("Chỉ tiêu", "Figure").to(lang), Text("Số lượng", "Number").to(lang),
        Text("Trên tổng", "Out of").to(lang), Text("Tỷ lệ", "Rate").to(lang),
    ))  # fmt: skip
    whole = counts.assigned
    yield Figures("whole", (
        Text("Giao = đúng hạn + hoàn thành quá hạn + trong hạn + quá hạn",
             "Assigned = on time + late + in term + overdue").to(lang), whole, None, None,
    ))  # fmt: skip
    for shown in with_parts(ASSIGNED):
        number, part = counts[shown], isinstance(shown, Remark)
        words = _part(shown, lang) if part else shown.label.to(lang)
        share_of = number / whole if whole else None
        yield Figures("part" if part else "name", (words, number, whole, share_of))
    rates = (
        (Text("Tỷ lệ hoàn thành: đã xong trên số đến hạn hoặc đã xong",
              "Completion: done out of done or due"), counts.completion),
        (Text("Tỷ lệ đúng hạn: đúng hạn trên số đến hạn hoặc đã xong",
              "On time: done on time out of done or due"), counts.on_time),
    )  # fmt: skip
    for name, rate in rates:
        yield Figures("whole", (name.to(lang), rate.part, rate.whole, share(rate)))
    yield from _apart(counts, lang)


def _apart(counts: Counts, lang: Lang) -> Iterator[Figures]:
    """Yield what is no part of the sum."""
    for shown in (*with_parts(APART), Remark.REQUESTED):
        if isinstance(shown, Remark) and shown.part_of:
            yield Figures("part", (_part(shown, lang), counts[shown], None, None))
        else:
            name = _APART.to(lang, name=shown.counted.to(lang).lower())
            yield Figures("name", (name, counts[shown], None, None))


def _part(shown: Shown, lang: Lang) -> str:
    return _OF_WHICH.to(lang, part=shown.counted.to(lang).lower())
