"""The rows of long tables, put into a finished workbook as text.

XlsxWriter keeps every cell as an object and writes each by itself: a hundred thousand obligations
took half a minute and a gigabyte. Most cells of a column say what others of it say: here the text of
a cell is made once for each value, and rows are written as they are joined. The sheet around them
and all looks stay XlsxWriter's: where the rows belong it has written one row, a cell for each look,
which tells their numbers. The parts: ECMA-376, 18.3.1.4 (c), 18.3.1.73 (row), 18.4.9 (sst).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from io import BytesIO
from itertools import count, islice, repeat
from typing import Any, NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kehoach.sheets.workbook_looks import LookName, height_of

Look = tuple[LookName, bool]
"""A look, and whether what would become a formula is quoted."""

_WORDS = "xl/sharedStrings.xml"
_ROW = re.compile(r'<row r="(\d+)"[^>]*>(.*?)</row>')
_STYLE = re.compile(r'<c r="[A-Z]+\d+"(?: s="(\d+)")?/>')
_SIZE = re.compile(r'(?<=<dimension ref="A1:)[A-Z]+(\d+)')
_COUNT = re.compile(r' count="(\d+)" uniqueCount="(\d+)"')
_CODE = re.compile("(_x[0-9a-fA-F]{4}_)")  # what would be read as the sign of that number
_NO_CODE = r"_x005F\1"
_EPOCH, _LEAP = date(1899, 12, 31).toordinal(), 59  # 29 February 1900 is a day of spreadsheets only
_AT_ONCE, _MANY = 1_000, 500_000
_NUMBER = "\0"


class RowColumn(NamedTuple):
    """A column: its values row by row, what a value is as a cell, and how that looks.

    ``looks`` are all that there may be in it; ``lines`` is how many lines words take, where they may be
    broken.
    """

    values: Sequence[Any]
    cell: Callable[[Any], str | int | float | date | None]
    look: Callable[[Any, str], Look]
    looks: Sequence[Look]
    lines: Callable[[str], int] | None = None


class LongRows(NamedTuple):
    """Columns of values below the row of a sheet that is numbered ``above``, from 1."""

    above: int
    columns: Sequence[RowColumn]
    looks: Sequence[Look]

    @property
    def last(self) -> int:
        """The number of the last row."""
        return self.above + len(self.columns[0].values)


class _SharedWords(dict[str, int]):
    """The words of all cells, each once, by their numbers."""

    def __init__(self, first: int) -> None:
        super().__init__()
        self.first = first

    def __missing__(self, words: str) -> int:
        number = self[words] = self.first + len(self)
        return number

    def items_text(self) -> Iterator[str]:
        """Yield each as it is kept in the workbook."""
        for words in self:
            kept = ' xml:space="preserve"' if words != words.strip() else ""
            yield f"<si><t{kept}>{escape(_CODE.sub(_NO_CODE, words))}</t></si>"


class _Cells(dict[Any, str]):
    """The cells of a column by their values, and in ``lines`` how many lines they take.

    Where the number of the row belongs stands a sign that no workbook can hold.
    """

    def __init__(
        self, letters: str, column: RowColumn, styles: Mapping[Look, str], words: _SharedWords
    ) -> None:
        super().__init__({None: ""})
        self.lines: dict[Any, int] = {None: 1}
        self._begun = f'<c r="{letters}{_NUMBER}"'
        self._column, self._styles, self._words = column, styles, words

    def __missing__(self, value: Any) -> str:
        cell = self._column.cell(value)
        words = cell if isinstance(cell, str) else ""
        style = self._styles[self._column.look(value, words)]
        self.lines[value] = self._column.lines(words) if self._column.lines else 1
        made = self[value] = f"{self._begun}{style}{self._content(cell)}</c>"
        return made

    def _content(self, cell: str | float | date | None) -> str:
        if isinstance(cell, str):
            return f' t="s"><v>{self._words[cell]}</v>'
        if isinstance(cell, date):
            day = cell.toordinal() - _EPOCH
            cell = day + (day > _LEAP)
        return f"><v>{cell:.16G}</v>"


def with_rows(book: bytes, sheets: Mapping[str, LongRows]) -> bytes:
    """Return a workbook with its long rows, by the name of their sheets within it."""
    whole = BytesIO()
    with ZipFile(BytesIO(book)) as made, ZipFile(whole, "w") as file:
        shared = made.read(_WORDS).decode()
        words = _SharedWords(int(_found(_COUNT, shared)[2]))
        for info in sorted(made.infolist(), key=lambda each: each.filename == _WORDS):
            text: Iterable[str] | None = None
            if long := sheets.get(info.filename):
                text = _sheet(made.read(info).decode(), long, words)
            elif info.filename == _WORDS:
                text = _words(shared, words)
            _put(file, info, made.read(info) if text is None else text)
    return whole.getvalue()


def _put(file: ZipFile, like: ZipInfo, content: bytes | Iterable[str]) -> None:
    """Write one part, of the same name and day as before: the same answer gives the same bytes."""
    info = ZipInfo(like.filename, like.date_time)
    info.compress_type, info.external_attr = ZIP_DEFLATED, like.external_attr
    with file.open(info, "w", force_zip64=like.file_size > _MANY) as part:
        if isinstance(content, bytes):
            part.write(content)
        else:
            part.writelines(text.encode() for text in content)


def _words(shared: str, words: _SharedWords) -> Iterator[str]:
    """Yield the words that all sheets share."""
    many = words.first + len(words)
    before, end = _COUNT.sub(f' count="{many}" uniqueCount="{many}"', shared, 1).split("</sst>")
    yield before
    yield from words.items_text()
    yield f"</sst>{end}"


def _sheet(sheet: str, long: LongRows, words: _SharedWords) -> Iterator[str]:
    """Yield a sheet with its rows in the place of the one that tells the numbers of the looks."""
    told = next(row for row in _ROW.finditer(sheet) if row[1] == str(long.above + 1))
    numbers = (f' s="{number}"' * bool(number) for number in _STYLE.findall(told[2]))
    styles = dict(zip(long.looks, numbers, strict=True))
    last = max(int(_found(_SIZE, sheet)[1]), long.last)
    size = f"{_letters(len(long.columns) - 1)}{last}"
    yield _SIZE.sub(size, sheet[: told.start()], 1)
    cells = [_Cells(_letters(at), column, styles, words) for at, column in enumerate(long.columns)]
    lines = _rows(long, cells)
    while some := "".join(islice(lines, _AT_ONCE)):
        yield some
    yield sheet[told.end() :]


def _rows(long: LongRows, columns: Sequence[_Cells]) -> Iterator[str]:
    """Yield the rows, as high as the words need that may be broken.

    LibreOffice does not find the height by itself.
    """
    told = [*zip(long.columns, columns, strict=True)]
    texts = (map(cells.__getitem__, column.values) for column, cells in told)
    lines = (map(cells.lines.__getitem__, each.values) for each, cells in told if each.lines)
    rows, most_lines = zip(*texts, strict=True), map(max, repeat(1), repeat(1), *lines)
    for number, row, most in zip(count(long.above + 1), rows, most_lines, strict=False):
        high = f' ht="{height_of(most):.16G}" customHeight="1"' if most > 1 else ""
        cells = "".join(row).replace(_NUMBER, str(number))
        yield f'<row r="{number}"{high}>{cells}</row>'


def _letters(column: int) -> str:
    """Return the name of a column, counted from 0: A to Z, then AA."""
    return (chr(64 + column // 26) if column >= 26 else "") + chr(65 + column % 26)  # noqa: PLR2004


def _found(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    found = pattern.search(text)
    assert found is not None  # noqa: S101 - XlsxWriter writes it into each part
    return found
