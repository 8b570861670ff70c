"""Wordings of deadlines read as the tables beside this say.

They were written from the law (Civil Code 2015, Art. 144-148; Decrees 09/2019 and 30/2020), the
calendar and the grammar, apart from the program; the head of ``table.tsv`` explains the columns.
Rows marked ``?`` may have more than one right reading and prove nothing.
"""

import unicodedata
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from kehoach.calendar import vietnam
from kehoach.model.deadlines import Frame
from kehoach.periods import parse_span, period_named
from kehoach.wordings import Reading, read

TABLES = [Path(__file__).parent / name for name in ("table.tsv", "no_false_date.tsv")]
KINDS = {
    "before", "by", "within", "recurring", "counted", "conditional", "session", "continuous",
    "on_request", "not_set", "start",
}  # fmt: skip
FRAME = Frame(
    parse_span("2026"), "exclusive", vietnam(), events={}, sessions={}, requests=(), reporting={}
)
MORE = "…"


class Row(NamedTuple):
    """One line of the table."""

    wording: str
    kinds: tuple[str, ...]
    dues: tuple[str, ...]
    understood: str
    remark: str
    settings: frozenset[str]


def _row(line: str) -> Row:
    wording, kinds, dues, understood, remark, settings = line.split("\t")
    return Row(
        wording.replace("\\n", "\n").replace("\\u00a0", "\u00a0"),
        tuple(kinds.split("|")) if kinds else (),
        tuple(dues.split(";")) if dues else (),
        understood,
        remark,
        frozenset(settings.split(",")) if settings else frozenset(),
    )


def _rows() -> list[Row]:
    texts = (table.read_text(encoding="utf-8").split("\n") for table in TABLES)
    lines = ([line for line in text if line and not line.startswith("#")] for text in texts)
    return [_row(line) for table in lines for line in table[1:]]


ROWS = _rows()
UNDERSTOOD = [row for row in ROWS if row.understood == "yes"]
REFUSED = [row for row in ROWS if row.understood in ("no", "half")]
HALF = [row for row in ROWS if row.understood == "half"]
understood_rows = pytest.mark.parametrize("row", UNDERSTOOD, ids=lambda row: row.wording)


def kinds(reading: Reading) -> str:
    """Return the kinds of the rules, or of those that are certain, in order, as the table writes them."""
    return ",".join(rule.kind for rule in reading.rules or reading.certain)


def due_days(reading: Reading) -> list[str]:
    """Return ``period=nominal day`` of each term that has a day, rule by rule."""
    rules = reading.rules or reading.certain
    terms = (term for rule in rules for term in rule.terms(FRAME))
    return [f"{term.period.name}={term.nominal}" for term in terms if term.nominal]


def agree(expected: Sequence[str], found: Sequence[str]) -> bool:
    """Say whether the dues are those of the table, where ``…`` stands for any number of them."""
    if not expected:
        return not found
    if expected[0] == MORE:
        return any(agree(expected[1:], found[skip:]) for skip in range(len(found) + 1))
    return bool(found) and _same(expected[0], found[0]) and agree(expected[1:], found[1:])


def _same(expected: str, found: str) -> bool:
    """Compare one due; ``*`` leaves the period's name to the model."""
    return found.endswith(expected[1:]) if expected.startswith("*=") else found == expected


def _settings(reading: Reading) -> set[str]:
    """Return what the rules say beside their kind, as the table writes it."""
    said = {f"time={rule.time}" for rule in reading.rules if rule.time}
    said |= {"aspirational" for rule in reading.rules if rule.aspirational}
    said |= {f"roll={rule.roll}" for rule in reading.rules if rule.roll}
    starts = (form["start"] for form in reading.forms if "start" in form)
    said |= {
        f"from={start['from']}" for start in starts if isinstance(start, dict) and "from" in start
    }
    return said | ({f"quantity={reading.quantity[0]}"} if reading.quantity else set())


@understood_rows
def test_a_clear_wording_is_understood(row: Row) -> None:
    reading = read(row.wording)
    assert reading.understood, (row.remark, reading.unread, reading.doubts)


@understood_rows
def test_it_has_the_kinds_of_the_table(row: Row) -> None:
    assert kinds(read(row.wording)) in row.kinds, row.remark


@understood_rows
def test_it_has_the_due_days_of_the_table(row: Row) -> None:
    found = due_days(read(row.wording))
    assert agree(row.dues, found), (row.remark, row.dues, found)


@understood_rows
def test_it_keeps_clock_quantity_and_soft_words(row: Row) -> None:
    """A roll or "01 lần" may be said without the table's asking, a clock or "phấn đấu" never."""
    found = _settings(read(row.wording))
    assert row.settings <= found
    assert not {each for each in found - row.settings if each.startswith(("time", "aspir", "from"))}


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: row.wording)
def test_what_conflicts_or_is_missing_or_mistyped_is_pointed_at(row: Row) -> None:
    """Nothing is guessed: not understood, and the words that stand in the way are said."""
    reading = read(row.wording)
    assert not reading.understood, (row.remark, reading.rules)
    assert reading.unread or reading.doubts, row.remark
    assert not (reading.certain and "certain=none" in row.settings), reading.certain_forms


@pytest.mark.parametrize("row", HALF, ids=lambda row: row.wording)
def test_what_is_certain_of_a_doubtful_wording_is_that_of_the_table(row: Row) -> None:
    reading = read(row.wording)
    assert not reading.understood
    assert kinds(reading) in row.kinds, row.remark
    assert agree(row.dues, due_days(reading)), (row.remark, row.dues, due_days(reading))


@understood_rows
def test_spelling_changes_nothing(row: Row) -> None:
    """NFD, capitals, no-break spaces, space and a full stop around: the same deadline."""
    plain = read(row.wording)
    for spelled in (
        unicodedata.normalize("NFD", row.wording),
        row.wording.upper(),
        row.wording.replace(" ", "\u00a0"),
        f"  {row.wording} . ",
    ):
        reading = read(spelled)
        assert reading.understood == plain.understood, spelled
        assert (kinds(reading), due_days(reading)) == (kinds(plain), due_days(plain)), spelled


def test_the_table_is_well_formed() -> None:
    """Each wording stands once; kinds are known; days exist; "no" has its reason and no days."""
    assert len({row.wording for row in ROWS}) == len(ROWS)
    for row in ROWS:
        assert {kind for each in row.kinds for kind in each.split(",")} <= KINDS
        assert row.understood in {"yes", "no", "half", "?"}
        if row.understood == "no":
            assert row.remark, row.wording
            assert (row.kinds, row.dues) == ((), ()), row.wording
        if row.understood == "yes":
            assert row.kinds, row.wording
        for due in row.dues:
            _due_is_well_formed(due)


def _due_is_well_formed(due: str) -> None:
    if due != MORE:
        period, day = due.split("=")
        assert str(date.fromisoformat(day)) == day
        assert period in {"once", "start", "*"} or period_named(period).name == period


def test_the_days_of_one_rhythm_are_in_order() -> None:
    """A slip of the pen in the table shows as a day out of order, or twice."""
    for row in UNDERSTOOD:
        if row.kinds == ("recurring",):
            days = [due.split("=")[1] for due in row.dues if due != MORE]
            assert all(first < then for first, then in pairwise(days)), row.wording
