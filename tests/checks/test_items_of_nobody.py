"""An item that nobody owes is an error, said at the top of the status: never a silent nothing."""

from collections.abc import Callable

import pytest

from kehoach.explanations.uncounted import unassigned_words
from kehoach.run import Run

Judge = Callable[..., Run]
PlanText = Callable[..., str]
_REGISTRY = """\
schema: kehoach/agencies@1
agencies:
  - {id: so-a, name: Sở A}
  - {id: cu, name: Sở Cũ, valid: {to: 2021-03-31}}
  - {id: thay, name: Sở Thay, valid: {to: 2021-03-31}, successors: [so-a]}
  - {id: moi, name: Sở Mới, valid: {from: 2022-01-01}}
groups:
  - {id: trong, name: Nhóm trống, members: []}
  - {id: chi-cu, name: Nhóm chỉ có Sở Cũ, members: [cu]}
  - {id: mo, name: Các cơ quan liên quan, open: true}
"""
_DUE = "deadline: {by: 2021-06-30}"


def judged(judge: Judge, plan: str, **files: str) -> Run:
    """Return the verdicts under a plan, on a day before it is due."""
    return judge({"plan_07.yaml": plan, "agencies.yaml": _REGISTRY, **files}, "2021-06-01")


def codes(run: Run) -> set[str]:
    """Return the codes of the errors in the plan."""
    found = (each for each in run.wrong if each.place.file == "plan_07.yaml")
    return {each.rule.code for each in found if each.rule.severity == "error"}


@pytest.mark.parametrize(
    ("roles", "code"),
    [
        ("lead: []", "KH549"),
        ("lead: [], implement: []", "KH549"),
        ("coordinate: [so-a]", "KH549"),
        ("by: Trưởng phòng", "KH549"),
        ("lead: [trong]", "KH325"),
        ("implement: [trong]", "KH325"),
        ("lead: [chi-cu]", "KH325"),  # empty at the due day
        ("lead: [cu]", "KH325"),  # ended without a successor
        ("lead: [cu], implement: [chi-cu, trong]", "KH325"),
        ("lead: [moi]", "KH325"),  # not set up yet
        ("lead: [mo]", "KH325"),
    ],
)
def test_an_item_of_nobody_is_an_error_told_at_the_top(
    judge: Judge, plan_text: PlanText, roles: str, code: str
) -> None:
    run = judged(judge, plan_text(f'id: "1", {roles}, {_DUE}'))
    assert codes(run) == {code}
    told = unassigned_words(run)
    assert told is not None
    assert told.vi == "1 mục chưa giao cho ai, không có trong số liệu: 1"


def test_of_many_the_first_three_are_named(judge: Judge, plan_text: PlanText) -> None:
    run = judged(judge, plan_text(*(f'id: "{number}", lead: [], {_DUE}' for number in range(1, 5))))
    told = unassigned_words(run)
    assert told is not None
    assert told.en == "4 items not assigned to anybody, in no figure: 1, 2, 3 …"


@pytest.mark.parametrize(
    "roles",
    ["lead: [so-a]", "lead: [thay]", "implement: [so-a, cu]", "lead: [so-a], implement: [mo]"],
)
def test_an_item_of_somebody_is_none(judge: Judge, plan_text: PlanText, roles: str) -> None:
    run = judged(judge, plan_text(f'id: "1", {roles}, {_DUE}'))
    assert codes(run) == set()
    assert unassigned_words(run) is None


@pytest.mark.parametrize(
    ("roles", "role"),
    [
        ("lead: [cu], implement: [so-a]", "chủ trì"),
        ("lead: [so-a], implement: [trong]", "thực hiện"),
    ],
)
def test_a_role_of_nobody_is_an_error(
    judge: Judge, plan_text: PlanText, roles: str, role: str
) -> None:
    run = judged(judge, plan_text(f'id: "1", {roles}, {_DUE}'))
    (found,) = (each for each in run.wrong if each.rule.code == "KH326")
    assert found.message("vi").startswith(f"mục 1 không ai {role}: ")


def test_persons_and_posts_are_named_with_the_remedy(judge: Judge, plan_text: PlanText) -> None:
    run = judged(judge, plan_text(f'id: "1", by: [đồng chí A, Trưởng phòng], {_DUE}'))
    (found,) = (each for each in run.wrong if each.rule.code == "KH549")
    assert found.message("vi") == (
        "mục 1 không có lead, cũng không có implement; văn bản giao cho đồng chí A, Trưởng phòng"
    )


def test_a_debt_of_nobody_that_was_waived_is_settled(judge: Judge, plan_text: PlanText) -> None:
    decided = (
        "schema: kehoach/decisions@1\nwaivers:\n"
        "  - {item: 1, reason: Sở Cũ đã chấm dứt, document: {number: 9/QĐ, date: 2021-04-01}}\n"
    )
    plan = plan_text(f'id: "1", lead: [cu], {_DUE}')
    assert codes(judged(judge, plan, **{"decisions.yaml": decided})) == set()
