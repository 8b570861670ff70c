"""From the day on which nobody knows whether a body still exists, nothing of it is overdue."""

import pytest

from builders import Scene, a_book, a_plan, a_registry, an_item

SCENE = Scene(
    a_plan(
        an_item("1", {"by": "2021-06-30"}),
        an_item("2", {"by": "2021-06-30"}, kind="report"),
        an_item("3", {"continuous": "true"}),
        an_item("4", {"every": "year"}, kind="report"),
        reporting="4",
    ),
    a_registry({"id": "a", "unverified_from": "2022-03-01"}),
)


@pytest.mark.parametrize(
    ("day", "statuses"),
    [
        ("2022-02-28", ["overdue", "overdue", "ongoing", "overdue", "in_term"]),
        ("2022-03-01", ["waiting", "waiting", "ongoing", "waiting", "waiting"]),
        ("2022-12-31", ["waiting", "waiting", "ongoing", "waiting", "waiting"]),
    ],
)
def test_what_is_not_done_waits(day: str, statuses: list[str]) -> None:
    """The day before it is judged as any other."""
    told = {
        f"{each.obligation.key.item} {each.obligation.key.period}": each.status.value
        for each in SCENE.verdicts(day)
    }
    wanted = ("1 once", "2 once", "3 2021", "4 2021", "4 2022")
    assert [told[each] for each in wanted] == statuses


def test_none_of_it_accuses() -> None:
    """No mark of a missing report, of work left out, of a near day; nor any days."""
    for each in SCENE.verdicts("2022-06-01"):
        assert not each.remarks
        assert each.days is None
        assert each.reason.value == "body_unverified"


def test_what_it_delivered_stays() -> None:
    book = a_book({"agency": "a", "item": "2", "received": "2021-06-01",
                   "document": {"number": "1/BC", "date": "2021-06-01"}})  # fmt: skip
    scene = Scene(SCENE.plan, SCENE.registry, book=book)
    found = {
        str(each.obligation.key.item): each.status.value for each in scene.verdicts("2022-06-01")
    }
    assert found["2"] == "done_on_time"
