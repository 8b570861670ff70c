"""A letter in the book beside text that is not committed yet."""

import pytest

from builders import D, Mapping, Scene, a_book, a_filing, a_key, a_plan, an_item, done
from kehoach.verdicts.evidence import Source
from verdicts.evidence.commits_in_memory import Told

PLAN = a_plan(an_item("viec", {"by": "2021-06-30"}))
BOOKED: Mapping = {"agency": "a", "received": "2021-06-05",
                   "document": {"number": "12/BC-A", "date": "2021-06-01"}}  # fmt: skip
GOING = a_filing(tasks=[{"item": "viec", "status": "in_progress"}])
DONE = a_filing(tasks=[done("viec")])
KEY = a_key("06", "viec", "a", "once")


@pytest.mark.parametrize(
    ("committed", "day", "source"),
    [
        # Its letter came on paper, and nothing of it has been committed yet: it is being typed in.
        ({}, "2021-06-05", Source.REGISTRY),
        # The letter was typed in June, in progress; what is typed now was no part of it.
        ({"a/v.yaml": GOING}, "2022-01-01", Source.UNCOMMITTED),
    ],
)
def test_what_is_typed_under_a_booked_letters_number(
    committed: Mapping, day: str, source: Source
) -> None:
    told = Told(Scene(PLAN, book=a_book(BOOKED))).commit("c1", "2021-06-06", committed)
    claims = told.scene("2021-12-31", {"a/v.yaml": DONE}).claims("2021-12-31").of(KEY)
    (new,) = (each for each in claims if not each.overwritten)
    assert new.receipt is not None
    assert (new.receipt.day, new.receipt.source) == (D(day), source)


def test_each_claim_bears_the_key_under_which_it_is_found() -> None:
    """Committed once, written anew, on paper and not committed."""
    told = Told(Scene(PLAN, book=a_book({**BOOKED, "item": "viec", "completed": "2021-06-01"})))
    told.commit("c1", "2021-06-06", {"a/v.yaml": GOING}).commit(
        "c2", "2021-06-07", {"a/w.yaml": GOING}
    )
    told.commit(
        "c3",
        "2021-06-08",
        {"a/v.yaml": a_filing(tasks=[{"item": "viec", "status": "not_started"}])},
    )
    for uncommitted in ({}, {"a/x.yaml": DONE}):
        found = told.scene("2021-12-31", uncommitted).claims("2021-12-31")
        assert {each.key for each in found} == {KEY}
        papers = [each.saying.meaning.entry for each in found if each.on_paper]
        assert [(each.item, each.period) for each in papers] == [("viec", "once")] * (
            not uncommitted
        )


def test_what_bears_no_date_has_its_key_too() -> None:
    scene = Scene(PLAN, filings=(a_filing(dated=None, tasks=[done("viec")]),))
    assert [(each.key, each.receipt) for each in scene.claims()] == [(KEY, None)]
