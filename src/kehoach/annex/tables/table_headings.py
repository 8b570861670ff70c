"""The columns of an annex, known by their headings: with or without tones, in one row or two."""

import re
from typing import NamedTuple

from kehoach.annex.annex_document import AnnexCell, AnnexRow, AnnexTable
from kehoach.annex.clean_words import bare
from kehoach.words import Text, captions
from kehoach.words.shortening import flat

# What a column holds; in this order a heading is asked, and the first that fits counts.
_BODIES = "(co quan|don vi|bo phan|phong ban|nguoi|so nganh|dia phuong|to chuc|cq|dv)"
_TIMES = "(thoi gian|thoi han|thoi diem|tien do|ky han|ket thuc|han chot|lo trinh)"
_ENDS = (
    "(han|ngay|thang|nam|quy|ke hoach|du kien)( phai)? "
    "(hoan thanh|thuc hien|trinh|ban hanh|bao cao|xu ly)"
)
_WORKS = "(nhiem vu|noi dung|cong viec|dau viec|hoat dong|giai phap|viec thuc hien)"
_DOES = "(thuc hien|trien khai|phu trach|xu ly|giai quyet)"
_LEADS = "(chu tri|dau moi|chiu trach nhiem|tham muu|soan thao|duoc giao)"
_SHARED = "phan cong.*|trach nhiem.*|(to chuc )?thuc hien|cap thuc hien"
# Columns about the work that do not say what it is: how it goes, what it costs, who assigned it.
_ABOUT = (
    "(tinh hinh|tinh trang|muc do|ty le|(nguon )?kinh phi|du toan|nguon|dia diem|doi tuong|linh vuc|"
    "phuong thuc|van ban|so (van ban|hieu|ky hieu|luong)|(co quan|don vi|nguoi|cap|ngay) giao)"
)
_KINDS = (
    (
        "number",
        "(so )?(tt|stt|thu tu)|s? ?t ?t|stt .*|tt .*|so|ma( so| nhiem vu| viec)?|no|muc( so)?",
    ),
    ("agencies", ".*chu tri.*phoi hop.*|.*phoi hop.*chu tri.*"),
    ("coordinate", ".*phoi hop.*"),
    ("note", ".*(ghi chu|luu y|chu thich).*"),
    ("start", ".*bat dau.*|tu( ngay| thang)?|khoi cong.*"),
    ("product", ".*(san pham|dau ra|ket qua).*"),
    ("lead", f"(?!{_WORKS}).*{_LEADS}.*"),
    ("due", f".*{_TIMES}.*|han|{_ENDS}|(ky|dinh ky) bao cao|hoan thanh|den( ngay)?|deadline"),
    (
        "implement",
        f"(.* )?{_BODIES} (.* )?{_DOES}( chinh)?|(cac )?{_BODIES}( {_BODIES})*|{_SHARED}",
    ),
    ("text", f"(?!{_ABOUT}).*{_WORKS}.*|ten .*|viec"),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_AGENCIES = ("lead", "implement", "coordinate", "agencies")
_LONGEST = 90
_OTHER = "other"
_REPORTS = re.compile("(cac |loai )?bao cao")
BELOW = " – "  # between the headings of one column, the highest first
_TWO = 2
_MOST_ROWS = 3
_LEAST_COUNTED = 3  # fewer prove nothing
_COUNTED = re.compile(r"\(?\s*(\d{1,2}|[A-H])\s*\)?")

LABELS = {
    "number": Text("số thứ tự", "number"),
    "text": Text("nội dung", "text"),
    "lead": captions.LEAD,
    "implement": captions.IMPLEMENT,
    "coordinate": captions.COORDINATE,
    "agencies": Text("chủ trì và phối hợp", "lead and coordinate"),
    "start": Text("bắt đầu", "start"),
    "due": Text("thời hạn", "deadline"),
    "product": Text("sản phẩm", "product"),
    "note": Text("ghi chú", "note"),
    _OTHER: Text("không nhận ra, đưa vào ghi chú", "not recognized, put into the note"),
}


class AnnexColumn(NamedTuple):
    """A column: its place from 0, its heading's words, and what it holds."""

    place: int
    heading: str
    kind: str


class TableHeader(NamedTuple):
    """The columns, and the rows (from 0) that their headings fill: ``first`` up to ``end``."""

    columns: tuple[AnnexColumn, ...]
    first: int
    end: int

    def of(self, *kinds: str) -> tuple[AnnexColumn, ...]:
        """Return the columns that hold one of these."""
        return tuple(column for column in self.columns if column.kind in kinds)


def kind_of(heading: str) -> str:
    """Return what a column of this heading holds; ``other`` where nobody can tell."""
    words = bare(heading)
    if len(heading) > _LONGEST:
        return _OTHER
    return next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(words)), _OTHER)


def find_header(table: AnnexTable, start: int = 0) -> TableHeader | None:
    """Return the first header at or below a row: a text column and one of agencies, time, product."""
    for index in range(start, len(table.rows)):
        for rows in range(_MOST_ROWS, 0, -1):
            if header := _header(table, index, index + rows):
                return header
    return None


