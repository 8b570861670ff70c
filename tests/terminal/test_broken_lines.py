"""A line that is wider than the screen goes on below its words."""

import pytest

from kehoach.terminal.screen import Screen, paint, words
from kehoach.terminal.styled import Styled


@pytest.mark.parametrize("color", [False, True])
def test_a_hint_goes_on_below_its_words(*, color: bool) -> None:
    hint = Styled("    → sửa thành ngày ghi trên văn bản, rồi gửi lại tệp này")
    assert paint([hint], Screen(30, color)) == (
        "    → sửa thành ngày ghi trên\n      văn bản, rồi gửi lại tệp\n      này\n"
    )


def test_what_is_not_indented_goes_on_at_the_edge() -> None:
    assert paint([words("một hai ba bốn")], Screen(10)) == "một hai ba\nbốn\n"
