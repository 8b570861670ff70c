"""Days in the office's own files that cannot be: two for one thing, before the plan, after today."""

from collections.abc import Iterator
from datetime import date, timedelta

from kehoach.checks.office.decided_duties import begun
from kehoach.checks.review import OfficeReview
from kehoach.diagnostics import Affair, Example, Finding, Place, Rule, Severity, Value
from kehoach.model import file_names
from kehoach.model.decisions import (
    AnyDecision,
    Event,
    Extension,
    Pause,
    Request,
    Return,
    Session,
    Waiver,
    decided,
)
from kehoach.model.documents import Document
from kehoach.model.receipts import BookEntry
from kehoach.model.workspace import NO_PLAN
from kehoach.periods import ONCE, Span, is_start, parse_span
from kehoach.words import Text, day_words
from kehoach.words.slips import earlier_year, other_year

_HEAD = "schema: kehoach/decisions@1\n"
_EVENT = (
    "  - {id: dich-benh-duoc-kiem-soat, date: %s, document: {number: 5/TB, date: 2021-11-01}}\n"
)
_WAIVER = (
    _HEAD + "waivers:\n  - {item: III.1.c, reason: thiên tai, until: %s,"
    " document: {number: 12/QĐ-UBND, date: 2021-11-01}}\n"
)
_LETTER = (
    "schema: kehoach/receipts@1\nreceipts:\n  - {agency: so-tai-chinh, received: 2021-11-30,"
    " item: III.1.c, period: 2021, document: {number: 1/BC, date: %s}}\n"
)

OUTSIDE = Rule(
    "KH608", Severity.WARNING,
    Text("Ngày nằm ngoài thời gian của kế hoạch", "A day outside the plan's time"),
    Text("{what} {day} nằm {side} ({bound}){meant}", "{what} {day} lies {side} ({bound}){meant}"),
    Text("kiểm tra năm; nếu đúng thì để nguyên", "check the year; leave it where it is right"),
    Text("Hay gặp nhất là ghi nhầm năm; một ngày như vậy làm hạn sai đi hàng năm.",
         "Mostly the year is mistyped; such a day moves due days by years."),
    Example(_HEAD + "events:\n" + _EVENT % "2012-10-25", _HEAD + "events:\n" + _EVENT % "2021-10-25",
            "decisions.yaml"),
    affair=Affair.OFFICE,
)  # fmt: skip
AHEAD = Rule(
    "KH609", Severity.WARNING,
    Text("Ngày ở tương lai", "A day in the future"),
    Text("{what} {day} là ngày sau hôm nay ({bound}) nên chưa được tính{meant}",
         "{what} {day} lies after today ({bound}), and does not count yet{meant}"),
    Text("kiểm tra năm", "check the year"),
    Text("Không ai ghi vào sổ một văn bản chưa đến hay chưa ký; mục này sẽ im lặng cho tới ngày đó.",
         "Nobody records a letter that has not come or was not signed; it stays without effect till then."),
    Example(_HEAD + "events:\n" + (_EVENT % "2021-10-25").replace("2021-11-01", "2091-11-01"),
            _HEAD + "events:\n" + _EVENT % "2021-10-25", "decisions.yaml"),
    affair=Affair.OFFICE,
)  # fmt: skip
BEFORE_LETTER = Rule(
    "KH610", Severity.ERROR,
    Text("Ngày trước ngày của chính văn bản", "A day before its own letter"),
    Text("{what} {day} trước ngày {bound} của chính văn bản{meant}",
         "{what} {day} is before the letter's own day {bound}{meant}"),
    Text("sửa một trong hai ngày", "mend one of the two days"),
    Text("Một văn bản không thể đến, hay đòi báo cáo, trước khi nó được ký.",
         "No letter comes, or asks for anything, before it is written."),
    Example(_LETTER % "2021-12-20", _LETTER % "2021-11-29", "receipts.yaml"),
    affair=Affair.OFFICE,
)  # fmt: skip
TWO_DAYS = Rule(
    "KH611", Severity.ERROR,
    Text("Một sự việc có hai ngày", "One thing with two days"),
    Text("{what} đã ghi ngày {kept} và lại ghi ngày {day}; đang tính theo ngày {kept} của văn bản trước",
         "{what} is recorded for {kept} and for {day}; {kept}, of the earlier letter, is used"),
    Text("giữ lại một; nếu ngày đã đổi thì ghi ngày mới với văn bản đổi ngày, và xoá mục cũ",
         "keep one; where the day was moved, record the new one with its letter and delete the old"),
    Text("Một sự kiện chỉ xảy ra một lần; hai ngày thì hạn tính từ ngày nào không ai biết.",
         "An event happens once; with two days nobody knows from which the term counts."),
    Example(_HEAD + "events:\n" + _EVENT % "2021-10-25" + _EVENT % "2021-10-28",
            _HEAD + "events:\n" + _EVENT % "2021-10-25", "decisions.yaml"),
    affair=Affair.OFFICE,
)  # fmt: skip
RULES = (OUTSIDE, AHEAD, BEFORE_LETTER, TWO_DAYS)
_Moment = tuple[date, str | None]  # a day, and an hour of it where one is given
_YEAR = timedelta(days=366)
_IT = Text("ngày", "the day")
_UNTIL = Text("tạm dừng đến", "the pause until")
_ITS_LETTER = Text("văn bản ngày", "the letter of")
_EVENT_OF = Text("sự kiện “{id}”", "event “{id}”")
_SESSION_OF = Text("phiên họp của mục {item} kỳ {period}", "the session of item {item}, {period},")
_RECEIVED = Text("ngày nhận", "the day of receipt")
_BEFORE_PLAN = Text("trước khi có kế hoạch", "before the plan")
_NAMES = {
    Event: Text("sự kiện ngày", "the event of"), Session: Text("phiên họp ngày", "the session of"),
    Request: Text("hạn phải gửi", "the due day"), Extension: Text("gia hạn đến", "the extension to"),
    Waiver: Text("miễn đến", "excused until"), Return: Text("trả lại ngày", "the return of"),
    Pause: Text("tạm dừng từ", "the pause from"),
}  # fmt: skip
_BEFORE_PERIOD = Text("trước khi kỳ đó bắt đầu", "before its period begins")
_AFTER_PERIOD = Text("quá lâu sau kỳ bắt đầu ngày đó", "too long after the period that begins then")
_AFTER_PLAN = Text("sau khi kế hoạch kết thúc hơn một năm", "more than a year after the plan's end")


