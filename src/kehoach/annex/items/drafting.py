"""From an annex to a draft: every table of tasks is read, and what is left is said to be left."""

from collections.abc import Iterable

from kehoach.annex.annex_document import Annex
from kehoach.annex.annex_messages import message
from kehoach.annex.bodies.registry_names import Directory
from kehoach.annex.draft_plan import Draft, DraftOptions, DraftSection, Recognized
from kehoach.annex.items.item_times import times_in_text
from kehoach.annex.items.plan_cover import cover, read_around
from kehoach.annex.items.row_items import proposals, read_item
from kehoach.annex.tables.plan_tables import PlanTable, PlanTables, told_apart
from kehoach.annex.tables.row_ids import placed
from kehoach.annex.tables.table_headings import LABELS
from kehoach.model.agencies import Registry
from kehoach.periods import DAY, Span
from kehoach.wordings import Awaited
from kehoach.words import Text


class NoPlanTable(Exception):  # noqa: N818 - it is the document that has none
    """No table has a column of tasks and one of who, when or what; ``headings`` are those found.

    ``empty``: there is such a table, and no task in it.
    """

    def __init__(self, headings: tuple[str, ...], *, empty: bool = False) -> None:
        super().__init__(*headings)
        self.headings = headings
        self.empty = empty


def draft(annex: Annex, registry: Registry | None, options: DraftOptions) -> Draft:
    """Return the draft of a plan.

    Raises:
        NoPlanTable: nothing in the document is a table of tasks.
    """
    parts = told_apart(annex)
    if not parts.tables:
        raise NoPlanTable(parts.headings)
    head, doubts = cover(read_around(parts.around), _wordings(parts), options)
    directory = Directory(registry, Span(head.first, head.last + DAY))
    rows = placed(tuple((part.name, part.lines) for part in parts.tables))
    if not rows.rows:
        headings = (column.heading for part in parts.tables for column in part.header.columns)
        raise NoPlanTable(tuple(headings), empty=True)
    items = tuple(read_item(row, directory, head.year) for row in rows.rows)
    events, clashes = _events(event for item in items for event in item.events)
    return Draft(
        head,
        items,
        sections=rows.sections,
        events=events,
        proposals=proposals(items),
        footnotes=annex.footnotes,
        tables=tuple(map(_recognized, parts.tables)),
        doubts=(
            *annex.notes,
            *doubts,
            *parts.doubts,
            *(message("no-registry") for _ in range(registry is None)),
            *_lacking(parts),
            *rows.doubts,
            *_times_in_headings(rows.sections),
            *clashes,
        ),
    )


def _recognized(part: PlanTable) -> Recognized:
    columns = tuple((column.heading, LABELS[column.kind]) for column in part.header.columns)
    return Recognized(part.name, columns, sum(line.sort == "item" for line in part.lines))


def _lacking(parts: PlanTables) -> Iterable[Text]:
    """Yield a doubt for each column that a table of tasks should have and this one has not."""
    for part in parts.tables:
        if not part.header.of("lead", "implement", "agencies"):
            yield message("no-column", table=part.name, column=message("column-of-who"))
        if not part.header.of("due", "start"):
            yield message("no-column", table=part.name, column=message("column-of-time"))


def _times_in_headings(sections: tuple[DraftSection, ...]) -> Iterable[Text]:
    for section in sections:
        for doubt in times_in_text(section.title, ""):
            yield message("in-heading", id=section.id, doubt=doubt)


def _events(awaited: Iterable[Awaited]) -> tuple[tuple[Awaited, ...], tuple[Text, ...]]:
    """Return the events, each once, and those of one id whose words differ."""
    known: dict[str, Awaited] = {}
    clashes = []
    for event in awaited:
        first = known.setdefault(event.id, event)
        if first.text != event.text:
            clashes.append(message("two-events", id=event.id, left=first.text, right=event.text))
    return tuple(known.values()), tuple(dict.fromkeys(clashes))


def _wordings(parts: PlanTables) -> str:
    """Return all that the cells of time say."""
    return " ".join(
        words
        for part in parts.tables
        for line in part.lines
        for _, words in line.words("start", "due")
    )
