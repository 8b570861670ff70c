"""A day off in words: where a due day came to lie, by which rule, or by which rule it stayed."""

from collections.abc import Iterator
from datetime import date

from kehoach.calendar import Rolled, WorkCalendar
from kehoach.calendar.working import WEEKEND
from kehoach.verdicts.obligations.rolling import RolledBy, Rolling
from kehoach.words import Lang, Text, shown_day

_WEEKDAYS = (
    Text("thứ Hai", "Monday"), Text("thứ Ba", "Tuesday"), Text("thứ Tư", "Wednesday"),
    Text("thứ Năm", "Thursday"), Text("thứ Sáu", "Friday"), Text("thứ Bảy", "Saturday"),
    Text("Chủ nhật", "Sunday"),
)  # fmt: skip
_FORWARD = Text(
    "{nominal} là {why} → {due} (khoản 5 Điều 148 Bộ luật Dân sự 2015, áp dụng tương tự; {rule})",
    "{nominal} is {why} → {due} (Civil Code 2015, Art. 148.5, by analogy; {rule})",
)
_BACKWARD = Text("{nominal} là {why} → {due} ({rule})", "{nominal} is {why} → {due} ({rule})")
_STAYS = Text("{nominal} là {why}, không dời ({rule})", "{nominal} is {why}; it stays ({rule})")
_RULE = {
    RolledBy.POLICY: Text("chính sách roll: {way}", "policy roll: {way}"),
    RolledBy.DEADLINE: Text("thời hạn này ghi roll: {way}", "this deadline says roll: {way}"),
    RolledBy.COUNTED_BACK: Text(
        "hạn tính lùi không được rút ngắn thời gian báo trước, tham khảo khoản 4 Điều 3 Quy chế (EEC, "
        "Euratom) 1182/71; chính sách counted_back: {way}",
        "what is counted back must not shorten the notice, compare Reg. (EEC, Euratom) 1182/71, Art. "
        "3(4); policy counted_back: {way}",
    ),
    RolledBy.CLOCK: Text("hạn có giờ không dời, trừ khi thời hạn này ghi roll",
                         "an hour stays where it is, unless this deadline says roll"),
    RolledBy.SESSION: Text("phiên họp ghi nhận đúng ngày này", "the session is held on this day"),
    RolledBy.EXACT: Text("văn bản ấn định đúng ngày này, exact: true",
                         "the letter sets this very day, exact: true"),
}  # fmt: skip
_ESTIMATED = Text(
    "dự kiến: lịch nghỉ năm {year} chưa được quyết định",
    "expected: the holidays of {year} have not been decided",
)
_OPEN = Text(
    "dự kiến: chưa đối chiếu được văn bản cho nghỉ ngày {days}",
    "expected: no adopted text was read that gives {days} off",
)


def weekday(day: date, lang: Lang) -> str:
    """Return the name of the day of the week."""
    return _WEEKDAYS[day.weekday()].to(lang)


def rolled_words(
    nominal: date, rolled: Rolled, rolling: Rolling, calendar: WorkCalendar, lang: Lang
) -> Iterator[str]:
    """Yield why a due day differs from the day named, or stays on a day off, and what is unsure."""
    why = calendar.why_off(nominal)
    if why is not None:
        moved = _FORWARD if rolled.day > nominal else _BACKWARD
        yield (_STAYS if rolled.day == nominal else moved).to(
            lang,
            nominal=shown_day(nominal, lang),
            why=weekday(nominal, lang) if why == WEEKEND else why,
            due=shown_day(rolled.day, lang),
            rule=_RULE[rolling.by].to(lang, way=rolling.way),
        )
    if rolled.open:
        yield _OPEN.to(lang, days=", ".join(shown_day(day, lang) for day in rolled.open))
    elif rolled.estimated:
        yield _ESTIMATED.to(lang, year=rolled.day.year)
