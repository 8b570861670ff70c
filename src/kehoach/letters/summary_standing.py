"""The top of a summary: of what, as of when, on what data; the figures, and how they changed."""

from collections.abc import Iterator

from kehoach.explanations.figures import NONE, change, rate, rate_change
from kehoach.explanations.labels import SAMPLE
from kehoach.letters.summary_message import Block, Column, Heading, Paragraph, Table
from kehoach.run import Run
from kehoach.verdicts.tables import Counts
from kehoach.words import Lang, Text, shown_day
from kehoach.words.administrative import administrative_day, grouped

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
_APART = Text(
    "Tính riêng, ngoài số được giao: chờ điều kiện {waiting}; thường xuyên {ongoing} (trong đó báo "
    "cáo của kỳ chưa nêu {uncovered}); miễn {waived}; đề nghị {requested}.",
    "Counted apart: waiting {waiting}; ongoing {ongoing} (of which the period's report leaves out "
    "{uncovered}); waived {waived}; requested {requested}.",
)
_ROWS: tuple[tuple[Text, str], ...] = (
    (Text("Được giao", "Assigned"), "assigned"),
    (Text("Hoàn thành đúng hạn", "Done on time"), "done_on_time"),
    (Text("Hoàn thành quá hạn", "Done late"), "done_late"),
    (Text("Trong hạn", "In term"), "in_term"),
    (Text("– trong đó sắp đến hạn", "– of which due soon"), "due_soon"),
    (Text("Quá hạn", "Overdue"), "overdue"),
    (Text("– trong đó chưa gửi báo cáo", "– of which missing reports"), "missing_reports"),
)
_RATES: tuple[tuple[Text, str], ...] = (
    (Text("Tỷ lệ hoàn thành", "Completion rate"), "completion"),
    (Text("Tỷ lệ đúng hạn", "On-time rate"), "on_time"),
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
        lang, assigned=grouped(counts.assigned, lang), on_time=grouped(counts.done_on_time, lang),
        late=grouped(counts.done_late, lang), in_term=grouped(counts.in_term, lang),
        overdue=grouped(counts.overdue, lang),
    ), "strong")  # fmt: skip
    compared = before if before and before.counts.assigned else None
    yield _figures(run, compared, lang)
    if before and not compared:
        yield Paragraph(_NO_BEFORE.to(lang, day=shown_day(before.as_of, lang)), "small")
    apart = {
        name: grouped(getattr(counts, name), lang)
        for name in ("waiting", "ongoing", "uncovered", "waived", "requested")
    }
    yield Paragraph(_APART.to(lang, **apart), "small")


def _figures(run: Run, before: Run | None, lang: Lang) -> Table:
    """Return the table of figures; without a run before there is one column of them."""
    columns = [Column(Text("Chỉ tiêu", "Figure").to(lang))]
    columns.append(Column(_NOW.to(lang, day=shown_day(run.as_of, lang)), number=True))
    if before:
        columns.append(Column(_THEN.to(lang, day=shown_day(before.as_of, lang)), number=True))
        columns.append(Column(Text("Thay đổi", "Change").to(lang), number=True))
    then = before.counts if before else None
    rows = [
        (name.to(lang), *_numbers(run.counts, then, field, lang))
        for name, field in (*_ROWS, *_RATES)
    ]
    return Table(tuple(columns), tuple(rows))


def _numbers(now: Counts, before: Counts | None, field: str, lang: Lang) -> tuple[str, ...]:
    """Return a figure now, before, and by how much it changed."""
    new, old = getattr(now, field), getattr(before, field, None)
    if field in {name for _, name in _RATES}:
        if old is None:
            return (rate(new, lang),)
        then = rate(old, lang) if old.whole else NONE
        return rate(new, lang), then, rate_change(new, old, lang)
    if old is None:
        return (grouped(new, lang),)
    return grouped(new, lang), grouped(old, lang), change(new, old, lang)
