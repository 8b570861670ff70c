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
)  # fmt: skip
EVENTS = (
    "ngày ký", "ngày có quyết định", "ngày họp", "năm học mới", "ngày kết thúc năm học", "kỳ họp thứ 12",
    "ngày bàn giao", "ngày Luật có hiệu lực",
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
