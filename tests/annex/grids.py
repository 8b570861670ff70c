"""Tables as tests draw them: a row a line, cells divided by ``|``, and drafts made of them."""

from datetime import date

from builders import a_registry
from kehoach.annex.annex_document import Annex, AnnexCell, AnnexParagraph, AnnexRow, AnnexTable
from kehoach.annex.draft_plan import Draft, DraftOptions
from kehoach.annex.items.drafting import draft

REGISTRY = a_registry(
    {"id": "so-y-te", "name": "Sở Y tế"},
    {"id": "so-noi-vu", "name": "Sở Nội vụ"},
    {"id": "so-khdt", "name": "Sở Kế hoạch và Đầu tư"},
)


def a_table(*rows: str, name: str = "") -> AnnexTable:
    """Return a table; ``^`` is the cell above, ``<`` the one to the left, ``⏎`` a line break."""
    made: list[AnnexRow] = []
    for number, row in enumerate(rows, start=1):
        cells: list[AnnexCell] = []
        for place, words in enumerate(row.split("|")):
            merged = {
                "^": made[-1].cells[place] if made else None,
                "<": cells[-1] if cells else None,
            }
            cells.append(merged.get(words.strip()) or AnnexCell(words.strip().replace("⏎", "\n")))
        made.append(AnnexRow(str(number), tuple(cells)))
    return AnnexTable(tuple(made), name)


def a_draft(*rows: str, before: str = "Kế hoạch số 7/KH-UBND năm 2026") -> Draft:
    """Return the draft of one table below a paragraph; the header is among the rows."""
    annex = Annex((AnnexParagraph(before), a_table(*rows)))
    return draft(annex, REGISTRY, DraftOptions(date(2026, 1, 1)))
