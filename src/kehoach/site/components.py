"""What pages are made of beside tables: parts under a heading, lists of names and what they say."""

from collections.abc import Iterable

from htpy import Node

from kehoach.site import elements as h
from kehoach.site.elements import PageElement
from kehoach.words import Lang, Text
from kehoach.words.administrative import grouped

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


def counted(title: Text, lang: Lang, count: int) -> str:
    """Return a title that says how many there are."""
    return title.to(lang, count=grouped(count, lang))
