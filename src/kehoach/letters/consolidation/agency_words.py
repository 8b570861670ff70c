"""How a consolidated report names agencies, lists them and cites documents."""

from collections.abc import Iterable

from kehoach.explanations.labels import HEIRLESS
from kehoach.model.documents import Document
from kehoach.run import Run
from kehoach.verdicts.assessment import Assessment
from kehoach.words import Lang, Text, shown_day

AGENCY = Text("Đơn vị", "Agency")
_FOR = Text("tiếp nhận từ {body}", "taken over from {body}")
_ALSO = Text("gồm cả phần của {bodies}", "with what {bodies} owed")
_NO_NUMBER = Text("không ghi số", "no number")


def named(run: Run, verdict: Assessment, lang: Lang) -> str:
    """Return who owes it, and in whose place."""
    name = run.agency_name(verdict.agency)
    rest = []
    if verdict.inherited_from:
        rest.append(_FOR.to(lang, body=run.agency_name(verdict.inherited_from)))
    if verdict.merged:
        bodies = "; ".join(map(run.agency_name, verdict.merged))
        rest.append(_ALSO.to(lang, bodies=bodies))
    if verdict.heirless:
        rest.append(HEIRLESS.to(lang))
    return f"{name} ({'; '.join(rest)})" if rest else name


def joined(parts: Iterable[str]) -> str:
    """Return what is not empty, parted as the lines of a cell are."""
    return "; ".join(part for part in parts if part)


def numbered_document(document: Document, lang: Lang) -> str:
    """Return a document as it is cited: number, day."""
    number = document.number or _NO_NUMBER.to(lang)
    return f"{number}, {shown_day(document.date, lang)}" if document.date else number
