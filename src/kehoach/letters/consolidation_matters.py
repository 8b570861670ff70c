"""Part II of a consolidated report: item by item, the plan's sentence and what each agency says."""

from collections.abc import Iterator

from kehoach.explanations.labels import PROGRESS
from kehoach.letters.consolidation import Consolidation
from kehoach.letters.consolidation_blocks import (
    Block,
    Column,
    Heading,
    Paragraph,
    Table,
    joined,
    named,
    number,
)
from kehoach.letters.consolidation_senders import document_words
from kehoach.letters.matters import Entry, Matter, Quantity, Standing
from kehoach.model.documents import Document
from kehoach.run import Run
from kehoach.verdicts.evidence import Claim
from kehoach.words import Lang, Text, shown_day

TITLE = Text("II. KẾT QUẢ THEO MỤC", "II. RESULTS BY ITEM")
STANDING = {
    Standing.ANSWERED: Text("có nêu kết quả", "told of it"),
    Standing.NIL: Text("báo cáo không phát sinh", "nothing arose"),
    Standing.ELSEWHERE: Text("đã nêu ở tệp của kỳ khác", "told of it for another period"),
    Standing.WAIVED: Text("được miễn", "excused"),
    Standing.SILENT: Text("đã báo cáo nhưng không nêu mục này", "reported, and left it out"),
    Standing.UNREPORTED: Text("chưa gửi báo cáo", "have not reported"),
    Standing.UNASKED: Text(
        "không thuộc diện báo cáo kỳ này và chưa nêu", "need not report, and said nothing"
    ),
}
_LISTED = (Standing.SILENT, Standing.ELSEWHERE, Standing.NIL, Standing.WAIVED)
_ITEM = Text("Mục {id}. {title}", "Item {id}. {title}")
_PERIOD = Text("kỳ {period}", "period {period}")
_REQUESTED = Text("đề nghị", "requested")
_WORDED = Text("Thời hạn ghi: “{wording}”. Giao {owed} cơ quan, đơn vị: {parts}.",
               "Worded: “{wording}”. Laid on {owed} agencies: {parts}.")  # fmt: skip
_LAID = Text("Giao {owed} cơ quan, đơn vị: {parts}.", "Laid on {owed} agencies: {parts}.")
_NOBODY = Text("Không còn giao cho cơ quan nào.", "Laid on nobody.")
_ANSWERS = Text("{count} {words} ({progress})", "{count} {words} ({progress})")
_SUM = Text("Cộng số lượng: {reached}", "Quantity: {reached}")
_OF = Text("/{asked} (tối thiểu theo kế hoạch)", "/{asked} (the plan's minimum)")
_MET = Text("; {met}/{owing} đơn vị đạt mức tối thiểu", "; {met}/{owing} reached their minimum")
_SENT = Text("đã gửi", "sent")
_OUTSIDE = Text("không được giao mục này", "the item is not laid on it")
_EARLIER = Text("tệp khác cùng nói về mục này", "another file on the same item")
_COMPLETED = Text("hoàn thành {day}", "completed {day}")
_COLUMNS = (
    (Text("TT", "No"), 11, True),
    (Text("Đơn vị", "Agency"), 38, False),
    (Text("Tình trạng", "Status"), 29, False),
    (Text("Số lượng", "Quantity"), 15, True),
    (Text("Nội dung, ghi chú", "Note"), 38, False),
    (Text("Văn bản minh chứng", "Evidence"), 36, False),
)
_QUANTITY = 3  # its place among the columns: left out where nobody gives one


def results(run: Run, of: Consolidation, lang: Lang) -> Iterator[Block]:
    """Yield the second part: everything that falls in the period or was spoken of."""
    yield Heading(2, TITLE.to(lang))
    for matter in of.matters:
        yield from _matter(run, of, matter, lang)


def matter_name(of: Consolidation, matter: Matter) -> str:
    """Return an item's number, with its period where that is another than the report's."""
    period = matter.demand.period
    named_ = period not in ("once", of.demand.period)
    return f"{matter.demand.item.id} ({period})" if named_ else matter.demand.item.id