def find(review: OfficeReview) -> Iterator[Finding]:
    """Yield what cannot be of the days in decisions and in the registry book."""
    for kind, index, decision in review.files.decisions.each():
        place = Place(file_names.DECISIONS, (kind, index))
        yield from _letter(review, place, decision.document, decision.plan)
        yield from _day(review, place, decision)
    yield from _two_days(review)
    for index, entry in enumerate(review.files.book.receipts):
        yield from _received(review, index, entry)


def _letter(
    review: OfficeReview, place: Place, letter: Document, named: str | None
) -> Iterator[Finding]:
    """Yield a letter dated before the plan, or after today."""
    if letter.date is None:
        return
    at = Place(place.file, (*place.route, "document"))
    yield from _elsewhen(review, at, _ITS_LETTER, letter.date, named)


def _day(review: OfficeReview, place: Place, decision: AnyDecision) -> Iterator[Finding]:
    """Yield what cannot be of the day that a decision sets."""
    day, letter = decision.day, decision.document.date
    if day is None:
        return
    what = _NAMES.get(type(decision), _IT)
    if isinstance(decision, Request | Waiver | Return) and letter is not None and day < letter:
        yield _finding(BEFORE_LETTER, place, what, day, letter)
    elif isinstance(decision, Session) and (span := _asked_in(decision)):
        if not span.first <= day <= span.last + _YEAR / 2:
            side = _BEFORE_PERIOD if day < span.first else _AFTER_PERIOD
            yield _finding(OUTSIDE, place, what, day, span.first, side)
    elif not isinstance(decision, Waiver):
        yield from _outside_plan(review, place, decision, day)


