"""What a wording says of time stands in its rules, or the wording is in doubt: nothing is lost between."""

import json

from hypothesis import example, given
from hypothesis import strategies as st

from kehoach.wordings import read

# Words, and what must stand in the rules that are made of them: a day, a length, an hour, a rhythm.
_SAID = {
    "trước ngày 15/6/2026": "2026-06-15", "chậm nhất ngày 20/8/2026": "2026-08-20",
    "đến ngày 30/9/2026": "2026-09-30", "từ ngày 01/3/2026": "2026-03-01", "trong Quý II/2026": "2026-Q2",
    "tháng 9/2026": "2026-09", "trước ngày 15/12": "12-15", "ngày 20/6": "06-20",
    "trước ngày 10": '"day": "10"', "ngày 25": '"day": "25"', "hằng tháng": "month",
    "hằng quý": "quarter", "hằng năm": "year", "thứ Sáu hằng tuần": "friday",
    "trước 9 giờ": "09:00", "lúc 16h30": "16:30", "trong vòng 05 ngày kể từ ngày ký": "5 days",
    "sau khi họp 03 ngày làm việc": "3 working days", "10 ngày trước khi khai mạc": "10 days",
    "sau khi được phê duyệt": "duoc-phe-duyet", "khi có yêu cầu": "on_request",
    "thường xuyên": "continuous", "trước ngày 20 của tháng cuối quý": '"day": "20"',
    "định kỳ 6 tháng": "half", "khởi công": "start",
}  # fmt: skip
_JOINED = st.sampled_from([" ", ", ", " và ", "; ", " (", ") ", ". ", ": "])
_WITHIN = {
    "2026-Q2": "2026-0", "2026-09": "2026-09-", '"day": "10"': "-10", '"day": "25"': "-25",
}  # fmt: skip
"""Spans that may be narrowed to a day inside them, and days of a month that another phrase names."""


@given(st.lists(st.tuples(st.sampled_from(sorted(_SAID)), _JOINED), min_size=1, max_size=4))
@example([("trước ngày 10", " "), ("hằng tháng", " và "), ("hằng năm", " ")])
@example([("sau khi họp 03 ngày làm việc", " ")])
@example([("trước ngày 20 của tháng cuối quý", " và "), ("hằng năm", "")])
@example([("trước ngày 10", " "), ("hằng tháng", ". "), ("hằng năm", "")])
def test_what_is_understood_loses_nothing_of_time(parts: list[tuple[str, str]]) -> None:
    wording = "".join(words + joined for words, joined in parts)
    reading = read(wording)
    if not reading.understood:
        return
    told = json.dumps([*reading.forms, reading.quantity])
    named = " ".join(event.text for event in reading.events)
    for words, _ in parts:
        fact = _SAID[words]
        kept = fact in told or _WITHIN.get(fact, fact) in told
        # "Hằng năm" says nothing more of what has a day in each quarter or month of the year.
        yearly = fact == "year" and "every" in told and " và hằng năm" not in wording
        assert kept or yearly or words in named, (wording, fact, told)


def test_what_is_too_long_for_a_wording_is_a_doubt_and_takes_no_time() -> None:
    """Whole pages pasted into a cell are not read word by word; who pasted them is told so."""
    reading = read("tháng 9/2021 " * 8_000)
    assert not reading.understood
    assert "2,000" in reading.doubts[0].why.en
    assert len(reading.doubts[0].words) < 100
    assert reading.doubts[0].words.endswith("…")
    assert (reading.wording, reading.unread) == ("tháng 9/2021 " * 8_000, "tháng 9/2021 " * 8_000)
