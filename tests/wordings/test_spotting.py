"""Times of which a sentence speaks: their words, and whether they are firm, dated, bare, left open."""

import pytest

from kehoach.wordings.spotting import said_of_time, times_in


def test_a_bracket_that_is_opened_within_a_time_is_closed_within_it() -> None:
    """Brackets around a time are none of it; that of "(thứ Ba)" is."""
    (found,) = times_in("Giao Sở Y tế rà soát (trước ngày 30/6/2026 (thứ Ba)).")
    assert found.words == "trước ngày 30/6/2026 (thứ Ba)"


@pytest.mark.parametrize(
    ("sentence", "words", "said"),
    [
        ("Giao Sở Y tế báo cáo trước ngày 30/6/2026.", "trước ngày 30/6/2026", "firm dated"),
        ("Sở Y tế báo cáo ngày 30/6/2026.", "ngày 30/6/2026", "firm dated bare"),
        ("Sở Y tế tổng hợp (hằng quý).", "hằng quý", ""),
        ("Sở Y tế báo cáo theo quy định.", "theo quy định", "unset"),
        ("Sở Y tế rà soát sau khi có hướng dẫn.", "sau khi có hướng dẫn", "firm"),
        ("Sở Y tế trả lời trong 05 ngày kể từ ngày nhận văn bản.",
         "trong 05 ngày kể từ ngày nhận văn bản", "firm"),
    ],
)  # fmt: skip
def test_a_time_is_found_with_what_it_is(sentence: str, words: str, said: str) -> None:
    (found,) = times_in(sentence)
    assert found.words == words
    assert sentence[found.start : found.end].strip(" ().") == words
    told = [name for name in ("firm", "dated", "bare", "unset") if getattr(found, name)]
    assert " ".join(told) == said


def test_two_times_apart_are_two() -> None:
    sentence = "Sở Y tế rà soát trước 15/6/2026, Sở Nội vụ thẩm định trước 30/6/2026."
    assert [each.words for each in times_in(sentence)] == ["trước 15/6/2026", "trước 30/6/2026"]


def test_a_sentence_without_a_time_has_none() -> None:
    assert times_in("Giao Sở Y tế rà soát.") == ()
    assert said_of_time("Căn cứ Quyết định số 12/2025/QĐ-UBND, rà soát.") == ""
