"""A letter on paper beside a file, and what proves that a task is done."""

import pytest

from builders import Mapping, Scene, a_book, a_filing, a_plan, an_item, done
from kehoach.verdicts.assessment import Reason, Status

GOES_ON = a_filing(dated="2021-08-01", tasks=[{"item": "1", "status": "in_progress"}])
PAPER = {"agency": "a", "item": "1", "received": "2021-12-20",
         "document": {"number": "3/BC-A", "date": "2021-12-18"}}  # fmt: skip


def test_a_completion_on_paper_is_not_hidden_by_an_older_file() -> None:
    """Design, receipts: an entry of the book counts, also where a file only says "in progress"."""
    book = a_book({**PAPER, "completed": "2021-12-17"})
    verdict = Scene(a_plan(), book=book, filings=(GOES_ON,)).verdict("2022-01-10")
    assert verdict.status is Status.DONE_ON_TIME


def test_an_arrival_on_paper_does_not_complete_what_a_file_says_goes_on() -> None:
    """Without a day of completion the entry only dates what the file says."""
    verdict = Scene(a_plan(), book=a_book(PAPER), filings=(GOES_ON,)).verdict("2022-01-10")
    assert verdict.status is Status.OVERDUE


@pytest.mark.parametrize("evidence", [[], [{}], [{"title": "Biên bản"}], [{"date": "2021-07-01"}]])
def test_a_task_is_not_closed_without_a_number(evidence: list[Mapping]) -> None:
    """Practice: an item is closed by the number of a document; a title alone proves nothing."""
    task = done(completed="2021-07-01", evidence=evidence)
    scene = Scene(a_plan(), filings=(a_filing(tasks=[task], number=None),))
    assert scene.verdict("2021-12-01").reason is Reason.UNPROVEN


def test_a_task_is_closed_by_a_number_of_its_own() -> None:
    """The covering letter may have none."""
    task = done(completed="2021-07-01", evidence=[{"number": "7/TB"}])
    scene = Scene(a_plan(), filings=(a_filing(tasks=[task], number=None),))
    assert scene.verdict("2021-12-01").status is Status.DONE_ON_TIME


def test_a_paper_says_all_that_was_entered_of_it() -> None:
    """Days, number, letter and note; where it stands in the book, and whether it is invented."""
    other = {"agency": "a", "document": {"number": "1/X"}, "received": "2021-12-01"}
    days = {"started": "2021-11-01", "completed": "2021-12-17"}
    entry = {**PAPER, **days, "quantity": "4", "note": "Bản giấy", "sample": "true"}
    (claim,) = Scene(a_plan(), book=a_book(other, entry)).claims()
    told = claim.saying.meaning.entry
    assert (told.item, told.period) == ("1", "once")
    assert (claim.kind, claim.progress, claim.quantity, claim.note) == (
        "task",
        "done",
        4,
        "Bản giấy",
    )
    assert (str(claim.started), str(claim.completed)) == ("2021-11-01", "2021-12-17")
    assert [each.number for each in claim.evidence] == ["3/BC-A"]
    assert (claim.file, claim.route, claim.sample) == ("receipts.yaml", ("receipts", 1), True)
    assert (str(claim.told.declared), claim.told.stated) == ("2021-12-17", True)
    assert claim.receipt is not None
    assert (claim.receipt.entry, claim.receipt.file, claim.came) == (
        1,
        "receipts.yaml",
        claim.receipt,
    )
    assert (claim.turn, claim.passed_over, claim.overwritten, claim.on_paper) == (
        0,
        None,
        False,
        True,
    )


def test_a_beginning_on_paper_needs_no_period() -> None:
    """An entry that names the day of the beginning alone means the beginning."""
    plan = a_plan(an_item("1", [{"start": {"by": "2021-03-31"}}, {"by": "2021-12-31"}]))
    entry = {
        **PAPER,
        "received": "2021-03-20",
        "started": "2021-03-10",
        "document": {"number": "3/BC-A"},
    }
    found = {
        each.obligation.key.period: str(each.status)
        for each in Scene(plan, book=a_book(entry)).verdicts("2021-06-01")
    }
    assert found == {"start": "done_on_time", "once": "in_term"}


def test_where_an_arrival_stands() -> None:
    """In the book, of the whole and of a part; else in the file that declares it."""
    plan = a_plan(an_item("1", quota=[{"at_least": "3"}], implement=["a", "b"]))
    book = a_book(
        {**PAPER, "quantity": "1"}, {**PAPER, "received": "2021-12-21", "quantity": "3"},
        {**PAPER, "received": "2021-12-22", "quantity": "4"},
    )  # fmt: skip
    declared = a_filing("b", "2021-12-01", tasks=[done()])
    found = [
        (str(each.receipt.day), each.receipt.file, each.saying.fulfils)
        for each in Scene(plan, book=book, filings=(declared,)).claims("2021-12-31")
        if each.receipt
    ]
    assert found == [
        ("2021-12-01", declared.file, False), ("2021-12-20", "receipts.yaml", False),
        ("2021-12-21", "receipts.yaml", True), ("2021-12-21", "receipts.yaml", True),
    ]  # fmt: skip
