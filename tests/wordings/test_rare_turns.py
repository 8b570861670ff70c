"""Turns that wordings seldom take, each of which the grammar knows: what they say, from their own words."""

from collections.abc import Mapping, Sequence

import pytest

from kehoach.wordings import read

Forms = Sequence[Mapping[str, object]]


@pytest.mark.parametrize(
    ("wording", "forms"),
    [
        # two days that are both aimed at, and an aim that is of a beginning
        ("phấn đấu trước ngày 30/6/2026, phấn đấu trước ngày 15/7/2026",
         [{"before": "2026-06-30", "aspirational": "true"},
          {"before": "2026-07-15", "aspirational": "true"}]),
        ("trước ngày 30/6/2026, phấn đấu bắt đầu trước 15/6/2026",
         [{"before": "2026-06-30"}, {"start": {"before": "2026-06-15", "aspirational": "true"}}]),
        # years that follow one another are one span, a quarter and another year are two
        ("năm 2026, năm 2027", [{"within": "2026..2027"}]),
        ("Quý III/2026, năm 2027", [{"within": "2026-Q3"}, {"within": "2027"}]),
        ("trước năm hai nghìn linh chín", [{"before": "2009"}]),
        # the days and years of names, of which one has no end
        ("Nghị quyết nhiệm kỳ 2021, trước ngày 30/6/2026", [{"before": "2026-06-30"}]),
        ("Quyết định số 15/QĐ-UBND ngày 15 tháng 6 năm 2025, trước ngày 30/6/2026",
         [{"before": "2026-06-30"}]),
        ("Thực hiện Quyết định số 45/QĐ-TTg ngày 10.01.2026, trước ngày 30/6/2026",
         [{"before": "2026-06-30"}]),
        ("Thực hiện Quyết định số 45/QĐ-TTg ngày 10-01-2026, trước ngày 30/6/2026",
         [{"before": "2026-06-30"}]),
        # a school year ends on a day that is to be recorded; a year ends on 31 December
        ("10 ngày sau khi kết thúc năm học", [{"event": "ket-thuc-nam-hoc", "plus": "10 days"}]),
        ("10 ngày sau khi kết thúc tháng tập huấn",
         [{"event": "ket-thuc-thang-tap-huan", "plus": "10 days"}]),
        ("10 ngày sau khi kết thúc năm", [{"every": "year", "plus": "10 days"}]),
        # Civil Code 2015, Art. 146.1: half a year is 6 months
        ("trong vòng nửa năm kể từ ngày 30/6/2026", [{"after": "2026-06-30", "plus": "6 months"}]),
        ("hằng quý hoặc báo cáo khi có yêu cầu", [{"every": "quarter"}, {"on_request": "true"}]),
        # what is told of data, and a comma at the end, are none of what is referred to
        ("theo Kế hoạch số 15/KH-UBND. Số liệu tính đến 14/12",
         [{"not_set": "theo Kế hoạch số 15/KH-UBND"}]),
        ("theo Kế hoạch,", [{"not_set": "theo Kế hoạch"}]),
        # what is kept up may have its times elsewhere; a rhythm has them
        ("thường xuyên, theo quy định", [{"continuous": "true"}, {"not_set": "theo quy định"}]),
        ("hằng quý, theo quy định", [{"every": "quarter"}]),
        ("cấp xã theo quy định, cấp tỉnh trước ngày 30/6/2026",
         [{"not_set": "theo quy định", "agencies": ["cap-xa"]},
          {"before": "2026-06-30", "agencies": ["cap-tinh"]}]),
    ],
)  # fmt: skip
def test_it_is_read(wording: str, forms: Forms) -> None:
    reading = read(wording)
    assert reading.understood, reading.doubts
    assert list(reading.forms) == forms


@pytest.mark.parametrize(
    ("wording", "forms"),
    [
        ("tại kỳ họp tháng 7", [{"session": "2026-07"}]),
        ("quý II và khi có yêu cầu", [{"within": "2026-Q2"}, {"on_request": "true"}]),
        ("quý II, sau đó duy trì thường xuyên", [{"within": "2026-Q2"}, {"continuous": "true"}]),
    ],
)
def test_it_is_read_in_a_plan_of_one_year(wording: str, forms: Forms) -> None:
    assert not read(wording).understood
    reading = read(wording, 2026)
    assert reading.understood, reading.doubts
    assert list(reading.forms) == forms
    assert reading.of_year == 2026


@pytest.mark.parametrize(
    "wording",
    [
        "duy trì thường xuyên đến ngày 15",  # of which month
        "hằng quý, hằng năm trước ngày 15/6 và 15/12",  # 15 June is a day of one quarter in four
        "trước 17h00 00 ngày 30/6/2026",
        "ngày 31 các tháng 4, 6",  # neither has a 31st
        "kể từ khi: ký",
        "thường hằng năm",  # as a rule, and when not
        "từ cuối tháng đến ngày 30/6/2026",  # the end of which month
        "hàng năm từ tháng 6/2026 đến ngày 15/9/2026",  # each year, and in one summer
    ],
)
def test_it_is_doubted(wording: str) -> None:
    reading = read(wording)
    assert not reading.rules
    assert reading.doubts


@pytest.mark.parametrize(
    "wording",
    [
        "trước ngày 30/6/2026 khi có yêu cầu",
        "trước ngày 30/6/2026 (khi có yêu cầu)",
        "Trước ngày 15/12 hằng năm (theo yêu cầu)",
        "hằng năm (trước ngày 10/12) khi có yêu cầu",
    ],
)
def test_a_time_on_request_alone_is_no_debt_of_who_was_not_asked(wording: str) -> None:
    """Nothing says that there are two: whoever is asked for nothing may owe nothing."""
    reading = read(wording)
    assert not reading.rules
    assert not reading.certain
    assert reading.doubts


@pytest.mark.parametrize(
    ("wording", "first"),
    [
        ("hằng quý (đột xuất khi có yêu cầu)", {"every": "quarter"}),
        ("hằng quý (hoặc khi có yêu cầu)", {"every": "quarter"}),
        ("hằng quý, khi có yêu cầu", {"every": "quarter"}),
        ("hằng quý/khi có yêu cầu", {"every": "quarter"}),
        ("Hằng quý\nKhi có yêu cầu", {"every": "quarter"}),
        ("thường xuyên khi có yêu cầu", {"continuous": "true"}),  # never overdue, asked for or not
    ],
)
def test_what_is_asked_for_besides_is_a_rule_of_its_own(
    wording: str, first: dict[str, str]
) -> None:
    reading = read(wording)
    assert list(reading.forms) == [first, {"on_request": "true"}]


def test_a_day_that_its_year_does_not_have_leaves_nothing_certain() -> None:
    """The quarter's day is in doubt; beside it, 2026 has no 29 February, so that no rule is shown."""
    reading = read(
        "cấp xã trước ngày 29/02, cấp tỉnh trước ngày 25/6/2026, cấp huyện hằng quý trước ngày 15/6"
    )
    assert not reading.understood
    assert reading.certain == ()
