"""For whom an entry is: which plan, agencies and groups are meant, and how many where none is named."""

import sys
from collections.abc import Callable

import pytest

from cli.entering import LETTER, entered, text
from cli.hostile_runs import Capture, MakeFolder


def test_of_several_plans_the_one_that_is_meant_is_named(
    small: MakeFolder, capsys: Capture
) -> None:
    """An item that two plans have; what one plan alone has needs no name."""
    data = small()
    other = text(data.root, "plan_06.yaml").replace('id: "06"', 'id: "08"').replace("II.3.5", "X")
    (data.root / "plan_08.yaml").write_bytes(other.encode())
    came = ("receive", "so-noi-vu", "III.1.c", "--period", "2021", "--on", "2021-12-01")
    assert entered(*came) == 2
    assert "cần --plan: 06, 08" in capsys.readouterr().err
    assert entered(*came, "--plan", "08") == 0
    assert 'plan: "08"' in text(data.root, "receipts.yaml")
    assert entered("extend", "II.3.5", "--to", "2021-12-20", *LETTER) == 0
    assert "plan" not in text(data.root, "decisions.yaml")


def test_ids_may_be_divided_by_commas(small: MakeFolder) -> None:
    data = small()
    came = ("receive", "so-noi-vu,so-tai-chinh", "III.1.c", "--period", "2021", "--on", "1/12/2021")
    assert entered(*came) == 0
    assert text(data.root, "receipts.yaml").count("  - {agency: so-") == 2


def test_a_decision_may_be_for_a_group_by_its_name(small: MakeFolder, capsys: Capture) -> None:
    """Three departments owe the report; off a terminal all of them are named."""
    data = small()
    excused = (
        "waive",
        "III.1.c",
        "--period",
        "2021",
        "--agency",
        "Các sở",
        "--reason",
        "x",
        *LETTER,
    )
    assert entered(*excused) == 0
    assert "agencies: [so-nganh]" in text(data.root, "decisions.yaml")
    assert "Sở Tài chính, Sở Nội vụ, Sở Tư pháp: mục III.1.c" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["III.1.c", "--period", "2021"], "Cho cả 3 cơ quan của mục III.1.c, kỳ 2021."),
        (["II.1.b"], "Cho cả 3 cơ quan của mục II.1.b."),
        (["III.1.c", "--period", "2021", "--agency", "so-noi-vu"], None),
        (["II.3.5"], None),  # of one agency alone
    ],
)
def test_a_decision_that_names_nobody_says_how_many_it_is_for(
    small: MakeFolder, capsys: Capture, asked: list[str], told: str | None
) -> None:
    small()
    assert entered("waive", *asked, "--reason", "bão", *LETTER) == 0
    lines = [each for each in capsys.readouterr().out.splitlines() if each.startswith("Cho cả")]
    assert lines == ([told] if told else [])


def test_of_many_periods_the_latest_eight_are_offered(
    folder: MakeFolder,
    plan_text: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
) -> None:
    """The report of December is not asked for yet on the fifth."""
    plan = plan_text(
        "id: 1, kind: report, lead: [so-noi-vu], deadline: {every: month, by: {day: 10}}"
    )
    monkeypatch.chdir(folder({"plan_07.yaml": plan}).root)
    assert entered("receive", "so-noi-vu", "1", "--on", "2021-12-01", "--lang", "en") == 2
    latest = ", ".join(f"2021-{month:02}" for month in range(12, 4, -1))
    assert f"--period is needed: {latest}, …\n" in capsys.readouterr().err


def test_of_many_that_turn_the_first_fifteen_are_shown_on_a_terminal(
    folder: MakeFolder,
    plan_text: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
) -> None:
    names = [f"N{number:02}" for number in range(17)]
    due = "lead: [so-noi-vu], deadline: {by: 2021-09-30}"
    monkeypatch.chdir(
        folder({"plan_07.yaml": plan_text(*(f"id: {each}, {due}" for each in names))}).root
    )
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert entered("waive", *names, "--reason", "x", *LETTER, "--dry-run", "--lang", "en") == 0
    _, _, turned = capsys.readouterr().out.partition("VERDICTS TURNED")
    assert [name for name in names if f"item {name}" in " ".join(turned.split())] == names[:15]
    assert "2 more" in turned


def test_what_a_report_says_of_work_without_an_end_is_counted(
    folder: MakeFolder,
    plan_text: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
) -> None:
    """The book knows that it came; what it says of either task stands in no file."""
    plan = plan_text(
        "id: R, kind: report, lead: [so-noi-vu], deadline: {every: year, before: 12-02}",
        *(f'id: C{each}, lead: [so-noi-vu], deadline: {{continuous: "true"}}' for each in (1, 2)),
        head="policy: {reporting: R}",
    )
    monkeypatch.chdir(folder({"plan_07.yaml": plan}).root)
    came = ("receive", "so-noi-vu", "R", "--period", "2021", "--on", "2021-12-01")
    assert entered(*came, "--lang", "en") == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Sở Nội vụ: 2 continuous tasks have no report to be judged by" in out
