"""Findings about several plans at once, and silence about what stands in an entry that cannot be read."""

from collections.abc import Callable

import pytest

from kehoach.run import Run

Judge = Callable[..., Run]
PlanText = Callable[..., str]
_ITEM = 'id: "%s", lead: [so-tai-chinh], deadline: {within: 2021}'
_BROKEN = 'id: "2", lead: [so-tai-chinh], deadline: {within: khong-biet}'
_BOOK = "schema: kehoach/receipts@1\nreceipts: [{agency: so-tai-chinh, received: 2021-11-01, item: '%s'}]\n"
_LETTERS = (
    "schema: kehoach/reminders@1\nreminders: [{agency: so-tai-chinh, document: {number: 1/CV,"
    " date: 2022-02-01}, about: [{item: '%s'}]}]\n"
)
_ENDED = """\
schema: kehoach/agencies@1
agencies:
  - {id: so-cu, name: Sở Cũ, valid: {to: 2021-06-30}, successors: [so-tai-chinh]}
  - {id: so-tai-chinh, name: Sở Tài chính}
"""


def _other(plan: str) -> str:
    return plan.replace('id: "07"', 'id: "08"')


_CALENDAR = """\
schema: kehoach/calendar@1
years:
  - year: 2021
    source: Thông báo
    off:
      - {date: 2021-01-01, name: Tết Dương lịch}
      - {date: 2020-09-02, name: Quốc khánh}
      - {date: 2021-08-28, name: Nghỉ}
    worked:
      - {date: 2021-08-28, name: Làm bù}
  - {year: 2021, source: Thông báo khác, off: [{date: 2021-01-04, name: Nghỉ}]}
"""


def test_a_calendar_that_contradicts_itself_is_told_where_it_does(
    judge: Judge, plan_text: PlanText
) -> None:
    """A year written out twice, a day of another year in it, and a day both off and worked."""
    run = judge({"plan_07.yaml": plan_text(_ITEM % "1"), "calendar.yaml": _CALENDAR}, "2021-12-15")
    found = [(each.rule.code, each.place.route) for each in run.wrong]
    assert sorted(each for each in found if each[0] in ("KH310", "KH311")) == [
        ("KH310", ("years", 0, "off", 2, "date")),
        ("KH310", ("years", 0, "worked", 0, "date")),
        ("KH310", ("years", 1, "year")),
        ("KH311", ("years", 0, "off", 1, "date")),
    ]


def test_of_a_file_in_no_agency_s_folder_only_its_own_agency_is_looked_up(
    judge: Judge, plan_text: PlanText
) -> None:
    head = 'schema: kehoach/submission@1\nplan: "07"\nagency: so-la\n'
    run = judge({"plan_07.yaml": plan_text(_ITEM % "1"), "submissions/a.yaml": head}, "2021-12-15")
    found = [(each.rule.code, each.values.get("id")) for each in run.wrong]
    assert sorted(each for each in found if each[0] in ("KH112", "KH402")) == [
        ("KH112", None), ("KH402", "so-la"),
    ]  # fmt: skip


def test_an_arrival_of_an_item_that_two_plans_have_says_of_which(
    judge: Judge, plan_text: PlanText
) -> None:
    plan = plan_text(_ITEM % "1")
    files = {"plan_07.yaml": plan, "plan_08.yaml": _other(plan), "receipts.yaml": _BOOK % "1"}
    found = [each for each in judge(files, "2021-12-15").wrong if each.rule.code == "KH603"]
    assert [(each.place.file, each.place.route) for each in found] == [
        ("receipts.yaml", ("receipts", 0))
    ]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [("receipts.yaml", _BOOK, "KH403"), ("reminders.yaml", _LETTERS, "KH556")],
)
def test_what_is_said_of_an_item_that_cannot_be_read_is_not_called_a_mistake(
    judge: Judge, plan_text: PlanText, name: str, text: str, code: str
) -> None:
    """It is there, and mended it may well be what is meant; of an item that is nowhere it is told."""
    told = {}
    for item in ("2", "3"):
        files = {"plan_07.yaml": plan_text(_ITEM % "1", _BROKEN), name: text % item}
        told[item] = code in {each.rule.code for each in judge(files, "2022-06-30").wrong}
    assert told == {"2": False, "3": True}


def test_what_falls_to_an_heir_under_one_plan_is_decided_under_that_one(
    judge: Judge, plan_text: PlanText
) -> None:
    """Both plans have the item; only in the second a waiver names the body that has ended."""
    plan = plan_text('id: "1", lead: [so-cu], deadline: {by: 2021-09-30}')
    decided = (
        "schema: kehoach/decisions@1\nwaivers: [{plan: '08', item: '1', agencies: [so-cu], reason: lũ,"
        " document: {number: 1/CV, date: 2021-02-01}}]\n"
    )
    files = {"plan_07.yaml": plan, "plan_08.yaml": _other(plan), "agencies.yaml": _ENDED,
             "decisions.yaml": decided}  # fmt: skip
    run = judge(files, "2021-12-15")
    found = {each.obligation.key.plan: each.status.name for each in run.assessments}
    assert found == {"07": "OVERDUE", "08": "WAIVED"}
    assert not [each for each in run.wrong if each.rule.code.startswith("KH6")]
