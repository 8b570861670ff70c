"""What a message is made of: the same parts become Markdown, HTML and an e-mail.

Every word is plain text here; each format escapes it in its own way.
"""

from typing import Literal, NamedTuple

from kehoach.words import Lang

Style = Literal["plain", "strong", "notice", "small", "centred"]


class Heading(NamedTuple):
    """The heading of a part; the ``first`` is the message's own."""

    words: str
    first: bool = False


class Paragraph(NamedTuple):
    """Some sentences."""

    words: str
    style: Style = "plain"


class Bullets(NamedTuple):
    """Lines of a list."""

    lines: tuple[str, ...]


class Sides(NamedTuple):
    """Lines that stand side by side, as in the head and at the foot of a letter.

    Those at the left are centred, or begin at the margin as a list of recipients does.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    centred: bool = True


class Column(NamedTuple):
    """A column's heading; numbers stand at the right."""

    name: str
    number: bool = False


class Table(NamedTuple):
    """Rows under headings; ``rest`` tells how many more there are."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    rest: str = ""


Block = Heading | Paragraph | Bullets | Sides | Table


class Message(NamedTuple):
    """What is sent; a ``formal`` one is a letter."""

    subject: str
    blocks: tuple[Block, ...]
    lang: Lang
    formal: bool = False
