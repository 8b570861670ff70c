"""``kehoach export --format ics``: every due day as a whole-day event, with reminders.

For everybody an event is an item in a period, whoever owes it; an extension makes an event of its
own. For agencies asked for by name each has events of its own. The ids never change from one export
to the next, so that a calendar replaces what it holds. ``icalendar`` is the extra ``calendar``.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vText

from kehoach import __version__
from kehoach.explanations.due_notes import ASSUMED, aim_note, moved_note
from kehoach.explanations.labels import SAMPLE, reason_words, state_words
from kehoach.explanations.provenance import telling_policy
from kehoach.explanations.reasoning import day_off_words
from kehoach.periods import DAY
from kehoach.run import Run
from kehoach.sheets.export_data import asked_words, revision_words
from kehoach.sheets.export_duties import DueEvent, Duty, due_events
from kehoach.terminal.heading import heading
from kehoach.terminal.screen import Screen
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.escapes import storable
from kehoach.words.period_names import period_text
from kehoach.words.safety import one_line, unobeyed, unobeyed_folds

_REMINDERS = (30, 7, 1)  # days before the due day
_FEW = 40
_NAME = Text("Kế hoạch {plans}: thời hạn", "Plan {plans}: due days")
_DUE = Text("Hạn {item}", "Due {item}")
_OPEN = Text("còn {open}/{all} cơ quan", "{open} of {all} to go")
_REMIND = Text("Còn {days} ngày: {what}", "{days} {days:day|days} left: {what}")
_WORDED = Text("Thời hạn ghi: “{wording}”", "Deadline as worded: “{wording}”")
_LAST = Text("Ngày cuối còn đúng hạn: {day}{time}", "Last day on time: {day}{time}")
_REQUESTED = Text("Kế hoạch chỉ đề nghị.", "The plan only requests it.")
_NOT_BEGUN = Text("Kỳ chưa bắt đầu", "The period has not begun")
_AS_OF = Text("Kế hoạch {plans}, tính đến hết ngày {day}", "Plan {plans}, as of the end of {day}")
_ALL_DONE = Text("Tất cả đã hoàn thành", "All have delivered")
_MORE = Text("… và {count} cơ quan khác", "… and {count} more {count:agency|agencies}")


def export_ics(run: Run, screen: Screen) -> bytes:
    """Return the calendar, events in order of day."""
    lang = screen.lang
    calendar = Calendar()
    calendar.add("prodid", f"-//kehoach//kehoach {__version__}//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(_calendar_name(run, lang)))
    calendar.add("x-wr-caldesc", vText(_lines(_about(run, lang))))
    calendar.add("x-wr-timezone", run.timezone)
    on = _on(run, lang)
    for due in due_events(run):
        calendar.add_component(_event(run, due, on, lang))
    content: bytes = calendar.to_ical()
    return unobeyed_folds(content.decode()).encode()


def _event(run: Run, due: DueEvent, on: str, lang: Lang) -> Event:
    """Return one due day; what has been delivered by all reminds nobody any more."""
    summary = _summary(run, due, lang)
    event = Event()
    event.add("uid", due.uid)
    # When this was said: the date judged, and never the clock.
    event.add("dtstamp", datetime(run.as_of.year, run.as_of.month, run.as_of.day, tzinfo=UTC))
    event.add("dtstart", due.day)
    event.add("dtend", due.day + DAY)
    event.add("summary", summary)
    event.add("description", _lines([*_description(run, due, lang), "", on]))
    event.add("transp", "TRANSPARENT")
    for days in _REMINDERS if due.day >= run.as_of and due.open else ():
        event.add_component(_reminder(days, _REMIND.to(lang, days=days, what=summary)))
    return event


def _reminder(days: int, words: str) -> Alarm:
    """Return a reminder so many days before."""
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(days=-days))
    alarm.add("description", words)
    return alarm


def _summary(run: Run, due: DueEvent, lang: Lang) -> str:
    """Return the line that a calendar shows: what, which period, how many are left, or whose."""
    demand, still = due.demand, len(due.open)
    name = period_text(demand.period).to(lang)
    period = f" ({name})" if name else ""
    who = _OPEN.to(lang, open=still, all=len(due.duties)) if still else captions.DONE.to(lang)
    if len({duty.agency for duty in due.duties}) == 1:
        name = run.agency_name(due.duties[0].agency)
        who = name if still else f"{name}, {who}"
    what = _DUE.to(lang, item=demand.item.id)
    return one_line(storable(f"{what}: {demand.item.title}{period} · {who}"))


def _description(run: Run, due: DueEvent, lang: Lang) -> Iterator[str]:
    """Yield the sentence, the deadline as worded and as read, who has still to deliver."""
    demand = due.demand
    yield demand.item.sentence
    yield ""
    if demand.item.wording:
        yield _WORDED.to(lang, wording=demand.item.wording)
    time = f" {demand.term.time}" if demand.term.time else ""
    yield _LAST.to(lang, day=shown_day(due.day, lang), time=time)
    if due.day == demand.due:  # why it is not the day that the words name; none was decided later
        yield from day_off_words(demand, run.workspace.calendar, lang)
    notes = (moved_note(each.verdict.obligation, lang) for each in due.duties if each.verdict)
    yield from filter(None, dict.fromkeys(notes))
    assumed = ASSUMED.to(lang) if demand.term.assumed else ""
    for note in filter(None, (assumed, aim_note(demand.term, lang))):
        yield f"{note[:1].upper()}{note[1:]}."
    if demand.item.binding == "requested":
        yield _REQUESTED.to(lang)
    yield ""
    yield from _standing(run, due.open, lang)


def _standing(run: Run, still: Sequence[Duty], lang: Lang) -> Iterator[str]:
    """Yield who has still to deliver, each with the state."""
    if not still:
        yield _ALL_DONE.to(lang)
    for duty in still[:_FEW]:
        state = _NOT_BEGUN.to(lang)
        if duty.verdict:
            state = f"{state_words(duty.verdict, lang)}; {reason_words(duty.verdict, lang)}"
        yield f"- {run.agency_name(duty.agency)}: {state}"
    if len(still) > _FEW:
        yield _MORE.to(lang, count=len(still) - _FEW)


def _lines(told: Iterable[str]) -> str:
    return unobeyed(storable("\n".join(told)))


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
    return "\n".join([as_of, revision_words(run, lang), *sample, *telling_policy(run, lang)])


def _about(run: Run, lang: Lang) -> Iterator[str]:
    """Yield what is judged, as of when, and on what data."""
    yield from (line.plain for line in heading(run, Screen(lang=lang)))
    yield revision_words(run, lang)
    if asked := asked_words(run, lang):
        yield asked
