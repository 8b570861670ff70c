"""A sentence that cannot be read without guessing stands for its time as a whole, where it has one."""

import pytest

from kehoach.wordings.spotting import TimeWords, times_in

_LONG = "rà soát, " * 230  # 2,070 characters


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Y tế báo cáo trước ngày 31/6/2026.",  # June has 30 days
        f"{_LONG}báo cáo trước ngày 30/6/2026",  # longer than any that is read
    ],
)
def test_all_of_it_stands_for_its_time(sentence: str) -> None:
    whole = TimeWords(0, len(sentence), sentence, firm=True, dated=True)
    assert times_in(sentence) == (whole,)


def test_a_long_sentence_that_speaks_of_no_time_has_none() -> None:
    assert times_in(_LONG) == ()
