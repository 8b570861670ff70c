"""Entries of the book of reminders that remember nothing, or something that cannot have been."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from kehoach.checks.review import OfficeReview
from kehoach.checks.sample_files import PLAN
from kehoach.diagnostics import Affair, Example, Finding, Place, Rule, Severity, Subject, Value
from kehoach.model import file_names
from kehoach.verdicts.obligations import Demand, Docket
from kehoach.words import Text, captions
from kehoach.words.nearness import did_you_mean, nearest

if TYPE_CHECKING:  # few offices keep such a book
    from kehoach.model.reminders import RemindedOf, Reminder

_FILE = "reminders.yaml"
_HEAD = "schema: kehoach/reminders@1\nreminders:\n"
_ENTRY = (
    "  - {agency: so-tai-chinh, document: {number: 80/STP, date: %s}, reply_by: %s,\n"
    "     about: [{item: %s}]}\n"
)
_GOOD = _HEAD + _ENTRY % ("2022-01-20", "2022-02-05", '"1"')
_BESIDE = (
    "plan_07.yaml",
    PLAN + 'items:\n  - {id: "1", kind: task, title: Một, text: Làm., lead: [so-tai-chinh],'
    " deadline: {within: 2021}}\n",
)

NOTHING = Rule(
    "KH556", Severity.WARNING,
    Text("Mục đôn đốc không khớp việc nào", "A reminder of nothing"),
    Text("mục này không nhắc được việc gì: {why}", "this entry reminds of nothing: {why}"),
    Text("sửa cơ quan, mục hoặc kỳ theo văn bản đã gửi",
         "mend the agency, the item or the period by the letter that was sent"),
    Text("Lần đôn đốc ghi nhầm chỗ thì văn bản sau không viện dẫn, và đánh số sai.",
         "A reminder of something else is neither cited nor counted by the next letter."),
    Example(_HEAD + _ENTRY % ("2022-01-20", "2022-02-05", '"2"'), _GOOD, _FILE, beside=_BESIDE),
    affair=Affair.OFFICE,
)  # fmt: skip
TOO_SOON = Rule(
    "KH557", Severity.WARNING,
    Text("Đôn đốc trước khi quá hạn", "A reminder before anything was overdue"),
    Text("văn bản ngày {day} đôn đốc mục {item}, khi đó chưa quá hạn (hạn {due})",
         "the letter of {day} reminds of item {item}, which was not overdue then (due {due})"),
    Text("sửa ngày văn bản hoặc kỳ; nhắc trước hạn thì không ghi vào sổ này",
         "mend the letter's day or the period; a notice ahead of the day is not entered here"),
    Text("Chỉ việc đã quá hạn mới tính là đã đôn đốc.",
         "Only what was overdue counts as reminded of."),
    Example(_HEAD + _ENTRY % ("2021-12-20", "2022-02-05", '"1"'), _GOOD, _FILE, beside=_BESIDE),
    affair=Affair.OFFICE,
)  # fmt: skip
REPLY = Rule(
    "KH558", Severity.WARNING,
    Text("Hạn trả lời không sau ngày văn bản", "An answer asked for before the letter"),
    Text("hạn trả lời {reply} không sau ngày văn bản {day}",
         "the answer is asked for by {reply}, not after the letter's day {day}"),
    Text("sửa “reply_by” hoặc ngày văn bản", "mend “reply_by” or the letter's day"),
    Text("Văn bản sau viện dẫn hạn trả lời này.", "The next letter cites this day."),
    Example(_HEAD + _ENTRY % ("2022-01-20", "2022-01-10", '"1"'), _GOOD, _FILE, beside=_BESIDE),
    affair=Affair.OFFICE,
)  # fmt: skip
TWICE = Rule(
    "KH559", Severity.WARNING,
    Text("Một lần đôn đốc ghi hai lần", "One reminder entered twice"),
    Text("mục {item} của {agency} đã ghi cho văn bản {number} ngày {day}",
         "item {item} of {agency} is entered already for letter {number} of {day}"),
    Text("xoá mục thừa, hoặc sửa số và ngày văn bản", "delete it, or mend the letter's number and day"),
    Text("Ghi hai lần là nhầm: có thể mục kia là của văn bản khác.",
         "One of the two is a slip: it may be another letter's."),
    Example(_GOOD + _ENTRY % ("2022-01-20", "2022-02-05", '"1"'), _GOOD, _FILE, beside=_BESIDE),
    affair=Affair.OFFICE,
)  # fmt: skip
NOT_SENT = Rule(
    "KH560", Severity.WARNING,
    Text("Văn bản đôn đốc chưa gửi được tính", "A reminder that is not sent yet"),
    Text("mục này chưa được tính: {why}", "this entry does not count: {why}"),
    Text("ghi số và ngày của văn bản đã ký", "write number and day of the letter that was signed"),
    Text("Văn bản chưa có số, ngày hoặc có ngày sau hôm nay thì chưa ai nhận được.",
         "A letter without number or day, or dated after today, has reached nobody."),
    Example(_HEAD + '  - {agency: so-tai-chinh, about: [{item: "1"}]}\n', _GOOD, _FILE,
            beside=_BESIDE),
    affair=Affair.OFFICE,
)  # fmt: skip
RULES = (NOTHING, TOO_SOON, REPLY, TWICE, NOT_SENT)

_UNKNOWN = Text("{what} “{id}” không có{meant}", "there is no {what} “{id}”{meant}")
_NOT_OWED = Text(
    "{agency} không phải làm mục {item} kỳ này", "{agency} does not owe item {item} then"
)
_WHICH = Text(
    "nhiều kế hoạch có mục này, chưa ghi “plan”", "several plans have it, and no “plan” is said"
)
_EMPTY = Text("chưa ghi việc nào ở “about”", "“about” names nothing")
_NO_LETTER = Text("chưa có số hoặc ngày văn bản", "the letter has no number or no day")
_LATER = Text("ngày văn bản {day} sau hôm nay", "the letter's day {day} is after today")
_OPEN_NUMBER = "…"


def find(review: OfficeReview) -> Iterator[Finding]:
    """Yield what is wrong in the book of reminders."""
    seen: set[tuple[object, ...]] = set()
    for index, letter in enumerate(review.files.reminders):
        place = Place(file_names.REMINDERS, ("reminders", index))
        yield from _letter(review, letter, place)
        if why := _no_addressee(review, letter):
            yield Finding(NOTHING, place, {"why": why}, Subject(letter.agency))
            continue
        for debt in letter.about:
            yield from _twice(letter, debt, place, seen)
            yield from _debt(review, letter, debt, place)


def _letter(review: OfficeReview, letter: "Reminder", place: Place) -> Iterator[Finding]:
    """Yield that a letter does not count yet, or asks for an answer before its own day."""
    subject, day, number = Subject(letter.agency), letter.document.date, letter.document.number
    if day is None or not number or _OPEN_NUMBER in number:
        yield Finding(NOT_SENT, place, {"why": _NO_LETTER}, subject)
    elif review.today and day > review.today:
        yield Finding(NOT_SENT, place, {"why": _LATER.filled(day=day)}, subject)
    if day and letter.reply_by and letter.reply_by <= day:
        yield Finding(REPLY, place, {"reply": letter.reply_by, "day": day}, subject)


def _no_addressee(review: OfficeReview, letter: "Reminder") -> Text | None:
    """Return why an entry as a whole is about nothing."""
    agencies = review.files.registry.agency
    if letter.agency not in agencies:
        names = {id_: (each.name, *each.variants) for id_, each in agencies.items()}
        return _unknown(captions.AN_AGENCY, letter.agency, names)
    plans: dict[str, tuple[str, ...]] = {
        each.plan.id: (each.plan.name,) for each in review.files.plans
    }
    if letter.plan is None or letter.plan in plans:
        return None if letter.about else _EMPTY
    return _unknown(captions.A_PLAN, letter.plan, plans) if letter.plan else _WHICH


def _unknown(what: Text, id_: str, known: Mapping[str, Iterable[str]]) -> Text:
    """Return that there is nothing of this id, and what was probably meant."""
    return _UNKNOWN.filled(what=what, id=id_, meant=did_you_mean(nearest(id_, known, most=1)))


def _twice(
    letter: "Reminder", debt: "RemindedOf", place: Place, seen: set[tuple[object, ...]]
) -> Iterator[Finding]:
    document = letter.document
    said = (letter.plan, letter.agency, document.number, document.date, debt.item, debt.period)
    if document.cited and said in seen:
        values: dict[str, Value] = {
            "item": debt.item, "agency": letter.agency, "number": document.number or "",
            "day": document.date or "",
        }  # fmt: skip
        yield Finding(TWICE, place, values, Subject(letter.agency, debt.item, debt.period))
    seen.add(said)


def _debt(
    review: OfficeReview, letter: "Reminder", debt: "RemindedOf", place: Place
) -> Iterator[Finding]:
    """Yield that nobody owes what a letter reminds of, or that it was not overdue then."""
    subject = Subject(letter.agency, debt.item, debt.period)
    asked = [*_asked(review, letter, debt)]
    named = [each for each in asked if debt.period in (None, each[1].period)]
    owed = [day for of, each in named for day in _due_days(review, of, each, letter)]
    if not owed:
        if why := _why_nothing(review, letter, debt, [each for _, each in asked], bool(named)):
            yield Finding(NOTHING, place, {"why": why}, subject)
    elif (day := letter.document.date) and day <= min(owed):
        values: dict[str, Value] = {"day": day, "item": debt.item, "due": min(owed)}
        yield Finding(TOO_SOON, place, values, subject)


def _asked(
    review: OfficeReview, letter: "Reminder", debt: "RemindedOf"
) -> Iterator[tuple[Docket, Demand]]:
    """Yield what the plans of a letter ask for by the item that it names."""
    for of in review.dockets:
        if letter.plan in (None, of.plan.id):
            yield from ((of, each) for each in of.demands if each.item.id == debt.item)


def _why_nothing(
    review: OfficeReview, letter: "Reminder", debt: "RemindedOf", asked: list[Demand], named: bool
) -> Text | None:
    """Return why nobody owes it; nothing of an item that cannot be read, or is not asked for yet."""
    if named:
        return _NOT_OWED.filled(agency=letter.agency, item=debt.item)
    if asked:
        periods: dict[str, tuple[str, ...]] = {each.period: () for each in asked}
        return _unknown(captions.A_PERIOD, str(debt.period), periods)
    plans = (each.plan for each in review.files.plans if letter.plan in (None, each.plan.id))
    items: dict[str, tuple[str, ...]] = {
        item.id: (item.title,) for plan in plans for item in plan.items
    }
    known = debt.item in items or debt.item in review.files.unreadable
    return None if known else _unknown(captions.AN_ITEM, debt.item, items)


def _due_days(
    review: OfficeReview, of: Docket, demand: Demand, letter: "Reminder"
) -> Iterator[date]:
    """Yield the due days, as they stood on the letter's day, of what its addressee owes or took over."""
    registry, day = review.files.registry, letter.document.date or date.max
    for owner in of.roles(demand):
        if owner == letter.agency or letter.agency in registry.succession(owner):
            granted = of.owed_by(demand, owner).granted
            known = (one.due for one in granted if (one.extension.document.date or date.max) <= day)
            yield max(filter(None, (demand.due or date.max, *known)))
