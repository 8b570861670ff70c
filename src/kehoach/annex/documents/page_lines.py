"""Lines of laid-out pages as paragraphs: page numbers and footnotes out, broken lines joined again.

A line break of the layout is mended, never a word invented: ``06-`` over ``CT/TU`` is *06-CT/TU*.
"""

import re
from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from kehoach.annex.annex_document import Annex, AnnexFootnote, AnnexParagraph
from kehoach.annex.annex_messages import message
from kehoach.annex.clean_words import tidy
from kehoach.annex.leading_marks import leading_mark
from kehoach.words import Text

PAGE = "\f"
APART = "\x1e"
"""A line that begins with this sign is no text, and stays by itself."""
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONE = re.compile(r"[-–—]?\s*(\d{1,3})\s*[-–—]?")
_FULL = 0.8
_USUAL = 0.8
_SPACIOUS = 0.93
_ENDS = (".", ";", ":", "!", "?", "…", "/.", "”")
_LABEL = re.compile(r"[-+•*]?\s*[A-ZĐÂÊÔƠƯ][^:.;,()]{3,60}:(?:\s|$)")
_FEW = 12  # one line in so many
# No line of its own ends with one of these.
_OPEN = re.compile(
    r"[-/,]$|(?:^|\s)(?:thuộc|ngày|tháng|năm|quý|số|khoản|điều|từ|đến|trước|sau|của|và|với|trong|theo|tại|về|cho|các|là|do"
    r"|bằng|hoặc|gồm|những|được|để|ở|trên|dưới|giữa|kể|hết)$"
)
_COUNTS = re.compile(r"(?:^|\s)(?:ngày|tháng|khoản|điều|điểm)$")  # the number behind it is no mark
_BROKEN = re.compile(r"[\w][-/]$")


class _Pages(NamedTuple):
    """The lines of the text itself, its footnotes, and the page numbers that were left out."""

    lines: list[str]
    footnotes: list[AnnexFootnote]
    numbers: list[str]


def annex_of_lines(lines: Sequence[str], notes: tuple[Text, ...] = ()) -> Annex:
    """Return laid-out lines as a document; a line that is only ``PAGE`` is the end of a page."""
    pages = _without_furniture([_tidied(line) for line in lines])
    told = pages.numbers
    left = (message("page-numbers", words=", ".join(told)),) if told else ()
    blocks = tuple(AnnexParagraph(words) for words in joined(pages.lines))
    return Annex(blocks, (*notes, *left), tuple(pages.footnotes))


def _tidied(line: str) -> str:
    return line if line == PAGE or line.startswith(APART) else tidy(line)


def cell_lines(words: str) -> str:
    """Return the lines of a cell, those joined that only its width broke."""
    told: list[list[str]] = []
    for line in filter(None, map(tidy, words.split("\n"))):
        ended = told and told[-1][-1].endswith((";", ":"))
        if told and not ended and leading_mark(line) is None:
            told[-1].append(line)
        else:
            told.append([line])
    return "\n".join(map(_one, told))


def joined(lines: Sequence[str]) -> Iterator[str]:
    """Yield paragraphs: lines joined where only the layout broke them; an empty line ends one."""
    width = _width(lines)
    whole: list[str] = []
    before = ""
    for line in (*lines, ""):
        if whole and (not line or not _goes_on(before, line, width)):
            yield _one(whole)
            whole = []
        if line:
            whole.append(line)
        before = line


def _one(lines: list[str]) -> str:
    """Return lines as one paragraph; a number or sign broken at its dash is whole again."""
    parts = [lines[0]]
    for line in lines[1:]:
        broken = _BROKEN.search(parts[-1]) and line[:1].isalnum()
        parts.append(line if broken else f" {line}")
    return "".join(parts)


def _width(lines: Sequence[str]) -> float:
    """Return how long a full line is: as long as most, but for the longest.

    Where hardly a line begins in the middle of a sentence, lines are paragraphs, and none is full.
    """
    lengths = sorted(len(line) for line in lines if line)
    broken = sum(line[:1].islower() and not leading_mark(line) for line in lines)
    return lengths[int(len(lengths) * _USUAL)] if broken * _FEW >= len(lengths) > 0 else inf


