"""Calendars of single agencies that are not there, or that no agency goes by."""

from collections.abc import Iterator

from kehoach.checks.review import OfficeReview
from kehoach.checks.sample_files import REGISTRY
from kehoach.diagnostics import Example, Finding, Place, Rule, Severity
from kehoach.model import file_names
from kehoach.words import Text
from kehoach.words.nearness import did_you_mean, nearest

_AGENCY = REGISTRY + "  - {id: xa-dao, name: UBND xã đảo, calendar: %s}\n"
_CALENDAR = """\
schema: kehoach/calendar@1
calendars:
  dao:
    name: Xã đảo
    also_off:
      - {date: 2021-08-27, name: Nghỉ tránh bão}
"""

UNKNOWN_CALENDAR = Rule(
    "KH316", Severity.ERROR,
    Text("Không có lịch này", "Unknown calendar"),
    Text("không có lịch “{id}” trong calendar.yaml{meant}", "calendar.yaml has no calendar “{id}”{meant}"),
    Text("sửa mã, hoặc thêm “{id}” vào calendars của calendar.yaml",
         "mend the id, or add “{id}” to calendars in calendar.yaml"),
    Text("Hạn của cơ quan này đang tính theo lịch chung.",
         "The agency's due days are reckoned by the calendar of all meanwhile."),
    Example(_AGENCY % "dao-xa", _AGENCY % "dao", "agencies.yaml", beside=("calendar.yaml", _CALENDAR)),
)  # fmt: skip
UNUSED_CALENDAR = Rule(
    "KH317", Severity.WARNING,
    Text("Lịch không ai dùng", "A calendar that nobody goes by"),
    Text("không cơ quan nào ghi “calendar: {id}”", "no agency says “calendar: {id}”"),
    Text("ghi “calendar: {id}” ở các cơ quan trong agencies.yaml, hoặc xoá lịch này",
         "write “calendar: {id}” at its agencies in agencies.yaml, or delete it"),
    Text("Lịch không ai dùng không đổi hạn nào.", "A calendar that nobody goes by moves no due day."),
    Example(_CALENDAR + _CALENDAR.partition("calendars:\n")[2].replace("dao", "nui"), _CALENDAR,
            "calendar.yaml", beside=("agencies.yaml", _AGENCY % "dao")),
)  # fmt: skip
RULES = (UNKNOWN_CALENDAR, UNUSED_CALENDAR)


def find(review: OfficeReview) -> Iterator[Finding]:
    """Yield the calendars that agencies name in vain, and those that none names."""
    holidays = review.files.holidays
    calendars = {id_: (each.name,) for id_, each in holidays.calendars.items()} if holidays else {}
    used: set[str] = set()
    for index, agency in enumerate(review.files.registry.agencies):
        if agency.calendar is None:
            continue
        used.add(agency.calendar)
        if agency.calendar not in calendars:
            place = Place(file_names.REGISTRY, ("agencies", index, "calendar"))
            meant = did_you_mean(nearest(agency.calendar, calendars, most=1))
            yield Finding(UNKNOWN_CALENDAR, place, {"id": agency.calendar, "meant": meant})
    for id_ in calendars.keys() - used:
        place = Place(file_names.CALENDAR, ("calendars", id_), key=True)
        yield Finding(UNUSED_CALENDAR, place, {"id": id_})
