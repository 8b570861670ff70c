"""Pauses, returns and what an agency says of its debt, in words."""

from collections.abc import Iterator
from datetime import date, timedelta

from kehoach.calendar import WorkCalendar
from kehoach.explanations.rolling_words import rolled_words
from kehoach.model.decisions import Pause, Return
from kehoach.model.documents import Document
from kehoach.verdicts.assessment import Assessment, Status
from kehoach.verdicts.obligations import Obligation
from kehoach.verdicts.obligations.rolling import rolling_of_named
from kehoach.words import Lang, Text, captions, shown_day

_PAUSED = Text("tạm dừng {days}", "paused {days}")
_GOING_ON = Text("từ {first} ({letter})", "since {first} ({letter})")
_ENDED = Text("từ {first} đến hết {last} ({letter})", "from {first} to {last} ({letter})")
_FROM = Text("hạn gốc {since}", "due {since} before")
_REASON = Text("{what}: {why}", "{what}: {why}")
_MOVED = Text(
    "hạn {since} → {counted}: không tính {days} ngày tạm dừng",
    "due {since} → {counted}: {days} paused {days:day|days} {days:does|do} not count",
)
_NOT_COUNTED = Text(
    "sau hạn không tính {days} ngày tạm dừng",
    "after the due day, {days} paused {days:day|days} {days:does|do} not count",
)
_BEFORE = Text(
    "trước khi tạm dừng đã quá hạn {days} ngày",
    "before the pause it was {days} {days:day|days} overdue",
)
_SENT_BACK = Text("trả lại ngày {day}", "sent back on {day}")
_BY_LETTER = Text("ngày {day} ({letter})", "on {day} ({letter})")
_AGAIN = Text(
    "trả lại ngày {day}, gửi lại ngày {again}", "sent back on {day}, sent again on {again}"
)
_WHY = Text("lý do: {why}", "reason: {why}")
_EXPECTED = Text("dự kiến xong ngày {day}", "expected on {day}")


def pause_note(owed: Obligation, lang: Lang) -> str:
    """Return by which pauses a due day came to lie where it does, or what pauses it now; often nothing."""
    held, moved = owed.still.holding, owed.moved
    if held is not None:
        return _PAUSED.to(lang, days=_pause(held, lang))
    if moved is None or not moved.days:
        return ""
    told = [_FROM.to(lang, since=shown_day(moved.since, lang))]
    return "; ".join(told + [_PAUSED.to(lang, days=_pause(each, lang)) for each in _ended(owed)])


def pause_links(each: Assessment, calendar: WorkCalendar, as_of: date, lang: Lang) -> Iterator[str]:
    """Yield each pause with its letter and reason, and what it did to the due day or the days."""
    owed = each.obligation
    for pause in owed.still.pauses:
        yield _REASON.to(lang, what=_pause(pause, lang), why=pause.reason)
    if owed.moved is not None and owed.moved.days:
        since, days = owed.moved.since, owed.moved.days
        counted = since + timedelta(days)
        yield _MOVED.to(
            lang, since=shown_day(since, lang), counted=shown_day(counted, lang), days=days
        )
        local = calendar.of(owed.demand.calendar)
        rolling = rolling_of_named(owed.demand.plan, owed.demand.term, exact=False)
        yield from rolled_words(counted, local.roll(counted, rolling.way), rolling, local, lang)
    yield from _days_after(each, as_of, lang)


def _days_after(each: Assessment, as_of: date, lang: Lang) -> Iterator[str]:
    """Yield how many days after the due day are not counted, or were before the pause that holds."""
    owed, held = each.obligation, each.obligation.still.holding
    if owed.due is None:
        return
    if held is not None and each.status is Status.PAUSED:
        last = min(one.first for one in owed.still.spans if as_of in one) - timedelta(1)
        if (days := (last - owed.due).days - owed.still.between(owed.due, last)) > 0:
            yield _BEFORE.to(lang, days=days)
    elif each.days is not None and (days := owed.still.between(owed.due, _until(each, as_of))):
        yield _NOT_COUNTED.to(lang, days=days)


def _until(each: Assessment, as_of: date) -> date:
    """Return the day up to which days are counted: of the delivery, else of the verdict."""
    receipt = each.claim.receipt if each.claim and each.done else None
    return each.completed or (receipt.day if receipt else as_of)


def _ended(owed: Obligation) -> Iterator[Pause]:
    """Yield the pauses that are over and lay on or before the due day."""
    for each in owed.still.pauses:
        if each.until and owed.due and each.until < owed.still.as_of and each.from_ <= owed.due:
            yield each


def _pause(pause: Pause, lang: Lang) -> str:
    """Return from when to when, and by which letter."""
    first, letter = shown_day(pause.from_, lang), cited(pause.document, lang)
    if pause.until is None:
        return _GOING_ON.to(lang, first=first, letter=letter)
    return _ENDED.to(lang, first=first, last=shown_day(pause.until, lang), letter=letter)


def return_links(owed: Obligation, lang: Lang) -> Iterator[str]:
    """Yield each time that something was sent back, by which letter and why."""
    for each in owed.returns:
        yield _REASON.to(lang, what=_by_letter(each, lang), why=each.reason)


def _by_letter(each: Return, lang: Lang) -> str:
    day = shown_day(each.day, lang) if each.day else "—"
    return _BY_LETTER.to(lang, day=day, letter=cited(each.document, lang))


def return_note(each: Assessment, lang: Lang) -> str:
    """Return when it was last sent back, and when it was sent again; nothing where it never was."""
    if each.returned is None:
        return ""
    day = shown_day(each.returned, lang)
    if not each.done or each.claim is None or each.claim.receipt is None:
        return _SENT_BACK.to(lang, day=day)
    return _AGAIN.to(lang, day=day, again=shown_day(each.claim.receipt.day, lang))


def excuse_note(each: Assessment, lang: Lang) -> str:
    """Return why a task is not done and when it is expected, as its agency told last; often nothing."""
    told = []
    if each.reason_given:
        told.append(_WHY.to(lang, why=each.reason_given))
    if each.expected:
        told.append(_EXPECTED.to(lang, day=shown_day(each.expected, lang)))
    return "; ".join(told)


def debt_note(each: Assessment, lang: Lang) -> str:
    """Return what is said of a debt beside its due day: that it was sent back, why and until when."""
    return "; ".join(filter(None, (return_note(each, lang), excuse_note(each, lang))))


def cited(document: Document, lang: Lang) -> str:
    """Return a letter by number and day."""
    day = shown_day(document.date, lang) if document.date else "—"
    return captions.OF_DAY.to(lang, number=document.number or "—", day=day)
