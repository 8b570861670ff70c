"""The one reader of workbooks (.xlsx): what is written in them, as frozen values, within limits.

openpyxl is the extra ``import``: import this module where a workbook is at hand, not before.
``read_workbook(raw)`` returns every sheet with its cells that say anything (``sheet.cells``, in
the order of the rows), its merged ranges, what is hidden, and its comments. What a value means, and
how it is told to people, is for who asked: nothing here knows of annexes or of reports. A workbook
that cannot be read raises ``WorkbookRefused`` with a reason that each reader words for itself.
"""

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple
from warnings import catch_warnings, simplefilter
from zipfile import BadZipFile

from openpyxl.packaging.relationship import RelationshipList, get_dependents, get_rels_path
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.xml.constants import COMMENTS_NS, SHARED_STRINGS

from kehoach.reading.packages.shared_texts import SharedText, comments, shared_texts
from kehoach.reading.packages.sheet_cells import SheetCells
from kehoach.reading.packages.workbook_content import (
    WorkbookComment,
    WorkbookContent,
    WorkbookSheet,
)
from kehoach.reading.packages.workbook_limits import Limits, WorkbookRefused, look_through

_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_DAMAGED = (
    BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, LookupError,
    ValueError, TypeError, AttributeError, SyntaxError, ArithmeticError,
)  # fmt: skip


def read_workbook(raw: bytes) -> WorkbookContent:
    """Return what a workbook holds.

    Raises:
        WorkbookRefused: it is none, has a password, or would fill the machine's memory.
    """
    if raw.startswith(_OLD_OR_LOCKED):
        raise WorkbookRefused("locked")
    try:
        look_through(raw)
        with catch_warnings():
            simplefilter("ignore")  # of what openpyxl does not keep, and nobody here needs
            return _Reader(raw).read()
    except _DAMAGED:  # openpyxl has no error of its own for a damaged file
        raise WorkbookRefused("broken") from None


class _Part(NamedTuple):
    """A sheet by its name, whether it is hidden, and its part of the package."""

    name: str
    hidden: bool
    part: str


class _Reader:
    """Reads the parts of a workbook that say what is in its cells, by openpyxl's readers of each."""

    def __init__(self, raw: bytes) -> None:
        self._reader = ExcelReader(BytesIO(raw), data_only=True, keep_links=False)
        self._left = Limits()

    def read(self) -> WorkbookContent:
        """Return what the workbook holds."""
        reader = self._reader
        reader.read_manifest()
        texts = self._texts()
        reader.read_workbook()
        apply_stylesheet(reader.archive, reader.wb)
        sheets = [*self._parts()]
        if len({each.part for each in sheets}) < len(
            sheets
        ):  # a small one would be read without end
            raise WorkbookRefused("broken")
        return WorkbookContent(tuple(self._sheet(each, texts) for each in sheets), reader.wb.epoch)

    def _texts(self) -> list[SharedText]:
        part = self._reader.package.find(SHARED_STRINGS)  # type: ignore[no-untyped-call]
        if part is None:
            return []
        with self._reader.archive.open(part.PartName[1:]) as file:
            return [*shared_texts(file, self._left)]

    def _parts(self) -> Iterator[_Part]:
        for sheet, relation in self._reader.parser.find_sheets():
            if relation.target in self._reader.valid_files and "chartsheet" not in relation.Type:
                yield _Part(sheet.name, sheet.state != "visible", relation.target)

    def _sheet(self, part: _Part, texts: list[SharedText]) -> WorkbookSheet:
        """Return a sheet: its cells as they are written, formulas with their results, and all about it."""
        with self._reader.archive.open(part.part) as file:
            sheet = SheetCells(file, texts, self._reader.wb, self._left)
            cells = tuple(sheet)
        beside = sheet.beside
        return WorkbookSheet(
            name=part.name,
            hidden=part.hidden,
            last_row=sheet.last_row,
            cells=cells,
            merged=tuple(sorted(beside.merged)),
            hidden_rows=frozenset(beside.hidden_rows),
            hidden_columns=tuple(beside.hidden_columns),
            filtered=beside.filtered,
            comments=tuple(self._comments(part.part)),
            striking=tuple(beside.striking),
            prompts=tuple(beside.prompts),
            margins=tuple(beside.margins),
        )

    def _comments(self, part: str) -> Iterator[WorkbookComment]:
        """Yield the comments on a sheet's cells in the order of rows."""
        reader, path = self._reader, get_rels_path(part)  # type: ignore[no-untyped-call]
        links = (
            get_dependents(reader.archive, path)
            if path in reader.valid_files
            else RelationshipList()
        )
        found: dict[str, str] = {}
        for each in links.find(COMMENTS_NS):
            with reader.archive.open(each.target) as file:
                found |= dict(comments(file, self._left))
        for place in sorted(found, key=coordinate_to_tuple):
            yield WorkbookComment(place, found[place])
