"""The top of a summary: of what, as of when, on what data; the figures, and how they changed."""

from collections.abc import Callable, Iterator

from kehoach.explanations.figures import NONE, apart, change, rate, rate_change
from kehoach.explanations.labels import SAMPLE
from kehoach.letters.summary_message import Block, Column, Heading, Paragraph, Table
from kehoach.run import Run
from kehoach.verdicts.tables import Counts, Rate
from kehoach.words import Lang, Text, shown_day
from kehoach.words.administrative import administrative_day, grouped
from kehoach.words.statuses import ASSIGNED, Remark, Status, with_parts

_SUBJECT = Text(
    "Tình hình thực hiện {plans} tính đến hết {day}", "Where {plans} stands as of the end of {day}"
)
_LEFT_OUT = Text(
    "Chưa tính {count} tệp không đọc được: {files} (xem kehoach check)",
    "{count} unreadable files are not counted: {files} (see kehoach check)",
)
_FIGURES = Text("Số liệu chính", "Headline figures")
_SUM = Text(
    "{assigned} việc được giao = {on_time} hoàn thành đúng hạn + {late} hoàn thành quá hạn "
    "+ {in_term} trong hạn + {overdue} quá hạn.",
    "{assigned} assigned = {on_time} done on time + {late} done late + {in_term} in term "
    "+ {overdue} overdue.",
)
_NOW, _THEN = (
    Text("Đến {day}", "At {day}"),
    Text("Cùng ngày năm trước, {day}", "Year before, {day}"),
)
_NO_BEFORE = Text(
    "Cùng ngày năm trước ({day}) chưa có việc nào được giao nên không so sánh được.",
    "A year before ({day}) nothing had been assigned yet: there is nothing to compare with.",
)
_APART = Text("Tính riêng, ngoài số được giao: {apart}.", "Counted apart: {apart}.")
_UNCOVERED = Text("trong đó báo cáo của kỳ chưa nêu", "of which the period's report leaves out")
_ASSIGNED, _OF_WHICH = Text("Được giao", "Assigned"), Text("– trong đó {part}", "– of which {part}")
_RATES: tuple[tuple[Text, Callable[[Counts], Rate]], ...] = (
    (Text("Tỷ lệ hoàn thành", "Completion rate"), lambda of: of.completion),
    (Text("Tỷ lệ đúng hạn", "On-time rate"), lambda of: of.on_time),
)
_FEW_FILES = 3


def subject(run: Run, lang: Lang) -> str:
    """Return what the message is about."""
    plans = "; ".join(plan.name for plan in run.plans)
    return _SUBJECT.to(lang, plans=plans, day=administrative_day(run.as_of, lang))


def warnings(run: Run, lang: Lang, sample: bool) -> Iterator[Block]:
    """Yield what must be known before any figure is read."""
    if sample:
        yield Paragraph(SAMPLE.to(lang), "notice")
    if left := run.workspace.left_out:
        files = ", ".join(left[:_FEW_FILES]) + (" …" if len(left) > _FEW_FILES else "")
        yield Paragraph(_LEFT_OUT.to(lang, count=len(left), files=files), "notice")


def standing(run: Run, before: Run | None, lang: Lang) -> Iterator[Block]:
    """Yield the figures, what they add up to, and what they were a year before."""
    counts = run.counts
    yield Heading(_FIGURES.to(lang))
    yield Paragraph(_SUM.to(
        lang, assigned=grouped(counts.assigned, lang), on_time=grouped(counts[Status.DONE_ON_TIME], lang),
        late=grouped(counts[Status.DONE_LATE], lang), in_term=grouped(counts[Status.IN_TERM], lang),
        overdue=grouped(counts[Status.OVERDUE], lang),
    ), "strong")  # fmt: skip
    compared = before if before and before.counts.assigned else None
    yield _figures(run, compared, lang)
    if before and not compared:
        yield Paragraph(_NO_BEFORE.to(lang, day=shown_day(before.as_of, lang)), "small")
    others = apart(counts, lang, lambda number: grouped(number, lang), "; ", _UNCOVERED)
    yield Paragraph(_APART.to(lang, apart=others), "small")


def _figures(run: Run, before: Run | None, lang: Lang) -> Table:
    """Return the table of figures; without a run before there is one column of them."""
    columns = [Column(Text("Chỉ tiêu", "Figure").to(lang))]
    columns.append(Column(_NOW.to(lang, day=shown_day(run.as_of, lang)), number=True))
    if before:
        columns.append(Column(_THEN.to(lang, day=shown_day(before.as_of, lang)), number=True))
        columns.append(Column(Text("Thay đổi", "Change").to(lang), number=True))
    then = before.counts if before else None
    assigned = _number(run.counts.assigned, then.assigned if then else None, lang)
    rows = [(_ASSIGNED.to(lang), *assigned)]
    for shown in with_parts(ASSIGNED):
        name = shown.label.to(lang)
        if isinstance(shown, Remark):
            name = _OF_WHICH.to(lang, part=shown.counted.to(lang).lower())
        rows.append((name, *_number(run.counts[shown], then[shown] if then else None, lang)))
    rows += [
        (words.to(lang), *_rate(of(run.counts), of(then) if then else None, lang))
        for words, of in _RATES
    ]
    return Table(tuple(columns), tuple(rows))


def _number(now: int, before: int | None, lang: Lang) -> tuple[str, ...]:
    """Return a figure now, before, and by how much it changed."""
    if before is None:
        return (grouped(now, lang),)
    return grouped(now, lang), grouped(before, lang), change(now, before, lang)


def _rate(now: Rate, before: Rate | None, lang: Lang) -> tuple[str, ...]:
    """Return a rate now, before, and by how many points it changed."""
    if before is None:
        return (rate(now, lang),)
    then = rate(before, lang) if before.whole else NONE
    return rate(now, lang), then, rate_change(now, before, lang)
