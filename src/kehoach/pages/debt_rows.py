"""Debts, and what comes, as rows of one line each: which, when, what, of how many and of whom."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from kehoach.explanations.due_notes import due_note
from kehoach.explanations.extension_words import in_brackets
from kehoach.grouping import group_by
from kehoach.pages.place_columns import place_cells
from kehoach.run import Account
from kehoach.terminal.grid import Column, Grid
from kehoach.terminal.screen import UNBOUNDED, Screen, words
from kehoach.terminal.styled import Line, Styled
from kehoach.verdicts.assessment import Alike
from kehoach.verdicts.tables.debts import Debt
from kehoach.words import Text, captions, shown_day
from kehoach.words.administrative import grouped

_SHORTEST = 4  # columns that a name takes at least
_WIDE = 100
_OVER = Text("quá {count} ngày", "{count} {count:day|days} over")


class When(NamedTuple):
    """How a row says when it is due: by its day, by the days until or since then; narrow, by one."""

    days: Text
    style: str
    by_day: bool


AHEAD, OVER = When(captions.LEFT_BY, "yellow", True), When(_OVER, "red", False)


def debt_rows(run: Account, screen: Screen, rows: Sequence[Debt], timing: When) -> Iterator[Line]:
    """Yield a line for each row; what a narrow screen has no room for is cut."""
    lang = screen.lang
    cells = [
        [
            *place_cells(run, each.demand, lang),
            *_when(each, timing, screen),
            words(each.demand.item.title),
            words(
                f"{grouped(each.number, lang)}/{grouped(run.owing[each.demand], lang)}: "
                + "; ".join(names(run, each.owing, screen))
            ),
        ]
        for each in rows
    ]
    fixed = len(cells[0]) - 2 if cells else 0
    columns = (
        *(Column("") for _ in range(fixed)),
        Column("", flexible=True, cut=" "), Column("", flexible=True, cut="; "),
    )  # fmt: skip
    return lines(columns, cells, screen)


def _when(each: Debt, timing: When, screen: Screen) -> Iterator[Styled]:
    """Yield when it is due, and how many days that is from the date."""
    wide = screen.width is None or screen.width >= _WIDE
    if wide or timing.by_day:
        yield words(shown_day(each.due, screen.lang), "" if wide else timing.style)
    if wide or not timing.by_day:
        days = grouped(each.days, screen.lang)
        yield words(timing.days.to(screen.lang, count=days), timing.style)


def lines(
    columns: Sequence[Column], cells: Sequence[Sequence[Styled]], screen: Screen
) -> Iterator[Line]:
    """Return rows as lines: each has one, where what may not fit is cut."""
    return Grid(columns, cells, headed=False).lines(screen.width or UNBOUNDED)


def coming(soon: Iterable[Alike], as_of: date) -> list[Debt]:
    """Return what is due soon by item, period and day, the nearest first."""
    groups = group_by(soon, lambda each: (each.verdict.obligation.demand, each.verdict.days))
    rows = (
        Debt(demand, those[0].verdict.obligation.due or as_of, -(days or 0), tuple(those))
        for (demand, days), those in groups.items()
    )
    return sorted(rows, key=lambda each: each.days)


def names(run: Account, those: Iterable[Alike], screen: Screen) -> Iterator[str]:
    """Yield the names of the agencies, and what their day rests on; no more than a screen could show."""
    most = screen.width // _SHORTEST if screen.width else None
    every = (
        run.agency_name(agency) + in_brackets(due_note(each.verdict.obligation, screen.lang))
        for each in those
        for agency in each.agencies
    )
    return islice(_each_once(every), most)


def _each_once(names: Iterable[str]) -> Iterator[str]:
    """Yield names as they first occur: one body may have taken over the debts of several."""
    seen: set[str] = set()
    for name in names:
        if name not in seen:
            seen.add(name)
            yield name
