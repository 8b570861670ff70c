"""The parts of an Office file (.docx, .xlsx) that no reader here looks into, with their words.

A package may hold anything: end notes, text boxes, whole documents within it. So its parts are
listed against those that are read and those that carry no words of the page; every other is told.
A part is known by the relation that leads to it (ECMA-376, part 2), its name may be anything.
"""

import posixpath
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Literal, NamedTuple
from zipfile import ZipFile

from kehoach.reading.packages.damage import DAMAGED
from kehoach.reading.packages.part_words import PartWords

PartKind = Literal[
    "header", "footer", "document", "embedding", "drawing", "diagram", "chart", "unknown"
]


class UnreadPart(NamedTuple):
    """A part that was passed over, and its first words, one after the other; perhaps none."""

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
_MOST_PARTS = 500
"""Parts past these are told without their words."""


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
    parts = PartWords()
    kinds, elsewhere = _relations(package, parts)
    for target, kind in elsewhere.items():
        if kind in _OPAQUE:  # shown on the page, and kept in a file of its own
            yield UnreadPart(target, _OPAQUE[kind], "")
    for number, name in enumerate(_passed_over(package, kinds)):
        kind = kinds.get(name, "")
        words = parts.of(package, name) if number < _MOST_PARTS else None
        if kind in _OPAQUE or words != "":
            told = _OPAQUE.get(kind) or _WORDED.get(kind) or "unknown"
            yield UnreadPart(name, told, words or "")


def _passed_over(package: ZipFile, kinds: Mapping[str, str]) -> list[str]:
    """Return the parts that are neither read nor known to carry no words."""
    skipped = _READ | _WORDLESS
    names = (name for name in package.namelist() if not name.endswith(("/", ".rels")))
    return sorted(each for each in names
                  if kinds.get(each) not in skipped and each not in _OF_PACKAGE)  # fmt: skip


def _relations(package: ZipFile, parts: PartWords) -> tuple[dict[str, str], dict[str, str]]:
    """Return the last word of the type of the relation that leads to each part, and to other files."""
    found: dict[str, str] = {}
    elsewhere: dict[str, str] = {}
    for name in package.namelist():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        for each in parts.links(package, name):
            target = each.get("Target", "")
            kind = each.get("Type", "").rpartition("/")[2]
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if each.get("TargetMode") == "External":
                elsewhere[target] = kind
            else:
                found[path] = kind
    return found, elsewhere
