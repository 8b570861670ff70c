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
        # counted from a day of the calendar it is dated; its own brackets are whole already
        ("Sở Y tế trả lời 05 (năm) ngày kể từ ngày 30/6/2026.",
         "05 (năm) ngày kể từ ngày 30/6/2026", "firm dated"),
        ("Sở Y tế báo cáo tại kỳ họp tháng 7/2026.", "kỳ họp tháng 7/2026", "firm dated"),
        ("Sở Y tế rà soát thường xuyên.", "thường xuyên", ""),
        # a day that no word makes a limit, beside what is said elsewhere; and one that is a limit
        ("Sở Y tế báo cáo năm 2026, theo quy định.", "năm 2026, theo quy định", "firm dated bare"),
        ("Sở Y tế báo cáo năm 2026, trước ngày 30/6/2026.",
         "năm 2026, trước ngày 30/6/2026", "firm dated"),
        # a least number is no time, and parts none from the next
        ("Sở Y tế họp hằng quý, ít nhất 02 cuộc.", "hằng quý", ""),
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


def test_what_is_said_of_time_is_told_piece_by_piece() -> None:
    """The documents that are cited have days of their own, which are none of it."""
    sentence = (
        "Theo Quyết định số 12/QĐ-UBND ngày 10/5/2025, báo cáo hằng quý, chậm nhất 15/6/2026."
    )
    assert said_of_time(sentence) == "hằng quý; chậm nhất; 15/6/2026"


def test_the_longest_sentence_that_is_read_has_2000_characters() -> None:
    sentence = "Sở Y tế báo cáo trước ngày 30/6/2026".rjust(2_000, "a")
    assert [each.words for each in times_in(sentence)] == ["trước ngày 30/6/2026"]
    assert [each.words for each in times_in(f"a{sentence}")] == [f"a{sentence}"]


def test_a_sentence_without_a_time_has_none() -> None:
    assert times_in("Giao Sở Y tế rà soát.") == ()
    assert said_of_time("Căn cứ Quyết định số 12/2025/QĐ-UBND, rà soát.") == ""
