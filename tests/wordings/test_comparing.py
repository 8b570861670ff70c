"""A wording and a plan's deadline agree where both come to the same periods and days."""

from typing import Any

import pytest

from kehoach.wordings import read
from kehoach.wordings.comparing import agree, holds
from model.deadline_terms import RULES, frame_of

_YEAR, _HALF = {"every": "year"}, {"every": "half-year"}
_PLAN = frame_of("2026..2030")
_TWICE = "trước ngày 30/5 và 31/10 hằng năm"
_UPON = "chậm nhất ngày 30/6/2026, sau khi ký quyết định"
_SIGNED = "trong thời hạn 30 ngày kể từ ngày ký quyết định"


@pytest.mark.parametrize(
    ("wording", "rules", "same"),
    [
        # a day, however it is written
        ("trước ngày 30/6/2026", {"before": "2026-06-30"}, True),
        ("trước ngày 30/6/2026", {"by": "2026-06-29"}, True),
        ("trước ngày 30/6/2026", {"by": "2026-06-30"}, False),
        ("trước 16 giờ ngày 30/6/2026", {"by": "2026-06-30", "time": "16:00"}, True),
        ("trước 16 giờ ngày 30/6/2026", {"by": "2026-06-30", "time": "17:00"}, False),
        ("phấn đấu trước ngày 30/6/2026", {"before": "2026-06-30"}, False),
        ("trước ngày 30/6/2026 (phấn đấu trước ngày 15/6/2026)", {"before": "2026-06-30"}, False),
        ("đối với cấp xã: trước ngày 30/6/2026", {"before": "2026-06-30"}, False),
        ("đối với cấp xã: trước ngày 30/6/2026", {"before": "2026-06-30", "agencies": "xa"}, True),
        # a span: its last day, and from when it is open where both are spans
        ("trong Quý II/2026", {"within": "2026-04..2026-06"}, True),
        ("trong Quý II/2026", {"within": "2026-05..2026-06"}, False),
        ("trong Quý II/2026", {"by": "2026-06-30"}, True),
        # two days of a year are two yearly rules, or one of half-years
        (_TWICE, {**_HALF, "before": ["05-30", "10-31"]}, True),
        (_TWICE, {**_HALF, "by": ["05-29", "10-30"]}, True),
        (_TWICE, [{**_YEAR, "before": "05-30"}, {**_YEAR, "before": "10-31"}], True),
        (_TWICE, [{**_YEAR, "before": "10-31"}, {**_YEAR, "before": "05-30"}], True),
        (_TWICE, {**_YEAR, "before": "05-30"}, False),
        (_TWICE, [{**_YEAR, "before": "05-30"}, {**_YEAR, "before": "05-30"}], False),
        # "of the next half-year" is no day of a year
        (_TWICE, {**_HALF, "before": ["05-30", {"date": "10-31", "of": "next"}]}, False),
        # every day of a list is said, or it is another list
        ("trước ngày 30/5 hằng năm", [{**_YEAR, "before": "05-30"}, {"by": "2026-12-31"}], False),
        # a paper referred to counts where nothing else is said
        ("theo quy định", {"not_set": "theo hướng dẫn của Bộ"}, True),
        ("theo quy định", {"by": "2026-12-31"}, False),
        ("trước ngày 30/6/2026", [{"before": "2026-06-30"}, {"not_set": "theo quy định"}], True),
        # what recurs: the plan may say from when, until when
        ("hằng quý", {"every": "quarter", "from": "2027", "until": "2028"}, True),
        ("hằng quý", {"every": "3 months"}, True),
        ("hằng quý", {"every": "month"}, False),
        ("hằng quý, từ năm 2027", {"every": "quarter"}, False),
        ("hằng năm, từ năm 2032", {**_YEAR, "from": "2033"}, False),
        ("hằng năm, từ năm 2032", {**_YEAR, "from": "2032"}, True),
        ("thường xuyên", {"continuous": "true", "from": "2027"}, True),
        ("thường xuyên, đến năm 2028", {"continuous": "true", "until": "2029"}, False),
        # events are compared by how they count, not by the ids that words make
        (_SIGNED, {"event": "quyet-dinh", "plus": "30 days"}, True),
        (_SIGNED, {"event": "quyet-dinh", "plus": "30 working days"}, False),
        ("sau khi ký quyết định", {"when": "quyet-dinh"}, True),
        ("sau khi ký quyết định", {"when": "quyet-dinh", "by": "2026-06-30"}, False),
        (_UPON, {"when": "quyet-dinh", "by": "2026-06-30"}, True),
        (_UPON, {"when": "quyet-dinh", "by": "2026-07-31"}, False),
        (_UPON, {"when": "quyet-dinh", "before": "2026-06-30"}, False),
        (_UPON, {"when": "quyet-dinh"}, False),
        ("10 ngày trước khi khai mạc", {"event": "hoi-nghi", "minus": "10 days"}, True),
        ("10 ngày trước khi khai mạc", {"event": "hoi-nghi", "plus": "10 days"}, False),
        ("phấn đấu 10 ngày kể từ ngày ký", {"event": "ky", "plus": "10 days"}, False),
        ("phấn đấu 10 ngày kể từ ngày ký",
         {"event": "ky", "plus": "10 days", "aspirational": "true"}, True),
        ("khi có yêu cầu", {"on_request": "true"}, True),
        ("khi có yêu cầu", {"continuous": "true"}, False),
        # beginnings
        ("từ tháng 3/2027", {"start": {"from": "2027-03"}}, True),
        ("từ tháng 3/2027", {"start": {"from": "2027-03-01"}}, True),
        ("từ tháng 3/2027", {"start": {"from": "2027-04"}}, False),
        ("từ 8 giờ ngày 03/8/2026", {"start": {"from": "2026-08-03", "time": "09:00"}}, False),
        ("từ 8 giờ ngày 03/8/2026", {"start": {"from": "2026-08-03", "time": "08:00"}}, True),
        ("khởi công trước ngày 30/6/2026", {"start": {"before": "2026-06-30"}}, True),
        ("khởi công trước ngày 30/6/2026", {"start": {"by": "2026-06-30"}}, False),
        ("từ tháng 3/2027", {"from": "2027-03", "continuous": "true"}, False),
    ],
)  # fmt: skip
def test_they_agree_by_what_they_come_to(wording: str, rules: Any, same: bool) -> None:
    reading = read(wording)
    assert reading.understood
    assert agree(RULES.validate_python(rules), reading.rules, _PLAN) is same


def test_what_is_certain_is_held_among_others() -> None:
    certain = read("trước ngày 30/6/2026").rules
    listed = RULES.validate_python([{"by": "2026-12-31"}, {"before": "2026-06-30"}])
    assert holds(listed, certain, _PLAN)
    assert not holds(listed[:1], certain, _PLAN)
    assert not agree(listed, certain, _PLAN)
