"""An entry in words: where it stands, when it came and how that is known, what it says."""

from collections.abc import Iterable, Iterator

from kehoach.diagnostics import Place
from kehoach.explanations.clock_words import clock_words
from kehoach.explanations.labels import progress_words
from kehoach.run import Run
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.evidence import Claim, Receipt, Source
from kehoach.verdicts.evidence.history import History
from kehoach.words import Lang, Text, captions, shown_day

_RECEIVED = Text("nhận {day} ({source})", "received {day} ({source})")
_FIRST = Text("lần đầu được báo {day} ({source})", "first told {day} ({source})")
_OVERWRITTEN = Text("điều đã nhận; tệp nay ghi khác, chưa commit",
                    "as received; the file says something else now, not committed")  # fmt: skip
_UNKNOWN = Text("không biết ngày nhận", "day of receipt unknown")
_AFTER = Text("sau ngày đánh giá, không tính", "after the date, not counted")
_BRANCH = Text(
    "nhánh của cơ quan đã có từ {day} (commit {commit})", "on a branch since {day} ({commit})"
)
_SAMPLE = Text("dữ liệu minh hoạ", "illustrative data")
_SHORT = 10
_COMMITTED = (Source.ARRIVAL, Source.GIT)  # whose proof is a commit


def claim_words(run: Run, claim: Claim, lang: Lang) -> str:
    """Return one entry: what, where, when, and how that is known."""
    return " · ".join([
        place_on_file(run, Place(claim.file, claim.route)),
        *_document(claim, lang),
        *_receipt(run, claim, lang),
        *_content(claim, lang),
    ])  # fmt: skip


def office_places(run: Run) -> Iterator[Place]:
    """Yield where in the office's files stands what is told of all verdicts: to be looked up at once."""
    for each in run.workspace.plans:
        yield from (Place(each.file, ("items", at)) for at in range(len(each.plan.items)))
    for report in run.reports:
        for claim in report.claims:
            for receipt in (claim.came, claim.receipt):
                if receipt is not None and receipt.entry is not None:
                    yield Place(receipt.file, ("receipts", receipt.entry))


def filed_places(run: Run, owed: Iterable[Assessment]) -> Iterator[Place]:
    """Yield where in what was filed stands what is told of some verdicts, an agency's say."""
    for each in owed:
        for claim in claims_on(run, each):
            yield Place(claim.file, claim.route)


def claims_on(run: Run, each: Assessment) -> tuple[Claim, ...]:
    """Return everything that was said of an obligation by who owes it, received by the date or not."""
    plan = each.obligation.demand.plan
    report = next(found for found in run.reports if found.docket.plan is plan)
    return report.claims.of(each.obligation.key._replace(agency=each.agency))


def place_on_file(run: Run, place: Place) -> str:
    """Return ``file:line`` of a place."""
    line, _ = run.positions.mark(place)
    return f"{run.shown_file(place.file)}:{line}"


def _document(claim: Claim, lang: Lang) -> Iterator[str]:
    document = claim.document
    if document.number:
        day = f" {shown_day(document.date, lang)}" if document.date else ""
        yield f"{document.number}{day}"


def _receipt(run: Run, claim: Claim, lang: Lang) -> Iterator[str]:
    """Yield the day of receipt with its proof, and what else is known of it."""
    receipt = claim.came or claim.receipt
    if receipt is None:
        yield _UNKNOWN.to(lang)
        return
    yield _RECEIVED.to(
        lang, day=shown_day(receipt.day, lang), source=source_words(run, receipt, lang)
    )
    if claim.receipt and claim.receipt.day != receipt.day:
        first = source_words(run, claim.receipt, lang)
        yield _FIRST.to(lang, day=shown_day(claim.receipt.day, lang), source=first)
    if claim.overwritten:
        yield _OVERWRITTEN.to(lang)
    if receipt.day > run.as_of:
        yield _AFTER.to(lang)
    history = run.histories.get(claim.key.plan)
    if history is not None and receipt.source in _COMMITTED:
        yield from _commit(history, claim, receipt, lang)


def _commit(history: History, claim: Claim, receipt: Receipt, lang: Lang) -> Iterator[str]:
    """Yield by which clock the commit counts, and since when a branch had it."""
    yield from clock_words(history, receipt.file, lang)
    if branch := history.on_branch(claim.key, claim.progress == "done"):
        yield _BRANCH.to(lang, day=shown_day(branch.day, lang), commit=branch.commit[:_SHORT])


def source_words(run: Run, receipt: Receipt, lang: Lang) -> str:
    """Return how the day is known: the entry of the book, the commit, or whose word it is."""
    words = receipt.source.label.to(lang)
    if receipt.entry is not None:
        place = Place(receipt.file, ("receipts", receipt.entry))
        return f"{words}, {place_on_file(run, place)}"
    if receipt.source in _COMMITTED:
        return f"{words}, commit {receipt.file[:_SHORT]}"
    return words


def _content(claim: Claim, lang: Lang) -> Iterator[str]:
    """Yield what the entry says was done, and by which documents."""
    if claim.kind == "task":
        yield from progress_words(claim, lang)
    if claim.quantity is not None:
        yield captions.QUANTITY_OF.to(lang, number=claim.quantity)
    for proof in claim.evidence:
        if proof != claim.document:
            yield f"{proof.number or ''} {proof.title or ''}".strip()
    if claim.sample:
        yield _SAMPLE.to(lang)
