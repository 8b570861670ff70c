"""Words that plans seldom use: read as they stand, or doubted; each worked out from its own words."""

from collections.abc import Mapping, Sequence

import pytest

from kehoach.wordings import read, write

Forms = Sequence[Mapping[str, object]]


@pytest.mark.parametrize(
    ("wording", "forms"),
    [
        ("thường xuyên, từ ngày 01/7/2026", [{"continuous": "true", "from": "2026-07-01"}]),
        ("thường xuyên và hằng năm", [{"continuous": "true"}, {"every": "year"}]),
        # years that follow upon nothing dated: kept up, from no certain year on
        ("hằng năm; duy trì thường xuyên các năm tiếp theo", [{"every": "year"}, {"continuous": "true"}]),
        # 2024 has a 29 February
        ("năm 2024 (trước 29/02)", [{"before": "2024-02-29"}]),
        # one list of days: "trước" is of both
        ("trước ngày 15/6/2026 và ngày 30/8/2026", [{"before": "2026-06-15"}, {"before": "2026-08-30"}]),
        ("trước ngày 15/6/2026 và hằng năm", [{"before": "2026-06-15"}, {"every": "year"}]),
        # Civil Code 2015, Art. 148.6: 0:00 is the end of the day before
        ("trước 0 giờ ngày 01/7/2026", [{"by": "2026-06-30"}]),
        ("trước 17h 00 ngày 30/6/2026", [{"by": "2026-06-30", "time": "17:00"}]),
        ("trước 17h, ngày 30/6/2026", [{"by": "2026-06-30", "time": "17:00"}]),
        ("chậm nhất ngày 30/6/2026, 17 giờ", [{"by": "2026-06-30", "time": "17:00"}]),
        ("chậm nhất ngày 30/6/2026 vào 17 giờ", [{"by": "2026-06-30", "time": "17:00"}]),
        # numbers in words
        ("ngày hai mươi tháng sáu năm hai nghìn không trăm hai mươi sáu", [{"by": "2026-06-20"}]),
        ("trước năm hai nghìn không trăm ba mươi", [{"before": "2030"}]),
        ("hằng năm, trước ngày 15 tháng mười hai", [{"every": "year", "before": "12-15"}]),
        # Art. 146.1: half a month is 15 days
        ("nửa tháng sau ngày 30/6/2026", [{"after": "2026-06-30", "plus": "15 days"}]),
        # the second round, and ten days; the fifth, and two: no "two or ten", no "five or two"
        ("vòng hai, mười ngày sau ngày 30/6/2026", [{"after": "2026-06-30", "plus": "10 days"}]),
        ("vòng năm, hai ngày sau ngày 30/6/2026", [{"after": "2026-06-30", "plus": "2 days"}]),
        ("06 tháng kể từ ngày 30/6/2026", [{"after": "2026-06-30", "plus": "6 months"}]),
        ("từ ngày 15 đến 6/2026", [{"within": "2026-06-15..2026-06-30"}]),
        ("ngày đầu tiên của tháng 6/2026", [{"by": "2026-06-01"}]),
        # the first working day is the first day that is one: rolled on; the last one is rolled back
        ("ngày làm việc đầu tiên hằng tháng", [{"every": "month", "by": {"day": "1"}, "roll": "next"}]),
        ("ngày làm việc cuối cùng hằng tháng",
         [{"every": "month", "by": {"day": "last"}, "roll": "previous"}]),
        ("chậm nhất vào ngày làm việc đầu tiên của quý",
         [{"every": "quarter", "by": {"month": "first", "day": "1"}, "roll": "next"}]),
        # days at the edge of each month: the last of them is the day
        ("trong 05 ngày đầu của mỗi tháng", [{"every": "month", "by": {"day": "5"}}]),
        ("05 ngày cuối cùng của mỗi tháng", [{"every": "month", "by": {"day": "last"}}]),
        # a month of a quarter that is named; there are but three
        ("trước ngày 20 tháng cuối của quý III/2026", [{"before": "2026-09-20"}]),
        ("theo quy định (Phụ lục I) và hằng năm", [{"every": "year"}]),
        ("theo Kế hoạch số 15/KH-UBND (Phụ lục I kèm theo)", [{"not_set": "theo Kế hoạch số 15/KH-UBND"}]),
        # what is referred to may have two makers; what stands behind "và" may be a time of its own
        ("theo Kế hoạch của Sở Nội vụ và Sở Tài chính",
         [{"not_set": "theo Kế hoạch của Sở Nội vụ và Sở Tài chính"}]),
        ("theo Kế hoạch của Sở Nội vụ và trước ngày 30/6/2026", [{"before": "2026-06-30"}]),
        # a month has more weeks than one: what recurs goes on within it
        ("hằng tuần, tháng 12/2026", [{"every": "week", "from": "2026-12", "until": "2026-12"}]),
        ("6 tháng: trước ngày 10/6; năm: trước ngày 10/12",
         [{"every": "first-half", "before": "06-10"}, {"every": "year", "before": "12-10"}]),
        ("hằng quý, 6 tháng và năm", [{"every": "quarter"}, {"every": "half-year"}, {"every": "year"}]),
        ("Nghị quyết nhiệm kỳ 2021-2026, trước ngày 30/6/2026", [{"before": "2026-06-30"}]),
    ],
)  # fmt: skip
def test_it_is_read_as_it_stands(wording: str, forms: Forms) -> None:
    reading = read(wording)
    assert reading.understood, reading.doubts
    assert list(reading.forms) == forms


