"""The steps of a deadline in words, each with the rule of law or policy it rests on."""

from collections.abc import Iterator

from kehoach.calendar import WorkCalendar
from kehoach.explanations.labels import NO_REPORTING
from kehoach.explanations.rolling_words import rolled_words
from kehoach.model.deadlines.steps import CoveredBy, DayBefore
from kehoach.periods import data_window
from kehoach.verdicts.obligations import Demand
from kehoach.words import Lang, Text, shown_day

_SAME_DAY = Text(
    "lưu ý: {due} chính là ngày mà “trước ngày …” loại trừ; hạn chỉ rơi vào đó vì ngày cuối gặp "
    "ngày nghỉ",
    "note: {due} is the very day that “before …” excludes; it is due then only because the last "
    "day fell on a day off",
)
_CALENDAR = Text(
    "tính theo lịch riêng “{name}” (calendar.yaml, calendars: {id})",
    "by the calendar “{name}” (calendar.yaml, calendars: {id})",
)
_WINDOW = Text(
    "số liệu từ {first} đến hết {last} (Điều 12 Nghị định 09/2019/NĐ-CP)",
    "data from {first} to {last} inclusive (Decree 09/2019/NĐ-CP, Art. 12)",
)


def reasoning(demand: Demand, calendar: WorkCalendar, lang: Lang) -> list[str]:
    """Return the steps from the rule to the due day."""
    unnamed = demand.plan.policy.reporting is None
    steps = [
        (NO_REPORTING if unnamed and isinstance(step, CoveredBy) else step.said()).to(lang)
        for step in demand.term.steps
    ]
    steps += day_off_words(demand, calendar, lang)
    window = data_window(demand.term.period) if demand.item.window else None
    if window is not None:
        first, last = shown_day(window.first, lang), shown_day(window.last, lang)
        steps.append(_WINDOW.to(lang, first=first, last=last))
    return steps


def day_off_words(demand: Demand, calendar: WorkCalendar, lang: Lang) -> Iterator[str]:
    """Yield why the due day differs from the nominal one, and what is uncertain about it."""
    nominal, rolled = demand.term.nominal, demand.rolled
    if rolled is None or nominal is None:
        return
    own = calendar.of(demand.calendar)
    if demand.calendar:
        yield _CALENDAR.to(lang, name=own.name, id=demand.calendar)
    yield from rolled_words(nominal, rolled, demand.rolling, own, lang)
    last = demand.term.steps[-1]
    excluded = isinstance(last, DayBefore) and last.exclusive and last.day == rolled.day
    if excluded and rolled.day != nominal:
        yield _SAME_DAY.to(lang, due=shown_day(rolled.day, lang))
