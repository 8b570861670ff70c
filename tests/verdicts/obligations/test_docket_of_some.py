"""A docket of some agencies: the same obligations in the same order as among all."""

import pytest

from builders import Scene, a_plan, a_registry, an_id, an_item

SCENE = Scene(
    a_plan(
        an_item("1", {"by": "2021-06-30"}, lead=["c"], implement=["so"]),
        an_item("bc", {"every": "half-year"}, "report", implement=["so"]),
        an_item("tx", {"continuous": "true"}, implement=["b"]),
        last="2021-12-31",
        reporting="bc",
    ),
    a_registry("a", "b", "c", groups=[{"id": "so", "members": ["b", "a", "c"]}]),
)


@pytest.mark.parametrize("mine", ["", "a", "b", "ab", "bc", "abc"])
def test_the_same_in_the_same_order(mine: str) -> None:
    some = frozenset(map(an_id, mine))
    whole = SCENE.docket("2021-12-31")
    part = whole.of(some)
    assert part.obligations == tuple(each for each in whole.obligations if each.agency in some)
    assert part.reports == tuple(each for each in whole.reports if each.agency in some)
    for each in part.obligations:
        assert part.place(each) == whole.place(each)
    places = [whole.place(each) for each in whole.obligations]
    assert places == sorted(places)
    assert len(set(places)) == len(places)


def test_whose_report_covers_a_period_is_asked_of_these_alone() -> None:
    whole = SCENE.docket("2021-12-31")
    demand = whole.begun[-1]
    assert demand.item.id == "tx"
    found = whole.report_of(an_id("b"), demand.period)
    assert found is not None
    assert (found.key.item, found.agency, found.key.period) == ("bc", "b", demand.period)
    assert whole.of(frozenset({an_id("b")})).report_of(an_id("b"), demand.period) == found
    assert whole.of(frozenset({an_id("a")})).report_of(an_id("b"), demand.period) is None


def test_reports_stand_in_order_of_their_days_also_those_to_come() -> None:
    early = SCENE.docket("2021-01-15").reports
    assert [(str(each.due), each.agency) for each in early] == [
        ("2021-06-30", "b"), ("2021-06-30", "a"), ("2021-06-30", "c"),
        ("2021-12-31", "b"), ("2021-12-31", "a"), ("2021-12-31", "c"),
    ]  # fmt: skip
