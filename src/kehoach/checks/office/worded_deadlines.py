"""The plan read twice: what an item's wording says, and what its ``deadline`` says."""

from collections.abc import Iterator

from kehoach.checks.review import OfficeReview
from kehoach.checks.sample_files import PLAN
from kehoach.diagnostics import Example, Finding, Place, Rule, Severity, Subject, Value
from kehoach.model.agencies import Registry
from kehoach.model.deadlines import Frame
from kehoach.model.deadlines.open_ended import NotSet
from kehoach.model.plan import Item, Plan
from kehoach.model.workspace import PlanFile
from kehoach.words import Text

_PLAN = (
    PLAN
    + """\
items:
  - id: "1"
    kind: task
    title: Một
    text: Làm.
    lead: [so-tai-chinh]
    deadline: {%s}
    wording: %s
"""
)
DIFFERENT = Rule(
    "KH306", Severity.WARNING,
    Text("Thời hạn nhập khác câu chữ", "The deadline is not what the wording says"),
    Text("mục {item}: câu chữ “{wording}” nghĩa là {read}, khác với deadline đã nhập",
         "item {item}: the wording “{wording}” says {read}, which is not the deadline entered"),
    Text("đối chiếu văn bản; nếu câu chữ đúng, ghi deadline: {read}{unmatched}",
         "compare with the document; where the wording is right, write deadline: {read}{unmatched}"),
    Text("Thời hạn được đọc hai lần: máy đọc câu chữ của văn bản và so với điều người nhập ghi; hai lần "
         "đọc khác nhau thì một trong hai nhầm, và có cơ quan sẽ bị tính sai hạn.",
         "The deadline is read twice: the document's own words are read by the program and compared "
         "with what was entered; where the two differ one is wrong, and somebody is judged by it."),
    Example(_PLAN % ("before: 2021-09-30", "trước ngày 20/9/2021"),
            _PLAN % ("before: 2021-09-20", "trước ngày 20/9/2021"), "plan_07.yaml"),
)  # fmt: skip
UNREAD = Rule(
    "KH307", Severity.NOTICE,
    Text("Câu chữ về thời hạn chưa đọc được", "A wording that is not understood"),
    Text("mục {item}: {why}; chưa đối chiếu được với deadline",
         "item {item}: {why}; it could not be compared with the deadline"),
    Text("tự đối chiếu deadline với văn bản, rồi ghi cách hiểu vào “note” của mục (khi đó không nhắc nữa)",
         "compare the deadline with the document by eye, and say how it was read in the item's “note”"),
    Text("Chương trình không đoán: câu chữ hai nghĩa, hoặc có từ chưa hiểu, để người quyết định.",
         "Nothing is guessed: what has two meanings or unknown words is left to people."),
    Example(_PLAN % ("within: 2021-12", "Tháng 12//2021"),
            _PLAN % ("within: 2021-12", "Tháng 12/2021"), "plan_07.yaml"),
)  # fmt: skip
NOT_ENTERED = Rule(
    "KH308", Severity.WARNING,
    Text("Văn bản có thời hạn mà chưa nhập", "A deadline that was not entered"),
    Text("mục {item}: câu chữ “{wording}” có nói về thời hạn ({why}) mà deadline còn để not_set",
         "item {item}: the wording “{wording}” speaks of a time ({why}), and the deadline is not_set"),
    Text("ghi deadline theo văn bản; “kehoach deadline” cho biết vướng ở chữ nào",
         "write the deadline as the document has it; “kehoach deadline” tells which words were in the way"),
    Text("Mục để not_set không bao giờ quá hạn: thời hạn chưa đọc được không được thành không có thời hạn.",
         "What is not_set is never overdue: a deadline that was not understood must not become none."),
    Example(_PLAN % ('not_set: "Tháng 12//2021"', "Tháng 12//2021"),
            _PLAN % ("within: 2021-12", "Tháng 12/2021"), "plan_07.yaml"),
)  # fmt: skip
LEFT_OUT = Rule(
    "KH550", Severity.WARNING,
    Text("Thời hạn nhập thiếu điều câu chữ nói rõ", "What the wording surely says is not entered"),
    Text("mục {item}: câu chữ “{wording}” chưa hiểu hết ({why}), nhưng chắc chắn có {read} mà deadline "
         "không có",
         "item {item}: the wording “{wording}” is not wholly understood ({why}), but it surely says "
         "{read}, which the deadline does not"),
    Text("đối chiếu văn bản; nếu nhập đúng, ghi cách hiểu vào “note” của mục",
         "compare with the document; where the deadline is right, say in the item's “note” how it is read"),
    Text("Chỗ chưa hiểu thì không đoán, nhưng chỗ đã rõ mà nhập khác thì vẫn có cơ quan bị tính sai hạn.",
         "What is not understood is not guessed; where what is clear was entered otherwise, somebody is "
         "judged by a wrong day all the same."),
    Example(_PLAN % ("before: 2021-09-30", "trước ngày 20/9/2021 (trừ các xã miền núi)"),
            _PLAN % ("before: 2021-09-20", "trước ngày 20/9/2021 (trừ các xã miền núi)"), "plan_07.yaml"),
)  # fmt: skip
RULES = (DIFFERENT, UNREAD, NOT_ENTERED, LEFT_OUT)


def find(review: OfficeReview) -> Iterator[Finding]:
    """Yield the items whose wording says something else than their deadline, or cannot be read."""
    if not review.wordings:
        return
    for each in review.files.plans:
        frame = _frame(each.plan, review)
        for index, item in enumerate(each.plan.items):
            if item.wording is not None:
                yield from _compared(each, index, item, item.wording, frame, review.files.registry)


def _frame(plan: Plan, review: OfficeReview) -> Frame:
    """Return the plan's days, without anything that happened later."""
    calendar = review.files.calendar
    return Frame(plan.period.span, plan.policy.before, calendar, {}, {}, (), {})


def _only_year(plan: Plan) -> int | None:
    """Return the year of a plan of one year, which its wordings need not name."""
    first, last = plan.period.first.year, plan.period.last.year
    return first if first == last else None


def _not_set(item: Item) -> bool:
    return all(isinstance(rule, NotSet) for rule in item.deadlines)


def _compared(
    file: PlanFile, index: int, item: Item, wording: str, frame: Frame, registry: Registry
) -> Iterator[Finding]:
    # Only `check` reads wordings: no other command shall pay for the grammar.
    from kehoach.wordings import agree, holds, inline_all, read  # noqa: PLC0415
    from kehoach.wordings.bound_ids import with_own_ids  # noqa: PLC0415

    reading = read(wording, _only_year(file.plan))
    values: dict[str, Value] = {"item": item.id, "wording": wording}
    subject = Subject(item=item.id)
    if not reading.understood:
        rule = NOT_ENTERED if _not_set(item) else UNREAD
        if rule is UNREAD and not holds(item.deadlines, reading.certain, frame):
            rule, values = LEFT_OUT, {**values, "read": inline_all(reading.certain_forms)}
        if rule is NOT_ENTERED or item.note is None:
            place = Place(file.file, ("items", index, "wording"))
            yield Finding(rule, place, {**values, "why": reading.doubts[0].why}, subject)
    elif not agree(item.deadlines, reading.rules, frame):
        place = Place(file.file, ("items", index, "deadline"))
        forms, unmatched = with_own_ids(reading.forms, reading.bodies, registry)
        told = {**values, "read": inline_all(forms), "unmatched": unmatched}
        yield Finding(DIFFERENT, place, told, subject)
