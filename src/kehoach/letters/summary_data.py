"""What the figures rest on, and how anyone gets the same again."""

from collections.abc import Iterator

from kehoach.explanations.provenance import data_lines
from kehoach.letters.summary_message import Block, Bullets, Heading
from kehoach.run import Run
from kehoach.words import Lang, Text

_TITLE = Text("Về số liệu", "About the data")


def data(run: Run, lang: Lang) -> Iterator[Block]:
    """Yield the part that says what the figures are made of."""
    yield Heading(_TITLE.to(lang))
    yield Bullets(tuple(data_lines(run, lang)))
