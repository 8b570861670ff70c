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
