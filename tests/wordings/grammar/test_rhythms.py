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
