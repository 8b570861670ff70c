"""The rounding of dates_calc, the library of a language for law: which of its days the Civil Code means."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from builders import PLAIN_WEEK
from kehoach.model.deadlines.counted_steps import CountedFrom
from kehoach.model.deadlines.counting import count
from kehoach.model.fields import LengthOfTime

LENGTH = TypeAdapter(LengthOfTime)
_TABLE = Path(__file__).with_name("date_rounding.tsv").read_text("utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in _TABLE if not line.startswith("#")]


def _counted(day: str, period: str) -> CountedFrom:
    """Return what the program counts; a period with ``-`` before it is counted back."""
    length = LENGTH.validate_python(period.removeprefix("-"))
    step = count(date.fromisoformat(day), length, PLAIN_WEEK, back=period.startswith("-"))
    assert isinstance(step, CountedFrom)
    return step


@pytest.mark.parametrize(("day", "period", "down"), [(row[0], row[1], row[3]) for row in ROWS])
def test_the_law_rounds_down(day: str, period: str, down: str) -> None:
    """Art. 148.3: where the last month has no such day, the term ends on the last day of that month."""
    assert _counted(day, period).last == date.fromisoformat(down)


@pytest.mark.parametrize("row", ROWS, ids=" ".join)
def test_what_is_rounded_is_said(row: tuple[str, ...]) -> None:
    """Where dates_calc would refuse as ambiguous, the sentence names the paragraph that decides."""
    day, period, _, _, ambiguous = row
    yearly = "month" not in period
    said = _counted(day, period).said().en
    assert (f"Art. 148.{4 if yearly else 3}" in said) == (ambiguous == "yes")


@pytest.mark.parametrize("row", ROWS, ids=" ".join)
def test_the_table_agrees_with_itself(row: tuple[str, ...]) -> None:
    """Up is a day later than down where rounding decides, and the same day where it does not."""
    up, down = map(date.fromisoformat, row[2:4])
    assert up - down == timedelta(days=row[4] == "yes")
