"""Paragraphs as a tree of places: the levels are found from the marks as they appear."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kehoach.annex.leading_marks import BULLETS, LeadingMark, leading_mark
from kehoach.annex.prose.labelled_lines import begins_as_label, names_places

_ORDERS = re.compile(r"(?:giao|phân công|yêu cầu|đề nghị)\s+(?!nhiệm vụ)", re.IGNORECASE)
_SENTENCE = (".", ";", ":")
_TOP = 1


@dataclass(eq=False)
class MarkedPlace:
    """A place of the document: its mark, its paragraphs without it, and the places in it."""

    mark: LeadingMark | None = None
    words: list[str] = field(default_factory=list)
    below: list["MarkedPlace"] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The number as ids have it; empty for a bullet and for words without a mark."""
        return self.mark.label if self.mark else ""


def places(paragraphs: Iterable[str]) -> MarkedPlace:
    """Return the whole document as one place."""
    root = MarkedPlace()
    stack = [root]
    for words in lines_of(paragraphs):
        found = leading_mark(words)
        if found is None:
            _unmarked(stack, words)
            continue
        mark, rest = found
        _climb(stack, mark)
        place = MarkedPlace(mark, [rest])
        stack[-1].below.append(place)
        stack.append(place)
    return root


def lines_of(paragraphs: Iterable[str]) -> Iterator[str]:
    """Yield paragraphs; one that holds several places or labelled lines is divided at its lines."""
    for paragraph in paragraphs:
        whole: list[str] = []
        for line in paragraph.split("\n"):
            if whole and (leading_mark(line) or begins_as_label(line)):
                yield " ".join(whole)
                whole = []
            whole.append(line)
        yield " ".join(whole)


def _unmarked(stack: list[MarkedPlace], words: str) -> None:
    """Add a paragraph without a mark to the place that it stands in.

    One that gives an order is a place of its own in the section, but right below a heading. A title in
    capitals ends all places: an annex begins.
    """
    if words.isupper():
        stack[1:] = [MarkedPlace()]
        stack[0].below.append(stack[1])
    elif _ORDERS.match(words) and not _is_heading(stack[-1]) and not _names_brothers(words):
        while len(stack) > 1 and not (stack[-1].mark and stack[-1].mark.rank <= _TOP):
            stack.pop()
        stack[-1].below.append(MarkedPlace(None))
        stack.append(stack[-1].below[-1])
    stack[-1].words.append(words)


def _names_brothers(words: str) -> bool:
    """Say whether words tell who does places that stand here."""
    named = names_places(words)
    return named is not None and not named[0].of


def _is_heading(place: MarkedPlace) -> bool:
    """Say whether a place has only a line that is no sentence."""
    alone = len(place.words) == 1 and not place.below and place.mark is not None
    return alone and not place.words[0].rstrip().endswith(_SENTENCE)


def _climb(stack: list[MarkedPlace], mark: LeadingMark) -> None:
    """Leave every place that the new one does not stand in."""
    parent = mark.label.rpartition(".")[0]
    for index in range(len(stack) - 1, 0, -1):
        above = stack[index]
        if parent and above.label == parent:
            del stack[index + 1 :]
            return
    for index in range(1, len(stack)):
        if _ends(stack[index], mark):
            del stack[index:]
            return


def _ends(above: MarkedPlace, mark: LeadingMark) -> bool:
    """Say whether a mark ends a place: its brother's, or one that stands over its kind."""
    if above.mark is None or above.mark.form == mark.form:
        return True
    if mark.rank == BULLETS:
        return False
    deeper = above.mark.form[0] == mark.form[0] == "decimal" and above.mark.form[1] > mark.form[1]
    return mark.rank < above.mark.rank or deeper
