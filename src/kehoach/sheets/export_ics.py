"""``kehoach export --format ics``: every due day as a whole-day event, with reminders.

For everybody an event is an item in a period, whoever owes it; an extension makes an event of its
own. For agencies asked for by name each has events of its own. The ids never change from one export
to the next, so that a calendar replaces what it holds. ``icalendar`` is the extra ``calendar``.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from urllib.parse import quote

from icalendar import Alarm, Calendar, Event, vText

from kehoach import __version__
from kehoach.explanations.labels import SAMPLE, reason_words, state_words
from kehoach.explanations.reasoning import rolled_words
from kehoach.run import Run
from kehoach.sheets.export_data import asked_words, revision_words
from kehoach.sheets.export_duties import Duty, duties
from kehoach.terminal.heading import heading
from kehoach.terminal.screen import Screen
from kehoach.verdicts.obligations import Demand
from kehoach.words import Lang, Text, shown_day
from kehoach.words.escapes import storable
from kehoach.words.safety import one_line

_REMINDERS = (30, 7, 1)  # days before the due day
_FEW = 40
_NAME = Text("Kế hoạch {plans}: thời hạn", "Plan {plans}: due days")
_DUE = Text("Hạn {item}", "Due {item}")
_OPEN = Text("còn {open}/{all} cơ quan", "{open} of {all} to go")
_DONE = Text("đã xong", "done")
_REMIND = Text("Còn {days} ngày: {what}", "{days} days left: {what}")
_WORDED = Text("Thời hạn ghi: “{wording}”", "Deadline as worded: “{wording}”")
_LAST = Text("Ngày cuối còn đúng hạn: {day}{time}", "Last day on time: {day}{time}")
_REQUESTED = Text("Kế hoạch chỉ đề nghị.", "The plan only requests it.")
_NOT_BEGUN = Text("Kỳ chưa bắt đầu", "The period has not begun")
_AS_OF = Text("Kế hoạch {plans}, tính đến hết ngày {day}", "Plan {plans}, as of the end of {day}")
_ALL_DONE = Text("Tất cả đã hoàn thành", "All have delivered")
_MORE = Text("… và {count} cơ quan khác", "… and {count} more agencies")


def export_ics(run: Run, screen: Screen) -> bytes:
    """Return the calendar, events in order of day."""
    lang = screen.lang
    calendar = Calendar()
    calendar.add("prodid", f"-//kehoach//kehoach {__version__}//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(_calendar_name(run, lang)))
    calendar.add("x-wr-caldesc", vText(storable("\n".join(_about(run, lang)))))
    calendar.add("x-wr-timezone", run.timezone)
    on = _on(run, lang)
    for uid, group in sorted(_events(run).items(), key=lambda each: (_day(each[1]), each[0])):
        calendar.add_component(_event(run, uid, group, on, lang))
    content: bytes = calendar.to_ical()
    return content


def _events(run: Run) -> dict[str, list[Duty]]:
    """Return the duties by the id of the event that they make together."""
    groups: dict[str, list[Duty]] = defaultdict(list)
    for duty in duties(run):
        demand = duty.demand
        own = bool(run.asked.agencies) or duty.due != demand.due
        parts = (demand.plan.id, demand.item.id, demand.period, *([duty.agency] if own else []))
        groups["/".join(quote(part, safe="") for part in parts) + "@kehoach"].append(duty)
    return groups


def _day(group: Sequence[Duty]) -> date:
    """Return the day of an event: of several days of one agency the first."""
    return min(duty.due for duty in group)


def _event(run: Run, uid: str, group: Sequence[Duty], on: str, lang: Lang) -> Event:
    """Return one due day; what has been delivered by all reminds nobody any more."""
    day, summary = _day(group), _summary(run, group, lang)
    event = Event()
    event.add("uid", uid)
    # When this was said: the date judged, and never the clock.
    event.add("dtstamp", datetime(run.as_of.year, run.as_of.month, run.as_of.day, tzinfo=UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", storable("\n".join([*_description(run, group, lang), "", on])))
    event.add("transp", "TRANSPARENT")
    if day >= run.as_of and any(duty.open for duty in group):
        for days in _REMINDERS:
            event.add_component(_reminder(days, _REMIND.to(lang, days=days, what=summary)))
    return event


def _reminder(days: int, words: str) -> Alarm:
    """Return a reminder so many days before."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(days=-days))
    alarm.add("description", words)
    return alarm


