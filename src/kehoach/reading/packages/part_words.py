"""The first words of a part that no reader here looks into, without building anything of it.

Such parts may unpack to millions of tiny elements, and hardly any word of them is shown. So of each
the beginning is looked through, and of all of them together no more than a document can say.
"""

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from xml.etree.ElementTree import ParseError, XMLParser
from zipfile import ZipFile, ZipInfo

from kehoach.reading.packages.damage import DAMAGED

_MOST_OF_A_PART, _MOST_OF_ALL = 250_000, 1_000_000
"""Bytes, unpacked."""
_MOST_WITHIN = 5_000_000
"""Bytes of packages within the package, all together; of each the list of its parts is made."""
_MOST_LINKS = 2_000_000
"""Bytes of all lists of relations: of a thousand pictures one has a tenth of it."""
_MOST_WORDS = 2_000
_TEXT = frozenset(("t", "delText", "v"))
_LINES = frozenset(("p", "si", "row"))
_PAGES = (".htm", ".html", ".mht", ".xhtml", ".txt")
_MAIN = re.compile(r"document\.xml$|sharedStrings\.xml$|sheet\d*\.xml$|slide\d+\.xml$")
_PIECE = re.compile(r"<[^<>]*>|<|[^<]+")
_TAG = re.compile(r"<(/?)([a-z]+)[^>]*>")
_ASIDE = ("script", "style", "head")
_RTF = re.compile(r"\\[a-z]+-?\d* ?|\\'[0-9a-f]{2}|[{}]")
_WORD = re.compile(r"[^\W\d_]")


class PartWords:
    """Looks through the parts of one package, as long as they are not too much."""

    def __init__(self) -> None:
        self._left, self._within, self._links = _MOST_OF_ALL, _MOST_WITHIN, _MOST_LINKS

    def of(self, package: ZipFile, name: str) -> str | None:
        """Return the first words of a part, on one line; ``None`` where there may be some further on.

        A part may be XML, a page, plain text, or a file within the file.
        """
        about = package.getinfo(name)
        raw = self._beginning(package, about)
        if raw.startswith(b"PK"):
            return self._of_package(package, about)
        written = _written(raw, name.lower())
        words = _cut(written or "")
        whole = written is None or len(raw) == about.file_size
        return words if words or whole else None

    def links(self, package: ZipFile, name: str) -> list[dict[str, str]]:
        """Return the attributes of each relation in a list of them."""
        with package.open(name) as file:
            raw = file.read(self._links)
        self._links -= len(raw)
        links = _Links()
        _feed(links, raw)
        return links.found

    def _beginning(self, package: ZipFile, about: ZipInfo) -> bytes:
        """Return the first bytes of a part; none of one that is locked."""
        if about.flag_bits & 1:
            return b""
        with package.open(about) as file:
            raw = file.read(min(_MOST_OF_A_PART, self._left))
        self._left -= len(raw)
        return raw

    def _of_package(self, package: ZipFile, about: ZipInfo) -> str | None:
        """Return the words of the main parts of a document or workbook within a document."""
        if about.file_size > self._within:
            return None
        self._within -= about.file_size
        try:
            with ZipFile(BytesIO(package.read(about))) as inner:
                return _cut(" ".join(self._of_main_parts(inner)))
        except DAMAGED:
            return ""

    def _of_main_parts(self, inner: ZipFile) -> Iterator[str]:
        for each in sorted(filter(_MAIN.search, inner.namelist())):
            yield _in_xml(self._beginning(inner, inner.getinfo(each))) or ""


class _EnoughFound(Exception):  # noqa: N818 - nothing is wrong
    """No more is shown."""


class _Declared(Exception):  # noqa: N818 - the caller takes it for no XML
    """A DTD, which could declare entities."""


