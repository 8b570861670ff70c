"""A bar of numbers: each takes its part of the width, in brackets."""

from collections.abc import Sequence

import pytest

from kehoach.terminal.bar import Bar, Share
from kehoach.terminal.styled import Styled


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ((1, 1), "[AAAAABBBBB] "),
        ((0, 5), "[BBBBBBBBBB] "),
        # Of ten cells 3.33 each: the one that is left goes to one of those that lose alike.
        ((1, 1, 1), "[AAAABBBCCC] "),
        # Whatever there is any of is seen: it is taken from the largest, which has 9.98 of ten.
        ((998, 1, 1), "[AAAAAAAABC] "),
        ((1, 0, 998), "[ACCCCCCCCC] "),
        ((0, 0), "[] "),
    ],
)
def test_cells_in_proportion_and_at_least_one_of_any(numbers: Sequence[int], shown: str) -> None:
    """Words that leave no room have the narrowest bar, of ten cells."""
    shares = [Share(number, sign, "") for number, sign in zip(numbers, "ABC", strict=False)]
    (line,) = Bar(shares, Styled("x" * 80)).lines(80)
    assert "".join(each.plain for each in line.stretches) == f"{shown}{'x' * 80}"
