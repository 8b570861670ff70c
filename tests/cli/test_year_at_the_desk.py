"""A year of one office, command by command, and after each the verdict that was worked out by hand.

The days: 30 June 2021 is a Wednesday, 30 July a Friday, 4 November a Thursday, 1 December a Wednesday;
15 January 2022 is a Saturday, so that what comes to fall on it is due on Monday the 17th.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest

from cli.hostile_runs import Capture, MakeFolder
from kehoach.cli.app import run

PLAN = (
    'id: "1", lead: [so-noi-vu], deadline: {within: 2021-06}',
    'id: "2", lead: [so-tai-chinh], deadline: {event: ban-hanh, plus: 10 days}',
    'id: "3", kind: report, lead: [so-tu-phap], deadline: {every: year, session: 12}',
    'id: "4", kind: report, lead: [so-tu-phap], deadline: {on_request: "true"}',
    'id: "9", kind: report, implement: [so-nganh], deadline: {every: year, before: 12-02}',
)
EVENTS = 'events: [{id: ban-hanh, text: ban hành Đề án}]\npolicy: {reporting: "9"}'


class Desk:
    """The commands as they are typed, and what ``status`` says of one obligation."""

    def __init__(self, capsys: Capture) -> None:
        self.capsys = capsys

    def enter(self, line: str, as_of: str) -> str:
        """Run a command on a day; it must be written. Return what it shows."""
        assert run([*line.split(), "--as-of", as_of]) == 0, self.capsys.readouterr().err
        return self.capsys.readouterr().out

    def verdict(self, item: str, agency: str, period: str, as_of: str) -> tuple[Any, ...]:
        """Return status, due day, days, and the last day on which it was sent back."""
        asked = ("--item", item, "--agency", agency, "--period", period, "--as-of", as_of)
        assert run(["status", "--format", "json", *asked]) == 0
        (each,) = json.loads(self.capsys.readouterr().out)["obligations"]
        return each["status"], each["due"], each["days"], each["returned"]


@pytest.fixture
def desk(
    folder: MakeFolder,
    plan_text: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
) -> Desk:
    data = folder({"plan_07.yaml": plan_text(*PLAN, head=EVENTS)})
    monkeypatch.chdir(data.root.parent)
    return Desk(capsys)


def letter(number: str, day: str) -> str:
    return f" --number {number} --dated {day}"


def test_a_task_is_extended_received_sent_back_and_received_again(desk: Desk) -> None:
    one = ("1", "so-noi-vu", "once")
    assert desk.verdict(*one, "2021-07-05") == ("overdue", "2021-06-30", 5, None)
    shown = desk.enter("extend 1 --to 2021-07-30" + letter("5/UBND", "2021-06-25"), "2021-07-05")
    assert (
        "Quá hạn (hạn 30/06/2021, muộn 5 ngày) → Trong hạn (hạn 30/07/2021, còn 25 ngày)" in shown
    )
    assert desk.verdict(*one, "2021-07-05") == ("in_term", "2021-07-30", -25, None)

    desk.enter("receive so-noi-vu 1 --on 2021-07-20" + letter("7/SNV", "2021-07-19"), "2021-07-25")
    assert desk.verdict(*one, "2021-07-25")[0] == "done_on_time"

    back = "return 1 --agency so-noi-vu --reason thiếu" + letter("8/STP", "2021-07-26")
    shown = desk.enter(back, "2021-08-02")
    assert "→ Quá hạn (hạn 30/07/2021, muộn 3 ngày)" in shown
    assert desk.verdict(*one, "2021-07-25")[0] == "done_on_time"  # it was not known yet
    assert desk.verdict(*one, "2021-08-02") == ("overdue", "2021-07-30", 3, "2021-07-26")

    again = "receive so-noi-vu 1 --on 2021-08-04" + letter("9/SNV", "2021-08-03")
    shown = desk.enter(again, "2021-08-10")
    assert "→ Hoàn thành quá hạn (hạn 30/07/2021, muộn 5 ngày)" in shown
    assert desk.verdict(*one, "2021-08-10")[:3] == ("done_late", "2021-07-30", 5)


def test_a_report_is_paused_and_its_day_moves_by_the_days_of_the_pause(desk: Desk) -> None:
    """From 1 November to 15 December are 45 days: 1 December becomes 15 January, a Saturday."""
    one = ("9", "so-noi-vu", "2021")
    stop = "pause 9 --period 2021 --agency so-noi-vu --from 2021-11-01 --reason chờ"
    shown = desk.enter(stop + letter("5/STP", "2021-11-01"), "2021-12-10")
    assert "Quá hạn, chưa gửi báo cáo (hạn 01/12/2021, muộn 9 ngày) → Tạm dừng" in shown
    assert desk.verdict(*one, "2021-12-10")[0] == "paused"
    assert desk.verdict("9", "so-tai-chinh", "2021", "2021-12-10")[0] == "overdue"

    desk.enter("pause 9 --end 2021-12-15", "2022-01-10")
    assert desk.verdict(*one, "2022-01-10")[:3] == ("in_term", "2022-01-17", -7)
    assert desk.verdict(*one, "2022-01-18")[:3] == ("overdue", "2022-01-17", 1)
    assert run(["pause", "9", "--end", "2021-12-20", "--as-of", "2022-01-10"]) == 2

    many = "receive so-noi-vu so-tai-chinh 9 --period 2021 --on 2022-01-17"
    shown = desk.enter(many, "2022-01-20")
    assert desk.verdict(*one, "2022-01-20")[:3] == ("done_on_time", "2022-01-17", 0)
    assert desk.verdict("9", "so-tai-chinh", "2021", "2022-01-20")[:3] == (
        "done_late", "2021-12-01", 47,
    )  # fmt: skip


def test_what_happened_starts_a_clock_and_a_waiver_ends_it(desk: Desk) -> None:
    one = ("2", "so-tai-chinh", "once")
    assert desk.verdict(*one, "2021-11-10")[0] == "waiting"
    shown = desk.enter(
        "event ban-hanh --on 2021-10-25" + letter("1/QĐ", "2021-10-25"), "2021-11-10"
    )
    assert "Chờ điều kiện → Quá hạn (hạn 04/11/2021, muộn 6 ngày)" in shown
    assert desk.verdict(*one, "2021-11-10") == ("overdue", "2021-11-04", 6, None)
    desk.enter("waive 2 --reason sáp_nhập" + letter("2/QĐ", "2021-11-09"), "2021-11-10")
    assert desk.verdict(*one, "2021-11-10")[0] == "waived"


def test_sessions_and_requests_are_entered_by_their_items(desk: Desk) -> None:
    """The session of December 2021 was held on the 9th; a report was asked for by the 26th of November."""
    held = "event 3 --period 2021 --on 2021-12-09" + letter("3/GM", "2021-12-01")
    desk.enter(held, "2021-12-10")
    assert desk.verdict("3", "so-tu-phap", "2021", "2021-12-10")[:3] == ("overdue", "2021-12-09", 1)
    asked = "event 4 --due 2021-11-26" + letter("4/UBND", "2021-11-15")
    shown = desk.enter(asked, "2021-11-20")
    assert "không có nghĩa vụ → Trong hạn" in shown or "không có nghĩa vụ → Sắp đến hạn" in shown
    verdict = desk.verdict("4", "so-tu-phap", "2021-11-26", "2021-11-20")
    assert verdict[:2] == ("in_term", "2021-11-26")


def test_the_files_of_the_year_are_in_order(desk: Desk) -> None:
    """What the commands wrote, ``check`` finds nothing wrong with."""
    desk.enter("extend 1 --to 2021-07-30" + letter("5/UBND", "2021-06-25"), "2021-12-10")
    desk.enter("receive so-noi-vu 1 --on 2021-07-20" + letter("7/SNV", "2021-07-19"), "2021-12-10")
    back = "return 1 --agency so-noi-vu --on 2021-07-27 --reason thiếu"
    desk.enter(back + letter("8/STP", "2021-07-26"), "2021-12-10")
    desk.enter("receive so-noi-vu 1 --on 2021-08-04" + letter("9/SNV", "2021-08-03"), "2021-12-10")
    assert run(["check", "--no-git", "--as-of", "2021-12-10", "--format", "json"]) == 0
    told = json.loads(desk.capsys.readouterr().out)["findings"]
    assert {each["code"] for each in told if each["severity"] != "notice"} == set()
