"""What the office's book says of a number or a proof, beside what files say of the same task.

Three are asked for by 30/6/2021. An entry of the book dates what came with it: one of three in June
is not the arrival of all three, and what came on paper later is not overlooked beside it.
"""

from typing import Any

import pytest

from builders import (
    D,
    Mapping,
    Scene,
    a_book,
    a_filing,
    a_plan,
    a_registry,
    an_item,
    done,
    some_decisions,
)
from kehoach.verdicts.assessment import Assessment, Reason, Status
from kehoach.verdicts.evidence import Source

LETTER = {"number": "3/BC", "date": "2021-06-04"}
BOTH: list[Mapping] = [{"start": {"by": "2021-03-31"}}, {"by": "2021-06-30"}]
ON_TIME, LATE, OVERDUE = Status.DONE_ON_TIME, Status.DONE_LATE, Status.OVERDUE


def booked(day: str, **told: Any) -> Mapping:
    return {"agency": "a", "item": "1", "received": day, "document": LETTER, **told}


def filed(day: str, number: str | None = "12/BC-A", **told: Any) -> Any:
    return a_filing(dated=day, number=number, tasks=[done(**told)])


def verdict(
    *filings: Any, book: tuple[Mapping, ...], deadline: Any = None, least: str = "3"
) -> Assessment:
    quota: dict[str, Any] = {"quota": [{"at_least": least}]} if least else {}
    plan = a_plan(an_item("1", deadline or {"by": "2021-06-30"}, **quota))
    scene = Scene(plan, a_registry("a"), book=a_book(*book), filings=filings)
    (found,) = (
        each for each in scene.verdicts("2021-12-31") if each.obligation.key.period == "once"
    )
    return found


@pytest.mark.parametrize(
    ("book", "wanted"),
    [
        ([booked("2021-06-05", quantity="1")], (OVERDUE, None)),
        ([booked("2021-06-05", quantity="3")], (ON_TIME, "2021-06-05")),
        ([booked("2021-06-05")], (OVERDUE, None)),  # how many they were nobody knows
        (
            [booked("2021-06-05", quantity="1"), booked("2021-06-25", quantity="3")],
            (ON_TIME, "2021-06-25"),
        ),
        (
            [booked("2021-06-05", quantity="1"), booked("2021-08-01", quantity="3")],
            (LATE, "2021-08-01"),
        ),
        ([booked("2021-06-05", quantity="1"), booked("2021-06-20", quantity="2")], (OVERDUE, None)),
        (
            [booked("2021-06-05", quantity="3"), booked("2021-08-01", quantity="4")],
            (ON_TIME, "2021-06-05"),
        ),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_several_papers(
    book: list[Mapping], wanted: tuple[Status, str | None], turned: bool
) -> None:
    """In whatever order they stand in the book."""
    found = verdict(book=tuple(book[::-1] if turned else book))
    assert (found.status, str(found.completed) if found.completed else None) == wanted


@pytest.mark.parametrize("completed", [None, "2021-06-20"])
def test_a_part_on_paper_does_not_date_the_whole_of_a_file(completed: str | None) -> None:
    """One of three came on 5/6; the file of all three on 1/8: told on 1/8, whatever day it names."""
    day = {"completed": completed} if completed else {}
    found = verdict(
        filed("2021-08-01", quantity="3", **day), book=(booked("2021-06-05", quantity="1"),)
    )
    assert (found.status, found.completed) == (LATE, D("2021-08-01"))
    assert found.claim is not None
    assert found.claim.receipt is not None
    assert found.claim.receipt.source is Source.DECLARED


def test_the_day_of_a_part_is_not_that_of_the_whole() -> None:
    """The office entered when the first was done, and when all three were."""
    book = (
        booked("2021-06-05", quantity="1", completed="2021-06-01"),
        booked("2021-06-28", quantity="3", completed="2021-06-26"),
    )
    found = verdict(filed("2021-06-28", quantity="3"), book=book)
    assert (found.reason, found.completed) == (Reason.COMPLETED, D("2021-06-26"))


@pytest.mark.parametrize("day", ["2021-06-01", "2021-08-15"])
def test_more_on_paper_than_in_a_file_is_heard(day: str) -> None:
    """A file that speaks of one, before the paper or after it, does not hide the three that came."""
    found = verdict(filed(day, quantity="1"), book=(booked("2021-06-05", quantity="3"),))
    assert (found.status, found.completed) == (ON_TIME, D("2021-06-05"))


def test_where_no_number_is_asked_for_none_matters() -> None:
    """The book's two and the file's five are one and the same work, which came on 5/6."""
    found = verdict(
        filed("2021-08-01", quantity="5"), book=(booked("2021-06-05", quantity="2"),), least=""
    )
    assert (found.status, found.completed) == (ON_TIME, D("2021-06-05"))


@pytest.mark.parametrize(
    ("document", "wanted"),
    [(LETTER, (ON_TIME, Reason.COMPLETED_UNSTATED)), ({}, (OVERDUE, Reason.UNPROVEN))],
)
def test_a_numbered_letter_in_the_book_proves_what_the_file_leaves_unproven(
    document: Mapping, wanted: tuple[Status, Reason]
) -> None:
    """An item is closed by a document's number, and the office has it in its hands."""
    book = ({**booked("2021-06-05"), "document": document},)
    found = verdict(filed("2021-06-01", number=None), book=book, least="")
    assert (found.status, found.reason) == wanted
    assert found.claim is not None
    assert [each.number for each in found.claim.evidence] == (["3/BC"] if document else [])


def test_a_part_on_paper_tells_of_the_beginning_all_the_same() -> None:
    """Whoever has done one of three has begun."""
    plan = a_plan(an_item("1", BOTH, quota=[{"at_least": "3"}]))
    book = a_book(booked("2021-03-05", quantity="1", completed="2021-03-01"))
    found = {
        each.obligation.key.period: each.status
        for each in Scene(plan, a_registry("a"), book=book).verdicts("2021-12-31")
    }
    assert found == {"start": ON_TIME, "once": OVERDUE}


@pytest.mark.parametrize(("number", "claims"), [("12/BC-A", 1), (None, 2)])
def test_a_paper_that_adds_nothing_is_no_second_claim(number: str | None, claims: int) -> None:
    """It only dates what the file says and proves itself."""
    scene = Scene(
        a_plan(),
        a_registry("a"),
        book=a_book(booked("2021-06-05")),
        filings=(filed("2021-06-01", number),),
    )
    assert len(list(scene.claims())) == claims


def test_a_part_that_came_on_paper_can_be_sent_back() -> None:
    """It was told to be done, though not enough of it: the return is one of something."""
    back = {"item": "1", "reason": "sai mẫu", "document": {"number": "5/TB", "date": "2021-06-10"}}
    plan = a_plan(an_item("1", {"by": "2021-06-30"}, quota=[{"at_least": "3"}]))
    book = a_book(booked("2021-06-05", quantity="1"))
    scene = Scene(plan, a_registry("a"), some_decisions(returns=[back]), book)
    assert scene.verdict("2021-12-31").returned == D("2021-06-10")


@pytest.mark.parametrize("day", ["2021-06-01", "2021-08-15"])
def test_one_on_paper_is_more_than_no_number_in_a_file(day: str) -> None:
    """Whether the file came before the paper or after it."""
    book = a_book(booked("2021-06-05", quantity="1"))
    scene = Scene(a_plan(), a_registry("a"), book=book, filings=(filed(day),))
    assert len(list(scene.claims())) == 2
