"""One item, several deadlines, each for bodies of its own: "cấp xã trước 20/8, cấp tỉnh trước 30/8".

Groups: ``cap-xa`` a, b; ``cap-tinh`` c. The plan rolls nothing, and "before" excludes the day named.
"""

from datetime import date
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import D, Scene, a_filing, a_plan, a_registry, an_item, done, some_decisions

GROUPS = ({"id": "cap-xa", "members": ["a", "b"]}, {"id": "cap-tinh", "members": ["c"]},
          {"id": "vung-cao", "members": ["b", "c"]})  # fmt: skip
REGISTRY = a_registry(groups=GROUPS)
COMMUNES = {"before": "2026-08-20", "agencies": ["cap-xa"]}
PROVINCE = {"before": "2026-08-30", "agencies": ["cap-tinh"]}


def _scene(*rules: dict[str, Any], **item: Any) -> Scene:
    asked = {"implement": ["cap-xa", "cap-tinh"], **item}
    return Scene(a_plan(an_item("1", list(rules), **asked)), REGISTRY)


def _owed(scene: Scene, as_of: str = "2026-12-31") -> set[tuple[str, str, date | None]]:
    return {
        (each.agency, each.obligation.demand.period, each.obligation.due)
        for each in scene.verdicts(as_of)
    }


def test_each_group_has_its_own_day_and_the_same_period() -> None:
    """A commune writes "once", or nothing, as of any one-off: only the day is its own."""
    assert _owed(_scene(COMMUNES, PROVINCE)) == {
        ("a", "once", D("2026-08-19")), ("b", "once", D("2026-08-19")), ("c", "once", D("2026-08-29")),
    }  # fmt: skip


def test_of_a_report_each_year_too() -> None:
    """Xã trước 20/11, tỉnh trước 30/11 hằng năm: one report a year and body."""
    scene = _scene(
        {"every": "year", "before": "11-20", "agencies": ["cap-xa"], "from": "2026"},
        {"every": "year", "before": "11-30", "agencies": ["cap-tinh"], "from": "2026"},
        kind="report",
    )
    assert _owed(scene) == {
        ("a", "2026", D("2026-11-19")), ("b", "2026", D("2026-11-19")), ("c", "2026", D("2026-11-29")),
    }  # fmt: skip


def test_each_is_late_by_its_own_day_alone() -> None:
    late = {
        day: {each.agency for each in _scene(COMMUNES, PROVINCE).verdicts(day) if each.overdue}
        for day in ("2026-08-19", "2026-08-20", "2026-08-29", "2026-08-30")
    }
    assert late == {
        "2026-08-19": set(), "2026-08-20": {"a", "b"}, "2026-08-29": {"a", "b"},
        "2026-08-30": {"a", "b", "c"},
    }  # fmt: skip


def test_what_is_filed_for_the_period_is_each_ones_own() -> None:
    """An entry without a period means the one that its agency owes."""
    told = [
        a_filing(agency, "2026-08-25", tasks=[done(completed="2026-08-25")])
        for agency in ("a", "c")
    ]
    scene = _scene(COMMUNES, PROVINCE).told(*told)
    status = {each.agency: (each.status.value, each.days) for each in scene.verdicts("2026-09-30")}
    assert status == {
        "a": ("done_late", 6), "b": ("overdue", 42), "c": ("done_on_time", -4),
    }  # fmt: skip


@pytest.mark.parametrize("order", [*permutations(range(3))])
def test_a_body_goes_by_the_deadline_that_names_it(order: tuple[int, ...]) -> None:
    """“… trước 20/8, riêng b trước 25/8, cấp tỉnh trước 30/8”, in whatever order they are written."""
    alone = {"before": "2026-08-25", "agencies": ["b"]}
    rules: list[dict[str, Any]] = [{"before": "2026-08-20"}, alone, PROVINCE]
    assert _owed(_scene(*(rules[place] for place in order))) == {
        ("a", "once", D("2026-08-19")), ("b", "once", D("2026-08-24")), ("c", "once", D("2026-08-29")),
    }  # fmt: skip


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_groups_of_one_body_the_later_day_holds(turned: bool) -> None:
    """Nobody is late by a day that may not be theirs; ``check`` says that b is bound twice."""
    high = {"before": "2026-09-10", "agencies": ["vung-cao"]}
    rules = [high, COMMUNES] if turned else [COMMUNES, high]
    assert _owed(_scene(*rules)) == {
        ("a", "once", D("2026-08-19")), ("b", "once", D("2026-09-09")), ("c", "once", D("2026-09-09")),
    }  # fmt: skip