def _outside_plan(
    review: OfficeReview, place: Place, decision: AnyDecision, day: date
) -> Iterator[Finding]:
    """Yield a day that a decision sets before the plan or long after it."""
    first, what = isinstance(decision, Event | Return | Pause), _NAMES.get(type(decision), _IT)
    yield from _outside(review, place, what, day, decision.plan, first=first)
    if isinstance(decision, Pause) and decision.until and not decision.backwards:
        yield from _outside(review, place, _UNTIL, decision.until, decision.plan)


def _asked_in(session: Session) -> Span | None:
    """Return the days of the period of which a session is; a one-off and a beginning have none."""
    period = session.period
    return None if period == ONCE or is_start(period) else parse_span(period)


def _received(review: OfficeReview, index: int, entry: BookEntry) -> Iterator[Finding]:
    """Yield what cannot be of the day on which the book says that something came."""
    place, letter = Place(file_names.BOOK, ("receipts", index)), entry.document.date
    at = Place(place.file, (*place.route, "received"))
    elsewhen = list(_elsewhen(review, at, _RECEIVED, entry.received, entry.plan))
    yield from elsewhen or _letter(review, place, entry.document, entry.plan)
    if letter is not None and entry.received < letter:
        yield _finding(BEFORE_LETTER, at, _RECEIVED, entry.received, letter)


def _outside(
    review: OfficeReview,
    place: Place,
    what: Text,
    day: date,
    named: str | None,
    *,
    first: bool = True,
) -> Iterator[Finding]:
    """Yield a day before the plans that may be meant, or long after their end."""
    plans = [each.plan for each in review.files.plans if named in (None, each.plan.id)]
    if not plans:
        return
    start, last = min(map(begun, plans)), max(plan.period.last for plan in plans)
    if first and day < start:
        yield _finding(OUTSIDE, place, what, day, start, _BEFORE_PLAN)
    elif day > last and (day - last).days > _YEAR.days:
        yield _finding(OUTSIDE, place, what, day, last, _AFTER_PLAN)


def _elsewhen(
    review: OfficeReview, place: Place, what: Text, day: date, named: str | None
) -> Iterator[Finding]:
    """Yield a day of something that has happened which lies after today, or outside the plan."""
    if review.today is not None and day > review.today:
        yield _finding(AHEAD, place, what, day, review.today)
    else:
        yield from _outside(review, place, what, day, named)


def _finding(
    rule: Rule, place: Place, what: Text, day: date, bound: date, side: Text | str = ""
) -> Finding:
    """Return a finding on a day and what bounds it, with the year that was probably meant."""
    back = rule is AHEAD or side is _AFTER_PLAN or side is _AFTER_PERIOD
    meant = earlier_year(day, bound) if back else other_year(day, bound)
    values: dict[str, Value] = {"what": what, "day": day, "bound": bound, "side": side}
    return Finding(rule, place, {**values, "meant": meant})


def _two_days(review: OfficeReview) -> Iterator[Finding]:
    """Yield each event and each session that is recorded again with another day, or another hour of it."""
    kept: dict[tuple[str | None, ...], _Moment] = {}
    dated = [each for each in review.files.decisions.each() if each[2].document.cited]
    for kind, index, decision in sorted(dated, key=lambda each: decided(each[2])):
        if not isinstance(decision, Event | Session) or decision.plan == NO_PLAN:
            continue
        key, what = _happening(decision)
        told = (decision.date, getattr(decision, "time", None))
        first = kept.get(key, told)
        hours = {first[1], told[1]} - {None}
        if first[0] == told[0] and len(hours) <= 1:
            kept[key] = (first[0], hours.pop() if hours else None)
        else:
            place = Place(file_names.DECISIONS, (kind, index, "date"))
            yield Finding(TWO_DAYS, place, {"what": what, "kept": _at(*first), "day": _at(*told)})


def _at(day: date, hour: str | None) -> Text:
    """Return a day, with the hour where one is given."""
    said = day_words(day)
    return Text(f"{said.vi} {hour}", f"{said.en} {hour}") if hour else said


def _happening(decision: Event | Session) -> tuple[tuple[str | None, ...], Text]:
    """Return what happens once, and what it is called."""
    if isinstance(decision, Event):
        return (decision.plan, decision.id), _EVENT_OF.filled(id=decision.id)
    period = decision.period
    named = _SESSION_OF.filled(item=decision.item, period=period)
    return (decision.plan, decision.item, period), named
