"""Reports compiled from other reports: the others must be there, and due before."""

from collections.abc import Iterator

from kehoach.checks.review import OfficeReview, plan_file
from kehoach.checks.sample_files import PLAN, REGISTRY
from kehoach.diagnostics import Example, Finding, Place, Rule, Severity, Subject
from kehoach.model.ids import ItemId
from kehoach.model.plan import Item, Plan
from kehoach.verdicts.obligations import Docket
from kehoach.verdicts.obligations.compiling import compiled_from
from kehoach.words import Text, captions, day_words
from kehoach.words.period_names import of_period

_PLAN = PLAN + (
    "items:\n"
    '  - {id: "1", kind: report, title: Một, text: Gửi., lead: [so-tai-chinh],'
    " deadline: {by: 2021-06-20}}\n"
    '  - {id: "2", kind: report, title: Hai, text: Gửi., lead: [so-tai-chinh], after: "1",'
    " deadline: {by: 2021-06-%s}}\n"
)

ORDER = Rule(
    "KH548", Severity.WARNING,
    Text("Báo cáo tổng hợp không theo thứ tự", "A compiled report out of order"),
    captions.ITEM_SAID,
    Text("sửa “after”, hoặc thời hạn của một trong hai mục", "mend “after”, or one of the deadlines"),
    Text("Báo cáo tổng hợp từ báo cáo khác phải có hạn sau: trước đó chưa có gì để tổng hợp.",
         "What is compiled from other reports must be due after them: before there is nothing to compile."),
    Example(_PLAN % "20", _PLAN % "25", "plan_07.yaml", beside=("agencies.yaml", REGISTRY)),
)  # fmt: skip
RULES = (ORDER,)
_UNKNOWN = Text("kế hoạch không có mục {after}", "the plan has no item {after}")
_ITSELF = Text("không thể tổng hợp từ chính mình", "it cannot be compiled from itself")
_RING = Text(
    "các mục tổng hợp lẫn nhau: {ring}", "these items are compiled from each other: {ring}"
)
_NOT_LATER = Text(
    "hạn {due}{of} không sau hạn {before} của mục {after}, là mục được tổng hợp",
    "it is due on {due}{of}, not after item {after}, from which it is compiled, on {before}",
)


def find(review: OfficeReview) -> Iterator[Finding]:
    """Yield what is wrong with each ``after``, once an item."""
    for docket in review.dockets:
        plan = docket.plan
        for index, item in enumerate(plan.items):
            if item.after is not None and (why := _why(docket, item, item.after)):
                place = Place(plan_file(review.files, plan.id), ("items", index, "after"))
                yield Finding(ORDER, place, {"item": item.id, "why": why}, Subject(item=item.id))


def _why(docket: Docket, item: Item, after: ItemId) -> Text | None:
    """Return what is wrong with what an item is compiled from."""
    if after == item.id:
        return _ITSELF
    if after not in docket.plan.item:
        return _UNKNOWN.filled(after=after)
    if ring := _ring(docket.plan, item):
        return _RING.filled(ring=" → ".join(ring))
    return _not_later(docket, item)


def _ring(plan: Plan, item: Item) -> list[str]:
    """Return the way from an item back to itself; empty where there is none."""
    way = [item.id]
    here = plan.item.get(item.after or item.id)
    while here is not None and here.id not in way:
        way.append(here.id)
        here = plan.item.get(here.after) if here.after else None
    return [*way, item.id] if here is not None and here.id == item.id else []


def _not_later(docket: Docket, item: Item) -> Text | None:
    """Return which due day of an item is not after one of what it is compiled from, the first."""
    for demand in docket.demands:
        if demand.item is not item or demand.due is None:
            continue
        for each in compiled_from(demand, docket.demands):
            if each.due is not None and demand.due <= each.due:
                of = of_period(demand.period)
                return _NOT_LATER.filled(
                    due=day_words(demand.due), before=day_words(each.due), after=each.item.id,
                    of=Text(*(f" ({words})" if words else "" for words in of)),
                )  # fmt: skip
    return None