class _Links:
    """Gathers what stands right below the root of an XML text."""

    def __init__(self) -> None:
        self.found: list[dict[str, str]] = []
        self._depth = 0

    def start(self, _: str, attributes: dict[str, str], /) -> None:
        """Begin an element."""
        self._depth += 1
        if self._depth == 2:  # noqa: PLR2004 - below the root
            self.found.append(attributes)

    def end(self, _: str, /) -> None:
        """End an element."""
        self._depth -= 1

    def doctype(self, *_: object) -> None:
        """Give up before any entity is made."""
        raise _Declared


class _Words:
    """Gathers the words of an XML text: its text, notes of VML, and WordArt, which is an attribute."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._said: list[str] | None = None  # of the element that is open, where it holds words
        self._length = self._notes = 0
        self._vml: bool | None = None

    def start(self, tag: str, attributes: dict[str, str], /) -> None:
        """Begin an element: words before it within another are that one's."""
        local = tag.rpartition("}")[2]
        if self._vml is None:
            self._vml = tag == "xml"
        if self._notes == 0:
            self._close()
        if local in _LINES and self._line:
            self._lines.append("".join(self._line))
            self._line = []
        if self._notes or (local == "div" and self._vml):  # a text box or a note in a workbook
            self._notes += 1
        if local in _TEXT or self._notes == 1:
            self._said = []
        elif local == "textpath":
            self._add(f" {attributes.get('string', '')} ")

    def data(self, words: str, /) -> None:
        """Take words."""
        if self._said is not None:
            self._said.append(words)

    def end(self, _: str, /) -> None:
        """End an element."""
        self._notes = max(0, self._notes - 1)
        if self._notes == 0:
            self._close()

    def doctype(self, *_: object) -> None:
        """Give up before any entity is made."""
        raise _Declared

    def all(self) -> str:
        """Return what was gathered, line by line."""
        return " ".join((*self._lines, "".join(self._line)))

    def _close(self) -> None:
        if self._said is not None:
            words, self._said = "".join(self._said), None
            if _WORD.search(words):
                self._add(f" {words} " if self._vml else words)

    def _add(self, words: str) -> None:
        self._line.append(words)
        self._length += len(words)
        if self._length > _MOST_WORDS:
            raise _EnoughFound


def _feed(target: _Links | _Words, raw: bytes) -> bool:
    """Hand the elements of an XML text, or of its beginning, to a target; say whether it is one."""
    try:
        XMLParser(target=target).feed(raw)  # noqa: S314 - a DTD is refused, so there are no entities
    except _EnoughFound:
        return True
    except (_Declared, ParseError, ValueError, LookupError):
        return False
    return True


def _in_xml(raw: bytes) -> str | None:
    words = _Words()
    return words.all() if _feed(words, raw) else None


def _written(raw: bytes, name: str) -> str | None:
    """Return the words of a text: of one as Word saves it, of XML, of a page by the end of its name."""
    if raw.startswith(b"{\\rtf"):
        return _RTF.sub(" ", raw.decode("latin-1"))
    words = None if name.endswith(_PAGES) else _in_xml(raw)
    if words is None and name.endswith((*_PAGES, ".vml")):
        return unescape(" ".join(_on_page(raw.decode("utf-8", "replace"), _ASIDE)))
    return words


def _on_page(text: str, aside: tuple[str, ...]) -> list[str]:
    """Return what stands between the tags of a page, without what is not shown (``aside``)."""
    told: list[str] = []
    within = ""
    for piece in _PIECE.findall(text):
        tag = _TAG.match(piece.lower())
        if within:
            within = "" if tag and tag.groups() == ("/", within) else within
        elif tag and not tag[1] and tag[2] in aside:
            within = tag[2]
        elif not piece.startswith("<") or piece == "<":
            told.append(piece)
    return _on_page(text, ()) if within else told  # what is never closed hides nothing


def _cut(words: str) -> str:
    """Return words on one line; nothing where no letter is among them."""
    line = " ".join(words[:_MOST_WORDS].split())
    return line if _WORD.search(line) else ""
