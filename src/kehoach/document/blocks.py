"""What a letter is made of: the same parts become Markdown, HTML, an e-mail and Word.

Every word is plain text here; each writer makes it harmless in its own way.
"""

from collections.abc import Container
from datetime import date
from typing import Any, Literal, NamedTuple
from unicodedata import normalize

from kehoach.words import Lang, Text

Style = Literal[
    "plain", "strong", "notice", "draft", "small", "centred", "title", "headed", "attached", "quoted",
]  # fmt: skip
Role = Literal[
    "superior", "issuer", "number", "about", "state", "motto", "dated",
    "recipients", "recipient", "signer", "space", "name",
]  # fmt: skip


_WORDS_WIDE = 3  # a column of words is so many times as wide as one of numbers


class Title(NamedTuple):
    """The heading of the letter (1), of a part (2), of an item in it (3), of a note below (4)."""

    words: str
    level: Literal[1, 2, 3, 4] = 2


class Prose(NamedTuple):
    """Some sentences; ``quoted`` ones are somebody else's, a ``draft`` one is to be deleted."""

    words: str
    style: Style = "plain"


class Bullets(NamedTuple):
    """Lines of a list."""

    lines: tuple[str, ...]
    small: bool = False


class SideLine(NamedTuple):
    """A line of the head or the foot of a letter, and what it is by Decree 30/2020/NĐ-CP."""

    words: str
    role: Role


class Sides(NamedTuple):
    """Rows of lines that stand side by side, in the head of a letter or at its foot.

    In the head both sides are centred; at the foot the left one begins at the margin.
    """

    rows: tuple[tuple[tuple[SideLine, ...], tuple[SideLine, ...]], ...]
    foot: bool = False


class TableColumn(NamedTuple):
    """A column's heading and its share of the width; numbers stand at the right."""

    name: str
    number: bool = False
    width: int = 1


def columns(lang: Lang, *names: Text, numbers: Container[Text] = ()) -> tuple[TableColumn, ...]:
    """Return columns under these names; those of ``numbers`` stand at the right, and are narrow."""
    return tuple(
        TableColumn(name.to(lang), name in numbers, 1 if name in numbers else _WORDS_WIDE)
        for name in names
    )


class TableBlock(NamedTuple):
    """Rows under headings; ``rest`` tells how many more there are.

    The last row of a ``summed`` table is the sum of the others.
    """

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    rest: str = ""
    summed: bool = False


class NewSheet(NamedTuple):
    """An annex begins here, on a sheet of its own with pages numbered anew; a ``wide`` one lies across."""

    wide: bool = False


Block = Title | Prose | Bullets | Sides | TableBlock | NewSheet


class Addressee(NamedTuple):
    """To whom an e-mail goes."""

    email: str
    name: str = ""


class Message(NamedTuple):
    """What is sent: the state at the end of ``day``; a ``formal`` one is an official letter.

    ``revision`` names the data that it rests on: it stands among the properties of the file, not in
    its text. The sheets of a ``wide`` one lie across.
    """

    subject: str
    blocks: tuple[Block, ...]
    lang: Lang
    day: date
    formal: bool = False
    revision: str = ""
    to: Addressee | None = None
    wide: bool = False


def composed(letter: Message) -> Message:
    """Return the same letter, signs and their marks put together as fonts draw them (NFC)."""
    return Message(*map(_composed, letter))


def _composed(part: Any) -> Any:
    if isinstance(part, str):
        return normalize("NFC", part)
    if not isinstance(part, tuple):
        return part
    parts = map(_composed, part)
    return type(part)(*parts) if hasattr(part, "_fields") else tuple(parts)
