"""Deadlines of single bodies, working days of own calendars, school years: a part is judged as the whole.

The commune A ended on 30 June 2026; the commune B, which has another day, took over what it owed.
"""

from collections.abc import Callable

import pytest

from builders import D
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, answer
from run.test_parts import rows

REGISTRY = """\
schema: kehoach/agencies@1
agencies:
  - {id: xa-a, name: Xã A, valid: {to: 2026-06-30}, successors: [xa-b]}
  - {id: xa-b, name: Xã B}
  - {id: so-tai-chinh, name: Sở Tài chính}
  - {id: so-giao-duc, name: Sở Giáo dục, calendar: rieng}
groups:
  - {id: cap-xa, name: Cấp xã, members: [xa-a, xa-b]}
  - {id: cap-tinh, name: Cấp tỉnh, members: [so-tai-chinh, so-giao-duc]}
"""
CALENDAR = """\
schema: kehoach/calendar@1
calendars:
  rieng:
    name: Riêng
    also_off: [{date: 2026-03-05, name: Nghỉ riêng}]
    also_worked: [{date: 2026-03-07, name: Làm bù}]
"""
PLAN = """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch thử
period: {from: 2025-09-01, to: 2027-08-31}
policy: {reporting: "2"}
events: [{id: su-co, text: sự cố}]
items:
  - id: "1"
    kind: task
    title: Một
    text: Làm.
    implement: [xa-a, cap-xa, cap-tinh]
    deadline:
      - {before: 2026-06-20, agencies: [xa-a]}
      - {before: 2026-08-20, agencies: [cap-xa], aim: {before: 2026-08-10}}
      - {before: 2026-08-30, agencies: [cap-tinh]}
  - id: "2"
    kind: report
    title: Hai
    text: Báo cáo.
    implement: [cap-xa, cap-tinh]
    deadline:
      - {every: year, starting: 09-01, by: 06-20, agencies: [cap-xa]}
      - {every: year, starting: 09-01, by: 06-30}
  - id: "3"
    kind: task
    title: Ba
    text: Duy trì.
    implement: [cap-xa, cap-tinh]
    deadline: {continuous: true}
  - id: "4"
    kind: report
    title: Bốn
    text: Báo nhanh.
    implement: [cap-tinh]
    deadline: [{event: su-co, plus: 24 hours}, {every: working day, from: 2026-03-02, until: 2026-03-08}]
"""
FILED = """\
schema: kehoach/submission@1
plan: "07"
agency: {agency}
document: {{number: {number}, date: {day}}}
reports: [{{item: "2", period: 2025-09..2026-08}}]
tasks:
  - {{item: "3", period: 2025-09..2026-08, status: in_progress}}
  - {{item: "1", status: done, completed: {day}}}
"""
DECIDED = """\
schema: kehoach/decisions@1
events: [{id: su-co, date: 2026-03-06, time: "14:30", document: {number: 1/BC, date: 2026-03-06}}]
"""


@pytest.fixture
def place(folder: Callable[..., DataFolder]) -> DataFolder:
    """Return a folder with a plan of such deadlines and some files."""
    filed = {
        f"submissions/{agency}/a.yaml": FILED.format(agency=agency, number=number, day=day)
        for agency, number, day in (
            ("xa-b", "1/BC", "2026-06-22"),
            ("so-tai-chinh", "2/BC", "2026-08-27"),
        )
    }
    office = {"plan_07.yaml": PLAN, "agencies.yaml": REGISTRY, "calendar.yaml": CALENDAR}
    return folder({**office, "decisions.yaml": DECIDED, **filed})


@pytest.mark.parametrize("as_of", ["2026-03-10", "2026-06-25", "2026-09-30"])
@pytest.mark.parametrize("agency", ["xa-a", "xa-b", "so-tai-chinh", "so-giao-duc"])
def test_narrow_is_as_whole(place: DataFolder, agency: str, as_of: str) -> None:
    narrow, whole = (
        answer(place, "data/", Question(D(as_of), (agency,), git=False, whole=whole))
        for whole in (False, True)
    )
    assert rows(narrow) == rows(whole)
    assert narrow.assessments


def test_what_a_body_owed_passes_to_its_successor_once(place: DataFolder) -> None:
    """A's own day was 19 June; B, which owes the same item by 19 August, is judged by its own day."""
    run = answer(place, "data/", Question(D("2026-09-30"), git=False))
    of_item = {
        each.agency: (each.status.value, str(each.obligation.due), each.merged)
        for each in run.assessments
        if each.obligation.demand.item.id == "1"
    }
    assert of_item == {
        "xa-b": ("done_on_time", "2026-08-19", ("xa-a",)),
        "so-tai-chinh": ("done_on_time", "2026-09-03", ()),
        "so-giao-duc": ("overdue", "2026-09-03", ()),
    }


def test_a_report_of_a_school_year_is_filed_under_its_months(place: DataFolder) -> None:
    """Commune B by Saturday 20 June, so Monday 22; the department by 30 June, 58 days before 27 August.

    What A still owed is merged with B's own report of that year.
    """
    run = answer(place, "data/", Question(D("2026-09-30"), git=False))
    told = {
        each.agency: (each.status.value, each.days)
        for each in run.assessments
        if (each.obligation.demand.item.id, each.obligation.demand.period)
        == ("2", "2025-09..2026-08")
    }
    assert told == {
        "xa-b": ("done_on_time", 0),
        "so-tai-chinh": ("done_late", 58),
        "so-giao-duc": ("overdue", 92),
    }
