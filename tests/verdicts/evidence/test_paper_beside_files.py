"""A letter on paper beside a file, and what proves that a task is done."""

import pytest

from builders import Mapping, Scene, a_book, a_filing, a_plan, done
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