def _goes_on(before: str, line: str, width: float) -> bool:
    """Say whether a line goes on with the sentence of the one before it."""
    if APART in (before[:1], line[:1]):
        return False
    full, ended = len(before) >= width * _FULL, before.endswith(_ENDS)
    if (mark := leading_mark(line)) is not None:
        return _COUNTS.search(before) is not None or (mark[1][:1].islower() and full > ended)
    if before.isupper() != line.isupper():
        return before.isupper() and full > ended
    if _is_middle(line, ended=ended) or _OPEN.search(before):
        return True
    return _fills(before, line, width) if ended else full


def _is_middle(line: str, *, ended: bool) -> bool:
    """Say whether a line begins in the middle of a sentence."""
    return line[:1].islower() or line[:1] in ",;)" or (line[:1].isdigit() and not ended)


def _fills(before: str, line: str, width: float) -> bool:
    """Say whether a line that ends a sentence is as long as can be, and another may follow in it."""
    if _LABEL.match(line) or before.endswith((":", ";")):
        return False
    return len(before) >= width * _SPACIOUS and len(before) + 1 + len(line.split(" ", 1)[0]) > width


def _without_furniture(lines: Sequence[str]) -> _Pages:
    """Return the lines without page numbers and footnotes, a page at a time."""
    ends = _page_ends(lines)
    pages = _Pages([], [], [])
    first = 0
    for end in (*ends, len(lines)):
        _page(list(lines[first:end]), pages, closed=end < len(lines))
        if end < len(lines) and lines[end] != PAGE:
            pages.numbers.append(lines[end])
        first = end + 1
    return pages


def _page_ends(lines: Sequence[str]) -> list[int]:
    """Return where pages end: at their ends, and at lone numbers that count on from 1 or 2.

    Of several that are one number the last is the page's; those before it are marks of footnotes.
    """
    counted: dict[int, int] = {}
    last = 0
    for index, line in enumerate(lines):
        match = _LONE.fullmatch(line)
        number = int(match[1]) if match else 0
        if number in (last or 1, last + 1, last or 2) and number:
            counted[number] = index
            last = number
    return sorted((*(i for i, line in enumerate(lines) if line == PAGE), *counted.values()))


def _page(lines: list[str], pages: _Pages, *, closed: bool) -> None:
    """Add a page; its footnotes begin at the first line that a glued mark of its text points to."""
    expected = int(pages.footnotes[-1].mark) + 1 if pages.footnotes else 1
    start = next((i for i, _ in enumerate(lines) if _begins_note(lines, i, expected)), len(lines))
    if not closed and any(map(leading_mark, lines[start:])):
        start = len(lines)
    body = lines[:start]
    pages.footnotes.extend(_notes(body, lines[start:], expected))
    pages.lines.extend(body)


def _notes(body: list[str], lines: list[str], expected: int) -> Iterator[AnnexFootnote]:
    """Yield the footnotes below a text, in order, and raise their marks in it: *pháp luật¹*.

    A line that begins none goes on with the last.
    """
    notes: list[tuple[str, list[str]]] = []
    for line in lines:
        number = str(expected + len(notes))
        rest = line
        if _noted(line, number) and (place := _place(body, number)):
            _raise(body, place, number)
            notes.append((number, []))
            rest = line.removeprefix(number).removeprefix(_raised(number)).strip()
        notes[-1][1].append(rest)
    for number, told in notes:
        yield AnnexFootnote(number, _one([line for line in told if line]))


def _begins_note(lines: list[str], index: int, number: int) -> bool:
    number_ = str(number)
    return _noted(lines[index], number_) and _place(lines[:index], number_) is not None


def _noted(line: str, number: str) -> bool:
    """Say whether a line begins with a mark, raised or not."""
    raised = _raised(number)
    return line in (number, raised) or line.startswith((f"{number} ", raised))


def _raised(number: str) -> str:
    return number.translate(_SUPERSCRIPT)


def _place(lines: list[str], number: str) -> tuple[int, int] | None:
    """Return where a mark is glued to a word of the text: its line, and its place in it."""
    raised = _raised(number)
    glued = re.compile(rf"(?<=[^\W\d_])[”\")]?{number}(?!\w)|(?<=\S){raised}(?![⁰¹²³⁴-⁹])")
    for index, line in enumerate(lines):
        if match := glued.search(line):
            return index, match.end() - len(number)
    return None


def _raise(lines: list[str], place: tuple[int, int], number: str) -> None:
    """Write a mark that is glued to a word as what it is, a raised one."""
    index, at = place
    line = lines[index]
    lines[index] = f"{line[:at]}{_raised(number)}{line[at + len(number) :]}"
