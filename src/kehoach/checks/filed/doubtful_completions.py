"""Tasks said to be done that do not count as done, or not for certain."""

from collections.abc import Iterator
from datetime import date

from kehoach.checks.review import PartReview
from kehoach.checks.sample_files import DATED, HEAD
from kehoach.diagnostics import Example, Finding, Rule, Severity, Value
from kehoach.model.plan import Plan
from kehoach.verdicts.assessment import Assessment, Reason
from kehoach.verdicts.evidence import Claim
from kehoach.words import Text

_DONE = "tasks: [{item: II.1.b, status: done, completed: 2021-07-20%s}]\n"
_FIELD = (
    "tasks: [{item: II.4.2, period: 2021, status: done, completed: 2021-10-01, quantity: %s}]\n"
)

_BOOKED = (
    "schema: kehoach/receipts@1\nreceipts:\n"
    "  - {agency: so-tai-chinh, item: II.1.b, received: 2021-11-29%s}\n"
)

NO_EVIDENCE = Rule(
    "KH409", Severity.ERROR,
    Text("Hoàn thành nhưng thiếu minh chứng", "Done without evidence"),
    Text("mục {item} ghi là đã xong nhưng không có văn bản nào chứng minh nên chưa được tính",
         "item {item} is said to be done, but no document proves it: it does not count"),
    Text("thêm “evidence: [{{number: …, date: …, title: …}}]”, hoặc số của chính báo cáo ở document",
         "add “evidence: [{{number: …, date: …, title: …}}]”, or the letter's own number"),
    Text("Một việc được khép lại bằng số và ngày của một văn bản.",
         "A task is closed by the number and day of a document."),
    Example(HEAD + "document: {date: 2021-07-25}\n" + _DONE % "",
            HEAD + "document: {date: 2021-07-25}\n"
            + _DONE % ", evidence: [{number: 18/STC, date: 2021-07-20}]"),
)  # fmt: skip
NO_DAY = Rule(
    "KH410", Severity.WARNING,
    Text("Không ghi ngày hoàn thành", "Day of completion not given"),
    Text("mục {item} đã xong nhưng không ghi ngày; tính theo ngày nhận {day}",
         "item {item} is done, but the day is not given; the day of receipt {day} is used"),
    Text("ghi “completed: NĂM-THÁNG-NGÀY” trước khi gửi; gửi rồi thì thêm ngày không đổi kết quả; nếu văn "
         "bản hoặc minh chứng đến sớm hơn, nơi nhận ghi vào receipts.yaml (received, hoặc completed của "
         "mục)",
         "write “completed: YEAR-MONTH-DAY” before sending it; afterwards a day changes nothing; if the "
         "letter or the evidence came earlier, the office enters it in receipts.yaml (received, or the "
         "item's completed)"),
    Text("Báo xong mà không ghi ngày thì ngày nhận là ngày hoàn thành. Điều báo trước được giữ: ngày thêm "
         "về sau "
         "không được tính, chỉ sổ văn bản đến sửa được.",
         "Where a task is told as done without a day, the day of receipt is its day. What was told first "
         "stays: a day added later does not count; only the registry book mends it."),
    Example(_BOOKED % "", _BOOKED % ", completed: 2021-07-20", "receipts.yaml",
            beside=("submissions/so-tai-chinh/bao-cao.yaml",
                    DATED + "tasks: [{item: II.1.b, status: done}]\n")),
)  # fmt: skip
TOO_FEW = Rule(
    "KH411", Severity.WARNING,
    Text("Chưa đủ số lượng tối thiểu", "Minimum quantity not reached"),
    Text("mục {item} cần ít nhất {least} {unit}, mới báo {quantity} nên chưa được tính là xong",
         "item {item} needs at least {least} {unit}, {quantity} reported: it does not count as done"),
    Text("ghi “quantity:” đúng số đã làm", "write the number reached as “quantity:”"),
    Text("Kế hoạch đặt số tối thiểu; chưa đạt thì chưa hoàn thành.",
         "The plan sets a least number; below it the task is not fulfilled."),
    Example(DATED + _FIELD % "0", DATED + _FIELD % "1"),
)  # fmt: skip
TOO_OLD = Rule(
    "KH420", Severity.WARNING,
    Text("Hoàn thành trước khi có kế hoạch", "Done before there was a plan"),
    Text("mục {item} ghi hoàn thành ngày {day}, trước khi kế hoạch bắt đầu ngày {start}",
         "item {item} is said to be done on {day}, before the plan began on {start}"),
    Text("kiểm tra “completed”, thường là ghi nhầm năm",
         "check “completed”; mostly the year is mistyped"),
    Text("Việc giao ở kế hoạch không thể xong trước khi có kế hoạch; ngày tự khai như vậy làm kết quả "
         "thành sớm hơn thật.",
         "What a plan asks for cannot have been done before it; such a declared day makes the result look "
         "earlier than it was."),
    Example(DATED + "tasks: [{item: II.1.b, status: done, completed: 2012-07-20}]\n",
            DATED + _DONE % ""),
)  # fmt: skip
RULES = (NO_EVIDENCE, NO_DAY, TOO_FEW, TOO_OLD)


def find(review: PartReview) -> Iterator[Finding]:
    """Yield what keeps a finished task from counting, or makes its day uncertain."""
    for report in review.reports:
        start = _begun(report.docket.plan)
        for assessment, claim in report.claimed(lambda each: each.claim is not None):
            yield from _of(assessment, claim)
            yield from _early(claim, start)


def _begun(plan: Plan) -> date:
    """Return the first day on which something could be done under a plan."""
    return min(plan.period.first, plan.issued.first) if plan.issued else plan.period.first


def _early(claim: Claim, start: date) -> Iterator[Finding]:
    """Yield that something was done before anybody had asked for it."""
    if claim.completed and claim.completed < start and not claim.of_start:
        values: dict[str, Value] = {"item": claim.key.item}
        values |= {"day": claim.completed, "start": start}
        yield Finding(TOO_OLD, claim.place(), values, claim.subject)


def _of(assessment: Assessment, claim: Claim) -> Iterator[Finding]:
    quota = assessment.obligation.quota
    place, item, subject = claim.place(), claim.key.item, claim.subject
    if assessment.reason is Reason.UNPROVEN:
        yield Finding(NO_EVIDENCE, place, {"item": item}, subject)
    elif assessment.reason is Reason.COMPLETED_UNSTATED and assessment.completed:
        yield Finding(NO_DAY, place, {"item": item, "day": assessment.completed}, subject)
    elif assessment.reason is Reason.TOO_FEW and quota:
        values = {
            "item": item,
            "least": str(quota.at_least),
            "unit": quota.unit or "",
            "quantity": str(claim.quantity or 0),
        }
        yield Finding(TOO_FEW, place, values, subject)
