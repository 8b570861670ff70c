"""What a reader hands over of a document: its paragraphs and tables, merged cells marked."""

from dataclasses import dataclass, field
from typing import NamedTuple

from kehoach.words import Text


@dataclass(frozen=True, eq=False, slots=True)  # a document may have a hundred thousand
class AnnexCell:
    """A cell; a merged one is the same object in every place that it covers.

    ``text`` has a paragraph a line. ``notes`` say what the reader itself is in doubt about: a
    hidden row, a month that became a date, words struck out.
    """

    text: str = ""
    notes: tuple[Text, ...] = ()


class AnnexRow(NamedTuple):
    """A row: a cell for each column of the table; ``name`` is how people find it ("12")."""

    name: str
    cells: tuple[AnnexCell, ...]


class AnnexParagraph(NamedTuple):
    """A paragraph outside the tables, with its automatic number."""

    text: str


@dataclass(frozen=True)
class AnnexTable:
    """A table, all its rows equally wide; ``name`` is the sheet's in a workbook."""

    rows: tuple[AnnexRow, ...]
    name: str = ""
    notes: tuple[Text, ...] = ()

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0].cells) if self.rows else 0


class AnnexFootnote(NamedTuple):
    """A footnote: its mark as it stands in the text (¹), and its words."""

    mark: str
    text: str


@dataclass(frozen=True)
class Annex:
    """A document in its order; ``notes`` are the reader's doubts about the whole."""

    blocks: tuple[AnnexParagraph | AnnexTable, ...]
    notes: tuple[Text, ...] = ()
    footnotes: tuple[AnnexFootnote, ...] = field(default=())