def _summary(run: Run, group: Sequence[Duty], lang: Lang) -> str:
    """Return the line that a calendar shows: what, which period, how many are left, or whose."""
    demand = group[0].demand
    period = "" if demand.period == "once" else f" ({demand.period})"
    still = sum(duty.open for duty in group)
    who = _OPEN.to(lang, open=still, all=len(group)) if still else _DONE.to(lang)
    if len({duty.agency for duty in group}) == 1:
        name = run.agency_name(group[0].agency)
        who = name if still else f"{name}, {who}"
    due = _DUE.to(lang, item=demand.item.id)
    return one_line(storable(f"{due}: {demand.item.title}{period} · {who}"))


def _description(run: Run, group: Sequence[Duty], lang: Lang) -> Iterator[str]:
    """Yield the sentence, the deadline as worded and as read, who has still to deliver."""
    demand = group[0].demand
    yield demand.item.sentence
    yield ""
    if demand.item.wording:
        yield _WORDED.to(lang, wording=demand.item.wording)
    time = f" {demand.term.time}" if demand.term.time else ""
    yield _LAST.to(lang, day=shown_day(_day(group), lang), time=time)
    yield from _why(demand, group, lang)
    if demand.item.binding == "requested":
        yield _REQUESTED.to(lang)
    yield ""
    yield from _standing(run, group, lang)


def _why(demand: Demand, group: Sequence[Duty], lang: Lang) -> Iterator[str]:
    """Yield why the due day is not the one that the words name, where nothing was decided later."""
    if _day(group) == demand.due:
        yield from rolled_words(demand.term, demand.rolled, demand.plan, lang)


def _standing(run: Run, group: Sequence[Duty], lang: Lang) -> Iterator[str]:
    """Yield who has still to deliver, each with the state."""
    still = [duty for duty in group if duty.open]
    if not still:
        yield _ALL_DONE.to(lang)
    for duty in still[:_FEW]:
        state = _NOT_BEGUN.to(lang)
        if duty.verdict:
            state = f"{state_words(duty.verdict, lang)}; {reason_words(duty.verdict, lang)}"
        yield f"- {run.agency_name(duty.agency)}: {state}"
    if len(still) > _FEW:
        yield _MORE.to(lang, count=len(still) - _FEW)


def _calendar_name(run: Run, lang: Lang) -> str:
    """Return the calendar's name: of which plans, and of whom."""
    name = _NAME.to(lang, plans=", ".join(plan.id for plan in run.plans))
    agencies = ", ".join(run.agency_name(id_) for id_ in run.asked.agencies)
    return one_line(storable(f"{name} · {agencies}" if agencies else name))


def _on(run: Run, lang: Lang) -> str:
    """Return by which plan, as of when and on what data an event was written, in short."""
    plans = ", ".join(plan.id for plan in run.plans)
    as_of = _AS_OF.to(lang, plans=plans, day=shown_day(run.as_of, lang))
    sample = [SAMPLE.to(lang)] if run.sample else []
    return "\n".join([as_of, revision_words(run, lang), *sample])


def _about(run: Run, lang: Lang) -> Iterator[str]:
    """Yield what is judged, as of when, and on what data."""
    yield from (line.plain for line in heading(run, Screen(lang=lang)))
    yield revision_words(run, lang)
    if asked := asked_words(run, lang):
        yield asked
