"""Decisions without effect: for somebody who owes nothing there, or of nothing that waits for them."""

from collections.abc import Iterator

from kehoach.checks.office.decided_duties import Decided, decided
from kehoach.checks.review import WholeReview, inset_period
from kehoach.diagnostics import Affair, Example, Finding, Place, Rule, Severity, Value
from kehoach.model.deadlines.events import AfterEvents, Counted
from kehoach.model.deadlines.one_off import AtOneSession
from kehoach.model.deadlines.open_ended import OnRequest
from kehoach.model.deadlines.recurring import AtSession
from kehoach.model.decisions import AnyDecision, Event, Extension, Pause, Request, Session, Waiver
from kehoach.model.plan import Item
from kehoach.verdicts.obligations.extending import Refusal
from kehoach.verdicts.obligations.pausing import Standstill, standstill
from kehoach.words import Text, day_words

_HEAD = "schema: kehoach/decisions@1\n"
_WAIVER = (
    _HEAD + "waivers:\n  - {item: II.3.5, agencies: [%s], reason: thiên tai,"
    " document: {number: 12/QĐ-UBND, date: 2021-11-01}}\n"
)
_SESSION = (
    _HEAD + "sessions:\n  - {item: %s, period: 2021, date: 2021-12-09,"
    " document: {number: 3/GM, date: 2021-12-01}}\n"
)

NOT_ITS = Rule(
    "KH606", Severity.WARNING,
    Text("Quyết định cho cơ quan không có nghĩa vụ đó", "A decision for somebody who does not owe it"),
    Text("mục {item}{of} không giao cho {agency}, nên quyết định này không có tác dụng với {agency}",
         "item {item}{of} is not laid on {agency}: for {agency} this decision has no effect"),
    Text("kiểm tra số mục và mã cơ quan; mục này giao cho: {owners}",
         "check the item and the agency; it is laid on: {owners}"),
    Text("Ghi nhầm mã thì cơ quan được miễn, được gia hạn thật vẫn bị coi là quá hạn.",
         "With the wrong id the agency that was really excused or given time still counts as late."),
    Example(_WAIVER % "so-tai-chinh", _WAIVER % "so-tu-phap", "decisions.yaml"),
    affair=Affair.OFFICE,
)  # fmt: skip
VAIN = Rule(
    "KH607", Severity.WARNING,
    Text("Quyết định không có tác dụng", "A decision without effect"),
    Text("quyết định này không có tác dụng: {why}", "this decision has no effect: {why}"),
    Text("sửa mã, kỳ hoặc ngày; nếu thừa thì xoá",
         "mend the id, the period or the day; delete it if it is one too many"),
    Text("Một quyết định không làm thay đổi kết luận nào thường là ghi nhầm, và điều định ghi thì chưa có.",
         "A decision that changes no verdict is mostly mistyped, and what was meant is not recorded."),
    Example(_SESSION % "III.1.c", _SESSION % "III.2.c", "decisions.yaml"),
    affair=Affair.OFFICE,
)  # fmt: skip
RULES = (NOT_ITS, VAIN)

_NOT_AWAITED = Text("không thời hạn nào chờ sự kiện “{id}”", "no deadline waits for event “{id}”")
_NO_SESSION = Text("mục {item} không đến hạn tại phiên họp nào", "item {item} is due at no session")
_NO_REQUEST = Text("mục {item} không phải báo cáo theo yêu cầu",
                   "item {item} is not reported on request")  # fmt: skip
_NOTHING = Text("không kỳ nào của mục {item} đang được giao cho ai",
                "nothing of item {item} is laid on anybody")  # fmt: skip
_SAME = Text("ngày {day} không muộn hơn hạn đang có {since}",
             "{day} comes to no later than {since}, which stands")  # fmt: skip
_UNDATED = Text(
    "mục {item} không có hạn để gia", "item {item} has no due day that could be put off"
)
_AGAIN = Text("một mục khác đã nói điều này", "another entry says this already")
_WITHIN = Text("mọi ngày của nó đã nằm trong lần tạm dừng khác",
               "each of its days lies in another pause already")  # fmt: skip
_DONE_BEFORE = Text(
    "mọi việc liên quan đã xong trước ngày đó", "all of it was done before that day"
)
_EXPIRED = Text(
    "hết hiệu lực ngày {day}, trước khi kỳ bắt đầu", "it expires on {day}, before the period begins"
)


def across(review: WholeReview) -> Iterator[Finding]:
    """Yield the decisions that no verdict takes up, and the agencies that one names in vain."""
    said: set[object] = set()
    for each in decided(review):
        elsewhere = list(_not_theirs(each))
        yield from elsewhere
        if len(elsewhere) < len(each.agencies) or not each.agencies:
            why = _why(each) or _repeated(each, said)
            if why is not None:
                yield Finding(VAIN, each.place, {"why": why}, each.subject)


