"""What ``kehoach deadline`` shows of a wording: what is certain, what it waits for, what says nothing."""

from datetime import date

import pytest

from kehoach.model.plan import Policy
from kehoach.pages.deadline_page import deadline_text
from kehoach.pages.wording_answer import worded
from kehoach.terminal.screen import Screen

YEAR = (date(2026, 1, 1), date(2026, 12, 31))
SHOWN = [
    ("mỗi năm kiểm tra ít nhất 02 lĩnh vực",
     ("At least 2 lĩnh vực", "Words that speak of no deadline “kiểm tra”")),
    ("30 ngày kể từ ngày có văn bản hướng dẫn",
     ("Waits for có văn bản hướng dẫn (co-van-ban-huong-dan)", "no due day in these days")),
    # Until which day of the year? The month alone is sure; 10/1/2026 is a Saturday, the 9th a Friday.
    ("trước ngày 10 hằng tháng và hằng năm",
     ("CERTAIN", "not yet the deadline of an item", "CERTAIN DAYS, 2026-01-01 to 2026-12-31",
      "2026-01-09")),
    # A start with an aim has no words of its own yet: the rule alone is shown.
    ("khởi công trước 30/6/2026 (phấn đấu trước 15/6/2026)", ("READ AS", "2026-06-29")),
]  # fmt: skip


@pytest.mark.parametrize(("wording", "told"), SHOWN, ids=[wording for wording, _ in SHOWN])
def test_a_wording_is_taken_apart(wording: str, told: tuple[str, ...]) -> None:
    page = deadline_text(worded(wording, *YEAR, Policy()), Screen(lang="en"))
    lines = [" ".join(line.split()) for line in page.splitlines()]
    assert [words for words in told if not any(words in line for line in lines)] == []


def test_what_comes_once_is_told_whenever_it_is() -> None:
    """15/6/2022 is not in 2026: no heading may say that it was looked for there (14/6 is a Tuesday)."""
    page = deadline_text(worded("trước ngày 15/6/2022", *YEAR, Policy()), Screen(lang="en"))
    assert ("DUE" in page.splitlines(), "2022-06-14 Tuesday" in page) == (True, True)
    assert "2026" not in page


def test_a_terminal_gets_two_dozen_days() -> None:
    """2026 begins and ends on a Thursday: 53 of them."""
    weekly = worded("thứ Năm hằng tuần", *YEAR, Policy())
    short, whole = (
        deadline_text(weekly, Screen(100, lang="en", everything=all_)) for all_ in (False, True)
    )
    assert [page.count("2026-W") for page in (short, whole)] == [24, 53]
    assert "… +29 (--all)" in short
    assert "--all" not in whole


@pytest.mark.parametrize(
    ("wording", "again"), [("trước ngày 15/06/2026", 0), ("trước 15/6/2026", 1)]
)
def test_a_rule_is_worded_beside_what_it_was_read_from(wording: str, again: int) -> None:
    """Not where that would only say the same words once more."""
    page = deadline_text(worded(wording, *YEAR, Policy()), Screen(lang="en"))
    assert page.partition("READ AS")[2].count("“trước ngày 15/06/2026”") == again
