"""The headline figures, what they add up to, and how they changed within a year."""

from collections.abc import Iterator, Sequence

from kehoach.document import Block, Prose, TableBlock, TableColumn, Title
from kehoach.explanations.figures import NONE, apart, change, rate, rate_change
from kehoach.run import Run
from kehoach.verdicts.tables import Counts, Rate
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.administrative import grouped
from kehoach.words.statuses import ASSIGNED, Remark, with_parts

_FIGURES = Text("Số liệu chính", "Headline figures")
_SUM = Text("{assigned} việc được giao = {parts}.", "{assigned} assigned = {parts}.")
_NOW = Text("Đến {day}", "At {day}")
_THEN = Text("Cùng ngày năm trước, {day}", "Year before, {day}")
_NO_BEFORE = Text(
    "Cùng ngày năm trước ({day}) chưa có việc nào được giao nên không so sánh được.",
    "A year before ({day}) nothing had been assigned yet: there is nothing to compare with.",
)
_APART = Text("Tính riêng, ngoài số được giao: {apart}.", "Counted apart: {apart}.")
_UNCOVERED = Text("trong đó báo cáo của kỳ chưa nêu", "of which the period's report leaves out")
_OF_WHICH = Text("– trong đó {part}", "– of which {part}")
_EXPLAINED = Text("Đã nêu lý do ÷ quá hạn", "Explained ÷ overdue")
_COMPLETION = Text("Tỷ lệ hoàn thành", "Completion rate")


def headline(run: Run, before: Run | None, lang: Lang) -> Iterator[Block]:
    """Yield the figures, what they add up to, and what they were a year before."""
    counts = run.counts
    yield Title(_FIGURES.to(lang))
    parts = (f"{grouped(counts[each], lang)} {each.label.to(lang).lower()}" for each in ASSIGNED)
    assigned = grouped(counts.assigned, lang)
    yield Prose(_SUM.to(lang, assigned=assigned, parts=" + ".join(parts)), "strong")
    compared = before if before and before.counts.assigned else None
    yield _figures(run, compared, lang)
    if before and not compared:
        yield Prose(_NO_BEFORE.to(lang, day=shown_day(before.as_of, lang)), "small")
    others = apart(counts, lang, lambda number: grouped(number, lang), "; ", _UNCOVERED)
    yield Prose(_APART.to(lang, apart=others), "small")


def _figures(run: Run, before: Run | None, lang: Lang) -> TableBlock:
    """Return the table of figures; without a run before there is one column of them."""
    heads = [_NOW.to(lang, day=shown_day(run.as_of, lang))]
    if before:
        heads += [_THEN.to(lang, day=shown_day(before.as_of, lang)), captions.CHANGE.to(lang)]
    columns = (
        TableColumn(captions.FIGURE.to(lang)),
        *(TableColumn(head, number=True) for head in heads),
    )
    states = [each.counts for each in (run, before) if each]
    return TableBlock(columns, tuple(_rows(states, lang)))


def _rows(states: Sequence[Counts], lang: Lang) -> Iterator[tuple[str, ...]]:
    """Yield each figure now and before: what is assigned, of it each status, and both rates."""
    yield captions.ASSIGNED.to(lang), *_numbers([each.assigned for each in states], lang)
    for shown in with_parts(ASSIGNED):
        name = shown.label.to(lang)
        if isinstance(shown, Remark):
            name = _OF_WHICH.to(lang, part=shown.counted.to(lang).lower())
        yield name, *_numbers([each[shown] for each in states], lang)
    yield _COMPLETION.to(lang), *_rates([each.completion for each in states], lang)
    yield captions.ON_TIME_RATE.to(lang), *_rates([each.on_time for each in states], lang)
    yield _EXPLAINED.to(lang), *_rates([each.explained for each in states], lang)


def _numbers(figures: Sequence[int], lang: Lang) -> Iterator[str]:
    """Yield a figure now, before, and by how much it changed."""
    now, *before = figures
    yield grouped(now, lang)
    for then in before:
        yield grouped(then, lang)
        yield change(now, then, lang)


def _rates(figures: Sequence[Rate], lang: Lang) -> Iterator[str]:
    """Yield a rate now, before, and by how many points it changed."""
    now, *before = figures
    yield rate(now, lang)
    for then in before:
        yield rate(then, lang) if then.whole else NONE
        yield rate_change(now, then, lang)