def test_two_deadlines_of_the_same_bodies_are_two_duties_as_ever() -> None:
    """Called by their days: "sơ kết 30/6, tổng kết 15/12", both of the communes."""
    scene = _scene(
        {"by": "2026-06-30", "agencies": ["cap-xa"]}, {"by": "2026-12-15", "agencies": ["cap-xa"]}
    )
    assert _owed(scene) == {
        (agency, day, D(day)) for agency in ("a", "b") for day in ("2026-06-30", "2026-12-15")
    }


def test_whom_no_deadline_names_owes_nothing() -> None:
    """``check`` says so: the item asks c, and none of its days is c's."""
    assert _owed(_scene(COMMUNES)) == {(each, "once", D("2026-08-19")) for each in ("a", "b")}


def test_a_request_binds_those_of_whom_it_is_made_among_those_of_the_deadline() -> None:
    asked = some_decisions(requests=[{"item": "1", "due": "2026-05-04", "agencies": ["vung-cao"]}])
    item = an_item("1", {"on_request": "true", "agencies": ["cap-xa"]}, implement=["a", "b", "c"])
    assert _owed(Scene(a_plan(item), REGISTRY, asked)) == {("b", "2026-05-04", D("2026-05-04"))}


def test_groups_are_those_of_the_due_day() -> None:
    """D is a commune from September on: of the August day it owes nothing, of December's it does."""
    registry = a_registry(
        "a", {"id": "d", "valid": {"from": "2026-09-01"}},
        groups=[{"id": "cap-xa", "members": ["a", "d"]}],
    )  # fmt: skip
    item = an_item("1", {"every": "half-year", "from": "2026", "until": "2026",
                         "agencies": ["cap-xa"]}, implement=["cap-xa"])  # fmt: skip
    assert _owed(Scene(a_plan(item), registry)) == {
        ("a", "2026-H1", D("2026-06-30")), ("a", "2026-H2", D("2026-12-31")),
        ("d", "2026-H2", D("2026-12-31")),
    }  # fmt: skip


def test_a_continuous_task_is_covered_by_the_report_of_its_own_group() -> None:
    """The commune's report is due on 19 November: on the 20th its silence counts, c's not yet."""
    report = an_item(
        "2",
        [
            {"every": "year", "before": "11-20", "agencies": ["cap-xa"], "from": "2026"},
            {"every": "year", "before": "11-30", "agencies": ["cap-tinh"], "from": "2026"},
        ],
        kind="report",
        implement=["cap-xa", "cap-tinh"],
    )
    work = an_item("1", {"continuous": "true"}, implement=["cap-xa", "cap-tinh"])
    scene = Scene(a_plan(work, report, reporting="2"), REGISTRY)
    covered = {
        each.agency: each.covered
        for each in scene.verdicts("2026-11-20")
        if each.obligation.demand.item.id == "1" and each.obligation.demand.period == "2026"
    }
    assert covered == {"a": False, "b": False, "c": None}


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.integers(1, 28), min_size=3, max_size=3),
    st.permutations(range(3)),
    st.booleans(),
)
def test_the_order_of_deadlines_of_different_bodies_says_nothing(
    days: list[int], order: list[int], yearly: bool
) -> None:
    """Permuting the rules of disjoint groups changes no verdict."""
    rules: list[dict[str, Any]] = [
        {"every": "year", "by": f"06-{day:02}", "agencies": [agency]}
        if yearly
        else {"by": f"2026-06-{day:02}", "agencies": [agency]}
        for day, agency in zip(days, "abc", strict=True)
    ]
    assert _owed(_scene(*rules)) == _owed(_scene(*(rules[place] for place in order)))


def test_beside_a_deadline_of_all_there_is_none() -> None:
    """Whoever asks for those of other bodies finds none, and not that nobody knows."""
    docket = Scene(a_plan(an_item("1", {"by": "2021-06-30"}))).docket("2021-12-31")
    assert docket.assignment.sharing.beside(docket.demands[0]) == ()