def _header(table: AnnexTable, first: int, end: int) -> TableHeader | None:
    """Return the header that these rows are, if they are one."""
    rows = table.rows[first:end]
    if len(rows) < end - first or not all(map(_belong_together, rows, rows[1:])):
        return None
    columns = tuple(
        _column(place, [row.cells[place] for row in rows]) for place in range(table.width)
    )
    header = TableHeader(_numbered(_told(columns)), first, end)
    return header if _is_header(header) and _is_narrow(rows) else None


def _told(columns: tuple[AnnexColumn, ...]) -> tuple[AnnexColumn, ...]:
    """Return the columns; where none is of tasks, one of reports is."""
    if any(column.kind == "text" for column in columns):
        return columns
    return tuple(
        column._replace(kind="text")
        if column.kind == _OTHER and _REPORTS.fullmatch(bare(column.heading))
        else column
        for column in columns
    )


def _numbered(columns: tuple[AnnexColumn, ...]) -> tuple[AnnexColumn, ...]:
    """Return the columns; a first one without a heading, before the tasks, is that of numbers."""
    kinds = [column.kind for column in columns]
    blank = len(columns) > 1 and not columns[0].heading and kinds[1] == "text"
    if "number" in kinds or not blank:
        return columns
    return (columns[0]._replace(kind="number"), *columns[1:])


def _is_header(header: TableHeader) -> bool:
    kinds = {column.kind for column in header.columns}
    return "text" in kinds and bool(kinds & {*_AGENCIES, "due", "start", "product"})


def _is_narrow(rows: tuple[AnnexRow, ...]) -> bool:
    """Say whether no cell is one title over everything, and none as long as a sentence."""
    return all(
        len({id(cell) for cell in row.cells}) > 1
        and all(len(flat(cell.text)) <= _LONGEST for cell in row.cells)
        for row in rows
    )


def _belong_together(upper: AnnexRow, lower: AnnexRow) -> bool:
    """Say whether a second row tells parts of the headings above: all of it is headings or blank.

    Certain, whatever it says, where it only stands below merged headings and others reach down.
    """
    pairs = list(zip(upper.cells, lower.cells, strict=True))
    if _divides(upper, pairs):
        return True
    below = [cell for above, cell in pairs if cell is not above and cell.text]
    alone = 1 in (len(set(map(id, row.cells))) for row in (upper, lower))
    if len(below) < _TWO or alone or not _reaches_down(upper, pairs):
        return False
    return not {_OTHER, "number"} & {kind_of(cell.text) for cell in below}


def _reaches_down(upper: AnnexRow, pairs: list[tuple[AnnexCell, AnnexCell]]) -> bool:
    """Say whether a heading is the only one of its column, and another is shared by several."""
    return _shares(upper) and any(
        above.text and (cell is above or not cell.text) for above, cell in pairs
    )


def _divides(upper: AnnexRow, pairs: list[tuple[AnnexCell, AnnexCell]]) -> bool:
    """Say whether headings reach down from above and others stand below a wider one."""
    new = [(above, cell) for above, cell in pairs if cell is not above]
    down = any(cell is above and cell.text for above, cell in pairs)
    wide = any(above.text and upper.cells.count(above) > 1 for above, _ in new)
    return down and wide and sum(bool(cell.text) for _, cell in new) >= _TWO


def _shares(row: AnnexRow) -> bool:
    """Say whether a heading stands over several columns, or a column has none of its own."""
    named = [cell for cell in row.cells if cell.text]
    return len({id(cell) for cell in named}) < len(row.cells)


def _column(place: int, cells: list[AnnexCell]) -> AnnexColumn:
    """Return a column by the headings above it, the nearest asked first."""
    parts = list(dict.fromkeys(flat(cell.text) for cell in cells if cell.text))
    heading = BELOW.join(parts)
    told = [kind_of(part) for part in reversed(parts)]
    kind = next((each for each in told if each != _OTHER), _OTHER)
    if len(parts) > 1 and kind == "due" and kind_of(heading) == "start":
        kind = "start"
    return AnnexColumn(place, heading, kind)


def is_repeated(header: TableHeader, table: AnnexTable, index: int) -> bool:
    """Say whether a row is one of the header's again, as after a page break."""
    told = [bare(cell.text) for cell in table.rows[index].cells]
    if not any(told):
        return False
    return any(
        told == [bare(cell.text) for cell in table.rows[row].cells]
        for row in range(header.first, header.end)
    )


def is_counting(table: AnnexTable, index: int) -> bool:
    """Say whether a row only counts the columns: ``(1) (2) (3)``, ``A B 1 2``."""
    told = [flat(cell.text) for cell in table.rows[index].cells]
    counted = [match[1] for words in told if (match := _COUNTED.fullmatch(words))]
    if len(counted) != len(told) or len(told) < _LEAST_COUNTED:
        return False
    letters = sum(not words.isdigit() for words in counted)
    numbers = [str(number + 1) for number in range(len(told) - letters)]
    return counted == [*"ABCDEFGH"[:letters], *numbers] and bool(numbers)
