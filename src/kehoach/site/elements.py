"""The elements of the pages: htpy writes them, and what they show is made harmless as it enters.

htpy escapes what is no markup. Text of other people may do more than open an element: it may steer
a terminal that shows the page's source, turn around what is read, or be reckoned out by a sheet
that a table is pasted into. So every word that enters an element or an attribute is one plain line.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from htpy import BaseElement, Context, Element, Node, VoidElement
from markupsafe import Markup, escape

from kehoach.words.escapes import no_formula
from kehoach.words.safety import one_line


class PageElement(Element):
    """An element whose words are plain, in itself and in its attributes."""

    def __call__(  # type: ignore[override] # by name alone: each attribute is seen here
        self, **attributes: str | bool | None
    ) -> "PageElement":
        """Return the element with attributes; one of ``None`` or ``False`` is left out."""
        return _with(self._name, *attributes.items())

    def __getitem__(self, children: Node) -> Markup:  # type: ignore[override] # as said below
        """Return the markup of the element with what stands in it.

        It is written at once: pages are deep, and are many.
        """
        written = f"<{self._name}{self._attrs}>{shown(children)}</{self._name}>"
        return str.__new__(Markup, written)  # half of the time of ``Markup(written)``


class Shape(VoidElement):
    """A mark of a picture: it holds nothing, and is closed as in XML."""

    def iter_chunks(
        self, _context: Mapping[Context[object], object] | None = None
    ) -> Iterator[str]:
        """Yield the one piece it is written as."""
        yield f"<{self._name}{self._attrs}/>"


def words(text: str) -> Markup:
    """Return words as a page shows them."""
    return text if isinstance(text, Markup) else _escaped(text)


def drawn(width: int, height: int) -> dict[str, str]:
    """Return the size of a picture, in pixels of the screen: so its letters are never too small."""
    return {"width": str(width), "height": str(height), "viewBox": f"0 0 {width} {height}"}


def divided(parts: Iterable[Node], between: str) -> Node:
    """Return parts one after the other; what stands between them keeps its spaces."""
    mark = escape(between)
    return [each for part in parts for each in (mark, part)][1:]


@lru_cache(maxsize=8192)
def _with(element: str, *attributes: tuple[str, str | bool | None]) -> PageElement:
    """Return an element with attributes: the same few are on most elements of a page.

    Of a verdict they are its own, and joined here: htpy would take ten times as long.
    """
    return PageElement(element, "".join(map(_attribute, attributes)))


def _attribute(given: tuple[str, str | bool | None]) -> str:
    """Return an attribute as it stands in a tag."""
    name, value = given
    if isinstance(value, str):
        return f'{_named(name)}="{_escaped(value)}"'
    return _named(name) if value else ""


@cache
def _named(name: str) -> str:
    """Return the name of an attribute as htpy writes it, behind a space."""
    return Element("x")(**{name: "x"})._attrs.removesuffix('="x"')  # noqa: SLF001 - as ``_attrs`` above


@lru_cache(maxsize=8192)
def _escaped(text: str) -> Markup:
    return escape(_plain(text))


def _plain(text: str) -> str:
    if not text.isprintable():
        text = text.encode("utf-8", "replace").decode()  # a file name may hold half a character
    return no_formula(one_line(text))


def shown(node: Node) -> str:
    """Return the markup of what stands in an element."""
    if isinstance(node, str):
        return words(node)
    if isinstance(node, BaseElement):
        return node.__html__()
    if isinstance(node, Iterable):
        return "".join(map(shown, node))
    return "" if node is None else escape(node)


a = PageElement("a")
b = PageElement("b")
blockquote = PageElement("blockquote")
body = PageElement("body")
button = PageElement("button")
caption = PageElement("caption")
dd = PageElement("dd")
details = PageElement("details")
div = PageElement("div")
dl = PageElement("dl")
dt = PageElement("dt")
footer = PageElement("footer")
g = PageElement("g")
h1 = PageElement("h1")
h2 = PageElement("h2")
head = PageElement("head")
header = PageElement("header")
html = PageElement("html")
label = PageElement("label")
li = PageElement("li")
main = PageElement("main")
nav = PageElement("nav")
noscript = PageElement("noscript")
ol = PageElement("ol")
option = PageElement("option")
output = PageElement("output")
p = PageElement("p")
section = PageElement("section")
select = PageElement("select")
small = PageElement("small")
span = PageElement("span")
strong = PageElement("strong")
summary = PageElement("summary")
svg = PageElement("svg")
table = PageElement("table")
tbody = PageElement("tbody")
td = PageElement("td")
text = PageElement("text")
th = PageElement("th")
thead = PageElement("thead")
title = PageElement("title")
tr = PageElement("tr")
ul = PageElement("ul")
circle = Shape("circle")
input_ = Shape("input")
line = Shape("line")
rect = Shape("rect")
