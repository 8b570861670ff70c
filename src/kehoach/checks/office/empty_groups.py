"""Groups that nobody is in, and items that would be nobody's."""

from collections.abc import Callable, Iterator
from datetime import date

from kehoach.checks.review import OfficeReview, plan_file
from kehoach.checks.sample_files import PLAN, REGISTRY
from kehoach.diagnostics import Example, Finding, Place, Rule, Severity, Subject, Value
from kehoach.model import file_names
from kehoach.model.ids import AgencyId, BodyId
from kehoach.verdicts.obligations import Demand
from kehoach.words import Text

_GROUP = REGISTRY + "groups:\n  - {id: nhom, name: Nhóm sở%s}\n"
_PLAN = PLAN + (
    'items:\n  - {id: "1", kind: task, title: Một, text: Làm., lead: [nhom],'
    " deadline: {within: %s}}\n"
)
_LATE = REGISTRY + (
    "  - {id: so-moi, name: Sở mới, valid: {from: 2021-09-01}}\n"
    "groups:\n  - {id: nhom, name: Nhóm sở, members: [so-moi]}\n"
)

EMPTY_GROUP = Rule(
    "KH324", Severity.ERROR,
    Text("Nhóm không có ai", "A group that nobody is in"),
    Text("nhóm “{id}” không có thành viên", "the group “{id}” has no members"),
    Text("ghi “members”, hoặc “open: true” nếu nhóm chỉ là lời của văn bản",
         "write “members”, or “open: true” where the group is words only"),
    Text("Mục giao cho nhóm trống biến mất khỏi mọi số liệu mà không ai hay.",
         "An item laid on an empty group vanishes from every count, and nobody is told."),
    Example(_GROUP % "", _GROUP % ", members: [so-tai-chinh]", "agencies.yaml"),
)  # fmt: skip
NOBODY = Rule(
    "KH325", Severity.ERROR,
    Text("Mục không giao cho ai", "An item of nobody"),
    Text("mục {item} kỳ {period} không ai phải làm: {ids} không có ai vào ngày {day}",
         "item {item}, period {period}, is nobody's: {ids} stands for nobody on {day}"),
    Text("sửa mã ở mục này, hoặc thành viên và “valid” trong agencies.yaml",
         "mend the ids of the item, or the members and “valid” in agencies.yaml"),
    Text("Nhóm được tính tại ngày đến hạn; không còn ai thì mục không có trong số liệu nào.",
         "A group is resolved at the due day; with nobody in it the item is in no count."),
    Example(_PLAN % "2021-06", _PLAN % "2021", "plan_07.yaml", beside=("agencies.yaml", _LATE)),
)  # fmt: skip
NO_LEAD = NOBODY._replace(
    code="KH326",
    severity=Severity.WARNING,
    title=Text("Không có cơ quan chủ trì", "An item that nobody leads"),
    message=Text("mục {item} kỳ {period} không ai chủ trì: {ids} không có ai vào ngày {day}",
                 "item {item}, period {period}, is led by nobody: {ids} stands for nobody on {day}"),
    why=Text("Việc còn người thực hiện nhưng không còn ai chủ trì.",
             "Somebody still implements it, but nobody leads."),
    example=Example(_PLAN.replace("deadline", "implement: [so-tai-chinh], deadline") % "2021-06",
                    _PLAN.replace("deadline", "implement: [so-tai-chinh], deadline") % "2021",
                    "plan_07.yaml", beside=("agencies.yaml", _LATE)),
)  # fmt: skip
RULES = (EMPTY_GROUP, NOBODY, NO_LEAD)
Stands = Callable[[str, date], tuple[AgencyId, ...]]
"""For whom an id stands on a day."""


def find(review: OfficeReview) -> Iterator[Finding]:
    """Yield groups without members, then what the plans lay on nobody."""
    for index, group in enumerate(review.files.registry.groups):
        if not group.members and not group.open:
            yield Finding(
                EMPTY_GROUP, Place(file_names.REGISTRY, ("groups", index)), {"id": group.id}
            )
    stands = review.files.registry.members_on
    for docket in review.dockets:
        for demand in docket.demands:
            yield from _of_nobody(review, demand, stands)


def _of_nobody(review: OfficeReview, demand: Demand, stands: Stands) -> Iterator[Finding]:
    """Yield that a demand, or its lead, stands for nobody on the day that counts.

    A body that is named by itself and not set up yet has a finding of its own, and so has an id
    that nothing has.
    """
    lead, implement, day = demand.item.lead, demand.item.implement, demand.resolved
    if not any(stands(id_, day) for id_ in (*lead, *implement)):
        yield from _found(review, demand, NOBODY, (*lead, *implement))
    elif lead and not any(stands(id_, day) for id_ in lead):
        yield from _found(review, demand, NO_LEAD, lead)


def _found(
    review: OfficeReview, demand: Demand, rule: Rule, ids: tuple[BodyId, ...]
) -> Iterator[Finding]:
    """Yield the finding at the first of the groups named."""
    item, known = demand.item, review.files.registry.group
    groups = [id_ for id_ in ids if id_ in known]
    if not groups:
        return
    role = "lead" if groups[0] in item.lead else "implement"
    route = ("items", demand.plan.items.index(item), role, getattr(item, role).index(groups[0]))
    values: dict[str, Value] = {
        "item": item.id, "period": demand.period, "ids": ", ".join(groups), "day": demand.resolved,
    }  # fmt: skip
    place = Place(plan_file(review.files, demand.plan.id), route)
    yield Finding(rule, place, values, Subject(item=item.id, period=demand.period))
