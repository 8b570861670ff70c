"""Part III of a consolidated report: the figures of all items, and who was not asked."""

from collections import defaultdict
from collections.abc import Iterator
from typing import get_args

from kehoach.letters.consolidation import Consolidation
from kehoach.letters.consolidation_blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Table,
    named,
    number,
)
from kehoach.letters.consolidation_matters import matter_name
from kehoach.letters.matters import Matter, Standing
from kehoach.model.submissions import Progress
from kehoach.run import Run
from kehoach.words import Lang, Text

_TITLE = Text("III. SỐ LIỆU TỔNG HỢP", "III. FIGURES")
_WHO = Text("1. Ai nêu, ai không nêu", "1. Who told of it and who did not")
_WHAT = Text("2. Kết quả của các đơn vị có nêu", "2. What they told")
_SUMS = Text(
    "Được giao = có nêu + không phát sinh + nêu ở kỳ khác + miễn + không nêu + chưa báo cáo + "
    "không thuộc diện. Đơn vị không được giao mà có nêu thì không cộng vào đây.",
    "Laid on = told + nothing arose + told for another period + excused + left out + not reported "
    "+ not asked. Agencies that told of what is not laid on them are in no sum.",
)
_ITEM = Text("Mục", "Item")
_OWED = Text("Được giao", "Laid on")
_TOTAL = Text("Cộng", "Sum")
_STANDING = {
    Standing.ANSWERED: Text("Có nêu", "Told"),
    Standing.NIL: Text("Không phát sinh", "Nothing arose"),
    Standing.ELSEWHERE: Text("Nêu ở kỳ khác", "Another period"),
    Standing.WAIVED: Text("Miễn", "Excused"),
    Standing.SILENT: Text("Không nêu", "Left out"),
    Standing.UNREPORTED: Text("Chưa báo cáo", "Not reported"),
    Standing.UNASKED: Text("Không thuộc diện", "Not asked"),
}
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


def figures(run: Run, of: Consolidation, lang: Lang) -> Iterator[Block]:
    """Yield the third part; each row adds up, and so does each column."""
    yield Heading(2, _TITLE.to(lang))
    yield Heading(3, _WHO.to(lang))
    yield Paragraph(_SUMS.to(lang))
    yield _who(of, lang)
    yield Heading(3, _WHAT.to(lang))
    yield _what(of, lang)
    if groups := tuple(_unasked(run, of, lang)):
        yield Heading(3, _UNASKED.to(lang))
        yield Bullets(groups)


def _who(of: Consolidation, lang: Lang) -> Table:
    """Return how many agencies stand where, an item a row."""
    names = (_OWED, *(_STANDING[standing] for standing in Standing))
    rows = [
        (matter.owed, *(len(matter.those(standing)) for standing in Standing))
        for matter in of.matters
    ]
    total = tuple(map(sum, zip(*rows, strict=True))) if rows else (0,) * len(names)
    columns = (Column(_ITEM.to(lang), 26), *(Column(name.to(lang), 17, True) for name in names))
    cells = [(matter_name(of, matter), *map(str, row))
             for matter, row in zip(of.matters, rows, strict=True)]  # fmt: skip
    return Table(columns, (*cells, (_TOTAL.to(lang), *map(str, total))), summed=True)


def _what(of: Consolidation, lang: Lang) -> Table:
    """Return how many are done, an item a row; quantities of different things are not added."""
    states: tuple[Progress, ...] = tuple(reversed(get_args(Progress)))
    names = (_STANDING[Standing.ANSWERED], *(_PROGRESS[state] for state in states))
    rows = [
        (len(matter.counted), *(matter.progress[state] for state in states), matter.evidence)
        for matter in of.matters
    ]
    total = tuple(map(sum, zip(*rows, strict=True))) if rows else (0,) * (len(names) + 1)
    columns = (
        Column(_ITEM.to(lang), 26),
        *(Column(name.to(lang), 22, True) for name in names),
        Column(_QUANTITY.to(lang), 28),
        Column(_EVIDENCE.to(lang), 23, True),
    )
    cells = [
        _cells(matter_name(of, matter), row, _quantities(matter))
        for matter, row in zip(of.matters, rows, strict=True)
    ]
    return Table(columns, (*cells, _cells(_TOTAL.to(lang), total, "–")), summed=True)


def _cells(name: str, row: tuple[int, ...], quantities: str) -> tuple[str, ...]:
    """Return a row with its quantities before the last number."""
    return (name, *map(str, row[:-1]), quantities, str(row[-1]))


def _quantities(matter: Matter) -> str:
    sums = "; ".join(
        f"{each.reached}/{each.asked} {each.unit or ''}".strip() if each.asked
        else f"{each.reached} {each.unit or ''}".strip()
        for each in matter.quantities
    )  # fmt: skip
    return sums or "–"


def _unasked(run: Run, of: Consolidation, lang: Lang) -> Iterator[str]:
    """Yield each agency that was not asked once, with others that owe the same items."""
    items: dict[tuple[str, str], list[str]] = defaultdict(list)  # two bodies may share a name
    for matter in of.matters:
        for verdict in matter.those(Standing.UNASKED):
            items[verdict.agency, named(run, verdict, lang)].append(matter_name(of, matter))
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for (_, name), ids in items.items():
        alike[tuple(ids)].append(name)
    for ids_, names in alike.items():
        yield _GROUP.to(
            lang, items=", ".join(ids_), count=number(len(names), lang), names="; ".join(names)
        )
