"""``kehoach explain``: where there is nothing to explain, the one reason why."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.cli.app import run as command
from kehoach.reading.folder import DataFolder
from kehoach.run.rulebook import all_rules

MakeFolder = Callable[..., DataFolder]
PlanText = Callable[..., str]
Told = Callable[..., tuple[int, str, str]]
REGISTRY = """\
schema: kehoach/agencies@1
agencies:
  - {id: so-a, name: Sở A}
  - {id: so-b, name: Sở B, valid: {to: 2022-06-30}, successors: [so-a]}
  - {id: so-c, name: Sở C}
  - {id: huyen-d, name: Huyện D, valid: {to: 2022-06-30}}
groups:
  - {id: nhom, name: Các sở, members: [so-a, so-b, huyen-d]}
"""
YEARLY = 'id: "1", kind: report, lead: [nhom], coordinate: [so-c], deadline: {every: year, before: 12-02}'


@pytest.fixture
def told(
    capsys: pytest.CaptureFixture[str], folder: MakeFolder, plan_text: PlanText
) -> Callable[..., tuple[int, str, str]]:
    """Return a function that gives exit code, output and standard error of an explanation."""

    def run(args: str, *items: str, day: str = "2022-12-15") -> tuple[int, str, str]:
        files = {"plan_07.yaml": plan_text(*(items or (YEARLY,))), "agencies.yaml": REGISTRY}
        root: Path = folder(files).root
        code = command(["explain", *args.split(), "--as-of", day, "--data", str(root)])
        captured = capsys.readouterr()
        return code, " ".join(captured.out.split()), captured.err

    return run


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ("--agency so-a --period 2023", "kỳ 2023 chưa bắt đầu (bắt đầu ngày 01/01/2023)"),
        ("--agency so-c", "ở mục 1, so-c chỉ phối hợp; giao cho: Các sở"),
        ("--agency so-b --period 2021", "nay thuộc so-a: xem --agency so-a"),
        (
            "--agency so-b --period 2024",
            "đã chấm dứt sau ngày 30/06/2022; nghĩa vụ nay thuộc: so-a",
        ),
        ("--agency huyen-d --period 2022", "nghĩa vụ nay thuộc: không cơ quan nào"),
    ],
)
def test_nothing_to_explain_has_one_reason(told: Told, args: str, words: str) -> None:
    """Not begun, only beside others, or ended: told apart, and who owes it now is named."""
    code, out, err = told(f"1 {args}")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert words in err


def test_an_item_laid_on_others_names_them(told: Told) -> None:
    items = (YEARLY, 'id: "2", lead: [so-c], deadline: {within: 2021}')
    assert "mục 2 không giao cho so-a; giao cho: Sở C" in told("2 --agency so-a", *items)[2]
    assert "mục 2 không có kỳ 2022; các kỳ của mục: once" in told(
        "2 --agency so-c --period 2022", *items
    )[2]  # fmt: skip


def test_an_unknown_code_names_the_nearest_and_the_list(told: Told) -> None:
    code, out, err = told("KH999")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "KH613" in err
    assert "kehoach explain KH)" in err


@pytest.mark.parametrize("asked", ["KH", "kh5", "KH41"])
def test_all_codes_and_those_of_a_family_are_listed(told: Told, asked: str) -> None:
    wanted = [rule.code for rule in all_rules() if rule.code.startswith(asked.upper())]
    assert len(wanted) >= 10
    code, out, err = told(f"{asked} --format json")
    assert (code, err) == (0, "")
    assert [each["code"] for each in json.loads(out)["rules"]] == wanted
    code, out, err = told(asked)
    assert (code, err) == (0, "")
    assert [word for word in out.split() if word.startswith("KH")] == wanted


def test_a_rule_is_told_in_the_language_asked_for(told: Told) -> None:
    assert told("KH513")[1].startswith("KH513 (cảnh báo) ")
    assert told("KH513 --lang en")[1].startswith("KH513 (warning) ")


def test_the_lines_of_an_assignment_are_told_apart(told: Told) -> None:
    item = 'id: "2", lead: [so-a], deadline: {within: 2021}, assignment: "%s"'
    lines = r"Đơn vị chủ trì: Sở A\nĐơn vị phối hợp: Sở C\nvà các cơ quan có liên quan."
    out = told("2 --agency so-a", item % lines)[1]
    assert "“Đơn vị chủ trì: Sở A; Đơn vị phối hợp: Sở C và các cơ quan có liên quan.”" in out


def test_continuous_work_that_no_report_covers_says_exactly_that(told: Told) -> None:
    """The plan's policy names no report: no period's report is told of."""
    out = told("2 --agency so-a", 'id: "2", lead: [so-a], deadline: {continuous: "true"}')[1]
    assert out.count("kế hoạch không nêu báo cáo nào phản ánh việc thường xuyên") == 4
    assert "đánh giá qua báo cáo" not in out
    assert "không giao báo cáo" not in out


def test_work_is_explained_where_the_report_that_covers_it_is_written_wrong(
    folder: MakeFolder, plan_text: PlanText, capsys: pytest.CaptureFixture[str]
) -> None:
    """An item with a mistake is no item of the plan: ``policy.reporting`` leads nowhere."""
    plan = plan_text(
        'id: "1", lead: [so-c], deadline: {continuous: true}',
        'id: "2", kind: report, lead: [so-c], deadline: {every: year, before: 12-40}',
        head='policy: {reporting: "2"}',
    )
    root = str(folder({"plan_07.yaml": plan, "agencies.yaml": REGISTRY}).root)
    day = ("--as-of", "2022-12-15", "--data", root)
    assert command(["explain", "1", "--agency", "so-c", *day]) == 0
    assert capsys.readouterr().err == ""
