"""No entry of the registry book takes another's place or ends the reading, wherever it stands."""

from itertools import permutations

import pytest

from builders import D, Mapping, Scene, a_book, a_filing, a_key, a_plan, a_registry, an_item, done
from kehoach.verdicts.evidence import Claim, Source
from kehoach.verdicts.evidence.entries import Mismatch
from kehoach.verdicts.evidence.meaning import Letter
from kehoach.verdicts.evidence.receipt import letters_in

PLAN = a_plan(
    an_item("viec"), an_item("nam", {"every": "year", "before": "12-02"}, "report", implement=["a"])
)
LETTER = {"number": "12/BC-A", "date": "2021-06-01"}
OURS = {"agency": "a", "item": "viec", "received": "2021-06-20"}
OTHERS: dict[str, Mapping] = {
    "another plan's": {"agency": "a", "item": "viec", "received": "2021-06-02", "plan": "07"},
    "a letter's": {"agency": "a", "document": {"number": "9/X"}, "received": "2021-06-02"},
    "of no item": {"agency": "a", "item": "khong-co", "received": "2021-06-02"},
    "of no period": {"agency": "a", "item": "nam", "received": "2021-06-02"},
}


def _said(*book: Mapping, item: str = "viec", period: str = "once") -> Claim:
    """Return what the file of agency a says of an item, as this book dates it."""
    filing = a_filing(tasks=[done("viec")], reports=[{"item": "nam", "period": "2021"}])
    scene = Scene(PLAN, a_registry("a", "b"), book=a_book(*book), filings=(filing,))
    (claim,) = scene.claims().of(a_key("06", item, "a", period))
    return claim


@pytest.mark.parametrize("other", list(OTHERS.values()), ids=list(OTHERS))
def test_what_stands_before_an_entry_does_not_end_the_book(other: Mapping) -> None:
    """One line that is not ours, or wrong, loses itself alone (design: *one bad entry loses one*)."""
    receipt = _said(other, OURS).receipt
    assert receipt is not None
    assert (receipt.day, receipt.source, receipt.entry) == (D("2021-06-20"), Source.REGISTRY, 1)


def test_each_entry_that_matches_nothing_is_told() -> None:
    """Also the second, and also one behind those of another plan; that of another plan is not ours."""
    scene = Scene(PLAN, a_registry("a"), book=a_book(*OTHERS.values(), OURS))
    found = {(each.item, each.why, each.route) for each in scene.claims().unmatched}
    assert found == {
        ("khong-co", Mismatch.ITEM, ("receipts", 2)),
        ("nam", Mismatch.PERIOD_MISSING, ("receipts", 3)),
    }


@pytest.mark.parametrize("order", list(permutations(("2021-06-20", "2021-06-21", "2021-07-01"))))
def test_of_several_days_of_one_thing_the_first_counts(order: tuple[str, ...]) -> None:
    """The office stamped it when it first came; a copy that came later is the same report."""
    for what in ({"item": "viec"}, {"document": LETTER}):
        receipt = _said(*({"agency": "a", "received": day, **what} for day in order)).receipt
        assert receipt is not None
        assert receipt.day == D("2021-06-20")
        assert receipt.entry == order.index("2021-06-20")


@pytest.mark.parametrize("order", list(permutations(("2021-06-20", "2021-06-25"))))
def test_the_day_of_the_work_is_that_of_the_entry_that_counts(order: tuple[str, ...]) -> None:
    """A copy stamped later brings no day of its own for the work (here 2021-05-01, earlier)."""
    worked = {"2021-06-20": "2021-06-10", "2021-06-25": "2021-05-01"}
    book = ({**OURS, "received": day, "completed": worked[day]} for day in order)
    assert _said(*book).told.declared == D("2021-06-10")


@pytest.mark.parametrize("received", ["2021-05-20", "2021-11-30"])
def test_an_entry_on_an_item_dates_no_letter(received: str) -> None:
    """It stands for that item's arrival; what else the letter holds keeps the day that it has."""
    other = {**OURS, "document": LETTER, "received": received}
    receipt = _said(other, item="nam", period="2021").receipt
    assert receipt is not None
    assert (receipt.day, receipt.source) == (D("2021-06-01"), Source.DECLARED)


def test_which_letters_the_book_dates() -> None:
    """Those that an entry without an item names by a number, with their sender and day."""
    named = {"agency": "a", "received": "2021-06-20"}
    book = a_book(
        {**named, "document": LETTER}, {**named, "document": {"date": "2021-06-01"}}, named,
        {**OURS, "document": {"number": "9/X"}}, {**named, "agency": "b", "document": LETTER},
    )  # fmt: skip
    day = D("2021-06-01")
    assert letters_in(book) == {Letter("a", "12/BC-A", day), Letter("b", "12/BC-A", day)}
