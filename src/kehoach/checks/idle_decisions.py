"""Decisions that cannot be proved, or that decide about nothing."""

from collections.abc import Iterator

from kehoach.checks.review import Review
from kehoach.checks.sample_files import PLAN
from kehoach.diagnostics import Example, Finding, Place, Rule, Severity
from kehoach.model.decisions import KINDS, Decision, Event
from kehoach.model.workspace import NO_PLAN
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
_FILE = "decisions.yaml"


def find(review: Review) -> Iterator[Finding]:
    """Yield what is wrong with each decision."""
    decisions = review.workspace.decisions
    for kind in KINDS:
        for index, decision in enumerate(getattr(decisions, kind)):
            if not decision.document.cited:
                yield Finding(UNPROVEN, Place(_FILE, (kind, index)), {})
            if decision.plan == NO_PLAN:
                id_ = decision.id if isinstance(decision, Event) else getattr(decision, "item", "")
                yield Finding(WHICH_PLAN, Place(_FILE, (kind, index)), {"id": id_})
            else:
                yield from _unknown(review, kind, index, decision)
    for index, entry in enumerate(review.workspace.book.receipts):
        if entry.plan == NO_PLAN:
            place = Place("receipts.yaml", ("receipts", index))
            yield Finding(WHICH_PLAN, place, {"id": entry.item or ""})


def _unknown(review: Review, kind: str, index: int, decision: Decision) -> Iterator[Finding]:
    """Yield the ids of a decision that no plan or registry has."""
    plans = [each.plan for each in review.workspace.plans if decision.plan in (None, each.plan.id)]
    known: set[str] = {item.id for plan in plans for item in plan.items}
    if isinstance(decision, Event):
        key, known = "id", {str(event.id) for plan in plans for event in plan.events}
    else:
        key = "item"
    id_ = getattr(decision, key)
    if id_ not in known:
        yield Finding(UNKNOWN, Place(_FILE, (kind, index, key)), {"id": id_})
    elif (period := getattr(decision, "period", None)) is not None:
        periods = {
            demand.period
            for report in review.reports
            for demand in report.docket.demands
            if demand.item.id == id_ and decision.plan in (None, demand.plan.id)
        }
        if period not in periods:
            yield Finding(UNKNOWN, Place(_FILE, (kind, index, "period")), {"id": period})
    for place, agency in enumerate(getattr(decision, "agencies", ())):
        if not review.workspace.registry.knows(agency):
            yield Finding(UNKNOWN, Place(_FILE, (kind, index, "agencies", place)), {"id": agency})
