"""The first sheet of the workbook: what is judged, as of when, on what data, and the sums."""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach.run import Account
from kehoach.sheets.export_columns import Value
from kehoach.sheets.export_data import asked_words, revision_words
from kehoach.sheets.export_tables import share
from kehoach.sheets.workbook_looks import LookName
from kehoach.terminal.heading import heading
from kehoach.terminal.screen import Screen
from kehoach.verdicts.tables import Counts, Rate
from kehoach.words import Lang, Text, captions
from kehoach.words.statuses import APART, ASSIGNED, Remark, Shown, with_parts

# How its name looks, what, how many, out of how many.
_Figure = tuple[LookName, Text, int, int | None]
_TITLE = Text("Tình hình thực hiện kế hoạch", "Where the plan stands")
_OF_WHICH = Text("trong đó {part}", "of which {part}")
_APART = Text("Tính riêng: {name}", "Apart: {name}")
_HEADS = (
    captions.FIGURE, Text("Số lượng", "Number"), Text("Trên tổng", "Out of"),
    Text("Tỷ lệ", "Rate"),
)  # fmt: skip


class SummaryLine(NamedTuple):
    """A sentence and how it looks."""

    words: str
    look: LookName


class SummaryFigures(NamedTuple):
    """A row of figures: how its name looks, what, how many, of how many, the rate."""

    look: LookName
    cells: tuple[Value, Value, Value, Value]


def summary_lines(run: Account, lang: Lang) -> Iterator[SummaryLine]:
    """Yield the sentences above the figures; an invented result is called so first of all."""
    yield SummaryLine(_TITLE.to(lang), "title")
    lines = [line.plain for line in heading(run, Screen(lang=lang))]
    if run.sample:
        yield SummaryLine(lines.pop(0), "warning")
    for words in (*lines, revision_words(run, lang), asked_words(run, lang)):
        if words:
            yield SummaryLine(words, "line")


def summary_heads(lang: Lang) -> tuple[str, ...]:
    """Return the headings of the figures."""
    return tuple(each.to(lang) for each in _HEADS)


def summary_figures(counts: Counts, lang: Lang) -> Iterator[SummaryFigures]:
    """Yield the sum that adds up, its rates with both their numbers, and what stands apart."""
    for look, words, number, whole in (*_sum(counts), *_apart(counts)):
        rate = None if whole is None else share(Rate(number, whole))
        yield SummaryFigures(look, (words.to(lang), number, whole, rate))


def _sum(counts: Counts) -> Iterator[_Figure]:
    """Yield what was assigned, its parts and its rates."""
    whole, done, on_time = counts.assigned, counts.completion, counts.on_time
    yield ("whole", Text("Giao = đúng hạn + hoàn thành quá hạn + trong hạn + quá hạn",
                         "Assigned = on time + late + in term + overdue"), whole, None)  # fmt: skip
    for shown in with_parts(ASSIGNED):
        yield (*_named(shown, shown.label), counts[shown], whole)
    yield ("whole", Text("Tỷ lệ hoàn thành: đã xong trên số đến hạn hoặc đã xong",
                         "Completion: done out of done or due"), done.part, done.whole)  # fmt: skip
    yield ("whole", Text("Tỷ lệ đúng hạn: đúng hạn trên số đến hạn hoặc đã xong",
                         "On time: done on time out of done or due"),
           on_time.part, on_time.whole)  # fmt: skip


def _apart(counts: Counts) -> Iterator[_Figure]:
    """Yield what is no part of the sum."""
    for shown in (*with_parts(APART), Remark.REQUESTED):
        name = _APART.filled(name=_lower(shown.counted))
        yield (*_named(shown, name), counts[shown], None)


def _named(shown: Shown, name: Text) -> tuple[LookName, Text]:
    """Return how a status is named, or a part of one, and how the name looks."""
    if isinstance(shown, Remark) and shown.part_of:
        return "part", _OF_WHICH.filled(part=_lower(shown.counted))
    return "name", name


def _lower(words: Text) -> Text:
    return Text(*(each.lower() for each in words))
