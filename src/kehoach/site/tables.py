"""Tables that can be searched, sorted and taken along as files, and what stands in their cells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import repeat
from typing import NamedTuple

from htpy import Node
from markupsafe import Markup

from kehoach.explanations.due_notes import due_note
from kehoach.explanations.extension_words import in_brackets
from kehoach.explanations.figures import rate
from kehoach.site import elements as h
from kehoach.site.components import scrolled, unseen
from kehoach.site.leaf import Leaf
from kehoach.site.marks import badge, days_words
from kehoach.site.row_filters import words_filter
from kehoach.site.table_files import words_in
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.obligations import Demand, Obligation
from kehoach.verdicts.tables import Rate
from kehoach.words import Lang, Text, shown_day
from kehoach.words.administrative import grouped
from kehoach.words.official_periods import named_period

_UNTOLD = "-99999"


@dataclass(frozen=True)
class Figures:
    """What heads a column of numbers, which are set to the right and sorted by their value."""

    name: Text


@dataclass(frozen=True)
class Valued:
    """What stands in a cell that is sorted by something else than its words.

    ``plain`` is what a file says of it.
    """

    content: Node
    value: str
    plain: str


Head = Text | Figures
Content = Node | Valued
About = Mapping[str, str]
"""What filters know of a row, by the name of the field."""


class Body(NamedTuple):
    """The rows of a table: as a page shows them, and as a file has them."""

    shown: Markup
    plain: Sequence[Sequence[str]]


def table(
    leaf: Leaf,
    id_: str,
    label: str,
    heads: Sequence[Head],
    rows: Body | Iterable[Sequence[Content]],
    search: Text | None = None,
    about: Iterable[About] = (),
) -> Node:
    """Return a table whose rows are headed by their first cell, with the way to its file.

    ``search`` labels its search field: it and sorting are there where the script runs. ``about``
    is, row by row, what the filters of the page ask of it.
    """
    names = [(head.name if isinstance(head, Figures) else head).to(leaf.lang) for head in heads]
    cells = [
        h.th(scope="col", class_=kind)[name]
        for name, kind in zip(names, map(_kind, heads), strict=True)
    ]
    body = rows if isinstance(rows, Body) else body_of(heads, rows, about)
    file = leaf.sheet(id_, label, [names, *body.plain])
    made = h.table(id=f"t-{id_}", class_="sheet")[
        h.caption[unseen(label)], h.thead[h.tr[cells]], body.shown
    ]
    asking = words_filter(leaf, f"t-{id_}", label, search.to(leaf.lang)) if search else None
    return asking, scrolled(label, made), h.p(class_="files")[file]


def body_of(
    heads: Sequence[Head], rows: Iterable[Sequence[Content]], about: Iterable[About] = ()
) -> Body:
    """Return rows under their heads."""
    kinds, content = [*map(_kind, heads)], [tuple(row) for row in rows]
    told = zip(content, about or repeat({}), strict=False)
    shown = h.tbody[
        [
            h.tr(**{f"data_{name}": value for name, value in asked.items()})[
                [*map(_cell, kinds, row, range(len(row)))]
            ]
            for row, asked in told
        ]
    ]
    return Body(shown, [tuple(map(_plain, row)) for row in content])


def _kind(head: Head) -> str | None:
    return "n" if isinstance(head, Figures) else None


def _cell(kind: str | None, content: Content, at: int) -> Markup:
    words, value = (
        (content.content, content.value) if isinstance(content, Valued) else (content, None)
    )
    if at == 0:
        return h.th(scope="row", class_=kind, data_v=value)[words]
    return h.td(class_=kind, data_v=value)[words]


def _plain(content: Content) -> str:
    return content.plain if isinstance(content, Valued) else words_in(h.shown(content))


def number_cell(number: int, lang: Lang, to: str | None = None) -> Valued:
    """Return a number with its digits grouped, sorted by its value; it may lead to what it counts."""
    words: Node = grouped(number, lang)
    return Valued(h.a(href=to)[words] if to and number else words, str(number), str(number))


def day_cell(day: date | None, lang: Lang) -> Valued:
    """Return a day; where there is none, a dash that comes first."""
    iso = day.isoformat() if day else ""
    return Valued(shown_day(day, lang) if day else "—", iso, iso)


def period_cell(demand: Demand, lang: Lang) -> Valued:
    """Return a period as letters call it, sorted by its end; a one-off has none to name."""
    name = named_period(demand.period, lang)
    return Valued(name, demand.term.period.span.end.isoformat(), name)


def on_day_cell(each: Assessment, lang: Lang) -> Valued:
    """Return how many days late, early or left; what has no day comes last."""
    said = "" if each.days is None else str(each.days)
    return Valued(days_words(each, lang), said or _UNTOLD, said)


def due_cell(owed: Obligation, lang: Lang) -> Valued:
    """Return the last day of an obligation, and by which letters it was put off."""
    day = day_cell(owed.due, lang)
    return Valued(f"{day.content}{in_brackets(due_note(owed, lang))}", day.value, day.plain)


def verdict_cell(leaf: Leaf, each: Assessment) -> Node:
    """Return the state of a verdict, and what is said of it."""
    notes = leaf.notes(each)
    shown = badge(each, leaf.lang)
    return h.divided((shown, h.span(class_="dim")[notes]), " ") if notes else shown


def rate_cell(of: Rate, lang: Lang) -> Valued:
    """Return a rate; without anything due it is sorted below the lowest."""
    words = rate(of, lang)
    return Valued(words, f"{of.part / of.whole:.6f}" if of.whole else "-1", words)
