"""HTML made of values: what is not already ``Html`` is escaped, so nothing can be forgotten.

No template language: it would be one more library to install for pages that are mostly tables,
its templates would be seen by neither the type checker nor the linter, and the one thing that it
does for safety, escaping by default, is the dozen lines of ``element`` and ``text`` here.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape
from typing import NamedTuple

from kehoach.words.escapes import no_formula
from kehoach.words.safety import one_line

_EMPTY = frozenset({"br", "input", "link", "meta", "rect", "line", "circle"})


class Html(str):
    """Text that is markup already and is not escaped again."""

    __slots__ = ()


class Column(NamedTuple):
    """A heading of a table: ``sorted_as`` a number or words, or by nothing where it is empty."""

    name: str | Html
    number: bool = False


class Cell(NamedTuple):
    """What stands in a table, and by what it is sorted where that is not its words."""

    content: str | Html
    value: str | None = None


Content = str | Html | Cell


def text(words: str) -> Html:
    """Return words as HTML shows them: one line, no command to a terminal, a browser or a sheet."""
    return words if isinstance(words, Html) else _escaped(words)


@lru_cache(maxsize=8192)
def _escaped(words: str) -> Html:
    whole = words.encode("utf-8", "replace").decode()  # a file name may hold half a character
    return Html(escape(no_formula(one_line(whole))))


def element(name: str, /, *children: str | Html, **attributes: str | bool | None) -> Html:
    """Return an element; ``class_`` is ``class``, ``data_v`` is ``data-v``, ``None`` is left out."""
    opened = "".join([name, *map(_attribute, attributes, attributes.values())])
    if name in _EMPTY:
        return Html(f"<{opened}>" if name in {"br", "input", "link", "meta"} else f"<{opened}/>")
    return Html(f"<{opened}>{''.join(map(text, children))}</{name}>")


def _attribute(name: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    shown = name.rstrip("_").replace("_", "-")
    return f" {shown}" if value is True else f' {shown}="{text(value)}"'


def joined(parts: Iterable[str | Html], between: str = "") -> Html:
    """Return parts one after the other; what stands between them keeps its spaces."""
    return Html(escape(between).join(map(text, parts)))


def link(words: str | Html, to: str | None) -> Html:
    """Return a link; where there is nothing to lead to, the words alone."""
    return element("a", words, href=to) if to else text(words)


def unseen(words: str | Html) -> Html:
    """Return words that are read out but take no room."""
    return element("span", words, class_="v")


def part(id_: str, title: str, *content: Html) -> Html:
    """Return a part of a page under its own heading; landmarks are kept for the few."""
    return element("section", element("h2", title), *content, id=id_)


def pairs(rows: Iterable[tuple[str, str | Html]]) -> Html:
    """Return names and what they say."""
    cells = (element("div", element("dt", name), element("dd", value)) for name, value in rows)
    return element("dl", *cells)


def scrolled(label: str, content: Html) -> Html:
    """Return something wide that scrolls by itself, with the keyboard too."""
    return element("div", content, class_="scroll", role="region", tabindex="0", aria_label=label)


def table(
    label: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Content]],
    tools: str | None = None,
) -> Html:
    """Return a table whose rows are headed by their first cell.

    ``tools`` is the label of its search field: the script adds it, and sorting, where it runs.
    """
    head = joined(
        element("th", each.name, scope="col", class_="n" if each.number else None)
        for each in columns
    )
    body = joined(_row(columns, row) for row in rows)
    made = element(
        "table",
        element("caption", unseen(label)),
        element("thead", element("tr", head)),
        element("tbody", body),
        data_search=tools,
    )
    return scrolled(label, made)


def _row(columns: Sequence[Column], row: Sequence[Content]) -> Html:
    return element(
        "tr", *(_cell(*each) for each in zip(columns, row, range(len(row)), strict=True))
    )


def _cell(column: Column, content: Content, index: int) -> Html:
    words, value = content if isinstance(content, Cell) else (content, None)
    kind = "n" if column.number else None
    if index == 0:
        return element("th", words, scope="row", class_=kind, data_v=value)
    return element("td", words, class_=kind, data_v=value)
