"""Which letters reminded of a debt: of that debt, of whoever owes it now, known by the date."""

from typing import Any

import pytest

from builders import D, Mapping, Scene, a_plan, a_registry, an_item
from kehoach.model.reminders import Reminder, Reminders
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.tables.reminded import ReminderBook, in_order, times

REGISTRY = a_registry(
    {"id": "cu", "valid": {"to": "2022-02-28"}, "successors": ["moi"]},
    {"id": "moi", "valid": {"from": "2022-03-01"}},
    {"id": "ben", "valid": {"to": "2022-02-28"}, "successors": ["moi"]},
    "khac",
)
PLAN = a_plan(
    an_item("1", {"by": "2021-06-30"}, implement=["cu", "khac"]),
    an_item("2", {"every": "year", "before": "12-02"}, "report", implement=["khac"]),
    last="2022-12-31",
)
AT = "2022-12-31"


def _letter(
    agency: str = "khac", day: str = "2021-07-15", number: str = "1/STP", **more: Any
) -> Mapping:
    letter = {"number": number, "date": day}
    return {"agency": agency, "document": letter, "about": [{"item": "1"}], **more}


def _letters(*letters: Mapping) -> tuple[Reminder, ...]:
    return Reminders.model_validate(
        {"schema": "kehoach/reminders@1", "reminders": list(letters)}
    ).reminders


def _debt(
    item: str = "1", agency: str = "khac", period: str = "once", as_of: str = AT
) -> Assessment:
    (found,) = (
        each
        for each in Scene(PLAN, REGISTRY).verdicts(as_of)
        if (each.obligation.key.item, each.agency, each.obligation.key.period)
        == (item, agency, period)
    )
    return found


def _about(debt: Assessment, *letters: Mapping, as_of: str = AT) -> list[str | None]:
    """Return the numbers of the letters about a debt."""
    book = ReminderBook(REGISTRY, _letters(*letters), D(as_of))
    return [each.document.number for each in book.about(debt)]


@pytest.mark.parametrize(
    ("letter", "found"),
    [
        (_letter(), True),
        (_letter(plan="06"), True),
        (_letter(plan="07"), False),  # another plan's
        (_letter("cu"), False),  # another body's
        (_letter(about=[{"item": "2"}]), False),
        (_letter(about=[{"item": "2"}, {"item": "1"}]), True),
        (_letter(about=[{"item": "1", "period": "once"}]), True),
        (_letter(about=[{"item": "1", "period": "2021"}]), False),
        (_letter(day="2021-07-01"), True),  # the day after the last day on time
        (_letter(day="2021-06-30"), False),  # on that day it was not owed yet
        (_letter(number=""), False),  # what cannot be cited reminded nobody
    ],
)
def test_what_a_letter_is_about(letter: Mapping, found: bool) -> None:
    letter = {**letter, "document": {k: v for k, v in letter["document"].items() if v}}
    assert _about(_debt(), letter) == (["1/STP"] if found else [])


@pytest.mark.parametrize(("as_of", "known"), [("2021-07-14", []), ("2021-07-15", ["1/STP"])])
def test_a_letter_is_known_from_its_day(as_of: str, known: list[str]) -> None:
    assert _about(_debt(as_of=as_of), _letter(), as_of=as_of) == known


@pytest.mark.parametrize(("period", "found"), [("2021", ["1/STP"]), ("2022", [])])
def test_of_what_recurs_it_is_what_was_due_by_then(period: str, found: list[str]) -> None:
    """A letter of January 2022 that names no period meant the report of 2021."""
    letter = _letter(day="2022-01-10", about=[{"item": "2"}])
    assert _about(_debt("2", period=period), letter) == found


def test_who_took_a_debt_over_was_reminded_by_what_its_forerunner_got() -> None:
    """Not by what another body got that came to the same one."""
    debt = _debt(agency="moi")
    assert debt.inherited_from == "cu"
    letters = (
        _letter("cu", number="1"),
        _letter("ben", number="2"),
        _letter("moi", "2022-05-01", "3"),
    )
    assert _about(debt, *letters) == ["1", "3"]


def test_a_debt_that_was_merged_was_reminded_of_by_letters_to_each() -> None:
    """Both owed the same, and one body owes it now: the letters to either were about it."""
    plan = a_plan(an_item("1", {"by": "2021-06-30"}, implement=["cu", "ben", "moi"]))
    (debt,) = Scene(plan, a_registry(
        {"id": "cu", "valid": {"to": "2022-02-28"}, "successors": ["moi"]},
        {"id": "ben", "valid": {"to": "2022-02-28"}, "successors": ["moi"]}, "moi",
    )).verdicts(AT)  # fmt: skip
    assert debt.merged == ("cu", "ben")
    letters = (_letter("cu", number="1"), _letter("ben", number="2"), _letter("khac", number="3"))
    assert sorted(map(str, _about(debt, *letters))) == ["1", "2"]


def test_each_once_the_earliest_first() -> None:
    """One letter that stands in the book twice, for two items, is one letter."""
    letters = _letters(
        _letter(day="2021-09-01", number="2"), _letter(day="2021-07-15", number="1"),
        _letter(day="2021-09-01", number="2"), _letter(day="2021-09-01", number="3"),
    )  # fmt: skip
    assert [each.document.number for each in in_order(letters)] == ["1", "2", "3"]
    assert times(in_order(letters)) == 2, "letters of one day are one time"
    assert times(()) == 0
