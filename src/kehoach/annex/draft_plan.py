"""What is drafted of a plan: items, sections, events, whom the registry lacks, and every doubt."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from kehoach.annex.annex_document import AnnexFootnote
from kehoach.annex.tables.column_kinds import NOTHING_NAMED, NamedColumns
from kehoach.annex.tables.guessed_columns import UnknownColumn
from kehoach.wordings import Awaited, Form
from kehoach.words import Text


class DraftOptions(NamedTuple):
    """What the caller knows better than the document; ``today`` only fills a period without a year."""

    today: date
    id: str | None = None
    first: date | None = None
    last: date | None = None
    columns: NamedColumns = NOTHING_NAMED


class NamedBody(NamedTuple):
    """A body as a cell names it; ``known``: the registry has it, else ``id`` is a proposal."""

    words: str
    id: str
    known: bool = True


class ProposedBody(NamedTuple):
    """A body or a set of bodies that the registry lacks; nobody has drawn the line of an ``open`` one."""

    id: str
    name: str
    group: bool = False
    open: bool = False


class DraftSection(NamedTuple):
    """A heading of the document; ``id`` is its numeral, or one made for it.

    ``text`` is what stands under it and asks nobody for anything.
    """

    id: str
    title: str
    text: str = ""


class Recognized(NamedTuple):
    """A table read as a plan: where it is, and what each of its columns was taken for."""

    name: Text
    columns: tuple[tuple[str, Text], ...]
    items: int


@dataclass(frozen=True)
class DraftItem:
    """An item as a row says it; ``wording`` and the like are the document's own words.

    ``events`` are those on which its deadline waits.
    ``deadline`` are the rules as a plan file writes them. ``owing`` are those under *chủ trì*, or
    under *thực hiện* where ``role`` is ``implement``. ``requested``: they are asked (*đề nghị*), not
    told. ``heading`` stands over the text, ``parts`` are its bullets. A report goes ``to`` somebody,
    ``via`` who collects it. ``by`` are persons and posts that are named, as words.
    """

    id: str
    number: str
    section: str
    text: str
    kind: Literal["task", "report"] = "task"
    role: Literal["lead", "implement"] = "lead"
    owing: tuple[NamedBody, ...] = ()
    implementing: tuple[NamedBody, ...] = ()
    coordinating: tuple[NamedBody, ...] = ()
    assignment: str = ""
    wording: str = ""
    deadline: tuple[Form, ...] = ()
    nominal_due: date | None = None
    quantity: tuple[int, str] | None = None
    product: str = ""
    note: str = ""
    doubts: tuple[Text, ...] = ()
    events: tuple[Awaited, ...] = ()
    heading: str = ""
    parts: tuple[str, ...] = ()
    requested: bool = False
    to: NamedBody | None = None
    via: NamedBody | None = None
    by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cover:
    """What the words outside the tables say of the plan as a whole.

    ``year`` is the only one that the document speaks of, or that was asked for; none where there
    are several, or where the document names none.
    """

    id: str
    title: str
    first: date
    last: date
    number: str = ""
    issued: str = ""
    year: int | None = None
    place: str = ""
    issuer: NamedBody | None = None
    preamble: str = ""
    recipients: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A plan to be looked through.

    ``doubts`` are those about no single item, ``left`` the words of which nothing was made, ``asks``
    the columns that the user may be asked about.
    """

    cover: Cover
    items: tuple[DraftItem, ...]
    sections: tuple[DraftSection, ...] = ()
    events: tuple[Awaited, ...] = ()
    proposals: tuple[ProposedBody, ...] = ()
    footnotes: tuple[AnnexFootnote, ...] = ()
    tables: tuple[Recognized, ...] = ()
    doubts: tuple[Text, ...] = field(default=())
    left: tuple[str, ...] = ()
    asks: tuple[UnknownColumn, ...] = ()

    @property
    def all_doubts(self) -> tuple[tuple[str, Text], ...]:
        """Every doubt with the id of its item, empty for those about the whole."""
        return (
            *(("", doubt) for doubt in self.doubts),
            *((item.id, doubt) for item in self.items for doubt in item.doubts),
        )
