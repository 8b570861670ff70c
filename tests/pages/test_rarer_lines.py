"""Lines of pages that only some data bring: what turned, what was decided, what a report is compiled from.

Nothing rolls (``roll: none``); the days are counted by hand.
"""

import json
from collections.abc import Callable, Mapping

import pytest

from kehoach.pages.diff_page import diff_text
from kehoach.pages.item_page import item_table
from kehoach.pages.status_page import status_json, totals_table
from kehoach.run import Run
from kehoach.terminal.screen import Screen

VI = Screen(lang="vi")
HEAD = 'schema: kehoach/submission@1\nplan: "07"\nagency: {}\n'
Judge = Callable[..., Run]
Plan = Callable[..., str]


def _task(name: str, due: str) -> str:
    return f'id: "{name}", title: Việc {name}, lead: [so-noi-vu], deadline: {{by: {due}}}'


def _told(completed: str) -> Mapping[str, str]:
    filed = HEAD.format("so-noi-vu") + "document: {number: 1/SNV, date: 2021-08-25}\ntasks:\n"
    task = f'  - {{item: "1", status: done, completed: {completed}}}\n'
    return {"submissions/so-noi-vu/a.yaml": filed + task}


def test_a_day_of_completion_that_was_rewritten_and_what_it_turned(
    judge: Judge, plan_text: Plan
) -> None:
    """Told on 25 August, due on the 10th: from 21 days before to 10 days after."""
    head = "policy: {roll: none, telling: declared}"
    plan = {"plan_07.yaml": plan_text(_task("1", "2021-08-10"), head=head)}
    old, new = (
        judge({**plan, **_told(day)}, "2021-12-05", git=False)
        for day in ("2021-07-20", "2021-08-20")
    )
    lines = [" ".join(line.split()) for line in diff_text(old, new, VI).splitlines()]
    at = lines.index("KẾT LUẬN ĐỔI KHÁC (1)")
    assert lines[at + 2].startswith("1 ")
    assert lines[at + 2].endswith("Hoàn thành đúng hạn (-21) Hoàn thành quá hạn (+10) Sở Nội vụ")
    at = lines.index("NGÀY HOÀN THÀNH BỊ SỬA (1)")
    assert lines[at + 2].endswith("20/07/2021 20/08/2021 Sở Nội vụ")


DECISIONS = """\
schema: kehoach/decisions@1
extensions:
  - {item: "1", due: 2021-12-31, document: {number: 1/A, date: 2021-12-01}}
waivers:
  - {item: "2", reason: Thiên tai, document: {number: 2/A, date: 2021-12-02}}
  - {item: "3", reason: Thiên tai, document: {number: 2/A, date: 2021-12-02}}
pauses:
  - {item: "4", from: 2021-08-01, until: 2021-08-05, reason: Chờ, document: {number: 3/A, date: 2021-08-01}}
"""
LONGER = "gia hạn từ 10/08/2021 đến 31/12/2021 (1/A ngày 01/12/2021)"
DECIDED = f"gia hạn 1: 1: Sở Nội vụ ({LONGER}); miễn 2: 2: Sở Nội vụ; 3: Sở Nội vụ"


@pytest.fixture
def decided(judge: Judge, plan_text: Plan) -> Run:
    """Return the verdicts of 5 December on five tasks of 10 August, asked since 28 November."""
    tasks = (_task(str(number), "2021-08-10") for number in range(1, 6))
    plan = plan_text(*tasks, head="policy: {roll: none}")
    files = {"plan_07.yaml": plan, "decisions.yaml": DECISIONS}
    return judge(files, "2021-12-05", git=False, since=7)


def test_what_was_decided_within_the_week_is_one_line(decided: Run) -> None:
    """How often and of which items; the pause was decided long before."""
    (line,) = [each for each in totals_table(decided, VI).splitlines() if "Mới quyết định" in each]
    words = " ".join(line.split())
    assert words.startswith("Mới quyết định 3 ")
    assert words.endswith(DECIDED)


def test_a_pause_stands_in_the_json_with_its_letter(decided: Run) -> None:
    """Five days: due on the 15th."""
    owed = {
        each["item"]: each for each in json.loads("".join(status_json(decided, VI)))["obligations"]
    }
    assert owed["4"]["due"] == "2021-08-15"
    (pause,) = owed["4"]["pauses"]
    assert {key: pause[key] for key in ("from", "until", "reason")} == {
        "from": "2021-08-01", "until": "2021-08-05", "reason": "Chờ",
    }  # fmt: skip


def test_what_waits_for_nobody_tells_its_days_too(judge: Judge, plan_text: Plan) -> None:
    """Nobody has verified that the office still exists: 117 days from 10 August to 5 December."""
    registry = (
        "schema: kehoach/agencies@1\nagencies:\n"
        "  - {id: so-noi-vu, name: Sở Nội vụ, unverified_from: 2021-08-01}\n"
    )
    plan = plan_text(_task("1", "2021-08-10"), head="policy: {roll: none}")
    run = judge({"plan_07.yaml": plan, "agencies.yaml": registry}, "2021-12-05", git=False)
    (owed,) = json.loads("".join(status_json(run, VI)))["obligations"]
    assert (owed["status"], owed["days"]) == ("waiting", 117)


def test_what_is_due_soon_and_what_there_is_no_room_for(judge: Judge, plan_text: Plan) -> None:
    """On a terminal the nearest are shown, and how many more there are; ``--all`` leaves out nothing."""
    tasks = [_task(f"{number:02}", f"2021-12-{number:02}") for number in range(6, 19)]
    run = judge({"plan_07.yaml": plan_text(*tasks, head="policy: {roll: none}")}, "2021-12-05")
    short = totals_table(run, Screen(120, lang="en"), full=True)
    whole = totals_table(run, Screen(120, lang="en", everything=True), full=True)
    missing = {task[4:8] for task in tasks if f"Việc {task[5:7]}" not in short}
    assert all(f"Việc {number:02}" in whole for number in range(6, 19))
    (more,) = [line for line in short.splitlines() if "--all" in line and str(len(missing)) in line]
    assert "more" in more
    narrow = totals_table(run, Screen(60, lang="en"))
    assert "2021-12-06" in narrow
    assert "1 day left" not in narrow


def test_the_page_of_an_item_says_what_has_come_of_what_it_is_compiled_from(
    judge: Judge, plan_text: Plan
) -> None:
    """Two of three departments are missing."""
    plan = plan_text(
        "id: A, kind: report, implement: [so-nganh], deadline: {every: year, by: 11-20}",
        "id: B, kind: report, implement: [so-noi-vu], after: A, deadline: {every: year, by: 12-15}",
    )
    filed = HEAD.format("so-noi-vu") + "document: {number: 1/SNV, date: 2021-11-15}\n"
    files = {
        "plan_07.yaml": plan,
        "submissions/so-noi-vu/a.yaml": f"{filed}reports: [{{item: A, period: 2021}}]\n",
    }
    page = item_table(judge(files, "2021-12-05", git=False, items=("B",)), VI)
    assert "Sở Nội vụ: mục A (kỳ 2021): đã có 1/3; còn thiếu: Sở Tài chính; Sở Tư pháp" in page
    later = item_table(judge(files, "2022-12-05", git=False, items=("B",)), VI)
    assert "Sở Nội vụ: mục A (kỳ 2022): đã có 0/3" in later
    assert "mục A (kỳ 2021)" not in later
