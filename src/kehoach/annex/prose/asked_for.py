"""One thing that a document asks for in prose."""

from typing import NamedTuple

from kehoach.annex.prose.labelled_lines import LabelledLine
from kehoach.annex.prose.orders import Order
from kehoach.words import Text


class AskedFor(NamedTuple):
    """One thing that the document asks for: where, in what words, of whom, by when.

    ``number`` and ``section`` are as the document has them.
    """

    id: str
    number: str
    section: str
    text: str
    heading: str = ""
    parts: tuple[str, ...] = ()
    order: Order | None = None
    lines: tuple[LabelledLine, ...] = ()
    notes: tuple[Text, ...] = ()

    @property
    def words(self) -> str:
        """All its own words."""
        return "\n".join(filter(None, (self.heading, self.text, *self.parts)))
