"""What stands on the sheets of the workbook, before anything is drawn."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from kehoach.run import Run
from kehoach.sheets.export_columns import COLUMNS, KIND, Cell, Column, Kind
from kehoach.sheets.export_data import clean
from kehoach.terminal.findings import severity_words
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.tables import Counts, Rate, count
from kehoach.words import Lang, Text
from kehoach.words.statuses import APART, ASSIGNED, Remark, Shown, with_parts

_OPEN = (
    "item",
    "period_name",
    "kind",
    "title",
    "agency_name",
    "role",
    "due",
    "days",
    "reason",
    "wording",
)


class Head(NamedTuple):
    """The heading of a column, and what the column holds."""

    name: str
    kind: Kind


class Sheet(NamedTuple):
    """A table under a name; ``printed`` is how many of its columns are for paper."""

    name: str
    heads: Sequence[Head]
    rows: Sequence[Sequence[Cell]]
    printed: int


def sheets(run: Run, lang: Lang) -> Iterator[Sheet]:
    """Yield the tables that follow the summary."""
    overdue = sorted((e for e in run.assessments if e.overdue), key=lambda e: -(e.days or 0))
    soon = sorted((e for e in run.assessments if e.due_soon), key=lambda e: -(e.days or 0))
    few = [column for column in COLUMNS if column.key in _OPEN]
    yield _obligations(run, Text("Nghĩa vụ", "Obligations"), COLUMNS, run.assessments, lang)
    yield _by_agency(run, lang)
    yield _by_item(run, lang)
    yield _obligations(run, Text("Quá hạn", "Overdue"), few, overdue, lang)
    yield _obligations(run, Text("Sắp đến hạn", "Due soon"), few, soon, lang)
    yield _findings(run, lang)


_FOR_PAPER = 14


def _obligations(
    run: Run, name: Text, columns: Sequence[Column], verdicts: Iterable[Assessment], lang: Lang
) -> Sheet:
    """Return an obligation a row."""
    heads = [Head(column.name.to(lang), column.kind) for column in columns]
    rows = [[column.cell(run, each, lang) for column in columns] for each in verdicts]
    return Sheet(name.to(lang), heads, rows, min(len(heads), _FOR_PAPER))


def _table(
    name: Text, first: Sequence[tuple[Text, Kind]], rows: Iterable[Sequence[Cell]], lang: Lang
) -> Sheet:
    heads = [Head(words.to(lang), kind) for words, kind in first]
    shown = [[clean(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    return Sheet(name.to(lang), heads, shown, len(heads))


_Counted = tuple[Text, Kind, Callable[[Counts], Cell]]


def _counted(shown: Shown) -> _Counted:
    """Return the column that counts a status, or what is remarked beside it."""
    return shown.counted, "number", lambda of: of[shown]


_COUNTS: tuple[_Counted, ...] = (
    (Text("Giao", "Assigned"), "number", lambda of: of.assigned),
    *map(_counted, with_parts(ASSIGNED)),
    (Text("Đã xong", "Done"), "number", lambda of: of.done),
    (Text("Đến hạn hoặc đã xong", "Due or done"), "number", lambda of: of.due),
    (Text("Tỷ lệ hoàn thành", "Completion"), "rate", lambda of: share(of.completion)),
    (Text("Tỷ lệ đúng hạn", "On-time rate"), "rate", lambda of: share(of.on_time)),
    *map(_counted, (*with_parts(APART), Remark.REQUESTED)),
)
_COUNT_HEADS: tuple[tuple[Text, Kind], ...] = tuple((name, kind) for name, kind, _ in _COUNTS)


def share(rate: Rate) -> float | None:
    """Return a rate as a number from 0 to 1; without anything due there is none."""
    return rate.part / rate.whole if rate.whole else None


def _numbers(counts: Counts) -> list[Cell]:
    return [value(counts) for _, _, value in _COUNTS]


def _by_agency(run: Run, lang: Lang) -> Sheet:
    """Return an agency a row, the worst first; those with nothing done are there too."""
    heads: tuple[tuple[Text, Kind], ...] = (
        (Text("Cơ quan", "Agency"), "text"), (Text("Chủ trì", "Led"), "number"),
        (Text("Thực hiện", "Implements"), "number"), (Text("Phối hợp", "Coordinates"), "number"),
        *_COUNT_HEADS,
    )  # fmt: skip
    rows = (
        [
            run.agency_name(row.agency), row.led, row.implemented, row.coordinated,
            *_numbers(row.counts),
        ]
        for row in run.responsibilities
    )  # fmt: skip
    return _table(Text("Theo cơ quan", "By agency"), heads, rows, lang)


def _by_item(run: Run, lang: Lang) -> Sheet:
    """Return an item a row, in the plan's order."""
    heads: tuple[tuple[Text, Kind], ...] = (
        (Text("Kế hoạch", "Plan"), "text"), (Text("Mục", "Item"), "text"),
        (Text("Loại", "Kind"), "text"), (Text("Nội dung", "Matter"), "text"), *_COUNT_HEADS,
    )  # fmt: skip
    groups: dict[tuple[str, str], list[Assessment]] = defaultdict(list)
    for each in run.assessments:
        demand = each.obligation.demand
        groups[demand.plan.id, demand.item.id].append(each)
    rows = (
        [plan, item.id, KIND[item.kind].to(lang), item.title, *_numbers(count(group))]
        for (plan, _), group in groups.items()
        for item in (group[0].obligation.demand.item,)
    )
    return _table(Text("Theo mục", "By item"), heads, rows, lang)


def _findings(run: Run, lang: Lang) -> Sheet:
    """Return what is wrong in the files, a finding a row."""
    heads: tuple[tuple[Text, Kind], ...] = (
        (Text("Mã", "Code"), "text"), (Text("Mức", "Severity"), "text"),
        (Text("Tệp", "File"), "text"), (Text("Dòng", "Line"), "number"),
        (Text("Cột", "Column"), "number"), (Text("Phát hiện", "Finding"), "text"),
        (Text("Cách sửa", "How to mend it"), "text"), (Text("Cơ quan", "Agency"), "text"),
        (Text("Mục", "Item"), "text"), (Text("Kỳ", "Period"), "text"),
    )  # fmt: skip
    rows = (
        [
            found.finding.rule.code, severity_words(found, lang),
            run.shown_file(found.finding.place.file), found.line, found.column,
            found.finding.message(lang), found.finding.hint(lang), found.finding.subject.agency,
            found.finding.subject.item, found.finding.subject.period,
        ]
        for found in run.located(run.wrong)
    )  # fmt: skip
    return _table(Text("Phát hiện", "Findings"), heads, rows, lang)
