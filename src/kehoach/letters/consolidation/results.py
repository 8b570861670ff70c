"""Part II of a consolidated report: item by item, the plan's sentence and what each agency says."""

from collections.abc import Iterator

from kehoach.document import Block, Prose, TableBlock, TableColumn, Title
from kehoach.explanations.labels import PROGRESS, PROGRESS_OF_START, progress_words
from kehoach.letters.consolidation.agency_words import (
    AGENCY,
    joined,
    named,
    numbered_document,
)
from kehoach.letters.consolidation.consolidated_items import (
    ConsolidatedItem,
    ItemEntry,
    QuantitySum,
    Standing,
)
from kehoach.letters.consolidation.gathered_reports import Consolidation
from kehoach.model.documents import Document
from kehoach.model.submissions import Progress
from kehoach.periods import ONCE
from kehoach.run import Run
from kehoach.verdicts.evidence import Claim
from kehoach.words import Lang, Text, captions
from kehoach.words.administrative import administrative_number
from kehoach.words.official_periods import official_period

_TITLE = Text("II. KẾT QUẢ THEO MỤC", "II. RESULTS BY ITEM")
_LISTED = (Standing.SILENT, Standing.ELSEWHERE, Standing.NIL, Standing.WAIVED)
_ITEM = Text("Mục {id}. {title}", "Item {id}. {title}")
_WORDED = Text("Thời hạn ghi: “{wording}”. Giao {owed} cơ quan, đơn vị: {parts}.",
               "Worded: “{wording}”. Laid on {owed} {owed:agency|agencies}: {parts}.")  # fmt: skip
_LAID = Text(
    "Giao {owed} cơ quan, đơn vị: {parts}.", "Laid on {owed} {owed:agency|agencies}: {parts}."
)
_NOBODY = Text("Không còn giao cho cơ quan nào.", "Laid on nobody.")
_ANSWERS = Text("{count} {words} ({progress})", "{count} {words} ({progress})")
_SUM = Text("Cộng số lượng: {reached}", "Quantity: {reached}")
_OF = Text("/{asked} (tối thiểu theo kế hoạch)", "/{asked} (the plan's minimum)")
_MET = Text("; {met}/{owing} đơn vị đạt mức tối thiểu", "; {met}/{owing} reached their minimum")
_OUTSIDE = Text("không được giao mục này", "the item is not laid on it")
_EARLIER = Text("tệp khác cùng nói về mục này", "another file on the same item")
_COLUMNS = (
    (Text("TT", "No"), 11, True),
    (AGENCY, 38, False),
    (Text("Tình trạng", "Status"), 29, False),
    (captions.QUANTITY, 15, True),
    (Text("Nội dung, ghi chú", "Note"), 38, False),
    (Text("Văn bản minh chứng", "Evidence"), 36, False),
)
_QUANTITY = 3  # its place among the columns: left out where nobody gives one


def results(run: Run, of: Consolidation, lang: Lang) -> Iterator[Block]:
    """Yield the second part: everything that falls in the period or was spoken of."""
    yield Title(_TITLE.to(lang))
    for each in of.items:
        yield from _item(run, of, each, lang)


def item_name(of: Consolidation, gathered: ConsolidatedItem, lang: Lang) -> str:
    """Return an item's number, with its period where that is another than the report's."""
    period = gathered.demand.period
    with_period = period not in (ONCE, of.demand.period)
    name = official_period(period, lang)
    return f"{gathered.demand.item.id} ({name})" if with_period else gathered.demand.item.id


def _item(run: Run, of: Consolidation, gathered: ConsolidatedItem, lang: Lang) -> Iterator[Block]:
    """Yield one item: the plan's words, the figures, who says what, and who says nothing."""
    item = gathered.demand.item
    yield Title(_heading(of, gathered, lang), 3)
    for paragraph in item.sentence.splitlines():
        if paragraph.strip():
            yield Prose(paragraph, "quoted")
    yield Prose(_figures(gathered, lang))
    for quantity in gathered.quantities:
        yield Prose(_quantity(quantity, lang))
    if gathered.entries:
        yield _table(run, gathered, lang)
    for standing in _LISTED:
        if verdicts := gathered.those(standing):
            words = standing.label.to(lang)
            names = "; ".join(named(run, each, lang) for each in verdicts)
            count = administrative_number(len(verdicts), lang)
            yield Prose(f"{words[0].upper()}{words[1:]} ({count}): {names}.")


