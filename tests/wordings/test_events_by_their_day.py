"""An event is one, whether "khi" or "ngày" leads on to it: who records it records it once."""

import pytest

from kehoach.wordings import read, write

_EVENTS = {
    "kết thúc kỳ họp": "ket-thuc-ky-hop",
    "kết thúc năm học 2025-2026": "ket-thuc-nam-hoc-2025-2026",
    "hội nghị": "hoi-nghi",
    "hội đồng họp": "hoi-dong-hop",
    "khai mạc": "khai-mac",
}
_ONE_WORD_WITH_NGAY = ("hội thi", "hội khỏe Phù Đổng", "pháp luật và đời sống", "kết thúc đợt 1")


@pytest.mark.parametrize("event", _EVENTS)
@pytest.mark.parametrize("lead", ["sau khi", "kể từ khi", "kể từ ngày", "kể từ\u00a0ngày"])
def test_what_leads_on_to_an_event_is_no_part_of_it(event: str, lead: str) -> None:
    reading = read(f"trong 10 ngày {lead} {event}")
    assert [each.id for each in reading.events] == [_EVENTS[event]]
    (rule,) = reading.rules
    assert read(write(rule, dict(reading.events))).rules == (rule,)


def test_a_day_of_the_people_keeps_its_name() -> None:
    """A festival (ngày hội) is no day of anything."""
    (event,) = read("trong 10 ngày sau khi tổ chức ngày hội đại đoàn kết").events
    assert event.text == "tổ chức ngày hội đại đoàn kết"


@pytest.mark.parametrize("event", _ONE_WORD_WITH_NGAY)
@pytest.mark.parametrize("wording", ["sau {} 03 ngày", "chậm nhất 03 ngày trước khi {}"])
def test_what_is_written_names_the_same_event(wording: str, event: str) -> None:
    """Counting "kể từ ngày hội thi" would be counting from a festival named "ngày hội thi"."""
    reading = read(wording.format(event))
    assert [each.text for each in reading.events] == [event]
    (rule,) = reading.rules
    assert read(write(rule, dict(reading.events))).rules == (rule,)


def test_a_full_stop_is_no_part_of_an_event() -> None:
    (event,) = read("trong 24 giờ kể từ khi phát hiện sự cố.").events
    assert event.text == "phát hiện sự cố"
