"""What the plan leaves open."""

from collections.abc import Iterator

from kehoach.checks.review import Review
from kehoach.diagnostics import Example, Finding, Place, Rule, Severity, Subject
from kehoach.model.deadlines.open_ended import NotSet
from kehoach.texts import Text

_PLAN = """\
schema: kehoach/plan@1
id: "07"
title: Kế hoạch thử
period: {from: 2021-01-01, to: 2021-12-31}
items:
  - {id: "1", kind: task, title: Một, text: Làm., lead: [so-tai-chinh], deadline: {%s}}
"""

NO_TIME = Rule(
    "KH304", Severity.NOTICE,
    Text("Mục chưa có thời hạn", "Item without a time"),
    Text("mục {item} không có thời hạn: “{words}”", "item {item} has no time: “{words}”"),
    Text("khi có văn bản ấn định thời hạn, ghi vào deadline của mục",
         "once a document sets one, write it into the item's deadline"),
    Text("Mục không có thời hạn không bao giờ quá hạn; đây là chỗ trống của kế hoạch, không phải lỗi.",
         "An item without a time is never overdue; it is a gap of the plan, not a mistake."),
    Example(_PLAN % "not_set: theo lộ trình", _PLAN % "within: 2021", "plan_07.yaml"),
)  # fmt: skip
RULES = (NO_TIME,)


def find(review: Review) -> Iterator[Finding]:
    """Yield the items whose time the plan does not set."""
    for each in review.workspace.plans:
        for index, item in enumerate(each.plan.items):
            for rule in item.deadlines:
                if isinstance(rule, NotSet):
                    yield Finding(
                        NO_TIME,
                        Place(each.file, ("items", index, "deadline")),
                        {"item": item.id, "words": rule.not_set},
                        Subject(item=item.id),
                    )
