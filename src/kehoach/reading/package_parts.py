"""The parts of an Office file (.docx, .xlsx) that no reader here looks into, with their words.

A package may hold anything: end notes, text boxes, whole documents within it. So its parts are
listed against those that are read and those that carry no words of the page; every other is told.
A part is known by the relation that leads to it (ECMA-376, part 2), its name may be anything.
"""

import posixpath
import re
import zlib
from collections.abc import Iterator, Mapping
from html import unescape
from io import BytesIO
from typing import Literal, NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import BadZipFile, ZipFile

PartKind = Literal[
    "header", "footer", "document", "embedding", "drawing", "diagram", "chart", "unknown"
]


class UnreadPart(NamedTuple):
    """A part that was passed over, and the words in it, one after the other; perhaps none."""

    name: str
    kind: PartKind
    words: str


# By the last word of the relation's type. What is told also where no words are found in it:
_OPAQUE: dict[str, PartKind] = {
    "aFChunk": "document", "subDocument": "document", "package": "embedding",
    "oleObject": "embedding", "chart": "chart", "chartEx": "chart",
}  # fmt: skip
# … and only where there are some.
_WORDED: dict[str, PartKind] = {
    "header": "header", "footer": "footer", "diagramData": "diagram", "drawing": "drawing",
    "vmlDrawing": "drawing", "chartUserShapes": "chart", "control": "embedding",
    "dialogsheet": "unknown", "xlMacrosheet": "unknown",
}  # fmt: skip
# Read by the readers of annexes and of workbooks, or told by them.
_READ = frozenset(
    ("officeDocument", "footnotes", "endnotes", "comments", "numbering", "styles", "worksheet",
     "sharedStrings", "threadedComment", "image")
)  # fmt: skip
# Looks, settings and copies of what stands elsewhere; a glossary is what may be put in, not the page.
_WORDLESS = frozenset(
    ("stylesWithEffects", "settings", "webSettings", "fontTable", "font", "theme", "themeOverride",
     "customXml", "customXmlProps", "core-properties", "extended-properties", "custom-properties",
     "thumbnail", "glossaryDocument", "attachedTemplate", "printerSettings", "calcChain", "chartsheet",
     "externalLink", "externalLinkPath", "connections", "queryTable", "table", "tableSingleCells",
     "pivotTable", "pivotCacheDefinition", "pivotCacheRecords", "slicer", "slicerCache", "timeline",
     "timelineCache", "sheetMetadata", "metadata", "revisionHeaders", "revisionLog", "usernames",
     "volatileDependencies", "xmlMaps", "customProperty", "commentsExtended", "commentsIds",
     "commentsExtensible", "people", "person", "keyMapCustomizations", "recipientData", "hyperlink",
     "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing", "chartColorStyle",
     "chartStyle", "ctrlProp", "activeXControlBinary", "vbaProject", "wordVbaData", "ink",
     "digital-signature", "signature", "certificate", "origin", "video", "audio", "media",
     "rdRichValue", "rdRichValueStructure", "rdRichValueTypes", "richValueRel", "documenttasks",
     "frame", "mailMergeSource", "mailMergeHeaderSource", "transform", "vmlDrawingHF", "cellImage",
     "webextension", "webextensiontaskpanes", "ui", "extensibility", "classificationlabels",
     "featurePropertyBag", "FeaturePropertyBag", "Table", "jsaProject", "userXmlData")
)  # fmt: skip
_OF_PACKAGE = ("[Content_Types].xml", "mimetype")
_MOST_BYTES = 20_000_000
_MOST_WORDS = 2_000
_MOST_PARTS = 500
_TEXT = frozenset(("t", "delText", "v"))
_LINES = frozenset(("p", "si", "row"))
DAMAGED = (
    BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
"""What a zip that is damaged, encrypted or packed in an unknown way raises while it is read."""
_PAGES = (".htm", ".html", ".mht", ".xhtml", ".txt")
_MARKUP = re.compile(r"(?is)<(script|style|head)\b.*?</\1>|<[^>]*>")
_RTF = re.compile(r"\\[a-z]+-?\d* ?|\\'[0-9a-f]{2}|[{}]")
_WORD = re.compile(r"[^\W\d_]")


def unread_parts(raw: bytes) -> tuple[UnreadPart, ...]:
    """Return the parts of a file that were passed over, by name; none of what is no package.

    It is to be called once the readers have found the file to be within their limits.
    """
    try:
        with ZipFile(BytesIO(raw)) as package:
            return tuple(_unread(package))
    except DAMAGED:
        return ()


def _unread(package: ZipFile) -> Iterator[UnreadPart]:
    kinds, elsewhere = _relations(package)
    for target, kind in elsewhere.items():
        if kind in _OPAQUE:  # shown on the page, and kept in a file of its own
            yield UnreadPart(target, _OPAQUE[kind], "")
    for number, name in enumerate(_passed_over(package, kinds)):
        kind = kinds.get(name, "")
        words = _words(package, name) if number < _MOST_PARTS else ""
        if kind in _OPAQUE or words:
            yield UnreadPart(name, _OPAQUE.get(kind) or _WORDED.get(kind) or "unknown", words)


def _passed_over(package: ZipFile, kinds: Mapping[str, str]) -> list[str]:
    """Return the parts that are neither read nor known to carry no words."""
    skipped = _READ | _WORDLESS
    names = (name for name in package.namelist() if not name.endswith(("/", ".rels")))
    return sorted(each for each in names
                  if kinds.get(each) not in skipped and each not in _OF_PACKAGE)  # fmt: skip


def _relations(package: ZipFile) -> tuple[dict[str, str], dict[str, str]]:
    """Return the last word of the type of the relation that leads to each part, and to other files."""
    found: dict[str, str] = {}
    elsewhere: dict[str, str] = {}
    for name in package.namelist():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        root = _tree(_content(package, name))
        for each in root if root is not None else ():
            target = each.get("Target", "")
            kind = each.get("Type", "").rpartition("/")[2]
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if each.get("TargetMode") == "External":
                elsewhere[target] = kind
            else:
                found[path] = kind
    return found, elsewhere


def _words(package: ZipFile, name: str) -> str:
    """Return the words of a part: of XML, of a page, of plain text, of a file within the file."""
    raw = _content(package, name)
    if raw.startswith(b"PK"):
        return _cut(_within(raw))
    if raw.startswith(b"{\\rtf"):
        return _cut(_RTF.sub(" ", raw.decode("latin-1")))
    root = _tree(raw)
    if root is not None and not name.lower().endswith(_PAGES):
        return _cut(" ".join(_said(root)))
    text = raw.decode("utf-8", "replace") if name.lower().endswith((*_PAGES, ".vml")) else ""
    return _cut(unescape(_MARKUP.sub(" ", text)))


def _within(raw: bytes) -> str:
    """Return the words of the main parts of a document or workbook within a document."""
    try:
        with ZipFile(BytesIO(raw)) as inner:
            trees = (_tree(_content(inner, name)) for name in sorted(inner.namelist())
                     if re.search(r"document\.xml$|sharedStrings\.xml$|sheet\d*\.xml$|slide\d+\.xml$",
                                  name))  # fmt: skip
            return " ".join(word for tree in trees if tree is not None for word in _said(tree))
    except DAMAGED:
        return ""


def _said(root: Element) -> Iterator[str]:
    """Yield the words of an XML part: its text, and that of WordArt, which is an attribute."""
    line: list[str] = []
    for each in root.iter():
        tag = each.tag.rpartition("}")[2]
        if tag in _LINES and line:
            yield "".join(line)
            line = []
        if tag in _TEXT and each.text and _WORD.search(each.text):
            line.append(each.text)
        elif tag == "textpath":
            line.append(f" {each.get('string', '')} ")
        elif tag == "div" and root.tag == "xml":  # a text box or a note of VML in a workbook
            line.append(f" {''.join(each.itertext())} ")
    yield "".join(line)


def _cut(words: str) -> str:
    """Return words on one line; nothing where no letter is among them."""
    line = " ".join(words[:_MOST_WORDS].split())
    return line if _WORD.search(line) else ""


def _content(package: ZipFile, name: str) -> bytes:
    """Return the bytes of a part; none of one that is too large or locked."""
    about = package.getinfo(name)
    if about.file_size > _MOST_BYTES or about.flag_bits & 1:
        return b""
    with package.open(about) as file:
        return file.read(_MOST_BYTES)


def _tree(raw: bytes) -> Element | None:
    """Return the root of an XML text; none of one that is no XML, or that declares anything."""
    if b"<!DOCTYPE" in raw.replace(b"\0", b""):
        return None
    try:
        return fromstring(raw)  # noqa: S314 - without a DTD there are no entities
    except (ParseError, ValueError, LookupError):
        return None