@pytest.mark.parametrize(
    "wording",
    [
        "hằng quý, bắt đầu trước ngày 30/6/2026",  # a beginning once, of what recurs
        "trước 0 giờ ngày 01/7",  # the end of which year's 30 June
        "năm 2025 (trước 29/02)",  # 2025 has none
        # nor has 2026, whose year stands with another's day
        "cấp xã trước ngày 29/02, cấp tỉnh trước ngày 25/6/2026",
        "cấp xã từ ngày 20/02 đến ngày 29/02, cấp tỉnh trước ngày 25/6/2026",
        "đợt 1: 29/02, đợt 2: 15/12/2026",
        "phấn đấu khởi công trước ngày 29/02, hoàn thành chậm nhất ngày 30/6/2026",
        "hằng quý, tại phiên họp tháng 12",  # a session in one of four quarters
        "sơ kết 6 tháng, tổng kết năm 2026",  # the year is of the other work
        "sau khi họp 05 ngày, trong tháng 6/2026",
        "sau khi họp 05 ngày, trước ngày 30/6/2026",  # two ends of one matter
        "trước ngày 20 hằng tháng và 15/6",  # of which year
        "báo cáo tháng, quý, năm trước ngày 15/6 và 15/12",  # two days for three rhythms
        "hằng năm, trước ngày 15/6, ngày 20 của tháng cuối quý",
        "6 tháng một lần sau khi ký quyết định",
        "kể từ khi",
        "từ tháng 12/2026 đến tháng 6/2026",  # ends before it begins
        "từ ngày 20/6/2026 đến ngày 10/6/2026",
        "từ tháng 3 đến ngày 10/6/2026",
        "ngày 5, 6 tháng 6, quý II/2026",
        "trước ngày 20 tháng 5 của quý III/2026",  # a quarter has three months
        "trước ngày 31/6/2026",
        "trước ngày 31 tháng 4",
        "trước ngày 30/6/2026, 17 giờ",  # 17:00 on the 29th or on the 30th
        "hoặc hằng năm",
        "hai mốt ngày kể từ ngày ký",  # 21 in speech; "mốt" alone is no number
        "ba lăm ngày kể từ ngày ký",
        "đối với",  # cut short: of whom
        "trước ngày 31/3/2026 (phấn đấu trước ngày 20/3/2026 đối với",
        # "trước" of both days, so that the 19th is the last, or of the first alone
        "trước ngày 15 hằng tháng và ngày 20 của tháng cuối quý",
        "báo cáo 9 tháng trước ngày 15/9 và báo cáo năm ngày 15/12",
    ],
)
def test_it_is_doubted(wording: str) -> None:
    reading = read(wording)
    assert not reading.rules
    assert reading.doubts


def test_what_is_certain_beside_a_doubt_names_its_event() -> None:
    """The page of the deadline writes the rule by the words of its event."""
    reading = read("30 ngày kể từ ngày khai mạc, quý")
    assert [doubt.words for doubt in reading.doubts] == ["quý"]
    assert [words for _, words in reading.events] == ["khai mạc"]
    assert [write(rule, dict(reading.events)) for rule in reading.certain] == [
        "trong thời hạn 30 ngày kể từ ngày khai mạc"
    ]


@pytest.mark.parametrize(
    "wording",
    [
        "sau khi ký quyết định",
        "05 ngày kể từ ngày ký quyết định",
        "05 ngày kể từ ngày ký quyết định.",
        "05 ngày kể từ ngày ký quyết định,",
        "05 ngày kể từ ngày ký quyết định và hằng quý",
        "05 ngày kể từ ngày ký quyết định hoặc khi có yêu cầu",
    ],
)
def test_a_reading_names_the_event_that_it_waits_for(wording: str) -> None:
    """An office that records the event must find it under its words."""
    assert [words for _, words in read(wording).events] == ["ký quyết định"]


def test_the_end_of_a_term_of_office_is_an_event() -> None:
    (event,) = read("trong Nhiệm kỳ 2025-2030").events
    assert event.text == "kết thúc nhiệm kỳ 2025-2030"


@pytest.mark.parametrize("between", [" và ", ", và "])
def test_each_of_two_events_has_its_own_words(between: str) -> None:
    reading = read(f"sau khi ký quyết định{between}ban hành văn bản")
    assert [words for _, words in reading.events] == ["ký quyết định", "ban hành văn bản"]
