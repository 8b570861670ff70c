"""A cure that can be pasted: only where what was meant is beyond doubt."""

import pytest

from kehoach.reading.suggesting.suggestions import suggested
from kehoach.words import Text

_STATES = "not_started | in_progress | done"


@pytest.mark.parametrize(
    ("value", "expected", "better"),
    [
        ("29-11-2022", "day", "2022-11-29"),
        ("29/11/2022", "day", "2022-11-29"),
        ("ngày 5.2.2022", "day", "2022-02-05"),
        ("2022-4-5", "day", "2022-04-05"),
        ("30/02/2022", "day", "the day on the document; that month ends on 2022-02-28"),
        ("2022", "day", None),
        ("hôm qua", "day", None),
        (["2022-01-01"], "day", "2022-01-01"),
        ("năm 2022", "period", "2022"),
        ("2026-6T", "period", "2026-H1"),
        ("6T/2026", "period", "2026-H1"),
        ("6 tháng năm 2026", "period", "2026-H1"),
        ("6 tháng cuối năm 2026", "period", "2026-H2"),
        ("2026-h2", "period", "2026-H2"),
        ("2026q3", "period", "2026-Q3"),
        ("2021-w05", "period", "2021-W05"),
        ("tháng 2026", "period", None),  # which month?
        ("quý 3/2022", "period", "2022-Q3"),
        ("yes", "flag", "true"),
        ("Không", "flag", "false"),
        ("TRUE", "flag", "true"),
        ("maybe", "flag", None),
        ("xong", _STATES, "done"),
        ("đang làm", _STATES, "in_progress"),
        ("Done", _STATES, "done"),
        ("In Progress", _STATES, "in_progress"),
        ("NOT-STARTED", _STATES, "not_started"),
        ("finished", _STATES, "done"),
        ("60 %", "percent", "60"),
        ("100%", "percent", "100"),
        ("101", "percent", None),  # it stands there already, and is more than the whole
        ("150%", "percent", None),
        ("1.000", "percent", None),
        ("1.000", "count", "1000"),
        ("Rhythm", "rhythm", None),
        ("12 huyen 2021", "day", None),
        ([], "words", None),
        ("xong", "task | report", None),
    ],
)
def test_what_was_meant(value: object, expected: str, better: str | None) -> None:
    found = suggested(value, expected)
    assert (found and (found.words.en if isinstance(found.words, Text) else found.words)) == better


def test_what_is_longer_than_any_value_is_not_looked_through() -> None:
    """The patterns take time that grows with the cube of blanks: 50 kB of them took minutes."""
    for expected, words in (("period", "năm{}2026"), ("day", "29{}/11/2022")):
        assert suggested(words.format(" " * 100), expected) is not None
        assert suggested(words.format(" " * 300), expected) is None
