"""The same filters everywhere; two plans with the same item are told apart; whom one can ask about."""

import json
import re
from collections.abc import Callable
from typing import Protocol

import pytest

from kehoach.cli.app import run as command
from kehoach.reading.folder import DataFolder

MakeFolder = Callable[..., DataFolder]
Capture = pytest.CaptureFixture[str]


class Told(Protocol):
    """What a command line prints: its answer, or why there is none where it ends with a code."""

    def __call__(self, line: str, code: int = 0) -> str:
        """Return it."""


PLAN = """\
schema: kehoach/plan@1
id: "{id}"
title: Kế hoạch {id}
period: {{from: 2021-01-01, to: 2026-12-31}}
policy: {{roll: none}}
items:
  - id: II.2
    kind: task
    title: Việc của {id}
    text: Làm.
    tags: [{tag}]
    lead: [{lead}]
    coordinate: [so-noi-vu]
    deadline: {{by: 2021-0{id}-30}}
"""
REGISTRY = """\
schema: kehoach/agencies@1
agencies:
  - {id: so-noi-vu, name: Sở Nội vụ}
  - {id: so-tai-chinh, name: Sở Tài chính}
  - {id: chi-cuc, name: Chi cục Quản lý giá, parent: so-tai-chinh}
  - {id: doi-mot, name: Đội Một, parent: chi-cuc}
groups:
  - {id: tai-chinh, name: Ngành tài chính, members: [so-tai-chinh, chi-cuc, doi-mot]}
"""


@pytest.fixture(name="told")
def _told(folder: MakeFolder, capsys: Capture) -> Told:
    """Return a function: what a command prints over two plans that number an item alike."""
    root = folder({
        "plan_07.yaml": PLAN.format(id=7, tag="ngan-sach", lead="tai-chinh"),
        "plan_08.yaml": PLAN.format(id=8, tag="to-chuc", lead="so-noi-vu"),
        "agencies.yaml": REGISTRY,
    }).root  # fmt: skip

    def tell(line: str, code: int = 0) -> str:
        asked = [*line.split(), "--data", str(root), "--no-git", "--as-of", "2021-07-10"]
        assert command(asked) == code
        found = capsys.readouterr()
        return found.err if code else found.out

    return tell


@pytest.mark.parametrize("line", [
    "status --only in-term", "status --by item", "upcoming --days 99", "item II.2", "explain II.2",
    "agency so-noi-vu", "status",
])  # fmt: skip
def test_the_same_number_in_two_plans_is_told_apart(told: Told, line: str) -> None:
    """Due on 30 July and 30 August: on 10 July both are in term."""
    assert re.search(r"\b[78]:? +II\.2\b", told(line))
    one = told(f"{line} --plan 8")
    assert "Kế hoạch 8" in one
    assert "Việc của 7" not in one
    assert not re.search(r"\b[78]:? +II\.2\b", one)


@pytest.mark.parametrize(
    ("options", "items"),
    [
        ("", {"7", "8"}), ("--plan 8", {"8"}), ("--tag ngan-sach", {"7"}), ("--tag to-*", {"8"}),
        ("--agency so-n*", {"8"}), ("--group tai-chinh", {"7"}), ("--due-by 2021-07-30", {"7"}),
        ("--due-by 2021-07-29", set()), ("--item II.*", {"7", "8"}), ("--only in-term --plan 7", {"7"}),
        ("--period once", {"7", "8"}),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["status", "export", "upcoming --days 99"])
def test_a_filter_means_the_same_in_every_command(
    told: Told, name: str, options: str, items: set[str]
) -> None:
    answer = json.loads(told(f"{name} --format json {options}"))
    assert {each["plan"] for each in answer["obligations"]} == items


def test_whom_one_can_ask_about_is_listed(told: Told) -> None:
    page = told("explain II.2 --plan 7")
    for name in ("Sở Tài chính", "Chi cục Quản lý giá", "Đội Một"):
        assert name in page
    assert "kehoach explain II.2 --agency" in page
    assert "không có nghĩa vụ nào" in told(
        "explain II.2 --plan 7 --period once --due-by 2021-01-01", 2
    )


def test_an_agency_shows_what_is_below_it_and_what_it_coordinates(
    told: Told,
) -> None:
    """Of plan 7 three bodies owe II.2: the department, what stands below it, and below that."""
    page = told("agency so-tai-chinh")
    assert "CƠ QUAN TRỰC THUỘC, đã tính trong số liệu trên (2)" in page
    assert "3 =" in page
    of = json.loads(told("agency so-tai-chinh --format json"))
    assert [each["agency"] for each in of["obligations"]] == ["so-tai-chinh", "chi-cuc", "doi-mot"]
    assert of["summary"]["assigned"] == 3
    assert json.loads(told("agency chi-cuc --format json"))["summary"]["assigned"] == 2
    beside = told("agency so-noi-vu --plan 7")
    assert "PHỐI HỢP" in beside
    assert "Ngành tài chính" in beside
    assert "PHỐI HỢP" not in page


def test_an_item_that_is_not_in_what_is_asked_about_is_no_answer(
    told: Told,
) -> None:
    for name in ("table", "json"):
        assert "không có trong phần được hỏi" in told(
            f"item II.2 --tag to-chuc --plan 7 --format {name}", 2
        )
