"""Tables that can be searched and sorted, and what stands in their cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from htpy import Node
from markupsafe import Markup

from kehoach.explanations.due_notes import due_note
from kehoach.explanations.extension_words import in_brackets
from kehoach.site import elements as h
from kehoach.site.components import scrolled, unseen
from kehoach.verdicts.obligations import Obligation
from kehoach.words import Lang, Text, shown_day
from kehoach.words.administrative import grouped


@dataclass(frozen=True)
class Figures:
    """What heads a column of numbers, which are set to the right and sorted by their value."""

    name: Text


@dataclass(frozen=True)
class Valued:
    """What stands in a cell that is sorted by something else than its words."""

    content: Node
    value: str


Head = Text | Figures
Content = Node | Valued


def table(
    label: str,
    lang: Lang,
    heads: Sequence[Head],
    rows: Iterable[Sequence[Content]],
    search: Text | None = None,
) -> Markup:
    """Return a table whose rows are headed by their first cell.

    ``search`` labels its search field: the script adds it, and sorting, where it runs.
    """
    kinds = ["n" if isinstance(head, Figures) else None for head in heads]
    names = [head.name if isinstance(head, Figures) else head for head in heads]
    cells = [
        h.th(scope="col", class_=kind)[name.to(lang)]
        for name, kind in zip(names, kinds, strict=True)
    ]
    made = h.table(data_search=search.to(lang) if search else None)
    body = [h.tr[[*map(_cell, kinds, row, range(len(row)))]] for row in rows]
    return scrolled(label, made[h.caption[unseen(label)], h.thead[h.tr[cells]], h.tbody[body]])


def _cell(kind: str | None, content: Content, at: int) -> Markup:
    words, value = (
        (content.content, content.value) if isinstance(content, Valued) else (content, None)
    )
    if at == 0:
        return h.th(scope="row", class_=kind, data_v=value)[words]
    return h.td(class_=kind, data_v=value)[words]


def number_cell(number: int, lang: Lang) -> Valued:
    """Return a number with its digits grouped, sorted by its value."""
    return Valued(grouped(number, lang), str(number))


def day_cell(day: date | None, lang: Lang) -> Valued:
    """Return a day; where there is none, a dash that comes first."""
    return Valued(shown_day(day, lang), day.isoformat()) if day else Valued("—", "")


def due_cell(owed: Obligation, lang: Lang) -> Valued:
    """Return the last day of an obligation, and by which letters it was put off."""
    day = day_cell(owed.due, lang)
    return Valued(f"{day.content}{in_brackets(due_note(owed, lang))}", day.value)