def _not_theirs(each: Decided) -> Iterator[Finding]:
    """Yield each agency named that owes nothing of what is decided on."""
    item = each.item
    if item is None or not each.demands or not _awaited(each.decision, item):
        return
    period = each.period
    for number, body in enumerate(each.agencies):
        if each.knows(body) and not each.falls_on(body):
            values: dict[str, Value] = {
                "item": item.id,
                "of": inset_period(period) if period else "",
                "agency": body,
                "owners": ", ".join((*item.lead, *item.implement)) or "—",
            }
            place = Place(each.place.file, (*each.place.route, "agencies", number))
            yield Finding(NOT_ITS, place, values, each.subject)


def _why(each: Decided) -> Text | None:
    """Return why a decision changes nothing; ``None`` where it changes something."""
    decision, item = each.decision, each.item
    if isinstance(decision, Event):
        return None if _is_awaited(each, decision) else _NOT_AWAITED.filled(id=decision.id)
    if item is None or not (each.demands or each.names_all or not _awaited(decision, item)):
        return None  # no such period, or a day before its letter: other findings
    if not _awaited(decision, item):
        words = _NO_SESSION if isinstance(decision, Session) else _NO_REQUEST
        return words.filled(item=item.id)
    return _vain(each) if each.concerned else _NOTHING.filled(item=item.id)


def _vain(each: Decided) -> Text | None:
    """Return why an extension or a waiver changes nothing for those it concerns."""
    decision = each.decision
    if isinstance(decision, Extension):
        return _vain_extension(each, decision)
    if isinstance(decision, Pause):
        return _vain_pause(each, decision)
    return _vain_waiver(each, decision) if isinstance(decision, Waiver) else None


def _is_awaited(each: Decided, event: Event) -> bool:
    """Say whether a deadline of the plan hangs on an event."""
    rules = (rule for item in each.plan.items for rule in item.rules)
    return any(
        event.id in ((rule.event,) if isinstance(rule, Counted) else rule.when)
        for rule in rules
        if isinstance(rule, AfterEvents)
    )


def _awaited(decision: AnyDecision, item: Item) -> bool:
    """Say whether an item has a deadline of the kind that a decision is about."""
    if isinstance(decision, Session):
        return any(isinstance(rule, AtSession | AtOneSession) for rule in item.rules)
    if isinstance(decision, Request):
        return any(isinstance(rule, OnRequest) for rule in item.deadlines)
    return True


def _vain_extension(each: Decided, extension: Extension) -> Text | None:
    """Return why an extension puts nothing off; one that would shorten is another finding."""
    refusals = {one.refusal for _, one in each.weighed}
    if Refusal.EQUAL in refusals and refusals <= {Refusal.EQUAL, Refusal.UNDATED}:
        since = next(one.since for _, one in each.weighed if one.since)
        return _SAME.filled(day=day_words(extension.due), since=day_words(since))
    return _UNDATED.filled(item=extension.item) if refusals == {Refusal.UNDATED} else None


def _vain_waiver(each: Decided, waiver: Waiver) -> Text | None:
    """Return why a waiver excuses nobody."""
    owed = each.concerned
    if waiver.until and all(waiver.until < one.demand.term.start for one in owed):
        return _EXPIRED.filled(day=day_words(waiver.until))
    used = any(one.waiver is waiver or one.lapsed is waiver for one in owed)
    return None if used else _AGAIN


def _vain_pause(each: Decided, pause: Pause) -> Text | None:
    """Return why a pause stops no clock; one without a day is another finding."""
    owed, until = each.concerned, pause.until
    if pause.backwards:
        return None
    if until and all(until < one.demand.term.start for one in owed):
        return _EXPIRED.filled(day=day_words(until))
    if all(_within_another(pause, one.still) for one in owed):
        return _WITHIN
    return _DONE_BEFORE if _all_done(each) else None


def _all_done(each: Decided) -> bool:
    """Say whether all that a pause concerns was done before it; of what has not begun nobody knows."""
    begun = [one for one in each.concerned if one.demand.term.start <= each.as_of]
    return bool(begun) and not any(map(each.acts_on, begun))


def _within_another(pause: Pause, still: Standstill) -> bool:
    """Say whether each of its days lies in another pause; of two that are the same, in the first."""
    place = next(number for number, each in enumerate(still.pauses) if each is pause)
    days = pause.from_, pause.until
    others = (
        each
        for number, each in enumerate(still.pauses)
        if number < place or (each.from_, each.until) != days
    )
    return standstill(others, still.as_of).spans == still.spans


def _repeated(each: Decided, said: set[object]) -> Text | None:
    """Return that an event, a session or a request is recorded again with the same day."""
    told = set(_told(each))
    again = bool(told) and told <= said
    said |= told
    return _AGAIN if again else None


def _told(each: Decided) -> Iterator[object]:
    """Yield what is recorded: a happening with its day, or of whom a report is requested by when."""
    decision, plan = each.decision, each.plan.id
    if isinstance(decision, Event):
        yield plan, decision.id, decision.day
    elif isinstance(decision, Session):
        yield plan, decision.item, decision.period, decision.day
    elif isinstance(decision, Request):
        for owed in each.concerned:
            yield plan, decision.item, decision.day, owed.agency
