"""A slip is what, put right, lets a file be read further: cures are tried, none is believed."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from kehoach.reading.slips.breaks import Break, first_break
from kehoach.reading.slips.misplaced_lines import going_on, indentation, lists
from kehoach.reading.slips.missing_signs import (
    colons,
    comma_within,
    commas,
    dashes,
    remarks,
    signs_of_json,
    spaces,
    together,
)
from kehoach.reading.slips.pasted_rows import pasted_rows
from kehoach.reading.slips.quoting import (
    brackets,
    hidden_brackets,
    inner_quotes,
    later_brackets,
    open_quote,
    quotes,
    words_in_quotes,
)
from kehoach.reading.slips.strange_signs import strange_signs, tabs
from kehoach.reading.slips.typed_page import Cure, TypedPage
from kehoach.reading.yaml_files.text_marks import Mark
from kehoach.reading.yaml_files.yaml_text import BREAK

_CURES: tuple[Callable[[TypedPage, int], Iterator[Cure]], ...] = (
    pasted_rows, strange_signs, tabs, spaces, together, lists, commas, colons,
    signs_of_json, hidden_brackets, later_brackets, brackets, quotes,
    inner_quotes, remarks, words_in_quotes, indentation, dashes, going_on,
)  # fmt: skip
"""From what is sure to be a slip to what may be one."""
_FOR_KEYS = (strange_signs, tabs, spaces, commas, colons, comma_within, dashes)
"""What may make a key of a file that can be read one that nobody meant."""
_MOST_SLIPS = 20
_FEW = 400  # lines that are looked back upon
_MOST_READ = 1_000_000
"""Signs that are read in trying: a long file with many slips is told the first of them."""


class Slips(NamedTuple):
    """The slips of a text in the order found, what it says without them, and where it breaks then."""

    found: tuple[Cure, ...]
    page: TypedPage
    left: Break | None


def slips(text: str, keys: frozenset[str], free: frozenset[str]) -> Slips:
    """Return the slips that keep a text from being read, each put right before the next is looked for."""
    page = TypedPage(tuple(BREAK.split(text.removesuffix("\n"))), keys, free)
    search = _Search(keys, len(text))
    found: list[Cure] = []
    broken = search.first_break(page.text())
    while broken is not None and len(found) < _MOST_SLIPS:
        cure = search.cure(page, broken)
        if cure is None and not broken.problem:
            search.passed.add(broken.at)
        elif cure is None:
            break
        else:
            found.append(cure)
            page = page.with_lines(cure.lines)
        broken = search.first_break(page.text())
    return Slips(tuple(found), page, broken)


class _Search:
    """Looks for the cure of one break after another, within bounds."""

    def __init__(self, keys: frozenset[str], size: int) -> None:
        self._keys = keys
        self._left = _MOST_READ // max(size, 1)
        self.passed: set[Mark] = set()

    def first_break(self, text: str) -> Break | None:
        """Return the first break of a text that is not passed over."""
        self._left -= 1
        return first_break(text, self._keys, self.passed)

    def cure(self, page: TypedPage, broken: Break) -> Cure | None:
        """Return the first cure with which the text can be read further."""
        partly = None
        for cure in self._tried(page, broken):
            after = self.first_break(page.text(cure.lines))
            if _goes_further(page, broken, after, cure):
                return cure
            if partly is None and after and after.problem and after.at > broken.at:
                partly = cure
        return partly

    def _tried(self, page: TypedPage, broken: Break) -> Iterator[Cure]:
        """Yield what may cure a break, the likeliest first, as long as there is room to try."""
        for cures in _CURES if broken.problem else _FOR_KEYS:
            for index in _looked_at(page, broken):
                for cure in cures(page, index):
                    if self._left <= 0:
                        return
                    yield cure


def _goes_further(page: TypedPage, broken: Break, after: Break | None, cure: Cure) -> bool:
    """Say whether more lines can be read with a cure than before it."""
    if after is None:
        return True
    if not after.problem:
        return bool(broken.problem) or after.at > broken.at
    line = page.row(after.at.line)
    return bool(broken.problem) and line > (cure.row if cure.closes else page.row(broken.at.line))


def _looked_at(page: TypedPage, broken: Break) -> list[int]:
    """Return the lines in which the slip may lie: of the break, of what is open there, the one above."""
    here = page.row(broken.at.line)
    if not page.lines[here].strip():
        here = page.above(here) or 0
    opened = page.row(broken.opened.line) if broken.opened else here
    above = page.above(here)
    back = range(here, max(-1, here - _FEW), -1)
    swallowing = next((each for each in back if open_quote(page.lines[each]) is not None), here)
    return list(dict.fromkeys((here, opened, here if above is None else above, swallowing)))
