"""Ids that stand for nothing."""

from collections.abc import Iterator

from kehoach.checks.review import OfficeReview, inset_period, plan_file
from kehoach.checks.sample_files import PLAN
from kehoach.diagnostics import Example, Finding, Place, Rule, Severity, Subject, Value
from kehoach.diagnostics.finding import Route
from kehoach.model import file_names
from kehoach.model.agencies import Registry
from kehoach.model.deadlines.events import AfterEvents, Counted
from kehoach.model.plan import Item, Plan
from kehoach.verdicts.obligations import Demand
from kehoach.words import Text, captions
from kehoach.words.nearness import did_you_mean, nearest

_PLAN = (
    PLAN
    + """\
events: [{id: het-dich, text: hết dịch}]
items:
  - {id: "1", kind: task, title: Một, text: Làm., lead: [%s], deadline: {%s}}
"""
)

UNKNOWN_AGENCY = Rule(
    "KH302", Severity.ERROR,
    Text("Cơ quan không có trong danh sách", "Unknown agency"),
    captions.NOT_IN_REGISTRY,
    Text("sửa mã, hoặc thêm cơ quan / nhóm “{id}” vào agencies.yaml",
         "mend the id, or add the agency or group “{id}” to agencies.yaml"),
    Text("Nhiệm vụ giao cho một mã lạ sẽ không ai phải làm.",
         "A task laid on an unknown id would be nobody's."),
    Example(_PLAN % ("so-tai-chin", "within: 2021"), _PLAN % ("so-tai-chinh", "within: 2021"),
            "plan_07.yaml"),
)  # fmt: skip
UNKNOWN_EVENT = Rule(
    "KH303", Severity.ERROR,
    Text("Sự kiện không có trong kế hoạch", "Unknown event"),
    Text("sự kiện “{id}” không có trong phần events của kế hoạch",
         "the event “{id}” is not among the plan's events"),
    Text("thêm “- {{id: {id}, text: …}}” vào events, với lời của văn bản",
         "add “- {{id: {id}, text: …}}” to events, in the document's words"),
    Text("Thời hạn chờ một sự kiện mà không ai biết là gì sẽ chờ mãi.",
         "A deadline that hangs on an event nobody knows would wait for ever."),
    Example(_PLAN % ("so-tai-chinh", "when: het-dich-benh"),
            _PLAN % ("so-tai-chinh", "when: het-dich"), "plan_07.yaml"),
)  # fmt: skip
NOT_YET = Rule(
    "KH305", Severity.WARNING,
    Text("Giao cho cơ quan chưa thành lập", "Laid on a body that does not exist yet"),
    Text("mục {item}{of} giao đích danh {agency}, thành lập sau hạn {day}",
         "item {item}{of} names {agency}, which was set up after {day}"),
    Text("kiểm tra mã cơ quan, hoặc ngày “valid.from” trong agencies.yaml",
         "check the agency's id, or its “valid.from” in agencies.yaml"),
    Text("Nghĩa vụ giao cho cơ quan chưa có tại thời điểm đến hạn thì không ai phải làm.",
         "What is laid on a body that does not exist when it falls due is nobody's."),
    Example(_PLAN % ("so-nong-nghiep-moi-truong, so-tai-chinh", "within: 2021"),
            _PLAN % ("so-nong-nghiep-ptnt", "within: 2021"), "plan_07.yaml"),
)  # fmt: skip
RULES = (UNKNOWN_AGENCY, UNKNOWN_EVENT, NOT_YET)


def find(review: OfficeReview) -> Iterator[Finding]:
    """Yield every id in plans and the registry that nothing has."""
    registry = review.files.registry
    for each in review.files.plans:
        yield from _unknown(review, each.file, _named_in_plan(each.plan))
        yield from _events(each.file, each.plan)
    yield from _unknown(review, file_names.REGISTRY, _named_in_registry(registry))
    for docket in review.dockets:
        for demand in docket.demands:
            yield from _not_yet(review, demand)


def _not_yet(review: OfficeReview, demand: Demand) -> Iterator[Finding]:
    """Yield the bodies named by themselves that are set up only after the day that counts."""
    registry = review.files.registry
    for id_ in (*demand.item.lead, *demand.item.implement):
        if id_ in registry.agency and not registry.members_on(id_, demand.resolved):
            values: dict[str, Value] = {
                "item": demand.item.id,
                "period": demand.period,
                "of": inset_period(demand.period),
                "agency": id_,
                "day": demand.resolved,
            }
            index = demand.plan.items.index(demand.item)
            place = Place(plan_file(review.files, demand.plan.id), ("items", index))
            subject = Subject(id_, demand.item.id, demand.period)
            yield Finding(NOT_YET, place, values, subject)


def _named_in_plan(plan: Plan) -> Iterator[tuple[Route, str]]:
    """Yield each agency or group that a plan names, with its place."""
    for index, item in enumerate(plan.items):
        for route, id_ in _named_in_item(item):
            yield ("items", index, *route), id_
    if plan.issuer:
        yield ("issuer",), plan.issuer
    if plan.policy.consolidator:
        yield ("policy", "consolidator"), plan.policy.consolidator


def _named_in_item(item: Item) -> Iterator[tuple[Route, str]]:
    """Yield each agency or group that an item names, with its place in it."""
    for role in ("lead", "implement", "coordinate"):
        for place, id_ in enumerate(getattr(item, role)):
            yield (role, place), id_
    for key in ("to", "via"):
        if id_ := getattr(item, key):
            yield (key,), id_
    for key, parts in (("deadline", item.deadlines), ("quota", item.quota)):
        for number, part in enumerate(parts):
            for place, id_ in enumerate(part.agencies):
                yield (key, number, "agencies", place), id_


def _named_in_registry(registry: Registry) -> Iterator[tuple[Route, str]]:
    """Yield each agency or group that the registry itself refers to, with its place."""
    for index, agency in enumerate(registry.agencies):
        for place, heir in enumerate(agency.successors):
            yield ("agencies", index, "successors", place), heir
        if agency.parent:
            yield ("agencies", index, "parent"), agency.parent
    for index, group in enumerate(registry.groups):
        for place, id_ in enumerate(group.members):
            yield ("groups", index, "members", place), id_


def _unknown(
    review: OfficeReview, file: str, named: Iterator[tuple[Route, str]]
) -> Iterator[Finding]:
    registry = review.files.registry
    called = {
        **{id_: (each.name, *each.variants) for id_, each in registry.agency.items()},
        **{id_: (each.name, *each.variants) for id_, each in registry.group.items()},
    }
    for route, id_ in named:
        if not registry.knows(id_) and id_ not in review.files.unreadable:
            meant = did_you_mean(nearest(id_, called, most=1))
            yield Finding(UNKNOWN_AGENCY, Place(file, route), {"id": id_, "meant": meant})


def _events(file: str, plan: Plan) -> Iterator[Finding]:
    known = {event.id for event in plan.events}
    for index, item in enumerate(plan.items):
        for rule in item.rules:
            events: tuple[str, ...] = ()
            if isinstance(rule, Counted):
                events = (rule.event,)
            elif isinstance(rule, AfterEvents):
                events = rule.when
            for id_ in events:
                if id_ not in known:
                    yield Finding(
                        UNKNOWN_EVENT, Place(file, ("items", index, "deadline")), {"id": id_}
                    )
