"""Office files are zips of XML: unpacked within limits, without DTD, prefixes made alike."""

import posixpath
import zlib
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from kehoach.annex.documents.annex_refusal import (
    BROKEN,
    ENCRYPTED,
    ENTITIES,
    MOST_DEPTH,
    MOST_ELEMENTS,
    MOST_PARTS,
    MOST_UNPACKED,
    TOO_LARGE,
    AnnexRefused,
)

_CHUNK = 1 << 20
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
            raise AnnexRefused(BROKEN) from None
        self._names = {info.filename: info for info in self._zip.infolist()}
        if len(self._names) > MOST_PARTS:
            raise AnnexRefused(TOO_LARGE)
        self._left = MOST_UNPACKED

    @property
    def names(self) -> frozenset[str]:
        """The names of the parts."""
        return frozenset(self._names)

    def part(self, name: str) -> Element | None:
        """Return the root of a part, if it is there.

        Raises:
            AnnexRefused: it cannot be unpacked or parsed, or is too large.
        """
        return parsed(self._bytes(name)) if name in self._names else None

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
            raise AnnexRefused(ENCRYPTED)
        chunks = []
        try:
            with self._zip.open(info) as file:
                while chunk := file.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise AnnexRefused(TOO_LARGE)
                    chunks.append(chunk)
        except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
            raise AnnexRefused(BROKEN) from None
        return b"".join(chunks)


class _Builder:
    """Builds a tree whose tags are ``w_p``, whichever edition of the standard they are from."""

    def __init__(self) -> None:
        self._tree = TreeBuilder()
        self._depth = self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        self._depth += 1
        self._count += 1
        if self._depth > MOST_DEPTH or self._count > MOST_ELEMENTS:
            raise AnnexRefused(TOO_LARGE)
        self._tree.start(_short(tag), {_short(key): value for key, value in attributes.items()})

    def end(self, tag: str) -> None:
        """End an element."""
        self._depth -= 1
        self._tree.end(_short(tag))

    def data(self, words: str) -> None:
        """Take text."""
        self._tree.data(words)

    def close(self) -> Element:
        """Return the root."""
        return self._tree.close()


def parsed(raw: bytes) -> Element:
    """Return the root of an XML text; one with a DTD is refused before any entity is made.

    Raises:
        AnnexRefused: it is not well-formed, declares a DTD, or is too large or too deep.
    """
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(raw, True)
    except expat.ExpatError:
        raise AnnexRefused(BROKEN) from None
    return builder.close()


def _refuse_doctype(*_: object) -> None:
    raise AnnexRefused(ENTITIES)


def _short(name: str) -> str:
    """Return ``w_p``; what is of no namespace that matters here is ``other_p``."""
    space, divided, local = name.rpartition(" ")
    if not divided:
        return name
    return f"{_MAINS.get(space, 'other')}_{local}"
