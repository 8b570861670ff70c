"""Words that a spreadsheet, a workbook or a file would take for something else."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.words.escapes import begins_as_formula, csv_words, no_formula, storable

BREAK = "\u200b"


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\t=1", "'=1"),
        ("\r@a", "'@a"), (" =1", "'=1"), ("a;=1", "a;'=1"), ("a; @b", "a; '@b"), ("＝1", "'＝1"),
        (';"=', ";\"'="),        ("a=1", "a=1"), ("2021-06", "2021-06"), ("a\nb", "a b"), ("", ""),
    ],
)  # fmt: skip
def test_words_in_csv_are_no_formulas(given: str, written: str) -> None:
    """traps.md, Untrusted text: ``=``, ``+``, ``-``, ``@`` begin a formula in a spreadsheet."""
    assert csv_words(given) == written


@pytest.mark.parametrize("words", ["=1+1", "@SUM(1)", "+cmd", "-cmd", "-", "＝1", "＠a", "−x"])
def test_a_pasted_table_reckons_nothing_out(words: str) -> None:
    """An invisible sign before it: on the page it reads as before."""
    assert no_formula(words) == BREAK + words


@pytest.mark.parametrize("words", ["-5", "+84 235", "- một", "−3 ngày", "a=1", "", "Mục 1"])
def test_numbers_and_lists_on_a_page_stay_as_they_are(words: str) -> None:
    assert no_formula(words) == words


@pytest.mark.parametrize("words", ["=1", " +1", "\n-1", "@a", "＋1", "−1"])
def test_what_would_become_a_formula_in_a_workbook(words: str) -> None:
    """There a number would be a number: what comes as words and looks like one stays words."""
    assert begins_as_formula(words)
    assert not begins_as_formula(f"a{words}")


@given(st.lists(st.text("=+-@; a1\n\t\"',", max_size=8), min_size=1, max_size=4))
def test_no_field_of_a_csv_file_begins_a_formula(words: list[str]) -> None:
    """Read with either separator, as spreadsheets of both decimal signs do."""
    written = StringIO(newline="")
    csv.writer(written).writerow([csv_words(each) for each in words])
    for separator in ",;":
        for row in csv.reader(StringIO(written.getvalue(), newline=""), delimiter=separator):
            assert not any(field.lstrip(" ")[:1] in tuple("=+-@") for field in row)


def test_what_no_file_can_hold_is_replaced() -> None:
    """XML 1.0, 2.2: U+FFFE and U+FFFF are no characters; nor is half of a surrogate pair."""
    assert storable("a\ufffeb\ud83dc\x1bd") == "a\ufffdb\ufffdc\ufffdd"
    assert storable("a\r\nb\rc\u2028d") == "a\nb\nc\nd"
