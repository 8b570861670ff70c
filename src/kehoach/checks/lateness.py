"""What came late, and what has not come: verdicts, shown always, failing a run only when asked."""

from collections.abc import Iterator

from kehoach.checks.review import PartReview, inset_period, plan_file
from kehoach.checks.sample_files import HEAD
from kehoach.diagnostics import Example, Finding, Place, Rule, Severity, Subject
from kehoach.verdicts.assessment import Assessment, Status
from kehoach.words import Text

_SENT = "document: {number: 1/BC, date: %s}\nreports: [{item: III.1.c, period: 2021}]\n"

SEE = Text("xem “kehoach explain {item} --agency {agency} --period {period}”",
            "see “kehoach explain {item} --agency {agency} --period {period}”")  # fmt: skip
LATE = Rule(
    "KH501", Severity.NOTICE,
    Status.DONE_LATE.label,
    Text("{agency}: mục {item}{of} {done} {days} ngày (hạn {due})",
         "{agency}: item {item}{of} {done} {days} {days:day|days} late (due {due})"),
    SEE,
    Text("Đã gửi hoặc đã làm xong, nhưng sau ngày cuối cùng của hạn.",
         "Delivered, but after the last day on time."),
    Example(HEAD + _SENT % "2021-12-05", HEAD + _SENT % "2021-11-29"),
    verdict="late",
)  # fmt: skip
OVERDUE = Rule(
    "KH502", Severity.NOTICE,
    Text("Quá hạn, chưa hoàn thành", "Overdue"),
    Text("{agency}: mục {item}{of} {done} {days} ngày (hạn {due})",
         "{agency}: item {item}{of} {done}, {days} {days:day|days} overdue (due {due})"),
    SEE,
    Text("Ngày cuối cùng của hạn đã qua mà chưa có báo cáo hoặc chưa làm xong.",
         "The last day has passed, and nothing that fulfils it has come."),
    Example(HEAD, HEAD + _SENT % "2021-11-29"),
    verdict="overdue",
)  # fmt: skip
_DONE = {
    (False, False): Text("hoàn thành muộn", "done"),
    (True, False): Text("chưa hoàn thành, quá hạn", "not delivered"),
    (False, True): Text("bắt đầu muộn", "begun"),
    (True, True): Text("chưa bắt đầu, quá hạn bắt đầu", "not begun"),
}
"""What is said of it, by whether it is overdue and whether it is a beginning."""
RULES = (LATE, OVERDUE)


def find(review: PartReview) -> Iterator[Finding]:
    """Yield a finding for each verdict of late or overdue, worst first."""
    for report in review.reports:
        file = plan_file(review.workspace, report.docket.plan.id)
        index = {item.id: i for i, item in enumerate(report.docket.plan.items)}
        for assessment in sorted(report.those(_late), key=lambda each: -(each.days or 0)):
            item = assessment.obligation.demand.item.id
            yield _finding(assessment, Place(file, ("items", index[item])))


def _late(assessment: Assessment) -> bool:
    return assessment.overdue or assessment.status is Status.DONE_LATE


def _finding(assessment: Assessment, plan_place: Place) -> Finding:
    """Return the finding: at the entry that came late, or at the plan's item that is unmet."""
    obligation, claim = assessment.obligation, assessment.claim
    place = plan_place if assessment.overdue or claim is None else Place(claim.file, claim.route)
    period = obligation.key.period
    subject = Subject(assessment.agency, obligation.key.item, period)
    return Finding(
        OVERDUE if assessment.overdue else LATE,
        place,
        {
            "agency": assessment.agency,
            "item": obligation.key.item,
            "period": period,
            "of": inset_period(period),
            "done": _DONE[assessment.overdue, obligation.demand.term.beginning],
            "days": assessment.days or 0,
            "due": obligation.due or "",
        },
        subject,
    )
