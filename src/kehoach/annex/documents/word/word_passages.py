"""The words of a Word paragraph: split runs as one, deletions not, everything hidden said."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from kehoach.annex.annex_messages import message
from kehoach.annex.clean_words import tidy
from kehoach.annex.documents.word.list_numbers import Numbering
from kehoach.words import Text

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SIGNS = {"w_tab": " ", "w_br": "\n", "w_cr": "\n", "w_noBreakHyphen": "-", "w_ptab": " "}
_SKIPPED = frozenset(
    ("w_pPr", "w_rPr", "w_del", "w_moveFrom", "w_delText", "w_instrText", "w_delInstrText",
     "mc_Fallback", "w_sdtPr", "w_fldData", "w_rt", "w_softHyphen")
)  # fmt: skip
_SYMBOL = "□"


class WordPassage(NamedTuple):
    """Words as they are read, the reader's doubts, and what was deleted."""

    words: str = ""
    notes: tuple[Text, ...] = ()
    deleted: str = ""

    @staticmethod
    def joined(passages: Iterable["WordPassage"]) -> "WordPassage":
        """Return passages as one, a line each."""
        told = list(passages)
        return WordPassage(
            "\n".join(each.words for each in told if each.words),
            tuple(dict.fromkeys(note for each in told for note in each.notes)),
            " ".join(each.deleted for each in told if each.deleted),
        )


class NoteReference(NamedTuple):
    """Where the text refers to a footnote or an end note: by which element, to which, and its mark."""

    tag: str
    id: str
    mark: str


class _Gathered:
    """What is met within one paragraph."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.deleted: list[str] = []
        self.struck: list[str] = []
        self.hidden: list[str] = []
        self.notes: list[Text] = []
        self.boxes: list[WordPassage] = []


class WordText:
    """Reads paragraphs in the order of the document; ``references`` are the notes met, in order.

    End notes are numbered after the footnotes, so that no mark means two.
    """

    def __init__(self, numbering: Numbering, footnotes: int = 0) -> None:
        self._numbering = numbering
        self._last = {"w_footnoteReference": 0, "w_endnoteReference": footnotes}
        self.references: list[NoteReference] = []

    def paragraph(self, element: Element) -> WordPassage:
        """Return what a paragraph says, its automatic number before it."""
        met = _Gathered()
        self._walk(element, met)
        words = tidy("".join(met.words))
        properties = element.find("w_pPr")
        gone = properties is not None and properties.find("w_rPr/w_del") is not None
        number = "" if gone and not words else self._numbering.next(properties)
        whole = WordPassage(tidy(f"{number} {words}"), self._notes(met), tidy("".join(met.deleted)))
        return WordPassage.joined((whole, *met.boxes))

    @staticmethod
    def _notes(met: _Gathered) -> tuple[Text, ...]:
        told = (
            (message("deleted"), met.deleted),
            (message("struck"), met.struck),
            (message("hidden"), met.hidden),
        )
        found = ((text, tidy("".join(parts))) for text, parts in told)
        return (
            *(text.filled(words=words) for text, words in found if words),
            *dict.fromkeys(met.notes),
        )

    def _walk(self, element: Element, met: _Gathered) -> None:
        for child in element:
            if child.tag in ("w_del", "w_moveFrom"):
                met.deleted += [
                    each.text or "" for each in child.iter() if each.tag in ("w_delText", "w_t")
                ]
            elif child.tag == "w_txbxContent":
                met.boxes += map(self.paragraph, _paragraphs(child))
            elif child.tag == "w_r":
                self._run(child, met)
            elif child.tag not in _SKIPPED:
                self._leaf(child, met)
                self._walk(child, met)

    def _run(self, run: Element, met: _Gathered) -> None:
        before = len(met.words)
        self._walk(run, met)
        properties = run.find("w_rPr")
        if properties is None:
            return
        if _on(properties, "w_strike") or _on(properties, "w_dstrike"):
            met.struck += met.words[before:]
        raised = properties.find("w_vertAlign")
        if raised is not None and raised.get("w_val") == "superscript":
            met.words[before:] = [
                words.translate(SUPERSCRIPT) if words.strip().isdigit() else words
                for words in met.words[before:]
            ]
        if _on(properties, "w_vanish"):
            met.hidden += met.words[before:]

    def _leaf(self, element: Element, met: _Gathered) -> None:
        if element.tag in ("w_t", "m_t"):
            met.words.append(element.text or "")
        elif element.tag in _SIGNS:
            met.words.append(_SIGNS[element.tag])
        elif element.tag in self._last:
            self._last[element.tag] += 1
            mark = str(self._last[element.tag])
            self.references.append(NoteReference(element.tag, element.get("w_id", ""), mark))
            met.words.append(mark.translate(SUPERSCRIPT))
        elif element.tag == "w_sym":
            met.words.append(_SYMBOL)
            met.notes.append(message("strange"))
        elif element.tag == "other_blip":
            met.notes.append(message("picture"))


def _paragraphs(box: Element) -> Iterator[Element]:
    """Yield the paragraphs of a box: those of a box within one are read with that one."""
    for each in box:
        if each.tag == "w_p":
            yield each
        else:
            yield from _paragraphs(each)


def _on(properties: Element, tag: str) -> bool:
    """Say whether a property is set: there, and not said to be off."""
    found = properties.find(tag)
    return found is not None and found.get("w_val") not in ("0", "false", "off", "none")
