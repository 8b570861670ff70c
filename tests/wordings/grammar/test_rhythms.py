"""How often: what is refused says what must be asked for."""

import pytest

from kehoach.wordings import read


@pytest.mark.parametrize(
    ("wording", "days"),
    [("02 lần/năm", 2), ("mỗi năm 02 lần", 2), ("hai lần một năm", 2), ("03 lần mỗi quý", 3)],
)
def test_several_times_need_a_day_each(wording: str, days: int) -> None:
    """Case 21: which days, the words do not say, and nothing is guessed; that many are asked for."""
    (doubt,) = read(wording).doubts
    assert f"cần hỏi cho đủ {days} ngày" in doubt.why.vi
    assert f"{days} days must be asked for" in doubt.why.en


def test_the_days_it_asks_for_are_understood() -> None:
    """The example of its message is a wording that is read."""
    assert read("ngày 15/6 và 15/12 hằng năm").understood


def test_once_a_unit_is_said_without_its_one() -> None:
    assert read("01 tháng một lần").forms == ({"every": "month"},)


def test_a_report_named_behind_and_leaves_the_day_before_it_alone() -> None:
    """Of which year 15/12 is, nobody says; that the year's report is due before 20/12 is sure."""
    reading = read("trước ngày 15/12 và báo cáo năm (trước ngày 20/12)")
    assert not reading.understood
    assert reading.certain_forms == ({"every": "year", "before": "12-20"},)


def test_a_beginning_between_two_days_asks_which_is_its_own() -> None:
    (doubt,) = read("trước ngày 15/6/2026 khởi công trước ngày 30/6/2026").doubts
    assert doubt.words == "trước ngày 15/6/2026"
    assert "begins at the time before or behind" in doubt.why.en


@pytest.mark.parametrize(
    ("wording", "quantity"),
    [
        ("hằng quý, ít nhất 02 lĩnh vực", (2, "lĩnh vực")),
        ("hằng quý, tối thiểu hai cuộc kiểm tra", (2, "cuộc kiểm tra")),
        ("hằng quý, ít nhất 01 báo cáo", (1, "báo cáo")),
        ("hằng năm, không dưới 50% số xã", (50, "% số xã")),
        ("hằng năm, ít nhất 02 lần", (2, "lần")),
        ("hằng năm, ít nhất 03 việc được hoàn thành", (3, "việc được hoàn thành")),
        ("mỗi quý 01 cuộc", (1, "cuộc")),
        ("hằng quý, ít nhất 01 cuộc, ít nhất 02 lớp", (2, "lớp")),
    ],
)
def test_a_least_number_says_of_what(wording: str, quantity: tuple[int, str]) -> None:
    reading = read(wording)
    assert (reading.quantity, reading.understood) == (quantity, True)
    assert "every" in reading.forms[0]


def test_the_example_of_several_days_is_whole() -> None:
    """It is to be copied: a day for each time, and the rhythm behind them."""
    (doubt,) = read("02 lần/năm").doubts
    assert "“ngày 15/6 và 15/12 hằng năm”" in doubt.why.vi
    assert "“ngày 15/6 và 15/12 hằng năm”" in doubt.why.en
