"""The steps of a deadline in words, each with the rule of law or policy it rests on."""

from collections.abc import Iterator
from datetime import date

from kehoach.calendar.working import WEEKEND, Rolled
from kehoach.explanations.labels import NO_REPORTING
from kehoach.model.deadlines import Step, Term, Why
from kehoach.model.plan import Plan
from kehoach.periods import data_window
from kehoach.verdicts.obligations import Demand
from kehoach.words import Lang, Text, shown_day

_WEEKDAYS = (
    Text("thứ Hai", "Monday"), Text("thứ Ba", "Tuesday"), Text("thứ Tư", "Wednesday"),
    Text("thứ Năm", "Thursday"), Text("thứ Sáu", "Friday"), Text("thứ Bảy", "Saturday"),
    Text("Chủ nhật", "Sunday"),
)  # fmt: skip
_UNITS = {
    "day": Text("ngày", "days"),
    "working day": Text("ngày làm việc", "working days"),
    "week": Text("tuần", "weeks"),
    "month": Text("tháng", "months"),
    "year": Text("năm", "years"),
}
_STEPS = {
    Why.DAY_NAMED: Text("văn bản nêu chính ngày {day}", "the document names the very day {day}"),
    Why.SPAN_END: Text("“trong …”: ngày cuối của khoảng thời gian là {day}",
                       "“within …”: the last day of the span is {day}"),
    Why.BEFORE_DAY: Text(
        "“trước ngày {day}”, chính sách before: exclusive → ngày cuối còn đúng hạn là {last}",
        "“before {day}”, policy before: exclusive → the last day on time is {last}"),
    Why.BEFORE_INCLUSIVE: Text(
        "“trước ngày {day}”, chính sách before: inclusive → chính ngày {last} còn đúng hạn",
        "“before {day}”, policy before: inclusive → {last} itself is on time"),
    Why.BEFORE_SPAN: Text(
        "“trước” tháng hoặc năm bắt đầu ngày {day} → ngày cuối còn đúng hạn là {last}",
        "“before” the month or year that begins on {day} → the last day on time is {last}"),
    Why.PERIOD_END: Text("không nêu ngày: ngày cuối của kỳ là {day}",
                         "no day is named: the last day of the period is {day}"),
    Why.COUNTED: Text(
        "{count} {unit} kể từ {from}, không tính ngày đầu → {last} "
        "(Điều 147, 148 Bộ luật Dân sự 2015)",
        "{count} {unit} from {from}, the first day not counted → {last} "
        "(Civil Code 2015, Art. 147–148)"),
    Why.COUNTED_BACK: Text("{count} {unit} trước {from} → {last}",
                           "{count} {unit} before {from} → {last}"),
    Why.COUNTED_WORKING: Text(
        "{count} ngày làm việc kể từ {from}, không tính ngày đầu → {last} "
        "(Điều 147 Bộ luật Dân sự 2015)",
        "{count} working days from {from}, the first day not counted → {last} "
        "(Civil Code 2015, Art. 147)"),
    Why.EVENT_RECORDED: Text("sự kiện “{event}” ghi nhận ngày {day}",
                             "event “{event}” recorded on {day}"),
    Why.EVENT_AWAITED: Text("sự kiện “{event}” chưa được ghi nhận",
                            "event “{event}” has not been recorded"),
    Why.NO_DATE_SET: Text("đủ điều kiện; văn bản không ấn định ngày",
                          "the condition is met; the document sets no date"),
    Why.SESSION_RECORDED: Text("phiên họp ghi nhận ngày {day}", "the session is on {day}"),
    Why.SESSION_ASSUMED: Text("ngày họp chưa ghi nhận: tạm tính đến {day}",
                              "the session's day is not recorded: assumed by {day}"),
    Why.CONTINUOUS: Text("thường xuyên: không có hạn riêng", "continuous: no due day of its own"),
    Why.COVERED_BY: Text("đánh giá qua báo cáo kỳ {period}, hạn {day}",
                         "judged by the report of {period}, due {day}"),
    Why.REQUESTED: Text("yêu cầu ngày {made}, hạn {day}", "requested on {made}, due {day}"),
}  # fmt: skip
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


def step_words(step: Step, lang: Lang) -> str:
    """Return one step as a sentence."""
    values = {
        name: shown_day(value, lang) if isinstance(value, date) else value
        for name, value in step.values.items()
    }
    if "unit" in values:
        values["unit"] = _UNITS[str(values["unit"])].to(lang)
    return _STEPS[step.why].to(lang, **values)


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
        if last.why is Why.BEFORE_DAY and last.values["day"] == rolled.day:
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
        NO_REPORTING.to(lang) if unnamed and step.why is Why.COVERED_BY else step_words(step, lang)
        for step in demand.term.steps
    ]
    steps += rolled_words(demand.term, demand.rolled, demand.plan, lang)
    window = data_window(demand.term.period) if demand.item.window else None
    if window is not None:
        first, last = shown_day(window.first, lang), shown_day(window.last, lang)
        steps.append(_WINDOW.to(lang, first=first, last=last))
    return steps
