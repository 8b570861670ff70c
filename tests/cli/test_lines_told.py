"""What is said on standard error is read on a terminal: no word is broken at its edge."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kehoach.cli.frame.lines_told import fitted

WORDS = st.lists(st.text("aăâbcđeêoôơuưy-:,", min_size=1, max_size=20), min_size=1, max_size=40)


@given(WORDS, st.integers(24, 160))
def test_no_word_is_broken_and_none_is_lost(words: list[str], columns: int) -> None:
    line = " ".join(words)
    lines = fitted(line, columns).split("\n")
    assert max(map(len, lines)) <= columns
    assert " ".join(lines).split() == words


def test_off_a_terminal_it_stays_one_line() -> None:
    assert fitted("dài " * 99, None) == "dài " * 99


def test_what_is_longer_than_the_terminal_stays_whole() -> None:
    """A path can be copied only as one word."""
    path = "/home/van-thu/" + "x" * 90
    assert re.search(rf"^ *{path}$", fitted(f"kehoach: không ghi được {path}", 80), re.MULTILINE)


def test_what_is_broken_goes_on_below_its_words() -> None:
    told = fitted("    → sửa thành ngày ghi trên văn bản, rồi gửi lại tệp này", 30)
    assert told.split("\n") == [
        "    → sửa thành ngày ghi trên",
        "      văn bản, rồi gửi lại tệp",
        "      này",
    ]
    assert fitted("tệp.yaml:3:1: KH410 lỗi: thiếu kỳ", 24) == "tệp.yaml:3:1: KH410 lỗi:\n  thiếu kỳ"
