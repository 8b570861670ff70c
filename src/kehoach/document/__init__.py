"""A letter as a value, and its writers: Markdown, HTML, an e-mail, Word.

Each writer takes any letter. They are imported where they are used: two need a library.
"""

from kehoach.document.blocks import (
    Addressee,
    Block,
    Bullets,
    Message,
    NewSheet,
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
    "Addressee", "Block", "Bullets", "Message", "NewSheet", "Prose", "SideLine", "Sides",
    "TableBlock", "TableColumn", "Title", "columns", "composed",
]  # fmt: skip
