"""Days of receipt for which nobody vouches but the sender's own clock."""

from collections import defaultdict
from collections.abc import Iterator

from kehoach.checks.review import PartReview
from kehoach.diagnostics import Affair, Finding, Rule, Severity, Subject, Value
from kehoach.verdicts.evidence import Claim, Source
from kehoach.words import Text

_SHORT = 10

OWN_CLOCK = Rule(
    "KH529", Severity.NOTICE,
    Text("Ngày nhận chỉ theo đồng hồ người gửi", "Days by the sender's own clock only"),
    Text("{count} ngày nhận của {agency} chỉ theo đồng hồ của máy đã commit (commit {commit}), không ai "
         "khác xác nhận",
         "{count} days of receipt of {agency} rest on the clock of whoever committed (commit {commit}); "
         "nobody else confirms them"),
    Text("nhận qua đề nghị hợp nhất, hoặc lập nhật ký tiếp nhận (kehoach arrivals record trong CI)",
         "take them in by pull requests, or keep an arrival log (kehoach arrivals record in CI)"),
    Text("Ngày của commit do người tạo commit đặt; đẩy thẳng lên nhánh chính thì không chứng minh được gì.",
         "Whoever makes a commit sets its day; pushed straight to the main line it proves nothing."),
    affair=Affair.OFFICE, standing=True,
)  # fmt: skip
RULES = (OWN_CLOCK,)


def find(review: PartReview) -> Iterator[Finding]:
    """Yield, once an agency, how many of its days nobody else confirms."""
    resting: dict[str, list[Claim]] = defaultdict(list)
    for report in review.reports:
        for claim in report.claims:
            receipt = claim.receipt
            if not receipt or receipt.day > report.as_of or claim.beside:
                continue
            if receipt.source is Source.GIT and not receipt.verified:
                resting[claim.key.agency].append(claim)
    for agency, claims in resting.items():
        first = claims[0]
        commit = first.receipt.file[:_SHORT] if first.receipt else ""
        values: dict[str, Value] = {"count": len(claims), "agency": agency, "commit": commit}
        yield Finding(OWN_CLOCK, first.place(), values, Subject(agency))
