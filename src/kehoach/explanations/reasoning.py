"""The steps of a deadline in words, each with the rule of law or policy it rests on."""

from collections.abc import Iterator

from kehoach.calendar import WorkCalendar
from kehoach.explanations.bodies import names_of
from kehoach.explanations.due_notes import aim_note
from kehoach.explanations.labels import NO_REPORTING
from kehoach.explanations.rolling_words import rolled_words
from kehoach.model.deadlines import Step, Term
from kehoach.model.deadlines.steps import CoveredBy, DayBefore
from kehoach.periods import data_window
from kehoach.run import Run
from kehoach.verdicts.obligations import Demand, reckoned_alike
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
_ONLY = Text("thời hạn này chỉ của: {names}", "this deadline binds only: {names}")
_BY_CLOCK = Text("hạn đến {time} ngày đó", "by {time} on that day")
_NEVER_DUE = Text("(không tính quá hạn)", "(never overdue)")
_OWN = Text("văn bản tự tính: {steps}", "the document's own reckoning: {steps}")
_ALIKE = {
    None: Text(f"{_OWN.vi}; chưa đối chiếu được", f"{_OWN.en}; it cannot be compared yet"),
    True: Text(f"{_OWN.vi}; khớp với thời hạn này", f"{_OWN.en}; it is the same day"),
    False: Text(
        f"{_OWN.vi}; KHÁC thời hạn này, cần đối chiếu", f"{_OWN.en}; NOT this day, to be settled"
    ),
}
_WINDOW = Text(
    "số liệu từ {first} đến hết {last} (Điều 12 Nghị định 09/2019/NĐ-CP)",
    "data from {first} to {last} inclusive (Decree 09/2019/NĐ-CP, Art. 12)",
)


def reasoning(run: Run, demand: Demand, lang: Lang) -> list[str]:
    """Return the steps from the rule to the due day, and what stands beside that day."""
    calendar = run.workspace.calendar
    steps = [_bound(run, demand, lang)] if demand.term.bound else []
    steps += [_said(demand, step).to(lang) for step in demand.term.steps]
    if demand.term.time and demand.term.nominal and not demand.term.in_hours:
        steps.append(_BY_CLOCK.to(lang, time=demand.term.time))
    steps += day_off_words(demand, calendar, lang)
    if aim := aim_note(demand.term, lang):
        steps.append(f"{aim} {_NEVER_DUE.to(lang)}")
    if demand.term.check is not None:
        steps.append(_checked(demand, demand.term.check, calendar, lang))
    window = data_window(demand.term.period) if demand.item.window else None
    if window is not None:
        first, last = shown_day(window.first, lang), shown_day(window.last, lang)
        steps.append(_WINDOW.to(lang, first=first, last=last))
    return steps


def _bound(run: Run, demand: Demand, lang: Lang) -> str:
    """Return whom alone this deadline binds."""
    return _ONLY.to(lang, names=names_of(run, demand.term.bound))


def _said(demand: Demand, step: Step) -> Text:
    """Return a step in words; of the report that covers work, what the plan leaves open."""
    plan = demand.plan
    if not isinstance(step, CoveredBy):
        return step.said()
    if plan.policy.reporting is None:
        return NO_REPORTING
    reporting = plan.item.get(plan.policy.reporting)  # what is written wrong is no item
    rules = reporting.deadlines if reporting else ()
    return step.said_of_groups() if any(rule.agencies for rule in rules) else step.said()


def _checked(demand: Demand, check: Term, calendar: WorkCalendar, lang: Lang) -> str:
    """Return the document's own reckoning of the day, and whether it comes to the same."""
    steps = "; ".join(step.said().to(lang) for step in check.steps)
    return _ALIKE[reckoned_alike(demand, calendar.of(demand.calendar))].to(lang, steps=steps)


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
