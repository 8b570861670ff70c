"""Reports that came but leave continuous work out."""

from collections.abc import Iterator

from kehoach.checks.review import PartReview
from kehoach.checks.sample_files import DATED
from kehoach.diagnostics import Example, Finding, Place, Rule, Severity, Subject
from kehoach.verdicts.assessment import Reason
from kehoach.words import Text

_ALL = (
    "II.2", "II.3.1", "II.3.2", "II.3.3", "II.3.4", "II.4.1", "II.5.1", "II.5.2", "II.6.1",
    "II.6.3.a", "II.6.3.b", "II.8", "III.1.b", "III.1.d",
)  # fmt: skip
_HEAD = DATED + "reports: [{item: III.1.c, period: 2021}]\ntasks:\n"

LEFT_OUT = Rule(
    "KH412", Severity.WARNING,
    Text("Báo cáo bỏ sót nhiệm vụ thường xuyên", "Report leaves continuous work out"),
    Text("báo cáo kỳ {period} không nói gì về mục {item}",
         "the report for {period} says nothing of item {item}"),
    Text("thêm “- {{item: {item}, period: {period}, status: in_progress, note: …}}” vào tasks",
         "add “- {{item: {item}, period: {period}, status: in_progress, note: …}}” to tasks"),
    Text("Nhiệm vụ thường xuyên không có hạn riêng; được đánh giá qua báo cáo của kỳ.",
         "Continuous work has no due day; it is judged by the report of its period."),
    Example(_HEAD + "  - {item: II.2, status: in_progress}\n",
            _HEAD + "".join(f"  - {{item: {item}, status: in_progress}}\n" for item in _ALL)),
)  # fmt: skip
RULES = (LEFT_OUT,)


def find(review: PartReview) -> Iterator[Finding]:
    """Yield, for each report that came, the continuous items it does not mention."""
    for report in review.reports:
        reporting = report.docket.plan.policy.reporting
        if reporting is None:
            continue
        for assessment in report.those(lambda each: each.reason is Reason.NOT_COVERED):
            key = assessment.obligation.key._replace(agency=assessment.agency)
            sent = report.claims.of(key._replace(item=reporting))
            yield Finding(
                LEFT_OUT,
                Place(sent[0].file, sent[0].route),
                {"item": key.item, "period": key.period},
                Subject(key.agency, key.item, key.period),
            )
