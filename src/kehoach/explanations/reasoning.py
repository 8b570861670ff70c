"""The steps of a deadline in words, each with the rule of law or policy it rests on."""

from collections.abc import Iterator
from datetime import date

from kehoach.calendar.working import WEEKEND, Rolled
from kehoach.explanations.labels import NO_REPORTING
from kehoach.model.deadlines import Term
from kehoach.model.deadlines.steps import CoveredBy, DayBefore
from kehoach.model.plan import Plan
from kehoach.periods import data_window
from kehoach.verdicts.obligations import Demand
from kehoach.words import Lang, Text, shown_day

_WEEKDAYS = (
    Text("thứ Hai", "Monday"), Text("thứ Ba", "Tuesday"), Text("thứ Tư", "Wednesday"),
    Text("thứ Năm", "Thursday"), Text("thứ Sáu", "Friday"), Text("thứ Bảy", "Saturday"),
    Text("Chủ nhật", "Sunday"),
)  # fmt: skip
_ROLLED = Text(
    "{nominal} là {why} → {due} (khoản 5 Điều 148 Bộ luật Dân sự 2015, áp dụng tương tự; "
    "chính sách roll: {policy})",
    "{nominal} is {why} → {due} (Civil Code 2015, Art. 148.5, by analogy; policy roll: {policy})",
)
_SAME_DAY = Text(
    "lưu ý: {due} chính là ngày mà “trước ngày …” loại trừ; hạn chỉ rơi vào đó vì ngày cuối gặp "
    "ngày nghỉ",
    "note: {due} is the very day that “before …” excludes; it is due then only because the last "
    "day fell on a day off",
)
_ESTIMATED = Text(
    "dự kiến: lịch nghỉ năm {year} chưa được quyết định",
    "expected: the holidays of {year} have not been decided",
)


def weekday(day: date, lang: Lang) -> str:
    """Return the name of the day of the week."""
    return _WEEKDAYS[day.weekday()].to(lang)


def rolled_words(term: Term, rolled: Rolled | None, plan: Plan, lang: Lang) -> Iterator[str]:
    """Yield why the due day differs from the nominal one, and what is uncertain about it."""
    if rolled is None or term.nominal is None:
        return
    due = shown_day(rolled.day, lang)
    if rolled.skipped:
        first = rolled.skipped[0]
        why = weekday(first.day, lang) if first.why == WEEKEND else first.why
        nominal = shown_day(term.nominal, lang)
        policy = term.roll or plan.policy.roll
        yield _ROLLED.to(lang, nominal=nominal, why=why, due=due, policy=policy)
        last = term.steps[-1]
        if isinstance(last, DayBefore) and last.exclusive and last.day == rolled.day:
            yield _SAME_DAY.to(lang, due=due)
    if rolled.estimated:
        yield _ESTIMATED.to(lang, year=rolled.day.year)


_WINDOW = Text(
    "số liệu từ {first} đến hết {last} (Điều 12 Nghị định 09/2019/NĐ-CP)",
    "data from {first} to {last} inclusive (Decree 09/2019/NĐ-CP, Art. 12)",
)


def reasoning(demand: Demand, lang: Lang) -> list[str]:
    """Return the steps from the rule to the due day."""
    unnamed = demand.plan.policy.reporting is None
    steps = [
        (NO_REPORTING if unnamed and isinstance(step, CoveredBy) else step.said()).to(lang)
        for step in demand.term.steps
    ]
    steps += rolled_words(demand.term, demand.rolled, demand.plan, lang)
    window = data_window(demand.term.period) if demand.item.window else None
    if window is not None:
        first, last = shown_day(window.first, lang), shown_day(window.last, lang)
        steps.append(_WINDOW.to(lang, first=first, last=last))
    return steps
