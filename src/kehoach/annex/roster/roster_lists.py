"""A plain list of bodies: one name a line, headings as groups, what is indented under a body as its own."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kehoach.annex.annex_messages import message
from kehoach.annex.bodies.body_words import begins, is_set
from kehoach.annex.leading_marks import BULLETS, leading_mark
from kehoach.annex.roster.roster_lines import NoNames, Roster, RosterLine, line_of
from kehoach.words import Text, fold
from kehoach.words.shortening import flat

_TITLE = re.compile(r"(?:danh sách|phụ lục|biểu số|mẫu số|\(?kèm theo|ghi chú|nguồn)\b.*")
_HEADING = re.compile(r"#{1,6}\s+(.+)")
_TOP = 1  # the rank of Roman numbers and capitals
_TAB = 4


class _Said(NamedTuple):
    """A line: its indent, the rank of its mark, and its words."""

    number: int
    indent: int
    rank: int
    words: str
    headed: bool = False


def read_list(lines: Sequence[str]) -> Roster:
    """Return the bodies of a list.

    Raises:
        NoNames: no line of it names one.
    """
    said = [each for number, line in enumerate(lines, 1) if (each := _said(number, line))]
    tops = {_TOP} if any(each.rank > _TOP for each in said if not each.headed) else set()
    found: list[RosterLine] = []
    left: list[Text] = []
    group = ""
    above: list[tuple[int, str]] = []
    for each in said:
        if _TITLE.fullmatch(fold(each.words)):
            left.append(message("roster-line-left", row=each.number, words=each.words))
            continue
        if _is_heading(each, said, tops):
            group, above = each.words.rstrip(" :"), []
            continue
        above = [pair for pair in above if pair[0] < each.indent]
        place = message("roster-line", row=each.number)
        line = line_of(each.words, place, group, above[-1][1] if above else "")
        found.append(line)
        above.append((each.indent, line.name))
    if not any(begins(line.name) for line in found):
        raise NoNames(said[0].words if said else "")
    return Roster(tuple(found), (*left, *_doubtful(found)))


def _said(number: int, line: str) -> _Said | None:
    """Return what a line says; ``None`` for an empty one."""
    words = flat(line)
    if not any(char.isalnum() for char in words):
        return None
    if heading := _HEADING.fullmatch(words):
        return _Said(number, 0, 0, heading[1], headed=True)
    begun = line.expandtabs(_TAB)
    indent = len(begun) - len(begun.lstrip())
    marked = leading_mark(words)
    return _Said(
        number, indent, marked[0].rank if marked else BULLETS, marked[1] if marked else words
    )


def _is_heading(line: _Said, lines: Sequence[_Said], tops: set[int]) -> bool:
    """Say whether a line stands over others: marked so, ending in a colon, in capitals, or a set."""
    capitals = line.words.isupper() and not all(each.words.isupper() for each in lines)
    return (
        line.headed
        or line.words.endswith(":")
        or line.rank in tops
        or (capitals and not begins(line.words))
        or is_set(line.words)
    )


def _doubtful(lines: Sequence[RosterLine]) -> Iterator[Text]:
    """Yield the lines that do not begin as the names of bodies do."""
    for line in lines:
        if not begins(line.name):
            yield message("roster-no-body", place=line.place, words=line.name)
