"""Part III of a consolidated report: the figures of all items, and who was not asked."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from kehoach.document import Block, Bullets, Prose, TableBlock, TableColumn, Title
from kehoach.grouping import group_by
from kehoach.letters.consolidation.agency_words import named
from kehoach.letters.consolidation.consolidated_items import ConsolidatedItem, Standing
from kehoach.letters.consolidation.gathered_reports import Consolidation
from kehoach.letters.consolidation.results import item_name
from kehoach.model.submissions import Progress
from kehoach.run import Run
from kehoach.words import Lang, Text
from kehoach.words.administrative import administrative_number
from kehoach.words.captions import ITEM

_TITLE = Text("III. SỐ LIỆU TỔNG HỢP", "III. FIGURES")
_WHO = Text("1. Ai nêu, ai không nêu", "1. Who told of it and who did not")
_WHAT = Text("2. Kết quả của các đơn vị có nêu", "2. What they told")
_SUMS = Text(
    "Được giao = có nêu + không phát sinh + nêu ở kỳ khác + miễn + không nêu + chưa báo cáo + "
    "không thuộc diện. Đơn vị không được giao mà có nêu thì không cộng vào đây.",
    "Laid on = told + nothing arose + told for another period + excused + left out + not reported "
    "+ not asked. Agencies that told of what is not laid on them are in no sum.",
)
_OWED, _TOTAL = Text("Được giao", "Laid on"), Text("Cộng", "Sum")
_PROGRESS: dict[Progress, Text] = {
    "done": Text("Đã xong (đã gửi)", "Done (sent)"),
    "in_progress": Text("Đang làm", "In progress"),
    "not_started": Text("Chưa làm", "Not started"),
}
_QUANTITY = Text("Số lượng/tối thiểu", "Quantity/minimum")
_EVIDENCE = Text("Văn bản minh chứng", "Documents")
_UNASKED = Text(
    "3. Đơn vị được giao nhưng không thuộc diện báo cáo kỳ này và chưa nêu",
    "3. Agencies that owe an item, need not report and said nothing",
)
_GROUP = Text("Mục {items} ({count} đơn vị): {names}", "Items {items} ({count}): {names}")
_NONE = "–"
_T = TypeVar("_T")


def figures(run: Run, of: Consolidation, lang: Lang) -> Iterator[Block]:
    """Yield the third part; each row adds up, and so does each column."""
    yield Title(_TITLE.to(lang))
    yield Title(_WHO.to(lang), 3)
    yield Prose(_SUMS.to(lang))
    yield _who(of, lang)
    yield Title(_WHAT.to(lang), 3)
    yield _what(of, lang)
    if groups := tuple(_unasked(run, of, lang)):
        yield Title(_UNASKED.to(lang), 3)
        yield Bullets(groups)


def _who(of: Consolidation, lang: Lang) -> TableBlock:
    """Return how many agencies stand where, an item a row."""
    heads = (_OWED, *(standing.counted for standing in Standing))
    columns = tuple(TableColumn(head.to(lang), number=True, width=17) for head in heads)
    rows = [(each.owed, *(len(each.those(standing)) for standing in Standing)) for each in of.items]
    return _summed(of, columns, rows, lang)


def _what(of: Consolidation, lang: Lang) -> TableBlock:
    """Return how many are done, an item a row; quantities of different things are not added."""
    heads = (Standing.ANSWERED.counted, *_PROGRESS.values())
    columns = (
        *(TableColumn(head.to(lang), number=True, width=22) for head in heads),
        TableColumn(_EVIDENCE.to(lang), number=True, width=23),
    )
    rows = [
        (len(each.counted), *(each.progress[state] for state in _PROGRESS), each.evidence)
        for each in of.items
    ]
    table = _summed(of, columns, rows, lang)
    quantities = (*map(_quantities, of.items), _NONE)
    return table._replace(
        columns=_inserted(table.columns, TableColumn(_QUANTITY.to(lang), width=28)),
        rows=tuple(map(_inserted, table.rows, quantities)),
    )


def _summed(
    of: Consolidation, columns: Sequence[TableColumn], rows: Sequence[tuple[int, ...]], lang: Lang
) -> TableBlock:
    """Return a table of numbers, an item a row; the last row is their sum."""
    total = tuple(map(sum, zip(*rows, strict=True))) if rows else (0,) * len(columns)
    names = (*(item_name(of, each, lang) for each in of.items), _TOTAL.to(lang))
    cells = ((name, *map(str, row)) for name, row in zip(names, (*rows, total), strict=True))
    first = TableColumn(ITEM.to(lang), width=26)
    return TableBlock((first, *columns), tuple(cells), summed=True)


def _inserted(row: tuple[_T, ...], value: _T) -> tuple[_T, ...]:
    """Return a row with a further value before its last."""
    return (*row[:-1], value, row[-1])


def _quantities(of: ConsolidatedItem) -> str:
    """Return what was reached, and of which minimum, by unit."""
    sums = (
        f"{each.reached}{f'/{each.asked}' if each.asked else ''} {each.unit or ''}".strip()
        for each in of.quantities
    )
    return "; ".join(sums) or _NONE


def _unasked(run: Run, of: Consolidation, lang: Lang) -> Iterator[str]:
    """Yield each agency that was not asked once, with others that owe the same items."""
    owed = group_by(
        (
            (verdict.agency, named(run, verdict, lang), item_name(of, each, lang))
            for each in of.items
            for verdict in each.those(Standing.UNASKED)
        ),
        lambda row: row[:2],  # two bodies may share a name
    )
    alike = group_by(owed.items(), lambda group: tuple(item for *_, item in group[1]))
    for items, groups in alike.items():
        names = [name for (_, name), _ in groups]
        count = administrative_number(len(names), lang)
        yield _GROUP.to(lang, items=", ".join(items), count=count, names="; ".join(names))
