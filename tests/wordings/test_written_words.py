"""How each kind of rule is worded, word for word, and what no administration would write.

That what is written is read as the same rule is proved elsewhere; here it is proved that it is written at
all, as letters and plans have it ("hằng", "05 ngày làm việc", a day with its year), and that a rule which
would be read as another is refused.
"""

from typing import Any

import pytest
from pydantic import TypeAdapter

from kehoach.model.deadlines import Deadlines
from kehoach.model.deadlines.term import DeadlineRule
from kehoach.wordings import Unwordable, event_id, read, write

_RULES: TypeAdapter[tuple[DeadlineRule, ...]] = TypeAdapter(Deadlines)
WORDS = {
    event_id(words): words
    for words in ("nhận được văn bản", "ký quyết định", "cấp xã", "hội thi kết thúc")
}
ID, KY, _, HOI = WORDS
NHAN = {"event": ID}
YEAR, QUARTER, MONTH = ({"every": each} for each in ("year", "quarter", "month"))


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        # once
        ({"by": "2026-06-30"}, "chậm nhất ngày 30/06/2026"),
        ({"by": "2026-06-30", "time": "16:05"}, "trước 16 giờ 05 ngày 30/06/2026"),
        ({"by": "2026-06"}, "chậm nhất tháng 6/2026"),
        ({"before": "2026-06-30"}, "trước ngày 30/06/2026"),
        ({"before": "2026-06-30", "inclusive": "true"}, "trước ngày 30/06/2026 (kể cả ngày đó)"),
        ({"before": "2026-Q4"}, "trước quý IV/2026"),
        ({"within": "2026-Q1"}, "trong quý I/2026"),
        ({"within": "2026-Q2"}, "trong quý II/2026"),
        ({"within": "2026-H1"}, "trong 6 tháng đầu năm 2026"),
        ({"within": "2026-H2"}, "trong 6 tháng cuối năm 2026"),
        ({"within": "2026-9M"}, "trong 9 tháng đầu năm 2026"),
        ({"within": "2026"}, "trong năm 2026"),
        ({"within": "2026-12"}, "trong tháng 12/2026"),
        ({"within": "2026-03..2026-05"}, "từ tháng 3/2026 đến tháng 5/2026"),
        ({"within": "2026-03-02..2026-05-31"}, "từ ngày 02/03/2026 đến ngày 31/05/2026"),
        ({"within": "2026-03-01..2026-05-30"}, "từ ngày 01/03/2026 đến ngày 30/05/2026"),
        ({"within": "2026-03-02..2026-05-30", "time": "17:30"},
         "từ ngày 02/03/2026 đến 17 giờ 30 ngày 30/05/2026"),
        ({"after": "2026-07-01", "plus": "30 days"}, "30 ngày kể từ ngày 01/07/2026"),
        ({"before": "2025-03-31", "minus": "1 month"}, "chậm nhất 01 tháng trước ngày 31/03/2025"),
        ({"session": "2026-05"}, "tại kỳ họp tháng 5/2026"),
        # upon events
        ({**NHAN, "plus": "5 working days"},
         "trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản"),
        ({**NHAN, "plus": "1 year 6 months"},
         "trong thời hạn 01 năm 06 tháng kể từ ngày nhận được văn bản"),
        ({**NHAN, "plus": "0 days"}, "ngay trong ngày kể từ khi nhận được văn bản"),
        ({**NHAN, "minus": "10 days"}, "chậm nhất 10 ngày trước ngày nhận được văn bản"),
        ({**NHAN, "minus": "48 hours"}, "chậm nhất 48 giờ trước khi nhận được văn bản"),
        ({**NHAN, "minus": "10 days", "roll": "previous"},
         "chậm nhất 10 ngày trước ngày nhận được văn bản"),
        ({"before": "2025-03-31", "minus": "1 month", "roll": "previous"},
         "chậm nhất 01 tháng trước ngày 31/03/2025"),
        # "ngày hội" is one word
        ({"event": HOI, "plus": "5 days"}, "trong thời hạn 05 ngày kể từ khi hội thi kết thúc"),
        ({"when": ID}, "sau khi nhận được văn bản"),
        ({"when": [ID, KY]}, "sau khi nhận được văn bản và ký quyết định"),
        ({"when": KY, "by": "2026-Q3"}, "chậm nhất quý III/2026 (sau khi ký quyết định)"),
        ({"when": KY, "before": "2026-06-30"}, "trước ngày 30/06/2026 (sau khi ký quyết định)"),
        # again and again
        ({"every": "working day"}, "hằng ngày làm việc"),
        ({"every": "5 years"}, "05 năm một lần"),
        ({"every": "4 months"}, "04 tháng một lần"),
        ({**YEAR, "starting": "09-01"}, "hằng năm học"),
        ({**YEAR, "by": "12-02"}, "chậm nhất ngày 02/12 hằng năm"),
        ({**YEAR, "before": "12-02", "inclusive": "true"}, "trước ngày 02/12 (kể cả ngày đó) hằng năm"),
        ({**YEAR, "before": {"date": "02-15", "of": "next"}}, "trước ngày 15/02 năm sau hằng năm"),
        ({"every": "half-year", "by": ["05-30", "10-31"]},
         "định kỳ 6 tháng, chậm nhất ngày 30/05 và ngày 31/10"),
        ({"every": "half-year", "by": ["01-15", "07-15"]},
         "định kỳ 6 tháng, chậm nhất ngày 15/01 và ngày 15/07"),
        ({"every": "nine-months", "before": "09-15"}, "báo cáo 9 tháng, trước ngày 15/09"),
        ({"every": "week", "by": {"weekday": "sunday"}}, "chậm nhất Chủ nhật hằng tuần"),
        ({"every": "day", "time": "08:30"}, "trước 08 giờ 30 hằng ngày"),
        ({**MONTH, "by": {"day": "20"}}, "chậm nhất ngày 20 hằng tháng"),
        ({**MONTH, "by": {"day": "5", "of": "next"}}, "chậm nhất ngày 05 của tháng sau hằng tháng"),
        ({**MONTH, "by": {"day": "last"}}, "chậm nhất ngày cuối cùng của tháng hằng tháng"),
        ({**MONTH, "by": {"weekday": "monday", "nth": "first"}},
         "chậm nhất thứ Hai đầu tiên của tháng hằng tháng"),
        ({**QUARTER, "by": {"month": "last", "day": "20"}},
         "chậm nhất ngày 20 của tháng cuối quý hằng quý"),
        ({**QUARTER, "by": {"month": "first", "day": "5", "of": "next"}},
         "chậm nhất ngày 05 của tháng đầu quý sau hằng quý"),
        ({**QUARTER, "by": {"month": "2", "weekday": "friday", "nth": "last"}},
         "chậm nhất thứ Sáu cuối cùng của tháng thứ hai quý hằng quý"),
        ({**QUARTER, "by": {"month": "3", "day": "5"}},
         "chậm nhất ngày 05 của tháng thứ ba quý hằng quý"),
        ({**MONTH, "by": {"day": "last", "of": "next"}},
         "chậm nhất ngày cuối cùng của tháng sau hằng tháng"),
        ({**QUARTER, "plus": "10 days"}, "10 ngày kể từ ngày kết thúc quý"),
        ({**QUARTER, "from": "2026", "until": "2030"}, "hằng quý, từ năm 2026 đến năm 2030"),
        ({**YEAR, "session": "12"}, "tại phiên họp tháng 12 hằng năm"),
        ({**MONTH, "session": "1"}, "tại phiên họp hằng tháng"),
        # without a day, and beginnings
        ({"continuous": "true", "until": "2030"}, "thường xuyên, đến năm 2030"),
        ({"continuous": "true", "from": "2026-07"}, "thường xuyên, từ tháng 7/2026"),
        ({"on_request": "true"}, "khi có yêu cầu"),
        ({"not_set": "theo lộ trình"}, "theo lộ trình"),
        ({"start": {"within": "2027-03"}}, "bắt đầu trong tháng 3/2027"),
        ({"start": {**NHAN, "plus": "5 days"}},
         "bắt đầu trong thời hạn 05 ngày kể từ ngày nhận được văn bản"),
        ({"start": {"from": "2027-03"}}, "từ tháng 3/2027"),
        ({"start": {"from": "2026-08-03", "time": "08:00"}}, "từ 08 giờ 00 ngày 03/08/2026"),
        # what stands beside it
        ({"by": "2026-06-30", "aspirational": "true"}, "phấn đấu chậm nhất ngày 30/06/2026"),
        ({"by": "2026-06-30", "agencies": "cap-xa"}, "đối với cấp xã: chậm nhất ngày 30/06/2026"),
        ({"by": "2026-06-30", "aim": {"before": "2026-06-05"}},
         "chậm nhất ngày 30/06/2026 (phấn đấu trước ngày 05/06/2026)"),
        ({"every": "quarter", "before": {"month": "last", "day": "20"},
          "aim": {"every": "quarter", "before": {"month": "last", "day": "15"}}},
         "trước ngày 20 của tháng cuối quý hằng quý (phấn đấu trước ngày 15 của tháng cuối quý hằng quý)"),
        ({**QUARTER, "plus": "10 days", "aim": {**QUARTER, "plus": "5 days"}},
         "10 ngày kể từ ngày kết thúc quý (phấn đấu 05 ngày kể từ ngày kết thúc quý)"),
        ({"by": "2026-06-30", "check": {"before": "2026-07-10", "minus": "10 days"}},
         "chậm nhất ngày 30/06/2026 (tức là chậm nhất 10 ngày trước ngày 10/07/2026)"),
        ({"by": "2026-06-30", "check": {**NHAN, "plus": "30 days"}},
         "chậm nhất ngày 30/06/2026 (tức là trong thời hạn 30 ngày kể từ ngày nhận được văn bản)"),
    ],
)  # fmt: skip
def test_each_kind_is_worded(rule: Any, words: str) -> None:
    (plain,) = _RULES.validate_python(rule)
    assert write(plain, WORDS) == words
    # What is counted back rolls back by itself: the reader says so, the plan need not.
    said = {**rule, "roll": "previous"} if "minus" in rule else rule
    assert read(words).rules == _RULES.validate_python(said)


