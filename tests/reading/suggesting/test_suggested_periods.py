"""Periods in other signs than files have them are understood."""

import pytest

from kehoach.reading.suggesting.suggested_periods import suggested_period


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("２０２２", "2022"),
        ("２２", "2022"),
        ("quý ⅱ／２０２２", "2022-Q2"),
        ("０６/２０２２", "2022-06"),
    ],
)
def test_full_width_digits_and_numerals_are_read(typed: str, meant: str) -> None:
    """A keyboard of another language types them; they look alike."""
    suggested = suggested_period(typed, None)
    assert suggested is not None
    assert suggested.words == meant
