"""A file begun by ``kehoach new``: what waits in it as a comment, and what it leaves out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.cli.app import run
from kehoach.reading.folder import DataFolder

PLAN = (
    'id: "1", lead: [so-noi-vu], deadline: {start: {by: 2021-12-31}}',
    "id: III.1, kind: report, implement: [so-noi-vu], deadline: {every: year, before: 12-02}",
    'id: "2", lead: [so-noi-vu], deadline: {every: year, aspirational: true}',
)
SENT = """\
schema: kehoach/submission@1
plan: "07"
agency: so-noi-vu
document: {date: 2021-11-20}
reports: [{item: III.1, period: 2021}]
tasks: [{item: "2", period: 2021, status: in_progress, note: đang làm}]
"""
CALENDAR = """\
schema: kehoach/calendar@1
years: [{year: 2021, source: x, off: [{date: 2021-01-01, name: Tết Dương lịch}], """


@pytest.mark.parametrize(
    ("period", "lines"),
    [
        ("start", ("started: NĂM-THÁNG-NGÀY",)),
        ("2021", ("được miễn, không cần ghi lại: III.1", "phấn đấu", "đang làm")),
    ],
)
def test_what_a_new_file_says_of_a_period(
    folder: Callable[..., object],
    plan_text: Callable[..., str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    period: str,
    lines: tuple[str, ...],
) -> None:
    """Of a beginning its day; of what came already, that it need not be told again."""
    folder({
        "plan_07.yaml": plan_text(*PLAN, head="policy: {reporting: III.1}"),
        "submissions/so-noi-vu/a.yaml": SENT,
    })  # fmt: skip
    monkeypatch.chdir(tmp_path)
    asked = ["new", "--agency", "so-noi-vu", "--period", period, "--as-of", "2021-12-05"]
    assert run([*asked, "-o", "new.yaml"]) == 0
    said = " ".join((tmp_path / "new.yaml").read_text(encoding="utf-8").replace("#", "").split())
    assert [line for line in lines if line not in said] == []


@pytest.mark.parametrize("confirmed", ["true", "false"])
def test_a_day_that_rests_on_holidays_not_decided_yet_is_said_to(
    folder: Callable[..., DataFolder], plan_text: Callable[..., str], capsys: pytest.CaptureFixture[str],
    confirmed: str,
) -> None:  # fmt: skip
    """31 October 2021 is a Sunday: whether the Monday is worked is not known yet."""
    data = folder(
        {
            "plan_07.yaml": plan_text('id: "1", lead: [so-noi-vu], deadline: {by: 2021-10-31}'),
            "calendar.yaml": f"{CALENDAR}confirmed: {confirmed}}}]\n",
        }
    )
    asked = ["new", "--agency", "so-noi-vu", "--period", "once", "--as-of", "2021-10-05", "-o", "-"]
    assert run([*asked, "--data", str(data.root)]) == 0
    said = " ".join(capsys.readouterr().out.replace("#", "").split())
    assert "01/11/2021" in said
    assert ("dự kiến theo lịch nghỉ chưa quyết định" in said) is (confirmed == "false")
