"""A plain list of bodies: one name a line, headings as groups, what is indented under a body as its own."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from kehoach.annex.annex_messages import message
from kehoach.annex.bodies.body_words import begins, is_firm, is_set
from kehoach.annex.leading_marks import BULLETS, leading_mark
from kehoach.annex.roster.roster_lines import NoNames, Roster, RosterLine, line_of, remarks
from kehoach.grouping import group_by
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
    said = [*filter(None, map(_said, count(1), lines))]
    titles, listed = _parted(
        said, lambda each: bool(_TITLE.fullmatch(fold(each.words))) or not _names(each)
    )
    headings = _headings(listed)
    found = [*_found(listed, headings)]
    if not any(begins(line.name) for line in found):
        raise NoNames(said[0].words if said else "")
    groups = {line.group for line in found}
    unused, _ = _parted(headings, lambda each: _heading(each) not in groups)
    left = (
        message("roster-line-left", row=each.number, words=each.words) for each in titles + unused
    )
    return Roster(tuple(found), (*left, *remarks(found), *_doubtful(found)))


def _parted(
    lines: Sequence[_Said], chosen: Callable[[_Said], bool]
) -> tuple[list[_Said], list[_Said]]:
    """Return the lines that are chosen, and the others."""
    groups = group_by(lines, chosen)
    return groups.get(True, []), groups.get(False, [])


def _headings(said: Sequence[_Said]) -> list[_Said]:
    """Return the lines that stand over others."""
    ranked = any(each.rank > _TOP for each in said if not each.headed)
    mixed = any(not each.words.isupper() for each in said)
    return [each for each in said if _is_heading(each, ranked=ranked, mixed=mixed)]


def _heading(line: _Said) -> str:
    return line.words.rstrip(" :")


def _found(said: Sequence[_Said], headings: Sequence[_Said]) -> Iterator[RosterLine]:
    """Yield the bodies, each under its heading and under the one before it that is less indented."""
    over = frozenset(each.number for each in headings)
    group = ""
    above: list[tuple[int, str]] = []
    for each in said:
        if each.number in over:
            group, above = _heading(each), []
            continue
        above = [pair for pair in above if pair[0] < each.indent]
        place = message("roster-line", row=each.number)
        parent = above[-1][1] if above else ""
        lines = [line_of(words, place, group, parent) for words in _names(each)]
        above.append((each.indent, lines[0].name))
        yield from lines


def _names(line: _Said) -> list[str]:
    """Return the words about each body of a line: several stand behind semicolons."""
    parts: list[list[str]] = []
    for part in line.words.split(";"):
        blank = not part or part.isspace()  # a line may end in thousands of them
        if parts and (blank or not (begins(part) or is_firm(part))):
            parts[-1].append(part)
        else:
            parts.append([part])
    told = map(";".join, parts)
    return [part for part in told if line_of(part, Text("", "")).name]


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
    rank, rest = (marked[0].rank, marked[1]) if marked else (BULLETS, words)
    return _Said(number, indent, rank, rest)


def _is_heading(line: _Said, *, ranked: bool, mixed: bool) -> bool:
    """Say whether a line stands over others: marked so, ending in a colon, in capitals, or a set.

    ``ranked``: there are marks below Roman numbers; ``mixed``: not all lines are in capitals.
    """
    capitals = mixed and line.words.isupper() and not begins(line.words)
    top = ranked and line.rank == _TOP
    return line.headed or line.words.endswith(":") or top or capitals or is_set(line.words)


def _doubtful(lines: Sequence[RosterLine]) -> Iterator[Text]:
    """Yield the lines that do not begin as the names of bodies do."""
    for line in lines:
        if not begins(line.name):
            yield message("roster-no-body", place=line.place, words=line.name)
