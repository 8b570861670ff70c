"""Groups that nobody is in, and items that would be nobody's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from kehoach.checks.review import OfficeReview, inset_period, plan_file
from kehoach.checks.sample_files import PLAN, REGISTRY
from kehoach.diagnostics import Example, Finding, Place, Rule, Severity, Subject, Value
from kehoach.model import file_names
from kehoach.model.agencies import Registry
from kehoach.model.ids import BodyId
from kehoach.model.plan import OWING, Item, Role
from kehoach.model.workspace import PlanFile
from kehoach.verdicts.obligations import Demand, Docket
from kehoach.words import Text, captions

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
    Text("mục {item}{of} không ai phải làm: {ids} không có ai vào ngày {day}",
         "item {item}{of} is nobody's: {ids} stands for nobody on {day}"),
    Text("sửa mã ở mục này, hoặc thành viên và “valid” trong agencies.yaml",
         "mend the ids of the item, or the members and “valid” in agencies.yaml"),
    Text("Nhóm được tính tại ngày đến hạn; không còn ai thì mục không có trong số liệu nào.",
         "A group is resolved at the due day; with nobody in it the item is in no count."),
    Example(_PLAN % "2021-06", _PLAN % "2021", "plan_07.yaml", beside=("agencies.yaml", _LATE)),
)  # fmt: skip
HALF = NOBODY._replace(
    code="KH326",
    title=Text("Không có ai chủ trì, hoặc không có ai thực hiện", "Led, or implemented, by nobody"),
    message=Text("mục {item}{of} không ai {role}: {ids} không có ai vào ngày {day}",
                 "item {item}{of} has nobody to {role} it: {ids} stands for nobody on "
                 "{day}"),
    why=Text("Việc còn người làm ở vai khác, nhưng vai mà văn bản giao thì không còn ai.",
             "Somebody owes it in another role, but nobody in the one that the document names."),
    example=Example(_PLAN.replace("deadline", "implement: [so-tai-chinh], deadline") % "2021-06",
                    _PLAN.replace("deadline", "implement: [so-tai-chinh], deadline") % "2021",
                    "plan_07.yaml", beside=("agencies.yaml", _LATE)),
)  # fmt: skip
UNASSIGNED = Rule(
    "KH549", Severity.ERROR,
    Text("Mục không ghi cơ quan nào phải làm", "An item that names no agency"),
    Text("mục {item} không có lead, cũng không có implement{by}",
         "item {item} has neither lead nor implement{by}"),
    Text("ghi mã cơ quan trong agencies.yaml vào lead hoặc implement; by chỉ là lời của văn bản",
         "write an agency of agencies.yaml under lead or implement; by is the document's words only"),
    Text("Chỉ cơ quan có tên trong danh sách mới phải làm và được tính; mục không của ai thì không có "
         "trong số liệu nào.",
         "Only a body of the registry owes anything and is counted; an item of nobody is in no count."),
    Example(_PLAN.replace("lead: [nhom]", "by: Trưởng phòng") % "2021",
            _PLAN.replace("lead: [nhom]", "by: Trưởng phòng, lead: [so-tai-chinh]") % "2021",
            "plan_07.yaml"),
)  # fmt: skip
RULES = (EMPTY_GROUP, NOBODY, HALF, UNASSIGNED)
OF_NOBODY = frozenset({NOBODY.code, UNASSIGNED.code})
"""The codes of findings on items that nobody owes."""
_BY = Text("; văn bản giao cho {by}", "; the document names {by}")
_ROLES: Mapping[Role, Text] = {"lead": captions.LEAD, "implement": captions.IMPLEMENT}


def find(review: OfficeReview) -> Iterator[Finding]:
    """Yield groups without members, then what the plans lay on nobody."""
    for index, group in enumerate(review.files.registry.groups):
        if not group.members and not group.open:
            yield Finding(
                EMPTY_GROUP, Place(file_names.REGISTRY, ("groups", index)), {"id": group.id}
            )
    for each in review.files.plans:
        yield from _naming_nobody(each)
    for docket in review.dockets:
        for demand in docket.demands:
            yield from _of_nobody(review, docket, demand)


def _naming_nobody(planned: PlanFile) -> Iterator[Finding]:
    """Yield the items of a plan that name no agency at all."""
    for index, item in enumerate(planned.plan.items):
        if not (item.lead or item.implement):
            by = _BY.filled(by=", ".join(item.by)) if item.by else ""
            place = Place(planned.file, ("items", index))
            yield Finding(UNASSIGNED, place, {"item": item.id, "by": by}, Subject(item=item.id))


def _of_nobody(review: OfficeReview, docket: Docket, demand: Demand) -> Iterator[Finding]:
    """Yield that a demand, or a role in it, stands for nobody on the day that counts.

    An id that nothing has is a finding of its own. A body that has ended is there by its heirs; where
    it has none, the debt may have been waived.
    """
    registry = review.files.registry
    asked = _asked(registry, demand.item)
    empty = {role: ids for role, ids in asked.items() if not _standing(registry, ids, demand)}
    if not empty:
        return
    if empty != asked:
        named = {role: ids for role, ids in empty.items() if not _only_words(registry, ids)}
        yield from (_found(review, demand, HALF, role, ids) for role, ids in named.items())
    elif not _waived(docket, demand):
        yield _found(review, demand, NOBODY, next(iter(empty)), [*chain(*empty.values())])


def _asked(registry: Registry, item: Item) -> dict[Role, list[BodyId]]:
    """Return the ids of the registry that owe an item, by role."""
    known = {role: [*filter(registry.knows, getattr(item, role))] for role in OWING}
    return {role: ids for role, ids in known.items() if ids}


def _waived(docket: Docket, demand: Demand) -> bool:
    """Say whether everybody who owed a demand is excused from it."""
    owed = docket.laid(demand)
    return bool(owed) and all(each.waiver for each in owed)


def _only_words(registry: Registry, ids: Iterable[BodyId]) -> bool:
    """Say whether ids name nothing but open sets ("các cơ quan có liên quan")."""
    groups = (registry.group.get(id_) for id_ in ids)
    return all(group is not None and group.open for group in groups)


def _standing(registry: Registry, ids: Iterable[BodyId], demand: Demand) -> bool:
    """Say whether any body is there of those for which ids stand, itself or by an heir."""
    day = demand.resolved
    bodies = (body for id_ in ids for body in registry.members_on(id_, day))
    return any(registry.heirs_on(body, day) for body in bodies)


def _found(
    review: OfficeReview, demand: Demand, rule: Rule, role: Role, ids: Sequence[BodyId]
) -> Finding:
    """Return the finding at the first of the ids in a role."""
    item, places = demand.item, getattr(demand.item, role)
    first = next(number for number, id_ in enumerate(places) if id_ in ids)
    route = ("items", demand.plan.items.index(item), role, first)
    values: dict[str, Value] = {
        "item": item.id, "of": inset_period(demand.period), "ids": ", ".join(ids), "day": demand.resolved,
        "role": _ROLES[role],
    }  # fmt: skip
    place = Place(plan_file(review.files, demand.plan.id), route)
    return Finding(rule, place, values, Subject(item=item.id, period=demand.period))
