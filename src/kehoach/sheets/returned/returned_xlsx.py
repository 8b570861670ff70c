"""A returned workbook as it was found: sheets known by their marks, each cell with its place."""

from collections.abc import Iterator, Mapping

from kehoach.grouping import group_by
from kehoach.reading.packages.package_parts import unread_parts
from kehoach.reading.packages.workbook import read_workbook
from kehoach.reading.packages.workbook_content import WorkbookContent, WorkbookSheet, WrittenCell
from kehoach.reading.packages.workbook_limits import (
    MOST_CELLS,
    MOST_ELEMENTS,
    MOST_MERGED,
    MOST_PARTS,
    MOST_PLACES,
    MOST_RANGES,
    MOST_ROWS,
    MOST_SHARED,
    MOST_UNPACKED,
    Refusal,
    WorkbookRefused,
)
from kehoach.sheets.form_layout import CATALOGUE, MARK, row_mark, sheet_mark
from kehoach.sheets.returned.form_sheet import Catalogue, FormSheet
from kehoach.sheets.returned.returned_sheets import ReturnedSheet, ReturnedWorkbook
from kehoach.sheets.returned.returned_troubles import CellTrouble, Troubles
from kehoach.words import Text
from kehoach.words.shortening import cut

_MARKED_WITHIN = 60  # rows and columns from the corner in which a sheet's mark is looked for
_LONGEST = 300
_OWNER, _ROW = 2, 3  # columns of the hidden list of rows
_BROKEN = Text("tệp hỏng, hoặc không phải .xlsx", "it is damaged, or no .xlsx")
_MEGABYTES = MOST_UNPACKED // 1_000_000
_REFUSED: Mapping[Refusal, Text] = {
    "locked": Text("tệp có mật khẩu, hoặc là .xls cũ; mở bằng bảng tính rồi lưu lại thành .xlsx",
                   "it has a password, or is an old .xls; open it and save it as .xlsx"),
    "broken": _BROKEN,
    "declares": _BROKEN,
    "unpacked": Text(f"tệp quá lớn: hơn {_MEGABYTES} MB sau khi giải nén, hoặc {MOST_PARTS} phần",
                  f"it is too large: over {_MEGABYTES} MB unpacked, or {MOST_PARTS} parts"),
    "wide": Text(f"tệp quá lớn: hơn {MOST_CELLS} ô có nội dung, hoặc {MOST_PLACES} ô",
                 f"it is too large: over {MOST_CELLS} cells that are filled in, or {MOST_PLACES} in all"),
    "merged": Text(f"tệp có hơn {MOST_RANGES} vùng ô gộp, hoặc các ô gộp phủ hơn {MOST_MERGED} ô",
                   f"it has over {MOST_RANGES} merged ranges, or they cover over {MOST_MERGED} cells"),
    "shared": Text(
        f"số ô dùng chung công thức nhân độ dài công thức vượt {MOST_SHARED} chữ",
        f"cells that share formulas times a formula's length are over {MOST_SHARED} letters"),
    "rows": Text(f"tệp có hơn {MOST_ROWS} dòng, kể cả dòng trống có định dạng",
                 f"it has over {MOST_ROWS} rows, blank ones with formats too"),
    "elements": Text(f"tệp có hơn {MOST_ELEMENTS} phần tử XML",
                     f"it has over {MOST_ELEMENTS} XML elements"),
}  # fmt: skip
_FOREIGN = Text(
    "không phải bảng do kehoach export --template lập (các dấu nhận biết trong cột ẩn không còn)",
    "it was not made by kehoach export --template (the marks of its hidden column are gone)",
)


class NotOurs(Exception):  # noqa: N818 - it is the file that is wrong
    """The file is no workbook that could be read, or none of ours."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def read_returned(raw: bytes) -> ReturnedWorkbook:
    """Return the sheets of a returned workbook.

    Raises:
        NotOurs: it cannot be opened, or no sheet of it bears our mark.
    """
    book = _opened(raw)
    expected = next((_catalogue(each) for each in book.sheets if _is_catalogue(each)), None)
    others = [each for each in book.sheets if not _is_catalogue(each)]
    if not any(map(_corner, others)):
        raise NotOurs(_FOREIGN)
    sheets: list[ReturnedSheet] = []
    troubles: list[CellTrouble] = []
    for sheet in others[:1]:  # a part of the file is of no sheet that could be named
        found = Troubles(sheet.name)
        _tell_parts(raw, found)
        troubles += found
    for sheet in others:
        found = Troubles(sheet.name)
        sheets += _read(sheet, book, expected, found)
        troubles += found
    return ReturnedWorkbook(tuple(sheets), tuple(troubles))


def _opened(raw: bytes) -> WorkbookContent:
    """Return what the file holds.

    Raises:
        NotOurs: it cannot be opened.
    """
    try:
        return read_workbook(raw)
    except WorkbookRefused as refused:
        raise NotOurs(_REFUSED[refused.reason]) from None


def _read(
    sheet: WorkbookSheet, book: WorkbookContent, expected: Catalogue | None, troubles: Troubles
) -> Iterator[ReturnedSheet]:
    """Yield what was filled in on a sheet, if it is an agency's; one without our mark is named."""
    corner = _corner(sheet)
    if corner is None:
        if sheet.cells:
            troubles.put("unknown-sheet")
    elif owner := sheet_mark(str(corner.value)):
        yield FormSheet(sheet, corner, book.epoch, troubles).read(owner, expected)


def _tell_parts(raw: bytes, troubles: Troubles) -> None:
    """Put down, in doubt, what the file holds besides its cells: text boxes, embedded files."""
    for each in unread_parts(raw):
        troubles.put("part-left", part=each.name, words=cut(each.words, _LONGEST))


def _is_catalogue(sheet: WorkbookSheet) -> bool:
    """Say whether a sheet is the hidden list of rows, by whatever name."""
    first = next(iter(sheet.cells), None)
    return first is not None and (first.coordinate, first.value) == ("A1", CATALOGUE)


def _catalogue(sheet: WorkbookSheet) -> Catalogue:
    """Return the rows that each agency's sheet was sent with, by the sheet's mark."""
    owners = {cell.row: str(cell.value) for cell in sheet.cells if cell.column == _OWNER}
    rows = {cell.row: row_mark(str(cell.value)) for cell in sheet.cells if cell.column == _ROW}
    sent = [(owners[row], mark) for row, mark in rows.items() if mark and row in owners]
    by_owner = group_by(sent, lambda each: each[0])
    return {owner: frozenset(mark for _, mark in of) for owner, of in by_owner.items()}


def _corner(sheet: WorkbookSheet) -> WrittenCell | None:
    """Return the cell that bears our mark."""
    near = (c for c in sheet.cells if max(c.row, c.column) <= _MARKED_WITHIN)
    return next((cell for cell in near if str(cell.value).split(" ")[0] == MARK), None)
