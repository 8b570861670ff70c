"""The coming days: what belongs to a period that has not begun is named, and is not lost in silence."""

from collections.abc import Callable

import pytest

from kehoach.pages.upcoming_page import upcoming_table
from kehoach.run import Run
from kehoach.terminal.screen import Screen

BY_QUARTER = "{every: quarter, by: {month: last, day: 20}}"
QUARTERLY = f'id: "1", kind: report, implement: [so-noi-vu], deadline: {BY_QUARTER}'
MONTH = 'id: "2", lead: [so-tai-chinh], deadline: {within: 2022-05}'
LATER = "Cũng đến hạn trong những ngày ấy, thuộc kỳ chưa bắt đầu: "


@pytest.mark.parametrize(
    ("agency", "days", "later"),
    [
        ("so-tai-chinh", 80, LATER + "2 (31/05/2022)"),
        ("so-noi-vu", 100, LATER + "1 2022-Q2 (20/06/2022)"),
        ("so-noi-vu", 80, ""),
        ("so-tai-chinh", 70, ""),
    ],
)
def test_periods_that_have_not_begun_are_named(
    judge: Callable[..., Run], plan_text: Callable[..., str], agency: str, days: int, later: str
) -> None:
    """On 15 March: the task of May is 77 days ahead, the report of the second quarter 97."""
    run = judge(
        {"plan_07.yaml": plan_text(QUARTERLY, MONTH)}, "2022-03-15", git=False, agencies=(agency,)
    )
    said = [
        line for line in upcoming_table(run, Screen(), days).splitlines() if line.startswith(LATER)
    ]
    assert said == ([later] if later else [])