@pytest.mark.parametrize(
    "rule",
    [
        {"by": "2026-06", "time": "16:00"},  # of which of its days
        {"by": "2026-06-30", "time": "00:00"},  # the day before ends then
        {"by": "2026-06-30", "roll": "none"},  # nobody writes what a day off does
        {"before": "2026-06-30", "time": "16:00"},  # read as 16:00 on that day
        {"before": "2026-06-30", "inclusive": "false"},
        {"before": "2026-03..2026-05"},
        {"before": "2025-03-31", "minus": "48 hours"},
        {"before": "2025-03-31", "minus": "1 month", "roll": "next"},
        {"after": "2026-07-01", "plus": "0 days"},
        {"within": "2026-06-30"},
        {"session": "2026-Q2"},
        {**NHAN, "minus": "10 days", "roll": "next"},
        {**NHAN, "by": "2026-06-30"},
        {**NHAN, "before": "2026-06-30"},
        NHAN,
        {**NHAN, "plus": "5 days", "time": "17:00"},
        {"when": [ID, KY], "plus": "5 days"},
        {"when": [ID, KY], "minus": "5 days"},
        {**YEAR, "starting": "04-01"},
        {**QUARTER, "starting": "09-01"},
        {**YEAR, "inclusive": "true"},
        {**YEAR, "by": "12-02", "inclusive": "true"},
        {**YEAR, "before": "12-02", "inclusive": "false"},
        {**YEAR, "before": "12-02", "time": "16:00"},
        {**QUARTER, "by": "03-20"},  # one day for four quarters
        {"every": "half-year", "by": "05-30"},  # one day for two
        {"every": "half-year", "by": ["10-31", "05-30"]},  # each of the other half-year
        {"every": "half-year", "by": [{"date": "05-30", "of": "next"}, "10-31"]},
        {"every": "6 months"},  # that is half-yearly
        {"every": "9 months"},
        {"every": "12 months"},
        {"every": "2 years", "plus": "10 days"},
        {"every": "week", "by": {"weekday": "monday", "of": "next"}},
        {"every": "2 weeks", "by": {"weekday": "monday"}},
        {**YEAR, "by": {"date": "12-02", "day": "3"}},
        {**YEAR, "by": {"month": "7", "day": "3"}},
        {**QUARTER, "by": {"month": "first", "day": "last"}},
        {"every": "4 months", "by": {"month": "first", "day": "3"}},
        {"every": "2 years", "by": {"month": "first", "day": "3"}},
        {"every": "nine-months", "by": {"date": "09-15", "of": "next"}},
        {**NHAN, "plus": "5 days", "check": {"after": "2026-07-01", "plus": "3 days"}},
        {**QUARTER, "plus": "10 days", "until": "2030"},
        {**QUARTER, "plus": "10 days", "from": "2026"},
        {**QUARTER, "plus": "10 days", "time": "16:00"},
        {**QUARTER, "from": "2026-03..2026-05"},
        {**QUARTER, "from": "2026", "until": "2026"},
        {**QUARTER, "from": "2026-01-01", "until": "2027"},
        {**QUARTER, "session": "1"},
        {**YEAR, "session": "last"},
        {**YEAR, "session": "9", "starting": "09-01"},
        {"start": {"within": "2026-03..2026-05"}},
        {"start": {"from": "2026-03..2026-05"}},
        {"start": {"from": "2026-03", "time": "08:00"}},
        {"by": "2026-06-30", "agencies": "cap-tinh"},  # called nothing
        {"by": "2026-06-30", "agencies": ["cap-xa", ID]},
        {"by": "2026-06-30", "aspirational": "true", "aim": {"by": "2026-06-05"}},
        {"by": "2026-06-30", "aim": {"by": "2026-06-05"}, "check": {**NHAN, "plus": "30 days"}},
        {"by": "2026-06-30", "aim": {**NHAN, "plus": "30 days"}},
        {"by": "2026-06-30", "aim": {"by": "2026-06-05", "aspirational": "true"}},
        {"by": "2026-06-30", "check": {"by": "2026-06-30"}},
        {"by": "2026-06-30", "check": {**NHAN, "plus": "0 days"}},
        {"by": "2026-06-30", "check": {**NHAN, "plus": "3 days", "aspirational": "true"}},
        {**YEAR, "by": "12-02", "aim": YEAR},
        {**QUARTER, "plus": "10 days", "aim": {**QUARTER, "before": {"month": "last", "day": "20"}}},
        {**QUARTER, "before": {"month": "last", "day": "20"}, "aim": {**QUARTER, "plus": "5 days"}},
        {**YEAR, "by": "12-02", "aim": {**YEAR, "by": "11-20", "until": "2030"}},
    ],
)  # fmt: skip
def test_what_would_be_read_as_another_rule_is_not_worded(rule: Any) -> None:
    (plain,) = _RULES.validate_python(rule)
    with pytest.raises(Unwordable):
        write(plain, WORDS)
