"""The tables of the workbook, before anything is drawn: each a list of columns over its rows."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from kehoach.grouping import group_by
from kehoach.model.plan import Item
from kehoach.reading.positions import Located
from kehoach.run import Account
from kehoach.sheets.duty_rows import DutyRows
from kehoach.sheets.export_columns import COLUMNS, ExportColumn, Kind, Value, kind_words
from kehoach.terminal.findings import severity_words
from kehoach.verdicts.tables import Counts, Rate, Responsibility, total
from kehoach.words import Lang, Text, captions
from kehoach.words.captions import AGENCY, ITEM, MATTER, PERIOD
from kehoach.words.statuses import APART, ASSIGNED, Remark, Shown, Status, with_parts

_Row = TypeVar("_Row")
_FOR_PAPER = 14
_OPEN = {
    "item", "period_name", "kind", "title", "agency_name", "role", "due", "days", "reason",
    "wording",
}  # fmt: skip


class TableColumn(NamedTuple):
    """A column under its name: what it holds, row by row."""

    name: str
    kind: Kind
    values: Sequence[Value]


class ExportTable(NamedTuple):
    """A table under a name; ``printed`` is how many of its columns are for paper."""

    name: str
    columns: Sequence[TableColumn]
    printed: int


class _Counted(Protocol):
    """What has counts: an agency, an item."""

    @property
    def counts(self) -> Counts:
        """How its obligations stand."""


class _ItemCounts(NamedTuple):
    """How an item of a plan stands, over all who owe it."""

    plan: str
    item: Item
    counts: Counts


def export_tables(run: Account, duties: DutyRows, lang: Lang) -> Iterator[ExportTable]:
    """Yield the tables that follow the summary."""

    def table(
        name: Text, columns: Sequence[ExportColumn[_Row]], rows: Iterable[_Row]
    ) -> ExportTable:
        every = [*rows]
        told = [
            TableColumn(each.label.to(lang), each.kind, [*map(each.value, every)])
            for each in columns
        ]
        return ExportTable(name.to(lang), told, len(told))

    def obligations(name: Text, keys: set[str], some: DutyRows) -> ExportTable:
        told = [
            TableColumn(column.label.to(lang), column.kind, values)
            for column, values in zip(COLUMNS, some.columns, strict=True)
            if column.key in keys
        ]
        return ExportTable(name.to(lang), told, min(len(told), _FOR_PAPER))

    every = {column.key for column in COLUMNS}
    yield obligations(Text("Nghĩa vụ", "Obligations"), every, duties)
    yield table(Text("Theo cơ quan", "By agency"), _by_agency(run), run.responsibilities)
    yield table(Text("Theo mục", "By item"), _by_item(lang), _items(run))
    overdue, soon = duties.where("state", Status.OVERDUE), duties.where("due_soon", value=True)
    yield obligations(Status.OVERDUE.label, _OPEN, overdue)
    yield obligations(Remark.DUE_SOON.label, _OPEN, soon)
    yield table(Text("Phát hiện", "Findings"), _of_finding(run, lang), run.located(run.wrong))


def share(rate: Rate) -> float | None:
    """Return a rate as a number from 0 to 1; without anything due there is none."""
    return rate.part / rate.whole if rate.whole else None


def _number(shown: Shown) -> ExportColumn[_Counted]:
    """Return the column that counts a status, or what is remarked beside it."""
    return ExportColumn(shown.value, shown.counted, "number", lambda of: of.counts[shown])


_COUNTS: tuple[ExportColumn[_Counted], ...] = (
    ExportColumn("assigned", captions.GIVEN, "number", lambda of: of.counts.assigned),
    *map(_number, with_parts(ASSIGNED)),
    ExportColumn("done", Text("Đã xong", "Done"), "number", lambda of: of.counts.done),
    ExportColumn("due", Text("Đến hạn hoặc đã xong", "Due or done"), "number",
                 lambda of: of.counts.due),
    ExportColumn("completion", captions.COMPLETION, "rate",
                 lambda of: share(of.counts.completion)),
    ExportColumn("on_time", captions.ON_TIME_RATE, "rate",
                 lambda of: share(of.counts.on_time)),
    *map(_number, (*with_parts(APART), Remark.REQUESTED)),
)  # fmt: skip


def _by_agency(run: Account) -> Sequence[ExportColumn[Responsibility]]:
    """Return the columns of an agency a row, the worst first; with nothing done it is there too."""
    return (
        ExportColumn("agency", AGENCY, "text",
                     lambda of: run.agency_name(of.agency)),
        ExportColumn("led", Text("Chủ trì", "Led"), "number", lambda of: of.led),
        ExportColumn("implemented", captions.IMPLEMENTS, "number",
                     lambda of: of.implemented),
        ExportColumn("coordinated", Text("Phối hợp", "Coordinates"), "number",
                     lambda of: of.coordinated),
        *_COUNTS,
    )  # fmt: skip


def _items(run: Account) -> Iterator[_ItemCounts]:
    """Yield how each item stands, in the plan's order."""
    groups = group_by(run.by_demand, lambda demand: (demand.plan.id, demand.item.id))
    for (plan, _), demands in groups.items():
        counts = total(run.by_demand[demand] for demand in demands)
        yield _ItemCounts(plan, demands[0].item, counts)


def _by_item(lang: Lang) -> Sequence[ExportColumn[_ItemCounts]]:
    """Return the columns of an item a row."""
    return (
        ExportColumn("plan", captions.PLAN, "text", lambda of: of.plan),
        ExportColumn("item", ITEM, "text", lambda of: of.item.id),
        ExportColumn("kind", captions.KIND, "text", lambda of: kind_words(of.item, lang)),
        ExportColumn("title", MATTER, "text", lambda of: of.item.title),
        *_COUNTS,
    )


def _of_finding(run: Account, lang: Lang) -> Sequence[ExportColumn[Located]]:
    """Return the columns of what is wrong in the files, a finding a row."""
    return (
        ExportColumn("code", captions.CODE, "text", lambda of: of.finding.rule.code),
        ExportColumn("severity", captions.SEVERITY, "text",
                     lambda of: severity_words(of, lang)),
        ExportColumn("file", captions.FILE, "text",
                     lambda of: run.shown_file(of.finding.place.file)),
        ExportColumn("line", Text("Dòng", "Line"), "number", lambda of: of.line),
        ExportColumn("column", Text("Cột", "Column"), "number", lambda of: of.column),
        ExportColumn("message", captions.FINDING, "text",
                     lambda of: of.finding.message(lang)),
        ExportColumn("hint", Text("Cách sửa", "How to mend it"), "text",
                     lambda of: of.finding.hint(lang)),
        ExportColumn("agency", AGENCY, "text",
                     lambda of: of.finding.subject.agency),
        ExportColumn("item", ITEM, "text", lambda of: of.finding.subject.item),
        ExportColumn("period", PERIOD, "text", lambda of: of.finding.subject.period),
    )  # fmt: skip
