"""Which of a row's columns of time says its deadline: what was imposed, never what was proposed."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kehoach.annex.annex_messages import message
from kehoach.annex.clean_words import bare
from kehoach.annex.tables.column_kinds import STANDINGS, AnnexColumn
from kehoach.words import Text
from kehoach.words.shortening import flat

_ENDS = re.compile(".*(hoan thanh|ket thuc).*")
_BESIDE = ("proposed", "aim")

Told = Sequence[tuple[AnnexColumn, str]]
"""Columns and what a row says in them."""


class ChosenTime(NamedTuple):
    """The words of the deadline, what the other columns say, and what is in doubt about that.

    ``aim`` are the words of a time aimed at beside the deadline.
    """

    words: str = ""
    beside: str = ""
    doubts: tuple[Text, ...] = ()
    aim: str = ""


def chosen_time(columns: Sequence[AnnexColumn], told: Told) -> ChosenTime:
    """Return what a row says by when; ``columns`` are all those of its table.

    What is most binding counts. Where its cell is blank, nothing else becomes a deadline: what stands
    in the others is shown, in doubt. An adjusted deadline that is blank leaves the one it would adjust.
    """
    dues = [each for each in told if each[0].kind == "due"]
    beside = [each for each in told if each[0].kind in _BESIDE]
    first = _most_binding(columns, dues)
    main, rest = (
        [each for each in dues if (each[0].standing == first) is binds] for binds in (True, False)
    )
    if not main:
        return _without(columns, [*rest, *beside])
    words, left = _one_of(main)
    if not words:
        return ChosenTime("", _under_headings([*left, *rest, *beside]), (_open(left),))
    return _with_words(words, [*left, *rest], beside)


def _with_words(words: str, others: Told, beside: Told) -> ChosenTime:
    """Return the deadline that counts, with what other columns say otherwise."""
    unlike = [each for each in others if flat(each[1]) != flat(words)]
    aim = " ".join(said for column, said in beside if column.kind == "aim")
    doubts = (_two(words, unlike),) if unlike else ()
    return ChosenTime(words, _under_headings([*unlike, *beside]), doubts, aim)


def _most_binding(columns: Sequence[AnnexColumn], dues: Told) -> str:
    """Return the standing that counts in a row: an adjustment counts only where there is one."""
    filled = {column.standing for column, _ in dues}
    there = {column.standing for column in columns if column.kind == "due"}
    return next(
        (each for each in STANDINGS if each in filled or (each in there and each != "adjusted")), ""
    )


def _one_of(main: Told) -> tuple[str, Told]:
    """Return the words of columns of one standing, and the others'; none where nothing decides."""
    if len({flat(words) for _, words in main}) == 1:
        return main[0][1], ()
    ends = [each for each in main if _ENDS.fullmatch(bare(each[0].heading))]
    if len({flat(words) for _, words in ends}) != 1:
        return "", main
    return ends[0][1], [each for each in main if each not in ends]


def _without(columns: Sequence[AnnexColumn], others: Told) -> ChosenTime:
    """Return that no deadline is set, with what the other columns say."""
    blank = next((column.heading for column in columns if column.kind == "due"), "")
    if not others:
        return ChosenTime()
    said = "; ".join(f"“{column.heading}”: {flat(words)}" for column, words in others)
    told = message("due-not-imposed", heading=blank, words=said) if blank else None
    return ChosenTime("", _under_headings(others), (told or message("due-proposed", words=said),))


def _open(main: Told) -> Text:
    said = "; ".join(f"“{column.heading}”: {flat(words)}" for column, words in main)
    return message("dues-differ", words=said)


def _two(words: str, others: Told) -> Text:
    said = "; ".join(flat(each) for _, each in others)
    return message("two-dues", left=flat(words), right=said)


def _under_headings(told: Told) -> str:
    return "\n".join(f"{column.heading}: {words}" for column, words in told)
