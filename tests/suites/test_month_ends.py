"""Ends of months as libraries reckon them: where they differ, the law's article says who is right."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import duckdb
import pytest
from dateutil.relativedelta import relativedelta
from dateutil.rrule import MONTHLY, rrule
from pydantic import TypeAdapter

from builders import PLAIN_WEEK
from kehoach.model.deadlines.counting import count
from kehoach.model.fields import LengthOfTime
from kehoach.periods import shift_months

LENGTH = TypeAdapter(LengthOfTime)
_TABLE = Path(__file__).with_name("month_ends.tsv").read_text("utf-8").splitlines()
ROWS = [line.split("\t") for line in _TABLE if not line.startswith("#")]
CASES = [(date.fromisoformat(day), int(months), ends) for day, months, *ends in ROWS]
LAW, CLAMP, SPILL, STICK, SKIP = range(5)


@pytest.mark.parametrize(
    ("day", "months", "law"), [(day, months, ends[LAW]) for day, months, ends in CASES]
)
def test_ours_is_the_law_s(day: date, months: int, law: str) -> None:
    length = LENGTH.validate_python(f"{abs(months)} month{'s' * (abs(months) > 1)}")
    assert str(count(day, length, PLAIN_WEEK, back=months < 0).last) == law
    assert str(shift_months(day, months)) == law


def _dateutil(day: date, months: int) -> str:
    return str(day + relativedelta(months=months))


def _duckdb(day: date, months: int) -> str:
    (found,) = duckdb.sql(f"SELECT (DATE '{day}' + INTERVAL ({months}) MONTH)::DATE").fetchall()
    return str(found[0])


def _sqlite(day: date, months: int) -> str:
    with closing(sqlite3.connect(":memory:")) as base:
        (found,) = base.execute("SELECT date(?, ?)", (str(day), f"{months} months")).fetchone()
    return str(found)


def _rrule(day: date, months: int) -> str:
    """Return the second occurrence of a rule that repeats after so many months, if it is that month's."""
    following = list(rrule(MONTHLY, interval=months, count=2, dtstart=day))[1].date()
    wanted = shift_months(day, months)
    return (
        str(following) if (following.year, following.month) == (wanted.year, wanted.month) else "-"
    )


@pytest.mark.parametrize(
    ("library", "way"), [(_dateutil, CLAMP), (_duckdb, CLAMP), (_sqlite, SPILL), (_rrule, SKIP)]
)
def test_what_the_table_says_of_libraries_is_so(
    library: Callable[[date, int], str], way: int
) -> None:
    """Those that are at hand go the way that the table says."""
    asked = [
        case for case in CASES if case[1] > 0 or library is not _rrule
    ]  # which goes forward only
    assert [library(day, months) for day, months, _ in asked] == [ends[way] for _, _, ends in asked]


def test_the_ways_differ_where_the_law_decides() -> None:
    """Every way but the law's is wrong somewhere in the table: clamping is what Art. 148.3 says."""
    wrong = {
        way: sum(ends[way] != ends[LAW] for _, _, ends in CASES)
        for way in (CLAMP, SPILL, STICK, SKIP)
    }
    assert wrong == {CLAMP: 0, SPILL: 14, STICK: 6, SKIP: 14}
