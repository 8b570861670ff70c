"""A letter as a value, and its writers: Markdown, HTML, an e-mail, Word.

Each writer takes any letter. They are imported where they are used: two need a library.
"""

from kehoach.document.blocks import (
    Block,
    Bullets,
    Message,
    Prose,
    SideLine,
    Sides,
    TableBlock,
    TableColumn,
    Title,
    columns,
    composed,
)

__all__ = [
    "Block", "Bullets", "Message", "Prose", "SideLine", "Sides", "TableBlock",
    "TableColumn", "Title", "columns", "composed",
]  # fmt: skip
