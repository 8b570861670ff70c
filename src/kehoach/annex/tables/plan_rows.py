"""A row of the plan by what its columns hold."""

from dataclasses import dataclass, field
from typing import Literal

from kehoach.annex.annex_document import AnnexCell
from kehoach.annex.tables.column_kinds import AnnexColumn
from kehoach.words import Text

Sort = Literal["section", "heading", "item", "left"]


@dataclass(frozen=True)
class PlanRow:
    """A row by what its columns hold; ``cells`` are the non-empty ones, each once, in order.

    ``id`` is unique in the draft, ``section`` the headings over it; a row that is no item has none.

    ``shared``: its number stands in a cell merged over several rows. ``columns``: those of its table.
    """

    sort: Sort
    row: str
    number: str = ""
    cells: tuple[tuple[AnnexColumn, AnnexCell], ...] = ()
    title: str = ""
    shared: AnnexCell | None = None
    notes: tuple[Text, ...] = field(default=())
    columns: tuple[AnnexColumn, ...] = ()
    id: str = ""
    section: str = ""

    def words(self, *kinds: str) -> tuple[tuple[AnnexColumn, str], ...]:
        """Return what stands in columns that hold one of these."""
        return tuple((column, cell.text) for column, cell in self.cells if column.kind in kinds)

    @property
    def loose(self) -> bool:
        """Whether it is no heading and has no number of its own."""
        return self.sort == "item" and not self.number and self.shared is None

    def asks(self, *kinds: str) -> bool:
        """Say whether its table has a column that holds one of these."""
        return any(column.kind in kinds for column in self.columns)

    @property
    def text(self) -> str:
        """The task's own words."""
        return "\n".join(words for _, words in self.words("text"))