def _heading(of: Consolidation, gathered: ConsolidatedItem, lang: Lang) -> str:
    item, period = gathered.demand.item, gathered.demand.period
    parts = [
        official_period(period, lang) if period not in (ONCE, of.demand.period) else "",
        captions.REQUESTED.to(lang) if item.binding == "requested" else "",
    ]
    rest = joined(parts)
    return _ITEM.to(lang, id=item.id, title=item.title) + (f" ({rest})" if rest else "")


def _figures(gathered: ConsolidatedItem, lang: Lang) -> str:
    """Return how many owe the item and where gathered of them stands: a sum."""
    if not gathered.owed:
        return _NOBODY.to(lang)
    parts = [
        _standing(gathered, standing, lang) for standing in Standing if gathered.those(standing)
    ]
    owed, wording = administrative_number(gathered.owed, lang), gathered.demand.item.wording
    words = _WORDED if wording else _LAID
    return words.to(lang, owed=owed, wording=wording, parts="; ".join(parts))


def _standing(gathered: ConsolidatedItem, standing: Standing, lang: Lang) -> str:
    """Return how many stand there, and of those who told of it how far they are."""
    count = administrative_number(len(gathered.those(standing)), lang)
    if standing is not Standing.ANSWERED:
        return f"{count} {standing.label.to(lang)}"
    found = gathered.progress
    progress = ", ".join(
        f"{administrative_number(found[each], lang)} {_progress_words(gathered, each, lang)}"
        for each in PROGRESS
        if found[each]
    )
    return _ANSWERS.to(lang, count=count, words=standing.label.to(lang), progress=progress)


def _progress_words(gathered: ConsolidatedItem, progress: Progress, lang: Lang) -> str:
    """Return a state in words: a report is sent rather than done."""
    if gathered.demand.item.kind == "report":
        return captions.SENT.to(lang)
    start = gathered.demand.term.beginning
    return (PROGRESS_OF_START if start else PROGRESS)[progress].to(lang)


def _quantity(quantity: QuantitySum, lang: Lang) -> str:
    unit = f" {quantity.unit}" if quantity.unit else ""
    words = _SUM.to(lang, reached=quantity.reached)
    if not quantity.asked:
        return f"{words}{unit}."
    met = _MET.to(lang, met=quantity.met, owing=quantity.owing)
    return words + _OF.to(lang, asked=f"{quantity.asked}{unit}") + met + "."


def _table(run: Run, gathered: ConsolidatedItem, lang: Lang) -> TableBlock:
    """Return what gathered agency says; without any quantity that column is left out."""
    rows = [(str(index), *_row(run, entry, lang))
            for index, entry in enumerate(gathered.entries, start=1)]  # fmt: skip
    kept = [place for place in range(len(_COLUMNS))
            if place != _QUANTITY or any(row[place] for row in rows)]  # fmt: skip
    columns = [TableColumn(name.to(lang), right, width) for name, width, right in _COLUMNS]
    return TableBlock(
        tuple(columns[place] for place in kept),
        tuple(tuple(row[place] for place in kept) for row in rows),
    )


def _row(run: Run, entry: ItemEntry, lang: Lang) -> tuple[str, ...]:
    claim = entry.claim
    return (
        run.agency_name(claim.key.agency),
        joined(_status(entry, lang)),
        "" if claim.quantity is None else str(claim.quantity),
        claim.note or "",
        joined(_proof(claim, lang)),
    )


def _status(entry: ItemEntry, lang: Lang) -> Iterator[str]:
    """Yield what it says, and why that is not accepted where the verdict differs."""
    claim, verdict = entry.claim, entry.verdict
    if claim.kind == "report":
        yield captions.SENT.to(lang)
    else:
        yield from progress_words(claim, lang)
    if verdict is None:
        yield _OUTSIDE.to(lang)
    elif not entry.counted:
        yield _EARLIER.to(lang)
    elif claim.progress == "done" and not verdict.done and verdict.claim is claim:
        yield verdict.reason.label.to(lang)


def _proof(claim: Claim, lang: Lang) -> Iterator[str]:
    """Yield the documents cited; what has none rests on the letter that carried it."""
    proofs = claim.evidence
    if not proofs and (claim.document.number or claim.document.date):
        proofs = (claim.document,) if claim.progress == "done" else ()
    for proof in proofs:
        yield _cited(proof, lang)


def _cited(proof: Document, lang: Lang) -> str:
    cited = numbered_document(proof, lang) if proof.number or proof.date else ""
    return " ".join(part for part in (cited, proof.title) if part)
