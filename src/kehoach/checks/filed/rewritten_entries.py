"""What was told of a finished task, and reads otherwise now: the first telling stays."""

from collections.abc import Iterator, Sequence
from datetime import date
from shlex import quote

from kehoach.checks.review import PartReview, of_period
from kehoach.diagnostics import Affair, Finding, Rule, Severity, Value
from kehoach.model.documents import Document
from kehoach.model.submissions import TaskEntry
from kehoach.verdicts.evidence import Claim, Source
from kehoach.verdicts.evidence.telling import Telling
from kehoach.words import Text

_SHORT = 10

DAY = Rule(
    "KH422", Severity.WARNING,
    Text("Ngày hoàn thành bị sửa sau khi đã báo", "Day of completion rewritten after it was told"),
    Text("mục {item}{of}: lần đầu báo (ngày {told}{commit}) ghi {before}, nay ghi {after}; lần "
         "đầu được tính",
         "item {item}{of}: first told (on {told}{commit}) as {before}, now as {after}; what "
         "was "
         "told first counts"),
    Text("khôi phục điều đã báo; nếu lần đầu ghi nhầm, nơi nhận ghi ngày đúng (completed) vào "
         "receipts.yaml",
         "restore what was told; if that was a slip, the office enters the right day (completed) in "
         "receipts.yaml"),
    Text("Điều báo trước được giữ: sửa về sau không làm kết quả tốt hơn.",
         "What was told first stays: no later edit makes a verdict better."),
)  # fmt: skip
EVIDENCE = Rule(
    "KH423", Severity.WARNING,
    Text("Minh chứng bị sửa sau khi đã báo", "Evidence rewritten after it was told"),
    Text("mục {item}{of}: lần đầu báo (ngày {told}{commit}) có {before}, nay không còn",
         "item {item}{of}: first told (on {told}{commit}) with {before}, which is gone now"),
    Text("khôi phục minh chứng đã nêu; có thêm văn bản thì ghi thêm, không thay",
         "restore the evidence that was named; add further documents beside it"),
    Text("Minh chứng là căn cứ khép lại một việc; thay số hoặc ngày của nó là thay căn cứ.",
         "A task is closed by its evidence; another number or day is another ground."),
)  # fmt: skip
UNCOMMITTED = Rule(
    "KH516", Severity.WARNING,
    Text("Nội dung chưa commit khác với điều đã nhận", "Not committed, and not what was received"),
    Text("mục {item}{of}: tệp nay ghi khác commit; điều đã nhận vẫn được tính",
         "item {item}{of}: the file says something else than the commit; what was received "
         "counts"),
    Text("xem “git diff {file}”; commit để gửi, hoặc “git restore” để bỏ",
         "see “git diff {file}”; commit it to send it, or “git restore” it"),
    Text("Nội dung chưa commit coi như hôm nay mới nhận và không đổi điều đã nhận trước đó.",
         "What is not committed has been received today and changes nothing that came before."),
    affair=Affair.OFFICE,
)  # fmt: skip
RULES = (DAY, EVIDENCE, UNCOMMITTED)
_NONE = Text("không ghi ngày", "no day")


def find(review: PartReview) -> Iterator[Finding]:
    """Yield what reads otherwise than it was told, at the newer text."""
    for report in review.reports:
        for key, said in report.claims.by_key.items():
            if key not in report.sent_back:  # there it has to be told anew
                yield from _of(said, report.as_of)


def _of(said: Sequence[Claim], as_of: date) -> Iterator[Finding]:
    yield from _uncommitted(said)
    first = said[0].told.first
    if first is None or said[0].of_start or any(_is(claim, first) for claim in said):
        return  # it still stands: of two files that differ another check tells
    for claim in said:
        if claim.progress == "done" and claim.came_by(as_of) and _newer(claim, first):
            yield from _rewritten(claim, first)


def _uncommitted(said: Sequence[Claim]) -> Iterator[Finding]:
    """Yield what a file says otherwise than its commit, once where it is of a beginning too."""
    for claim in said:
        if claim.overwritten and not claim.beside:
            values = _named(claim) | {"file": quote(claim.file)}
            yield Finding(UNCOMMITTED, claim.place(), values, claim.subject)


def _is(claim: Claim, first: Telling) -> bool:
    """Say whether a claim is the first telling itself, still at hand."""
    return claim.came == first.receipt and claim.turn == first.place


def _newer(claim: Claim, first: Telling) -> bool:
    """Say whether a claim is committed and came after the first telling."""
    return (
        claim.came is not None
        and claim.came.source is not Source.UNCOMMITTED
        and claim.turn > first.place
    )


def _rewritten(claim: Claim, first: Telling) -> Iterator[Finding]:
    """Yield what a claim says otherwise than the first telling."""
    entry = first.meaning.entry
    if not isinstance(entry, TaskEntry):
        return
    values: dict[str, Value] = _named(claim)
    values |= {"told": first.receipt.day, "commit": f", commit {first.commit[:_SHORT]}"}
    before, after = entry.completed, claim.completed
    if before != after and (first.fulfils or not _later(before, after)):
        place = claim.place("completed") if after else claim.place()
        days = {"before": before or _NONE, "after": after or _NONE}
        yield Finding(DAY, place, values | days, claim.subject)
    if gone := _withdrawn(entry, claim):
        yield Finding(EVIDENCE, claim.place(), values | {"before": _shown(gone)}, claim.subject)


def _withdrawn(entry: TaskEntry, claim: Claim) -> list[Document]:
    """Return the evidence that a claim no longer names."""
    return [each for each in entry.evidence if each not in claim.evidence]


def _later(before: date | None, after: date | None) -> bool:
    """Say whether a day is no other day of the same work, where the first was not enough yet."""
    return before is not None and after is not None and after > before


def _named(claim: Claim) -> dict[str, Value]:
    return {"item": claim.key.item, "of": of_period(claim.key.period)}


def _shown(documents: Sequence[Document]) -> str:
    """Return the numbers and days of documents."""
    return ", ".join(f"{each.number or '?'} ({each.date or '?'})" for each in documents)
