"""Reports compiled from other reports: the order of their days, and what has come of them."""

from collections.abc import Callable

import pytest

from kehoach.explanations.compiled import come_words
from kehoach.run import Run

Judge = Callable[..., Run]
PlanText = Callable[..., str]
_REGISTRY = """\
schema: kehoach/agencies@1
agencies:
  - {id: tinh, name: Sở Tư pháp}
  - {id: huyen-1, name: Huyện 1}
  - {id: huyen-2, name: Huyện 2}
  - {id: xa-1, name: Xã 1, parent: huyen-1}
  - {id: xa-2, name: Xã 2, parent: huyen-1}
  - {id: xa-3, name: Xã 3, parent: huyen-2}
groups:
  - {id: cap-xa, name: UBND các xã, members: [xa-1, xa-2, xa-3]}
"""
_XA = 'kind: report, id: "1", implement: [cap-xa], deadline: {every: half-year, by: [06-20, 12-20]}'
_HUYEN = (
    'kind: report, id: "2", implement: [huyen-1, huyen-2], after: "1", '
    "deadline: {every: half-year, by: [06-25, 12-25]}"
)
_TINH = 'kind: report, id: "3", lead: [tinh], after: "2", deadline: {every: year}'


def sent(agency: str) -> dict[str, str]:
    """Return the report of the first half of the year."""
    return {
        f"submissions/{agency}/a.yaml": 'schema: kehoach/submission@1\nplan: "07"\n'
        f"agency: {agency}\ndocument: {{number: 1/BC, date: 2021-06-18}}\n"
        'reports: [{item: "1", period: 2021-H1}]\n'
    }


def order(run: Run) -> list[str]:
    """Return what is said of the order of reports."""
    return [each.message("vi") for each in run.wrong if each.rule.code == "KH548"]


def judged(judge: Judge, plan: str, *agencies: str, **question: object) -> Run:
    """Return the verdicts on 26 June, when some have sent theirs."""
    files = {"plan_07.yaml": plan, "agencies.yaml": _REGISTRY}
    for agency in agencies:
        files |= sent(agency)
    return judge(files, "2021-06-26", **question)


def test_three_levels_in_order_are_no_finding(judge: Judge, plan_text: PlanText) -> None:
    assert order(judged(judge, plan_text(_XA, _HUYEN, _TINH))) == []


@pytest.mark.parametrize(
    ("items", "said"),
    [
        (
            [_XA, _HUYEN.replace("06-25", "06-20")],
            "mục 2: hạn 21/06/2021 (kỳ 2021-H1) không sau hạn 21/06/2021 của mục 1, là mục được tổng hợp",
        ),
        ([_HUYEN], "mục 2: kế hoạch không có mục 1"),
        (
            [_XA.replace("deadline", 'after: "1", deadline')],
            "mục 1: không thể tổng hợp từ chính mình",
        ),
    ],
)
def test_what_is_wrong_is_told(
    judge: Judge, plan_text: PlanText, items: list[str], said: str
) -> None:
    """20 June 2021 is a Sunday: due on the 21st."""
    assert order(judged(judge, plan_text(*items))) == [said]


def test_of_two_items_of_one_id_each_is_told_of_its_own_days(
    judge: Judge, plan_text: PlanText
) -> None:
    """The second asks for nothing before the 25th; only the first comes with what it is compiled from."""
    early = _HUYEN.replace("06-25", "06-20")
    assert order(judged(judge, plan_text(_XA, early, _HUYEN))) == order(
        judged(judge, plan_text(_XA, early))
    )


def test_a_ring_is_told_of_each_item_in_it(judge: Judge, plan_text: PlanText) -> None:
    ring = _XA.replace("deadline", 'after: "2", deadline')
    assert order(judged(judge, plan_text(ring, _HUYEN))) == [
        "mục 1: các mục tổng hợp lẫn nhau: 1 → 2 → 1",
        "mục 2: các mục tổng hợp lẫn nhau: 2 → 1 → 2",
    ]


def test_how_many_have_come_is_told_of_the_bodies_below(judge: Judge, plan_text: PlanText) -> None:
    plan = plan_text(_XA, _HUYEN, _TINH)
    for question in ({}, {"agencies": ("huyen-1", "huyen-2")}):  # alone, or among all
        run = judged(judge, plan, "xa-1", "xa-3", **question)
        told = {
            each.agency: list(come_words(run, each, "vi"))
            for each in run.assessments
            if each.obligation.key.item == "2"
        }
        assert told == {
            "huyen-1": ["mục 1 (kỳ 2021-H1): đã có 1/2; còn thiếu: Xã 2"],
            "huyen-2": ["mục 1 (kỳ 2021-H1): đã có 1/1"],
        }


def test_what_recurs_within_the_period_is_told_period_by_period(
    judge: Judge, plan_text: PlanText
) -> None:
    """The year's report is compiled from both halves; the second has not begun."""
    run = judged(judge, plan_text(_XA, _HUYEN, _TINH), "xa-1")
    (year,) = (each for each in run.assessments if each.obligation.key.item == "3")
    assert list(come_words(run, year, "vi")) == [
        "mục 2 (kỳ 2021-H1): đã có 0/2; còn thiếu: Huyện 1; Huyện 2"
    ]


def test_no_verdict_rests_on_it(judge: Judge, plan_text: PlanText) -> None:
    alone = judged(judge, plan_text(_XA, _HUYEN.replace('after: "1", ', "")), "xa-1")
    after = judged(judge, plan_text(_XA, _HUYEN), "xa-1")
    states = [
        [(each.agency, each.status, each.days) for each in run.assessments]
        for run in (alone, after)
    ]
    assert states[0] == states[1]
