"""What pages are made of: parts under a heading, tables, lists of names and what they say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from htpy import Node

from kehoach.periods import ONCE
from kehoach.site import elements as h
from kehoach.site.elements import PageElement
from kehoach.words import Lang, Text, shown_day
from kehoach.words.administrative import grouped


@dataclass(frozen=True)
class Heading:
    """What heads a column, whose cells are sorted as numbers or as words."""

    name: Text
    number: bool = False


@dataclass(frozen=True)
class Valued:
    """What stands in a cell that is sorted by something else than its words."""

    content: Node
    value: str


Content = Node | Valued
_UNSEEN = h.span(class_="v")


def link(words: str, to: str | None) -> Node:
    """Return a link; where there is nothing to lead to, the words alone."""
    return h.a(href=to)[words] if to else words


def unseen(words: str) -> PageElement:
    """Return words that are read out but take no room."""
    return _UNSEEN[words]


def part(id_: str, title: str, *content: Node) -> PageElement:
    """Return a part of a page under its own heading; landmarks are kept for the few."""
    return h.section(id=id_)[h.h2[title], content]


def pairs(rows: Iterable[tuple[str, Node]]) -> PageElement:
    """Return names and what they say."""
    return h.dl[[h.div[h.dt[name], h.dd[value]] for name, value in rows]]


def scrolled(label: str, content: Node, kind: str = "") -> PageElement:
    """Return something wide that scrolls by itself, with the keyboard too."""
    look = f"scroll {kind}".rstrip()
    return h.div(class_=look, role="region", tabindex="0", aria_label=label)[content]


def table(
    label: str,
    lang: Lang,
    headings: Sequence[Heading],
    rows: Iterable[Sequence[Content]],
    search: Text | None = None,
) -> PageElement:
    """Return a table whose rows are headed by their first cell.

    ``search`` labels its search field: the script adds it, and sorting, where it runs.
    """
    kinds = ["n" if each.number else None for each in headings]
    heads = [
        h.th(scope="col", class_=kind)[each.name.to(lang)]
        for each, kind in zip(headings, kinds, strict=True)
    ]
    made = h.table(data_search=search.to(lang) if search else None)
    body = [h.tr[[*map(_cell, kinds, row, range(len(row)))]] for row in rows]
    return scrolled(label, made[h.caption[unseen(label)], h.thead[h.tr[heads]], h.tbody[body]])


def _cell(kind: str | None, content: Content, at: int) -> PageElement:
    words, value = (
        (content.content, content.value) if isinstance(content, Valued) else (content, None)
    )
    if at == 0:
        return h.th(scope="row", class_=kind, data_v=value)[words]
    return h.td(class_=kind, data_v=value)[words]


def counted(title: Text, lang: Lang, count: int) -> str:
    """Return a title that says how many there are."""
    return title.to(lang, count=grouped(count, lang))


def number_cell(number: int, lang: Lang) -> Valued:
    """Return a number with its digits grouped, sorted by its value."""
    return Valued(grouped(number, lang), str(number))


def day_cell(day: date | None, lang: Lang) -> Valued:
    """Return a day; where there is none, a dash that comes first."""
    return Valued(shown_day(day, lang), day.isoformat()) if day else Valued("—", "")


def period_words(period: str) -> str:
    """Return the name of a period; a one-off's needs none."""
    return "" if period == ONCE else period
