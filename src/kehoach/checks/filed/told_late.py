"""Finished tasks that were told too late, or typed into a letter after it had come."""

from collections.abc import Iterator

from kehoach.checks.review import PartReview, inset_period, of_period
from kehoach.checks.sample_files import HEAD
from kehoach.diagnostics import Affair, Example, Finding, Rule, Severity, Value
from kehoach.verdicts.assessment import Reason
from kehoach.verdicts.assessment.timing import Timing
from kehoach.verdicts.evidence import Claim
from kehoach.words import Text

_SENT = (
    HEAD + "document: {number: 1/BC, date: 2021-12-15}\n"
    "tasks:\n  - item: II.1.b\n    status: done\n    completed: 2021-07-20\n"
    "    evidence: [{number: 18/STC, date: 2021-07-20}]\n"
)
_BOOKED = (
    "schema: kehoach/receipts@1\nreceipts:\n"
    "  - {agency: so-tai-chinh, received: %s, document: {number: 18/STC, date: 2021-07-20}}\n"
)

LATE = Rule(
    "KH515", Severity.WARNING,
    Text("Báo hoàn thành muộn", "Told too late"),
    Text("mục {item}{of}: tự khai xong ngày {declared} nhưng đến {told} mới báo, phải báo chậm "
         "nhất "
         "{by}; tính theo ngày báo",
         "item {item}{of}: said to be done on {declared}, but told on {told} only, to be "
         "told by "
         "{by}; the day of telling counts"),
    Text("nếu văn bản hoặc minh chứng đã đến đúng lúc, nơi nhận ghi ngày đến vào receipts.yaml; sửa tệp "
         "không đổi "
         "kết quả",
         "if the letter or the evidence did come in time, the office enters its arrival in receipts.yaml; "
         "editing the file changes nothing"),
    Text("Ngày tự khai chỉ được tính khi báo kịp hạn của báo cáo tiếp theo (hoặc hạn cộng số ngày cho "
         "phép): "
         "không ai mua được kết quả bằng một ngày gõ sau.",
         "A declared day counts only where it was told by the due day of the next report (or the due day "
         "and "
         "the tolerance): nobody buys a verdict with a day typed afterwards."),
    # What was told keeps its day: the book says when the evidence came.
    Example(_BOOKED % "2021-12-15", _BOOKED % "2021-07-22", "receipts.yaml",
            beside=("submissions/so-tai-chinh/bao-cao.yaml", _SENT)),
    affair=Affair.OFFICE,
)  # fmt: skip
ADDED = Rule(
    "KH517", Severity.WARNING,
    Text("Thêm vào văn bản đã có trong sổ", "Added to a letter that the book has"),
    Text("mục {item}{of} được thêm sau khi văn bản {number} đã đến ngày {booked}; tính theo ngày "
         "{day}",
         "item {item}{of} was added after {number} had come on {booked}; {day} counts"),
    Text("nếu văn bản đã nêu mục này từ đầu, nơi nhận ghi mục đó (item, period) vào receipts.yaml",
         "if the letter spoke of it from the beginning, the office enters that item in receipts.yaml"),
    Text("Sổ ghi ngày đến của những gì văn bản đã nói khi git lần đầu thấy số của nó; điều gõ thêm sau đó "
         "nhận "
         "ngày của chính nó.",
         "The book dates what a letter said when git first saw its number; what is typed in afterwards has "
         "its own day."),
    affair=Affair.OFFICE,
)  # fmt: skip
RULES = (LATE, ADDED)


def find(review: PartReview) -> Iterator[Finding]:
    """Yield the finished tasks whose declared day does not count, and what was added to a letter."""
    for report in review.reports:
        late = report.claimed(lambda each: each.reason is Reason.TOLD_LATE)
        yield from (_late(claim, each.timing) for each, claim in late if each.timing)
        for claim in report.heard():
            yield from _added(claim)


def _late(claim: Claim, timing: Timing) -> Finding:
    values: dict[str, Value] = {"item": claim.key.item, "of": of_period(claim.key.period)}
    values |= {"declared": timing.day, "told": timing.told, "by": timing.by or timing.told}
    place = claim.place("completed") if claim.completed and not claim.overwritten else claim.place()
    return Finding(LATE, place, values, claim.subject)


def _added(claim: Claim) -> Iterator[Finding]:
    booked, day = claim.passed_over, claim.receipt
    if claim.beside or booked is None or day is None:
        return
    values: dict[str, Value] = {"item": claim.key.item, "of": inset_period(claim.key.period)}
    values |= {"number": claim.document.number or "?", "booked": booked.day, "day": day.day}
    yield Finding(ADDED, claim.place(), values, claim.subject)
