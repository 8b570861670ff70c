"""Declared dates that the day of receipt contradicts."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from kehoach.checks.crossing import PaperDate
from kehoach.checks.review import PartReview, WholeReview
from kehoach.checks.sample_files import HEAD
from kehoach.diagnostics import Affair, Example, Finding, Place, Route, Rule, Severity
from kehoach.verdicts.assessment import Report
from kehoach.verdicts.evidence import Claim, Source
from kehoach.words import Text

if TYPE_CHECKING:
    from kehoach.verdicts.evidence.history import History

_FILE = HEAD + "document: {number: 1/BC, date: %s}\nreports: [{item: III.1.c, period: 2021}]\n"
_ENTRIES = (
    "schema: kehoach/receipts@1\nreceipts:\n"
    "  - {agency: so-tai-chinh, item: III.1.c, period: 2021, received: %s}\n"
)
_BOOK = "receipts.yaml"

DATED_AFTER = Rule(
    "KH503", Severity.WARNING,
    Text("Ngày văn bản sau ngày nhận", "Document dated after its receipt"),
    Text("văn bản ghi ngày {declared} nhưng đã nhận từ ngày {day}",
         "the document is dated {declared}, but was received on {day}"),
    Text("sửa “document.date” theo đúng văn bản đã gửi", "mend “document.date” to the letter sent"),
    Text("Một văn bản không thể đến trước khi được ký.",
         "A letter cannot arrive before it is signed."),
    Example(_FILE % "2021-12-02", _FILE % "2021-11-29",
            beside=(_BOOK, _ENTRIES % "2021-11-29")),
)  # fmt: skip
BACKDATED = Rule(
    "KH504", Severity.WARNING,
    Text("Ghi lùi ngày", "Back-dated"),
    Text("văn bản ghi ngày {declared}, trước ngày nhận {day} đến {days} ngày (cho phép {tolerance})",
         "the document is dated {declared}, {days} {days:day|days} before receipt on {day} "
         "({tolerance} allowed)"),
    Text("nếu văn bản giấy đến đúng ngày, ghi vào receipts.yaml; nếu không, giữ ngày nhận",
         "if the paper came in time, enter it in receipts.yaml; else the day of receipt stands"),
    Text("Văn bản phát hành trong ngày ký hoặc ngày làm việc tiếp theo (Điều 18 Nghị định "
         "30/2020/NĐ-CP); ngày nhận, không phải ngày ghi, quyết định đúng hạn.",
         "A letter goes out on the day of signing or the next working day (Decree 30/2020, Art. 18); "
         "the day of receipt, not the declared one, decides."),
    # The letter keeps its day: what may be mended is the book, where it has not the true arrival.
    Example(_ENTRIES % "2021-11-29", _ENTRIES % "2021-11-02", _BOOK,
            beside=("submissions/so-tai-chinh/bao-cao.yaml", _FILE % "2021-11-01")),
    affair=Affair.OFFICE,
)  # fmt: skip
RULES = (DATED_AFTER, BACKDATED)


def find(review: PartReview) -> Iterator[Finding]:
    """Yield, once a file, a declared date that cannot be, or is too far from receipt.

    Calendar days; a difference of exactly the plan's tolerance is allowed.
    """
    for report in review.reports:
        history = review.histories.get(report.docket.plan.id)
        seen: set[str] = set()
        for claim in report.heard():
            found = _of(claim, report.docket.plan.policy.tolerance_days)
            if found is None or claim.file in seen or _second(claim, report, history):
                continue
            seen.add(claim.file)
            if not claim.on_paper:
                yield found


def across(review: WholeReview) -> Iterator[Finding]:
    """Yield, once a plan, such a date in the registry book: one file of all the parts."""
    ranked = sorted(review.crossing.paper_dates, key=lambda each: (each.plan, each.rank))
    for _, of_plan in groupby(ranked, key=lambda each: each.plan):
        yield next(of_plan).finding


def on_paper(review: PartReview) -> Iterator[PaperDate]:
    """Yield such dates of letters that only the book knows.

    The first is that of what files speak of too, in their order, else what was received first.
    """
    for number, report in enumerate(review.reports):
        tolerance = report.docket.plan.policy.tolerance_days
        history = review.histories.get(report.docket.plan.id)
        for claim in report.heard():
            if not claim.on_paper or claim.receipt is None:
                continue
            found = _of(claim, tolerance)
            if found is None or _second(claim, report, history):
                continue
            files = [each.file for each in report.claims.of(claim.key) if not each.on_paper]
            rank = (not files, min(files, default=""), claim.receipt.day, int(claim.route[1]))
            yield PaperDate(number, rank, found)


def _second(claim: Claim, report: Report, history: "History | None") -> bool:
    """Say whether it is a second letter, which came after it was signed; the first one was received.

    Where the book dates what came, another letter must stand beside it: else the two contradict.
    """
    declared, receipt = claim.document.date, claim.receipt
    if declared is None or receipt is None or declared <= receipt.day:
        return False
    own = _came(claim, history) if history else None
    alone = receipt.source is Source.REGISTRY and not any(
        (each.document.date or date.max) <= receipt.day for each in report.claims.of(claim.key)
    )
    return own is not None and own >= declared and not alone


def _came(claim: Claim, history: "History") -> date | None:
    """Return the day on which the main line first held a letter of a claim's date."""
    versions = history.versions.get(claim.key, ())
    dated = (each.day for each in versions if each.meaning.document.date == claim.document.date)
    return next(dated, None)


def _above(claim: Claim) -> Route:
    """Return where a claim's document stands: in its entry of the book, or at its file's head."""
    return claim.route if claim.route[:1] == ("receipts",) else ()


def _of(claim: Claim, tolerance: int) -> Finding | None:
    declared, receipt = claim.document.date, claim.receipt
    if declared is None or receipt is None or receipt.source is Source.DECLARED:
        return None
    days = (receipt.day - declared).days
    if 0 <= days <= tolerance:
        return None
    return Finding(
        DATED_AFTER if days < 0 else BACKDATED,
        Place(claim.file, (*_above(claim), "document", "date")),
        {
            "declared": declared,
            "day": receipt.day,
            "days": str(days),
            "tolerance": str(tolerance),
        },
        claim.subject,
    )
