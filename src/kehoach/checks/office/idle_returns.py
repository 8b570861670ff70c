"""Returns of what nobody had sent, or of no period; pauses that end before they begin."""

from collections.abc import Iterator

from kehoach.checks.office.decided_duties import Decided, decided
from kehoach.checks.review import WholeReview, of_period
from kehoach.checks.sample_files import DATED
from kehoach.diagnostics import Affair, Example, Finding, Place, Rule, Severity, Subject, Value
from kehoach.model.decisions import Pause, Return
from kehoach.words import Text, day_words
from kehoach.words.slips import other_year

_RETURN = (
    "schema: kehoach/decisions@1\nreturns:\n  - {item: III.1.c, %sagencies: [%s], reason: thiếu biểu,"
    " document: {number: 12/STP, date: 2021-12-05}}\n"
)
_SENT = (
    "submissions/so-tai-chinh/bao-cao.yaml",
    DATED + "reports: [{item: III.1.c, period: 2021}]\n",
)
_PAUSE = (
    "schema: kehoach/decisions@1\npauses:\n  - {item: II.3.5, from: 2021-09-01, until: %s,"
    " reason: chờ Nghị định, document: {number: 5/TB, date: 2021-09-01}}\n"
)

NOT_SENT = Rule(
    "KH551", Severity.WARNING,
    Text("Trả lại điều chưa nhận", "A return of what had not been sent"),
    Text("mục {item}{of}: đến hết ngày {day} chưa nhận được gì mới của {agency} để trả lại",
         "item {item}{of}: by the end of {day} nothing new of {agency} had come that could go back"),
    Text("sửa mã cơ quan, số mục, kỳ hoặc ngày trả lại; bản đến cùng ngày được coi là đến trước khi trả "
         "lại; nếu bản đầu đến bằng giấy thì ghi vào receipts.yaml",
         "mend the agency, the item, the period or the day; what comes on the day itself counts as come "
         "before; if the first came on paper, enter it in receipts.yaml"),
    Text("Ghi nhầm thì bản của cơ quan bị trả lại thật vẫn được tính là đã gửi.",
         "Mistyped, what was really sent back still counts as delivered."),
    Example(_RETURN % ("period: 2021, ", "so-tu-phap"), _RETURN % ("period: 2021, ", "so-tai-chinh"),
            "decisions.yaml", beside=_SENT),
    affair=Affair.OFFICE,
)  # fmt: skip
NO_PERIOD = Rule(
    "KH552", Severity.ERROR,
    Text("Trả lại mục định kỳ không ghi kỳ", "A return of a recurring item without its period"),
    Text("mục {item} có nhiều kỳ mà chưa ghi trả lại kỳ nào, nên chưa được áp dụng",
         "item {item} has several periods and this names none: it is not applied"),
    Text("thêm “period: …”; các kỳ: {periods}", "add “period: …”; the periods: {periods}"),
    Text("Trả lại nhầm kỳ là coi một báo cáo đã gửi thành chưa gửi.",
         "The wrong period sent back makes a report that was sent one that is missing."),
    Example(_RETURN % ("", "so-tai-chinh"), _RETURN % ("period: 2021, ", "so-tai-chinh"),
            "decisions.yaml", beside=_SENT),
    affair=Affair.OFFICE,
)  # fmt: skip
BACKWARDS = Rule(
    "KH553", Severity.ERROR,
    Text("Tạm dừng kết thúc trước khi bắt đầu", "A pause that ends before it begins"),
    Text("tạm dừng từ {day} mà đến {until}, nên chưa được áp dụng{meant}",
         "a pause from {day} until {until}: it is not applied{meant}"),
    Text("sửa một trong hai ngày; còn đang tạm dừng thì bỏ “until”",
         "mend one of the two days; leave “until” out while it is going on"),
    Text("Một lần tạm dừng như vậy không có ngày nào.", "There is no day in such a pause."),
    Example(_PAUSE % "2021-08-31", _PAUSE % "2021-10-31", "decisions.yaml"),
    affair=Affair.OFFICE,
)  # fmt: skip
RULES = (NOT_SENT, NO_PERIOD, BACKWARDS)
_SHOWN = 6
_ALL = Text("cơ quan nào", "anybody")


def across(review: WholeReview) -> Iterator[Finding]:
    """Yield the returns that send nothing back, and the pauses without a day."""
    for each in decided(review):
        if isinstance(each.decision, Return):
            yield from _of_return(each, each.decision)
        elif isinstance(each.decision, Pause) and each.decision.backwards:
            yield _backwards(each, each.decision)


def _of_return(each: Decided, back: Return) -> Iterator[Finding]:
    day = back.day
    if each.demands and back.period is None and all(one.term.period.recurs for one in each.demands):
        periods = ", ".join(one.period for one in each.demands[:_SHOWN])
        yield Finding(NO_PERIOD, each.place, {"item": back.item, "periods": periods}, each.subject)
    elif day is not None and day <= each.as_of and not back.before_letter:
        yield from _not_sent(each, back)


def _not_sent(each: Decided, back: Return) -> Iterator[Finding]:
    """Yield each agency named of which nothing goes back; where all are meant, that nothing does at all."""
    if not each.agencies:
        if each.concerned and not any(map(each.acts_on, each.concerned)):
            yield _nothing(each, back, each.place, _ALL)
        return
    for number, body in enumerate(each.agencies):
        if (owed := each.owed_by(body)) and not any(map(each.acts_on, owed)):
            place = Place(each.place.file, (*each.place.route, "agencies", number))
            yield _nothing(each, back, place, body)


def _nothing(each: Decided, back: Return, place: Place, agency: str | Text) -> Finding:
    of = of_period(back.period) if back.period else ""
    values: dict[str, Value] = {"item": back.item, "of": of, "agency": agency}
    values["day"] = day_words(back.day) if back.day else ""
    whose = agency if isinstance(agency, str) else None
    return Finding(NOT_SENT, place, values, Subject(whose, each.subject.item, each.subject.period))


def _backwards(each: Decided, pause: Pause) -> Finding:
    until = pause.until or pause.from_
    values: dict[str, Value] = {"day": pause.from_, "until": until}
    values["meant"] = other_year(until, pause.from_)
    place = Place(each.place.file, (*each.place.route, "until"))
    return Finding(BACKWARDS, place, values, each.subject)
