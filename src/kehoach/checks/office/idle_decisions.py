"""Decisions that cannot be proved, or that decide about nothing."""

from collections.abc import Iterator

from kehoach.checks.review import OfficeReview
from kehoach.checks.sample_files import PLAN
from kehoach.diagnostics import Example, Finding, Place, Route, Rule, Severity
from kehoach.model import file_names
from kehoach.model.decisions import (
    AnyDecision,
    DutyDecision,
    Event,
    Session,
)
from kehoach.model.plan import Plan
from kehoach.model.workspace import NO_PLAN
from kehoach.periods import PeriodName
from kehoach.words import Text

_HEAD = "schema: kehoach/decisions@1\nwaivers:\n"
_WAIVER = "  - {item: %s, reason: thiên tai%s}\n"
_DOCUMENT = ", document: {number: 12/QĐ-UBND, date: 2021-11-01}"

UNPROVEN = Rule(
    "KH601", Severity.ERROR,
    Text("Quyết định thiếu văn bản", "Decision without its document"),
    Text("quyết định này không có số và ngày văn bản nên chưa được áp dụng",
         "this decision has no document number and date, and is not applied"),
    Text("thêm “document: {{number: …, date: NĂM-THÁNG-NGÀY}}”",
         "add “document: {{number: …, date: YEAR-MONTH-DAY}}”"),
    Text("Gia hạn, miễn hay ghi nhận sự kiện phải chứng minh được bằng một văn bản có số và ngày.",
         "An extension, waiver or event must be provable by a document with number and day."),
    Example(_HEAD + _WAIVER % ("III.1.c", ""), _HEAD + _WAIVER % ("III.1.c", _DOCUMENT),
            "decisions.yaml"),
)  # fmt: skip
UNKNOWN = Rule(
    "KH602", Severity.ERROR,
    Text("Quyết định về điều không có", "Decision about nothing"),
    Text("không có “{id}” trong kế hoạch hoặc danh sách cơ quan",
         "there is no “{id}” in the plan or the registry"),
    Text("sửa lại mã mục, sự kiện hoặc cơ quan", "mend the id of the item, event or agency"),
    Text("Quyết định ghi sai mã sẽ không có tác dụng mà không ai hay.",
         "A decision with a wrong id would silently have no effect."),
    Example(_HEAD + _WAIVER % ("III.1.x", _DOCUMENT), _HEAD + _WAIVER % ("III.1.c", _DOCUMENT),
            "decisions.yaml"),
)  # fmt: skip
_PLAN = PLAN + (
    "items:\n  - {id: III.1.c, kind: task, title: Một, text: Làm., lead: [so-tai-chinh],"
    " deadline: {within: 2021}}\n"
)
WHICH_PLAN = Rule(
    "KH603", Severity.ERROR,
    Text("Không rõ của kế hoạch nào", "Of which plan?"),
    Text("có nhiều kế hoạch cùng có “{id}”; mục này chưa ghi của kế hoạch nào nên không được tính",
         "several plans have “{id}”, and this says of none of them that it is its: it does not count"),
    Text("thêm “plan: …” với mã kế hoạch", "add “plan: …” with the plan's id"),
    Text("Ghi nhận cho nhầm kế hoạch sẽ thành một kết luận sai.",
         "Counted for the wrong plan it would make a wrong verdict."),
    Example(_HEAD + _WAIVER % ("III.1.c", _DOCUMENT),
            _HEAD + _WAIVER % ("III.1.c", _DOCUMENT + ', plan: "06"'), "decisions.yaml",
            beside=("plan_07.yaml", _PLAN)),
)  # fmt: skip
RULES = (UNPROVEN, UNKNOWN, WHICH_PLAN)


def find(review: OfficeReview) -> Iterator[Finding]:
    """Yield what is wrong with each decision."""
    for kind, index, decision in review.files.decisions.each():
        place = Place(file_names.DECISIONS, (kind, index))
        key, id_ = _about(decision)
        if not decision.document.cited:
            yield Finding(UNPROVEN, place, {})
        if decision.plan == NO_PLAN:
            yield Finding(WHICH_PLAN, place, {"id": id_})
            continue
        for route, unknown in _unknown(review, decision, key, id_):
            yield Finding(
                UNKNOWN, Place(file_names.DECISIONS, (*place.route, *route)), {"id": unknown}
            )
    for index, entry in enumerate(review.files.book.receipts):
        if entry.plan == NO_PLAN:
            place = Place(file_names.BOOK, ("receipts", index))
            yield Finding(WHICH_PLAN, place, {"id": entry.item or ""})


def _about(decision: AnyDecision) -> tuple[str, str]:
    """Return under which key a decision names what it is about, and its id."""
    return ("id", decision.id) if isinstance(decision, Event) else ("item", decision.item)


def _unknown(
    review: OfficeReview, decision: AnyDecision, key: str, id_: str
) -> Iterator[tuple[Route, str]]:
    """Yield the ids of a decision that no plan or registry has, with their places in it."""
    plans = (each.plan for each in review.files.plans)
    named = [plan for plan in plans if decision.plan in (None, plan.id)]
    if not any(_holds(plan, decision, id_) for plan in named):
        if id_ not in review.files.unreadable:
            yield (key,), id_
    elif (period := _unknown_period(review, decision)) is not None:
        yield ("period",), period
    yield from _unknown_bodies(review, decision)


def _unknown_bodies(review: OfficeReview, decision: AnyDecision) -> Iterator[tuple[Route, str]]:
    """Yield the agencies and groups that a decision names and the registry does not know."""
    files = review.files
    for place, agency in enumerate(
        () if isinstance(decision, Event | Session) else decision.agencies
    ):
        if not files.registry.knows(agency) and agency not in files.unreadable:
            yield ("agencies", place), agency


def _holds(plan: Plan, decision: AnyDecision, id_: str) -> bool:
    """Say whether a plan has the event or item that is decided on."""
    things = plan.events if isinstance(decision, Event) else plan.items
    return any(each.id == id_ for each in things)


def _unknown_period(review: OfficeReview, decision: AnyDecision) -> PeriodName | None:
    """Return the period that a decision names, where its item is not asked for in it."""
    if not isinstance(decision, Session | DutyDecision) or decision.period is None:
        return None
    asked = (demand for docket in review.dockets for demand in docket.demands)
    mine = (each for each in asked if decision.plan in (None, each.plan.id))
    periods = {each.period for each in mine if each.item.id == decision.item}
    return None if decision.period in periods else decision.period
