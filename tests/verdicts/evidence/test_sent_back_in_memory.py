"""Trả lại, on commits told in memory: what was sent back counts again only when it came anew.

Design: *from that day on it counts as not delivered until sent again; the first sending is kept*. The
report of agency a is due on 1/12/2021 and is sent on 28/11; it is sent back on 5/12.
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
from kehoach.model.workspace import Filing
from kehoach.verdicts.assessment import Assessment, Reason, Status
from verdicts.evidence.commits_in_memory import Told

PLAN = a_plan(
    an_item("bc", {"every": "year", "before": "12-02"}, "report"),
    an_item("viec", {"by": "2021-06-30"}),
    last="2021-12-31",
)
REGISTRY = a_registry("a")
AT, FILE, OTHER = "2021-12-31", "a/bc.yaml", "a/khac.yaml"
NOT_AGAIN = (Status.OVERDUE, 30, None)


def sent(number: str = "1/BC", dated: str = "2021-11-28", **entry: str) -> Filing:
    """Return a file that reports on the year."""
    return a_filing("a", dated, reports=[{"item": "bc", "period": "2021", **entry}], number=number)


def again(day: str) -> tuple[Status, int, str]:
    """Return how it stands that it came anew on a day of December."""
    return Status.DONE_LATE, (D(day) - D("2021-12-01")).days, day


def returned(*days: str, item: str = "bc", period: Mapping | None = None) -> Any:
    named = {"period": "2021"} if period is None else period
    return some_decisions(
        returns=[
            {"item": item, "reason": "thiếu", "document": {"number": "5/TB", "date": day}, **named}
            for day in days
        ]
    )


def scene(*book: Mapping, back: tuple[str, ...] = ("2021-12-05",)) -> Scene:
    return Scene(PLAN, REGISTRY, returned(*back), a_book(*book))


def verdict(judged: Scene, as_of: str = AT, item: str = "bc") -> Assessment:
    (found,) = (each for each in judged.verdicts(as_of) if each.obligation.key.item == item)
    return found


def state(judged: Scene, as_of: str = AT) -> tuple[Status, int | None, str | None]:
    found = verdict(judged, as_of)
    receipt = found.claim.receipt if found.claim else None
    return found.status, found.days, str(receipt.day) if receipt else None


@pytest.mark.parametrize(
    ("as_of", "wanted", "reason"),
    [
        ("2021-12-04", (Status.DONE_ON_TIME, -3, "2021-11-28"), Reason.RECEIVED),
        ("2021-12-05", (Status.OVERDUE, 4, None), Reason.RETURNED),
        ("2021-12-11", (Status.OVERDUE, 10, None), Reason.RETURNED),
        ("2021-12-12", again("2021-12-12"), Reason.RECEIVED),
    ],
)
def test_from_its_day_on_it_is_not_delivered_until_it_comes_anew(
    as_of: str, wanted: object, reason: Reason
) -> None:
    told = Told(scene()).commit("c0", "2021-11-28", {FILE: sent()})
    told.commit("c1", "2021-12-12", {FILE: sent("2/BC")})
    found = told.scene(as_of)
    assert state(found, as_of) == wanted
    assert verdict(found, as_of).reason is reason


@pytest.mark.parametrize(
    ("after", "wanted"),
    [
        ([("2021-12-12", {FILE: None, OTHER: sent()})], NOT_AGAIN),
        ([("2021-12-08", {OTHER: sent()}), ("2021-12-12", {FILE: None})], NOT_AGAIN),
        ([("2021-12-05", {FILE: sent("2/BC")})], NOT_AGAIN),
        ([("2021-12-12", {FILE: sent("2/BC")})], again("2021-12-12")),
        ([("2021-12-12", {FILE: sent(nil="true")})], again("2021-12-12")),
        ([("2021-12-12", {OTHER: sent("2/BC")})], again("2021-12-12")),
        ([("2021-12-08", {FILE: None}), ("2021-12-12", {FILE: sent()})], again("2021-12-12")),
        ([("2021-12-12", {FILE: sent("2/BC")}), ("2021-12-20", {FILE: sent()})], again("2021-12-12")),
        ([("2021-12-03", {OTHER: sent()}), ("2021-12-08", {FILE: None}),
          ("2021-12-12", {FILE: sent()})], NOT_AGAIN),
    ],
    ids=["renamed", "moved in two steps", "on the very day", "another letter", "another entry",
         "another file", "taken out and brought back", "and changed back",
         "a copy of it had stood all the while"],
)  # fmt: skip
def test_what_counts_as_sent_again(after: list[tuple[str, Any]], wanted: object) -> None:
    told = Told(scene()).commit("c0", "2021-11-28", {FILE: sent()})
    for number, (day, files) in enumerate(after, 1):
        told.commit(f"c{number}", day, files)
    assert state(told.scene(AT)) == wanted


def test_twice() -> None:
    """Sent, sent back, sent anew, sent back again: only what comes after the last counts."""
    told = Told(scene(back=("2021-12-05", "2021-12-20"))).commit("c0", "2021-11-28", {FILE: sent()})
    told.commit("c1", "2021-12-12", {FILE: sent("2/BC")})
    assert state(told.scene("2021-12-19"), "2021-12-19") == again("2021-12-12")
    assert state(told.scene("2021-12-20"), "2021-12-20") == (Status.OVERDUE, 19, None)
    told.commit("c2", "2021-12-22", {FILE: sent("3/BC")})
    assert state(told.scene(AT)) == again("2021-12-22")


@pytest.mark.parametrize("back", ["2021-11-20", "2021-11-27"])
def test_nothing_can_be_sent_back_that_had_not_come(back: str) -> None:
    told = Told(scene(back=(back,))).commit("c0", "2021-11-28", {FILE: sent()})
    assert state(told.scene(AT)) == (Status.DONE_ON_TIME, -3, "2021-11-28")
    assert verdict(told.scene(AT)).returned is None


def test_a_second_return_of_what_never_came_anew_changes_nothing() -> None:
    told = Told(scene(back=("2021-12-05", "2021-12-07"))).commit("c0", "2021-11-28", {FILE: sent()})
    assert verdict(told.scene(AT)).returned == D("2021-12-05")


# ── The book beside it ────────────────────────────────────────────────────────────────────────────
def booked(received: str, **what: Any) -> Mapping:
    named = what or {"item": "bc", "period": "2021"}
    return {"agency": "a", "received": received, **named}


def test_the_book_tells_of_the_second_arrival() -> None:
    """Without its entry the old one says nothing new; with it the report came anew on 9/12."""
    first, second = booked("2021-11-28"), booked("2021-12-09")
    for book, wanted in (((first,), NOT_AGAIN), ((first, second), again("2021-12-09"))):
        told = Told(scene(*book)).commit("c0", "2021-11-28", {FILE: sent()})
        assert state(told.scene(AT)) == wanted


def test_on_paper_alone() -> None:
    first, second = booked("2021-11-28"), booked("2021-12-09")
    assert state(scene(first)) == NOT_AGAIN
    assert state(scene(first, second)) == again("2021-12-09")
    assert state(scene(first, booked("2021-12-05"))) == NOT_AGAIN, "both came by then"


def test_a_letter_that_had_come_is_no_new_one_whenever_its_file_is_typed() -> None:
    """On paper on 28/11, sent back on 5/12, the file of that very letter committed on 20/12."""
    letter = booked("2021-11-28", document={"number": "1/BC", "date": "2021-11-28"})
    told = Told(scene(letter)).commit("c0", "2021-11-20").commit("c1", "2021-12-20", {FILE: sent()})
    assert state(told.scene(AT)) == NOT_AGAIN
    told.commit("c2", "2021-12-21", {FILE: sent(note="Đã sửa")})
    assert state(told.scene(AT)) == again("2021-12-21"), "the same number, other words"


def test_what_is_not_committed_came_on_the_day_of_the_run() -> None:
    told = Told(scene(), today="2021-12-28").commit("c0", "2021-11-28", {FILE: sent()})
    new = {FILE: sent("2/BC")}
    assert state(told.scene("2021-12-27", new), "2021-12-27") == (Status.OVERDUE, 26, None)
    assert state(told.scene("2021-12-28", new), "2021-12-28") == again("2021-12-28")


def test_by_the_words_of_files_alone() -> None:
    """Without git a file of a later date came anew; of what it replaced nobody knows."""
    assert state(scene().told(sent())) == NOT_AGAIN
    assert state(scene().told(sent("2/BC", "2021-12-12"))) == again("2021-12-12")


# ── A task ────────────────────────────────────────────────────────────────────────────────────────
def a_task(completed: str, number: str) -> Filing:
    return a_filing(tasks=[done("viec", completed=completed)], number=number)


@pytest.mark.parametrize(
    ("completed", "counted", "reason"),
    [
        ("2021-05-10", "2021-06-20", Reason.DONE_AGAIN),  # the very day that was sent back
        ("2021-06-10", "2021-06-20", Reason.DONE_AGAIN),  # the day of the return itself
        ("2021-06-11", "2021-06-11", Reason.COMPLETED),  # worked on since, and told in time
    ],
)
def test_a_task_is_done_again_on_a_day_after_it_was_sent_back(
    completed: str, counted: str, reason: Reason
) -> None:
    back = returned("2021-06-10", item="viec", period={})
    told = Told(Scene(PLAN, REGISTRY, back)).commit(
        "c0", "2021-05-20", {FILE: a_task("2021-05-10", "1")}
    )
    found = verdict(told.scene(AT), item="viec")
    assert (found.status, found.reason, found.completed) == (Status.OVERDUE, Reason.RETURNED, None)
    told.commit("c1", "2021-06-20", {FILE: a_task(completed, "2")})
    found = verdict(told.scene(AT), item="viec")
    assert (found.status, found.reason) == (Status.DONE_ON_TIME, reason)
    assert found.completed == D(counted)


def test_an_announcement_that_was_taken_out_before_its_day_is_not_done_again() -> None:
    """Sent back on 10/6, announced on 12/6 for 25/6, taken out on 18/6: nothing came anew."""
    back = returned("2021-06-10", item="viec", period={})
    told = Told(Scene(PLAN, REGISTRY, back)).commit(
        "c0", "2021-05-20", {FILE: a_task("2021-05-10", "1")}
    )
    told.commit("c1", "2021-06-12", {FILE: a_task("2021-06-25", "2")})
    told.commit("c2", "2021-06-18", {FILE: None})
    found = verdict(told.scene(AT), item="viec")
    assert (found.status, found.completed) == (Status.OVERDUE, None)


def test_a_return_of_several_periods_names_none_and_sends_nothing_back() -> None:
    """Nothing is sent back that was not meant (design: a recurring item's decision names its period)."""
    back = returned("2021-12-05", period={})
    told = Told(Scene(PLAN, REGISTRY, back)).commit("c0", "2021-11-28", {FILE: sent()})
    assert state(told.scene(AT)) == (Status.DONE_ON_TIME, -3, "2021-11-28")


def test_what_is_not_committed_on_the_very_day_was_not_sent_again() -> None:
    """Which of the two came first on that day nobody knows: the text on the disk, or the return."""
    told = Told(scene(), today="2021-12-05").commit("c0", "2021-11-28", {FILE: sent()})
    assert state(told.scene("2021-12-05", {FILE: sent("2/BC")}), "2021-12-05") == (
        Status.OVERDUE,
        4,
        None,
    )


@pytest.mark.parametrize(
    ("received", "wanted"), [("2021-12-05", NOT_AGAIN), ("2021-12-06", again("2021-12-06"))]
)
def test_the_books_entry_of_the_very_day_dates_no_file_anew(received: str, wanted: object) -> None:
    """Stamped on the day of the return: whether before it or after nobody knows."""
    told = Told(scene(booked(received))).commit("c0", "2021-11-28", {FILE: sent()})
    assert state(told.scene(AT)) == wanted
