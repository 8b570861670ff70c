"""What hangs on a time that lacks its year waits for nothing that happens: it is asked about, never read.

Taken for an event called "15/6", it would never be due, and nobody would miss it.
"""

import pytest

from kehoach.wordings import read

TIMES = (
    "15/6", "ngày 15/6", "8/2026", "tháng 8/2026", "tháng 8", "quý II", "Quý III/2026", "năm 2026",
    "đầu năm", "giữa năm 2026", "cuối năm", "ngày đầu tiên của tháng", "hôm nay", "ngày mai", "năm sau",
    "tháng tới",
    "tuần tới", "thứ Hai", "sáng thứ Hai", "mốc 30/6/2026", "thời điểm 15/6",
    "ngày đó", "lúc ấy", "ngày nêu trên", "thời hạn trên", "thời hạn quy định",
    "ngày kết thúc quý tiếp theo", "ngày kết thúc quý sau", "ngày kết thúc tháng sau",
    "ngày kết thúc năm tiếp theo", "khi bắt đầu quý sau", "khi hết quý sau", "ngày kết thúc tháng 6",
    "ngày bắt đầu năm mới", "khi bước sang quý IV", "ngày kết thúc năm dương lịch",
    "ngày kết thúc quý liền kề", "khi kết thúc quý báo cáo tiếp theo", "khi qua tháng sau",
    "ngày kết thúc giai đoạn 2021-2025", "ngày bắt đầu tuần kế tiếp", "khi kết thúc nửa đầu năm",
    "ngày bắt đầu từ 15/6", "khi bắt đầu ngày 01/7",
)  # fmt: skip
EVENTS = (
    "ngày ký", "ngày có quyết định", "ngày họp", "năm học mới", "ngày kết thúc năm học", "kỳ họp thứ 12",
    "ngày bàn giao", "ngày Luật có hiệu lực", "ngày kết thúc", "ngày bắt đầu", "ngày kết thúc đợt 2",
    "ngày kết thúc giai đoạn 2", "khi bắt đầu học kỳ II", "ngày kết thúc kỳ họp thứ 12",
    "ngày kết thúc kiểm tra", "ngày kết thúc nhiệm kỳ", "ngày hoàn thành", "ngày hoàn thành báo cáo",
    "ngày kết thúc báo cáo", "ngày có báo cáo",
)  # fmt: skip


@pytest.mark.parametrize("time", TIMES)
def test_a_time_is_no_event(time: str) -> None:
    for wording in (f"30 ngày kể từ {time}", f"trước 15 ngày so với {time}"):
        reading = read(wording)
        assert not reading.understood or not reading.events, wording


@pytest.mark.parametrize("event", EVENTS)
def test_an_event_may_have_words_of_time_in_its_name(event: str) -> None:
    (awaited,) = read(f"30 ngày kể từ {event}").events
    assert awaited.text in event


def test_a_beginning_stays_one() -> None:
    """It hangs on nothing: from the last day of the year on."""
    assert "start" in read("kể từ cuối năm 2026").forms[0]


def test_a_share_of_all_is_something_that_happens() -> None:
    assert read("sau khi 2/3 số xã hoàn thành").events
