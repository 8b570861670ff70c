"""What a part tells the office, gathered from what was read and judged of it."""

from collections.abc import Iterable, Iterator
from datetime import date

from kehoach.checks.crossing import Acting, Crossing, TakenOver
from kehoach.checks.filed import declared_dates
from kehoach.checks.review import PartReview
from kehoach.model.documents import Document
from kehoach.model.ids import AgencyId
from kehoach.model.workspace import Filing
from kehoach.verdicts.assessment import Assessment, Report
from kehoach.verdicts.evidence import Claim
from kehoach.verdicts.obligations.obligation import Key


def crossing(review: PartReview) -> Crossing:
    """Return what of a part bears upon what lies outside it."""
    told = Crossing(
        tuple(_taken_over(review)),
        frozenset(_heirless(review)),
        frozenset(_dating(review)),
        frozenset(_known(review)),
        tuple(declared_dates.on_paper(review)),
        acting=frozenset(_acting(review)),
    )
    if not review.histories:
        return told
    from kehoach.checks.commits import withdrawn_reports  # noqa: PLC0415 - with the family of git

    gone, astray = withdrawn_reports.gone(review), withdrawn_reports.astray(review)
    return told._replace(gone=tuple(gone), astray=frozenset(astray))


def _acting(review: PartReview) -> Iterator[Acting]:
    """Yield the returns that sent something back, and the pauses of what was not done before them."""
    decided = review.workspace.decisions
    places = {id(each): (kind, number) for kind, number, each in decided.each()}
    for report in review.reports if decided.returns or decided.pauses else ():
        for each in report.those(
            lambda one: bool(one.obligation.returns or one.obligation.still.pauses)
        ):
            owed = each.obligation
            open_ = (one for one in owed.still.pauses if not _done_before(each, one.from_))
            for decision in (*owed.returns, *open_):
                yield Acting(*places[id(decision)], owed.key)


def _done_before(each: Assessment, day: date) -> bool:
    """Say whether something was delivered before a day."""
    receipt = each.claim.receipt if each.claim and each.done else None
    done = each.completed or (receipt.day if receipt else None)
    return done is not None and done < day


def letters(filings: Iterable[Filing]) -> Iterator[tuple[AgencyId, Document]]:
    """Yield the letter of each file and what it cites as evidence, with whose file it is."""
    for filing in filings:
        submission = filing.submission
        yield submission.agency, submission.document
        for task in submission.tasks:
            for each in task.evidence:
                yield submission.agency, each


def _taken_over(review: PartReview) -> Iterator[TakenOver]:
    """Yield the debts that fell to heirs, in the order in which they were judged."""
    for number, report in enumerate(review.reports):
        for each in report.those(lambda each: each.inherited_from is not None):
            place, _ = report.docket.place(each.obligation)
            yield TakenOver(number, place, each.obligation.agency, each.agency)


def _heirless(review: PartReview) -> Iterator[tuple[int, Key]]:
    """Yield the debts that fell to nobody."""
    for number, report in enumerate(review.reports):
        for each in report.those(lambda each: each.heirless):
            yield number, each.obligation.key


def _dating(review: PartReview) -> Iterator[int]:
    """Yield the entries by which anything is dated, or which are all that is known of it."""
    if not review.workspace.book.receipts:
        return
    for report in review.reports:
        for claim in (*report.claims, *_sent_again(report)):
            told = claim.told
            for receipt in (claim.receipt, claim.came, told.heard, told.fulfilled):
                if receipt is not None and receipt.entry is not None:
                    yield receipt.entry


def _sent_again(report: Report) -> Iterator[Claim]:
    """Yield what came anew after each time that something was sent back."""
    for each in report.those(lambda one: one.returned is not None):
        key = each.obligation.key._replace(agency=each.agency)
        for back in each.obligation.returns:
            yield from report.claims.sendings.after(key, back.day) if back.day else ()


def _known(review: PartReview) -> Iterator[int]:
    """Yield the entries on a letter, and no item, that a file of their agency names."""
    of_letters = [
        (index, (entry.agency, entry.document.number, entry.document.date))
        for index, entry in enumerate(review.workspace.book.receipts)
        if entry.item is None and entry.document.number
    ]
    if of_letters:
        named = {
            (whose, each.number, each.date) for whose, each in letters(review.workspace.filings)
        }
        yield from (index for index, letter in of_letters if letter in named)
