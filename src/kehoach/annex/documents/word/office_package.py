"""Office files are zips of XML: unpacked within limits, without DTD, prefixes made alike."""

import posixpath
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser
from zipfile import BadZipFile, ZipFile

from kehoach.annex.documents.document_limits import (
    MOST_DEPTH,
    MOST_ELEMENTS,
    MOST_LINES,
    MOST_PARTS,
    MOST_PASSAGES,
    MOST_UNPACKED,
    AnnexRefused,
)
from kehoach.reading.packages.damage import DAMAGED

_MAINS = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "x",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://www.w3.org/XML/1998/namespace": "xml",
}


class Relation(NamedTuple):
    """A part that another one points to: the last word of its type, and its name."""

    kind: str
    target: str


class Package:
    """The parts of an Office file."""

    def __init__(self, raw: bytes) -> None:
        """Open the file.

        Raises:
            AnnexRefused: it is no zip, or one that is not for reading.
        """
        try:
            self._zip = ZipFile(BytesIO(raw))
        except (BadZipFile, ValueError, OSError, NotImplementedError):
            raise AnnexRefused("broken") from None
        self._names = {info.filename: info for info in self._zip.infolist()}
        unpacked = sum(info.file_size for info in self._zip.infolist())
        if len(self._names) > MOST_PARTS or unpacked > MOST_UNPACKED:
            raise AnnexRefused("unpacked")
        self._counts = _Counts()

    @property
    def names(self) -> frozenset[str]:
        """The names of the parts."""
        return frozenset(self._names)

    def part(self, name: str) -> Element | None:
        """Return the root of a part, if it is there.

        Raises:
            AnnexRefused: it cannot be unpacked or parsed, or is too large.
        """
        return _parsed(self._bytes(name), self._counts) if name in self._names else None

    def relations(self, name: str) -> dict[str, Relation]:
        """Return the parts that a part points to, by id."""
        folder, _, file = name.rpartition("/")
        root = self.part(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
        found = {}
        for each in root if root is not None else ():
            target = each.get("Target", "")
            if each.get("TargetMode") != "External":
                path = (
                    target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                )
                kind = each.get("Type", "").rpartition("/")[2]
                found[each.get("Id", "")] = Relation(kind, posixpath.normpath(path))
        return found

    def main(self) -> str | None:
        """Return the name of the main part."""
        found = (
            each.target for each in self.relations("").values() if each.kind == "officeDocument"
        )
        return next(found, None)

    def _bytes(self, name: str) -> bytes:
        info = self._names[name]
        if info.flag_bits & 1:
            raise AnnexRefused("locked")
        try:
            with self._zip.open(info) as file:
                return file.read(info.file_size + 1)  # no more, whatever the zip unpacks to
        except DAMAGED:
            raise AnnexRefused("broken") from None


class _Counts:
    """How much there is in all parts that were read: a few bytes unpack to a million of anything."""

    def __init__(self) -> None:
        self._elements = self._passages = self._lines = 0

    def add(self, tag: str) -> None:
        """Count an element before it is made.

        Raises:
            AnnexRefused: it is one too many.
        """
        self._elements += 1
        self._passages += tag == "w_p"
        self._lines += tag == "w_tr"
        if (
            self._elements > MOST_ELEMENTS
            or self._passages > MOST_PASSAGES
            or self._lines > MOST_LINES
        ):
            raise AnnexRefused("crowded")


class _XmlBuilder(TreeBuilder):
    """Builds a tree whose tags are ``w_p``, whichever edition of the standard they are from."""

    def __init__(self, counts: _Counts) -> None:
        super().__init__()
        self._depth, self._counts = 0, counts

    def start(self, tag: str, attributes: dict[str, str], /) -> Element:
        """Begin an element."""
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise AnnexRefused("deep")
        name = _short(tag)
        self._counts.add(name)
        return super().start(name, {_short(key): each for key, each in attributes.items()})

    def end(self, tag: str, /) -> Element:
        """End an element."""
        self._depth -= 1
        return super().end(_short(tag))

    def doctype(self, *_: object) -> None:
        """Refuse a DTD before any entity is made."""
        raise AnnexRefused("declares")


def _parsed(raw: bytes, counts: _Counts) -> Element:
    """Return the root of an XML text.

    Raises:
        AnnexRefused: it is not well-formed, declares a DTD, or is too large or too deep.
    """
    parser = XMLParser(target=_XmlBuilder(counts))  # noqa: S314 - the builder refuses every DTD
    try:
        parser.feed(raw)
        return parser.close()
    except (ParseError, LookupError, ValueError):  # the latter two: an encoding that XML has not
        raise AnnexRefused("broken") from None


def _short(name: str) -> str:
    """Return ``w_p``; what is of no namespace that matters here is ``other_p``."""
    space, divided, local = name.rpartition("}")
    return f"{_MAINS.get(space[1:], 'other')}_{local}" if divided else name
