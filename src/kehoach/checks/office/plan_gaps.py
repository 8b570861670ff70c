"""What the plan leaves open."""

from collections.abc import Iterator

from kehoach.checks.review import OfficeReview
from kehoach.checks.sample_files import PLAN
from kehoach.diagnostics import Example, Finding, Place, Rule, Severity, Subject
from kehoach.model.deadlines.open_ended import Continuous, NotSet
from kehoach.words import Text

_PLAN = (
    PLAN
    + """\
items:
  - {id: "1", kind: task, title: Một, text: Làm., lead: [so-tai-chinh], deadline: {%s}}
"""
)

NO_TIME = Rule(
    "KH304", Severity.NOTICE,
    Text("Mục chưa có thời hạn", "Item without a time"),
    Text("mục {item} không có thời hạn: “{words}”", "item {item} has no time: “{words}”"),
    Text("nếu văn bản có nêu thời hạn thì ghi vào deadline của mục; nếu chưa, ghi khi có văn bản ấn định",
         "where the document names one, write it into the item's deadline; else once a document sets one"),
    Text("Mục không có thời hạn không bao giờ quá hạn; đây là chỗ trống của kế hoạch, không phải lỗi.",
         "An item without a time is never overdue; it is a gap of the plan, not a mistake."),
    Example(_PLAN % "not_set: theo lộ trình", _PLAN % "within: 2021", "plan_07.yaml"),
)  # fmt: skip
_WORK = (
    PLAN
    + """\
%sitems:
  - {id: "1", kind: task, title: Một, text: Làm., lead: [so-tai-chinh], deadline: {continuous: true}}
  - {id: "2", kind: report, title: Hai, text: Báo cáo., lead: [so-tai-chinh], deadline: {every: year}}
"""
)
NO_REPORT = Rule(
    "KH309", Severity.NOTICE,
    Text("Việc thường xuyên không có báo cáo phản ánh", "Continuous work that no report covers"),
    Text("kế hoạch có {count} việc thường xuyên mà policy không nêu báo cáo nào phản ánh",
         "the plan has {count} continuous {count:item|items}, and its policy names no report that "
         "covers them"),
    Text("thêm “reporting: MÃ-MỤC-BÁO-CÁO” vào policy của kế hoạch",
         "add “reporting: THE-REPORT'S-ITEM” to the plan's policy"),
    Text("Việc thường xuyên không có hạn riêng, chỉ được đánh giá qua báo cáo của kỳ; không nêu báo cáo "
         "nào thì không bao giờ được đánh giá.",
         "Continuous work has no due day and is judged by the period's report only; where none is named "
         "it is never judged."),
    Example(_WORK % "", _WORK % 'policy: {reporting: "2"}\n', "plan_07.yaml"),
)  # fmt: skip
RULES = (NO_TIME, NO_REPORT)


def find(review: OfficeReview) -> Iterator[Finding]:
    """Yield the items whose time the plan does not set, and plans that leave work unjudged."""
    for each in review.files.plans:
        working = sum(
            isinstance(rule, Continuous) for item in each.plan.items for rule in item.deadlines
        )
        if working and each.plan.policy.reporting is None:
            yield Finding(NO_REPORT, Place(each.file, ("items",), key=True), {"count": working})
        for index, item in enumerate(each.plan.items):
            for rule in item.deadlines:
                if isinstance(rule, NotSet):
                    yield Finding(
                        NO_TIME,
                        Place(each.file, ("items", index, "deadline")),
                        {"item": item.id, "words": rule.not_set},
                        Subject(item=item.id),
                    )
