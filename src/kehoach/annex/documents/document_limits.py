"""How large a document may be, and that it is refused: the reason in one line.

Whole numbers in the attributes of documents, which anybody may have written, have limits too.
"""

from kehoach.annex.annex_document import Annex, AnnexTable
from kehoach.annex.annex_messages import MessageName, message
from kehoach.reading.packages.workbook_limits import (
    MOST_MERGED,
    MOST_RANGES,
    MOST_SHARED,
)

_MEGABYTE = 1_000_000
MOST_BYTES = 50_000_000  # of the file
MOST_TEXT = 5_000_000  # bytes of a text, a web page or a message
MOST_UNPACKED = 150_000_000  # of all that is unpacked of it
MOST_PARTS = 5_000
MOST_ELEMENTS = (
    600_000  # of all XML that is read of an Office file; 3,000 rows of eight cells have as many
)
MOST_PASSAGES = 60_000  # paragraphs of a Word file, those in cells too
MOST_DEPTH = 250
MOST_CELLS = 400_000
MOST_COLUMNS = 300
MOST_LINES = 12_000  # of a text, or rows of a page: a country has ten thousand communes
_MOST_ROWS, _MOST_PARAGRAPHS, _MOST_SIGNS = 3_000, 10_000, 20_000  # of a plan
_MOST_DIGITS = 7  # rows of a workbook have so many


class AnnexRefused(Exception):  # noqa: N818 - it is the document that cannot be read
    """The document cannot be read; ``text`` says why."""

    def __init__(self, reason: MessageName, **values: object) -> None:
        super().__init__(reason)
        self.text = message(
            reason,
            cells=MOST_CELLS,
            columns=MOST_COLUMNS,
            merged=MOST_MERGED,
            ranges=MOST_RANGES,
            shared=MOST_SHARED,
            lines=MOST_LINES,
            passages=MOST_PASSAGES,
            depth=MOST_DEPTH,
            package_parts=MOST_PARTS,
            unpacked=MOST_UNPACKED // _MEGABYTE,
            file_megabytes=MOST_BYTES // _MEGABYTE,
            text_megabytes=MOST_TEXT // _MEGABYTE,
            **({"elements": MOST_ELEMENTS} | values),
        )


def whole(words: str | None, default: int = 0) -> int:
    """Return a whole number from 0 up; ``default`` for what is none, or longer than any in use."""
    if words is None or not (words.isascii() and words.isdigit()) or len(words) > _MOST_DIGITS:
        return default
    return int(words)


def refuse_long(annex: Annex) -> None:
    """Refuse what is longer than any plan: of each row and paragraph it is asked at length what it means.

    Raises:
        AnnexRefused: it is.
    """
    tables = [block for block in annex.blocks if isinstance(block, AnnexTable)]
    rows = [row for table in tables for row in table.rows]
    longest = max((len(cell.text) for row in rows for cell in row.cells), default=0)
    paragraphs = len(annex.blocks) - len(tables)
    if len(rows) > _MOST_ROWS or paragraphs > _MOST_PARAGRAPHS or longest > _MOST_SIGNS:
        raise AnnexRefused("long", rows=_MOST_ROWS, paragraphs=_MOST_PARAGRAPHS, signs=_MOST_SIGNS)
