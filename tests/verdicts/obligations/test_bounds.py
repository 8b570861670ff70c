"""What the plan's own beginning and several deadlines of one item do to what is owed."""

import pytest

from builders import D, Mapping, Scene, a_plan, an_item, owed, some_decisions


# ── A day before the rule begins to run binds nobody ──────────────────────────────────────────────
@pytest.mark.parametrize(
    ("rule", "first_due"),
    [
        ({"every": "month", "by": {"day": "5"}}, "2021-07-05"),
        ({"every": "month", "by": {"day": "22"}}, "2021-06-22"),
        ({"every": "quarter", "by": {"month": "last", "day": "20"}}, "2021-09-20"),
        ({"every": "year", "by": "03-31"}, "2022-03-31"),
        ({"every": "year", "by": "03-31", "from": "2023-06"}, "2024-03-31"),
        ({"every": "year", "session": "5"}, "2022-05-31"),
    ],
)
def test_nothing_is_due_before_the_plan_begins(rule: Mapping, first_due: str) -> None:
    """A plan of 22 June 2021 cannot ask for something by 5 June, nor a rule of June by March."""
    plan = a_plan(an_item(deadline=rule), first="2021-06-22")
    days = [each.due for each in Scene(plan).docket("2026-12-31").obligations]
    assert days[0] == D(first_due)


def test_nothing_is_owed_before_the_plan_begins() -> None:
    """Its first year begins on 1 January, but the plan of June asks for nothing in March."""
    scene = Scene(a_plan(an_item(deadline={"every": "year"}), first="2021-06-01"))
    assert scene.verdicts("2021-05-31") == ()
    assert owed(scene.verdicts("2021-06-01")) == [("1", "a", "2021")]


# ── Several deadlines of one item ─────────────────────────────────────────────────────────────────
def test_two_days_of_one_item_are_two_obligations() -> None:
    """A review in 2024 and another in 2026: neither hides the other."""
    scene = Scene(a_plan(an_item(deadline=[{"within": "2024"}, {"by": "2026-06-30"}])))
    assert owed(scene.verdicts("2026-12-31")) == [
        ("1", "a", "2024-12-31"),
        ("1", "a", "2026-06-30"),
    ]
    assert [each.overdue for each in scene.verdicts("2025-01-01")] == [True, False]


def test_two_days_of_one_year_are_two_obligations() -> None:
    """Twice a year, said as two yearly rules, counts twice."""
    rules = [{"every": "year", "by": "06-30"}, {"every": "year", "by": "12-02"}]
    scene = Scene(a_plan(an_item(deadline=rules), last="2021-12-31"))
    assert owed(scene.verdicts("2021-12-31")) == [
        ("1", "a", "2021-06-30"),
        ("1", "a", "2021-12-02"),
    ]


def test_a_sequence_keeps_the_names_of_its_periods() -> None:
    """Section II.6.2: within 2021, then continuous; nothing clashes, so nothing is renamed."""
    rules = [{"within": "2021"}, {"continuous": "true", "from": "2022"}]
    scene = Scene(a_plan(an_item(deadline=rules), last="2022-12-31"))
    assert owed(scene.verdicts("2022-12-31")) == [("1", "a", "2022"), ("1", "a", "once")]


def test_a_decision_without_a_number_is_not_applied() -> None:
    """An extension is proved by number and day; with the day alone it moves nothing."""
    unproven = {"item": "1", "due": "2022-06-30", "document": {"date": "2021-12-01"}}
    scene = Scene(a_plan(), decisions=some_decisions(extensions=[unproven]))
    assert scene.verdict("2022-01-01").overdue
