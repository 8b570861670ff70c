"""A letter as a value, and its writers: Markdown, HTML, an e-mail, Word.

Each writer takes any letter. They are imported where they are used: two need a library.
"""

from kehoach.letters.document.blocks import (
    Block,
    Bullets,
    Heading,
    Letter,
    Passage,
    SideLine,
    Sides,
    TableBlock,
    TableColumn,
    columns,
    composed,
)

__all__ = [
    "Block", "Bullets", "Heading", "Letter", "Passage", "SideLine", "Sides", "TableBlock",
    "TableColumn", "columns", "composed",
]  # fmt: skip
