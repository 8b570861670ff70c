"""What pages are made of beside tables: parts under a heading, lists of names and what they say."""

from collections.abc import Iterable

from htpy import Node
from markupsafe import Markup

from kehoach.site import elements as h
from kehoach.words import Lang, Text
from kehoach.words.administrative import grouped

_UNSEEN = h.span(class_="v")


def link(words: str, to: str | None) -> Node:
    """Return a link; where there is nothing to lead to, the words alone."""
    return h.a(href=to)[words] if to else words


def unseen(words: str) -> Markup:
    """Return words that are read out but take no room."""
    return _UNSEEN[words]


def part(id_: str, title: str, *content: Node) -> Markup:
    """Return a part of a page under its own heading; landmarks are kept for the few."""
    return h.section(id=id_)[h.h2[title], content]


def pair(name: str, said: Node) -> Markup:
    """Return a name and what it says, one of ``pairs``."""
    return h.div[h.dt[name], h.dd[said]]


def pairs(rows: Iterable[tuple[str, Node]]) -> Markup:
    """Return names and what they say."""
    return h.dl[[pair(name, said) for name, said in rows]]


def scrolled(label: str, content: Node, kind: str = "") -> Markup:
    """Return something wide that scrolls by itself, with the keyboard too."""
    look = f"scroll {kind}".rstrip()
    return h.div(class_=look, role="region", tabindex="0", aria_label=label)[content]


def counted(title: Text, lang: Lang, count: int, **values: object) -> str:
    """Return a title that says how many there are."""
    return title.to(lang, count=grouped(count, lang), **values)
