"""The TAB key behind words that the program does not know, and within a word."""

import pytest

from integrations.test_completion import asked


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["status", "--nothing", "--by", ""], ["agency", "item", "period"]),
        (["status", "--nothing=x", "--by=a"], ["--by=agency"]),
        (["status", "--data="], [":folders"]),  # the shell knows what stands behind the sign
    ],
)
def test_an_odd_line_goes_on(words: list[str], found: list[str]) -> None:
    assert asked(*words) == found