def _matter(run: Run, of: Consolidation, matter: Matter, lang: Lang) -> Iterator[Block]:
    """Yield one item: the plan's words, the figures, who says what, and who says nothing."""
    item = matter.demand.item
    yield Heading(3, _heading(of, matter, lang))
    for paragraph in item.sentence.splitlines():
        if paragraph.strip():
            yield Paragraph(paragraph, quoted=True)
    yield Paragraph(_figures(matter, lang))
    for quantity in matter.quantities:
        yield Paragraph(_quantity(quantity, lang))
    if matter.entries:
        yield _table(run, matter, lang)
    for standing in _LISTED:
        if verdicts := matter.those(standing):
            count, words = number(len(verdicts), lang), _capital(STANDING[standing].to(lang))
            names = "; ".join(named(run, each, lang) for each in verdicts)
            yield Paragraph(f"{words} ({count}): {names}.")


def _heading(of: Consolidation, matter: Matter, lang: Lang) -> str:
    item, period = matter.demand.item, matter.demand.period
    parts = [
        _PERIOD.to(lang, period=period) if period not in ("once", of.demand.period) else "",
        _REQUESTED.to(lang) if item.binding == "requested" else "",
    ]
    rest = joined(parts)
    return _ITEM.to(lang, id=item.id, title=item.title) + (f" ({rest})" if rest else "")


def _figures(matter: Matter, lang: Lang) -> str:
    """Return how many owe the item and where each of them stands: a sum."""
    if not matter.owed:
        return _NOBODY.to(lang)
    parts = [_standing(matter, standing, lang) for standing in Standing if matter.those(standing)]
    owed, wording = number(matter.owed, lang), matter.demand.item.wording
    words = _WORDED if wording else _LAID
    return words.to(lang, owed=owed, wording=wording, parts="; ".join(parts))


def _standing(matter: Matter, standing: Standing, lang: Lang) -> str:
    count, words = number(len(matter.those(standing)), lang), STANDING[standing].to(lang)
    if standing is not Standing.ANSWERED:
        return f"{count} {words}"
    found = matter.progress
    progress = ", ".join(
        f"{number(found[each], lang)} {progress_words(matter, each, lang)}"
        for each in PROGRESS
        if found[each]
    )
    return _ANSWERS.to(lang, count=count, words=words, progress=progress)


def progress_words(matter: Matter, progress: str, lang: Lang) -> str:
    """Return a state in words: a report is sent rather than done."""
    if matter.demand.item.kind == "report":
        return _SENT.to(lang)
    return next(words for name, words in PROGRESS.items() if name == progress).to(lang)


def _quantity(quantity: Quantity, lang: Lang) -> str:
    unit = f" {quantity.unit}" if quantity.unit else ""
    words = _SUM.to(lang, reached=quantity.reached)
    if not quantity.asked:
        return f"{words}{unit}."
    met = _MET.to(lang, met=quantity.met, owing=quantity.owing)
    return words + _OF.to(lang, asked=f"{quantity.asked}{unit}") + met + "."


def _table(run: Run, matter: Matter, lang: Lang) -> Table:
    """Return what each agency says; without any quantity that column is left out."""
    rows = [(str(index), *_row(run, matter, entry, lang))
            for index, entry in enumerate(matter.entries, start=1)]  # fmt: skip
    kept = [place for place in range(len(_COLUMNS))
            if place != _QUANTITY or any(row[place] for row in rows)]  # fmt: skip
    columns = [Column(name.to(lang), width, right) for name, width, right in _COLUMNS]
    return Table(
        tuple(columns[place] for place in kept),
        tuple(tuple(row[place] for place in kept) for row in rows),
    )


def _row(run: Run, matter: Matter, entry: Entry, lang: Lang) -> tuple[str, ...]:
    claim = entry.claim
    return (
        run.agency_name(claim.key.agency),
        joined(_status(matter, entry, lang)),
        "" if claim.quantity is None else str(claim.quantity),
        claim.note or "",
        joined(_proof(claim, lang)),
    )


def _status(matter: Matter, entry: Entry, lang: Lang) -> Iterator[str]:
    """Yield what it says, and why that is not accepted where the verdict differs."""
    claim, verdict = entry.claim, entry.verdict
    percent = "" if claim.percent is None else f" {claim.percent} %"
    yield progress_words(matter, claim.progress, lang) + percent
    if claim.completed:
        yield _COMPLETED.to(lang, day=shown_day(claim.completed, lang))
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
    cited = document_words(proof, lang) if proof.number or proof.date else ""
    return " ".join(part for part in (cited, proof.title) if part)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
