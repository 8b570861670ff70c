"""From an annex to a draft: every table of tasks is read, and what is left is said to be left."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kehoach.annex.annex_document import Annex
from kehoach.annex.annex_messages import message
from kehoach.annex.bodies.registry_names import Directory
from kehoach.annex.draft_plan import Cover, Draft, DraftOptions, DraftSection, Recognized
from kehoach.annex.items.item_times import times_in_text
from kehoach.annex.items.plan_cover import Around, cover, issued_by, read_around
from kehoach.annex.items.row_items import proposals, read_item
from kehoach.annex.prose.prose_items import prose_items
from kehoach.annex.prose.prose_plan import ProseText, read_prose
from kehoach.annex.tables.block_sorter import PlanTable
from kehoach.annex.tables.column_kinds import LABELS
from kehoach.annex.tables.plan_tables import NoPlanTable, PlanTables, told_apart
from kehoach.annex.tables.row_places import beside, placed
from kehoach.model.agencies import Registry
from kehoach.periods import DAY, Span
from kehoach.wordings import Awaited
from kehoach.words import Text


def draft(annex: Annex, registry: Registry | None, options: DraftOptions) -> Draft:
    """Return the draft of a plan.

    Raises:
        NoPlanTable: no table in the document has a task in it, and its text asks for nothing either.
    """
    parts = told_apart(annex, options.columns)
    prose = read_prose(parts.around, registry)
    _refuse_nothing(parts, prose)
    rows = beside(placed((part.name, part.lines) for part in parts.tables), prose.ids)
    around = read_around(prose.left)
    head, about_head = _head(around, parts, prose, options, registry)
    directory = Directory(registry, _span(head))
    items = (
        *prose_items(prose.asked, directory, head.year),
        *(read_item(row, directory, head.year) for row in rows.rows),
    )
    events, clashes = _events(event for item in items for event in item.events)
    sections = (*prose.sections, *rows.sections)
    return Draft(
        head,
        items,
        sections=sections,
        events=events,
        proposals=proposals(items),
        footnotes=annex.footnotes,
        tables=tuple(map(_recognized, parts.tables)),
        doubts=(
            *annex.notes,
            *about_head,
            *parts.doubts,
            *prose.doubts,
            *parts.lacking,
            *rows.doubts,
            *_in_headings(sections),
            *clashes,
        ),
        left=(*around.left, *parts.left),
        asks=parts.asks,
    )


def _refuse_nothing(parts: PlanTables, prose: ProseText) -> None:
    """Refuse a document that asks for nothing.

    Raises:
        NoPlanTable: it does not.
    """
    if not (parts.has_items or prose.asked):
        raise NoPlanTable(parts.headings, empty=bool(parts.tables), row=parts.likely)


def _head(
    around: Around,
    parts: PlanTables,
    prose: ProseText,
    options: DraftOptions,
    registry: Registry | None,
) -> tuple[Cover, tuple[Text, ...]]:
    """Return what is said of the plan as a whole, and the doubts about it."""
    head, doubts = cover(around, f"{prose.times} {parts.times}", options)
    head, unknown = issued_by(head, around.head.issuer, Directory(registry, _span(head)))
    whole = replace(
        head, preamble=prose.preamble, recipients=prose.recipients, signature=prose.signature
    )
    lacks = (message("no-registry"),) if registry is None else ()
    return whole, (*doubts, *unknown, *lacks)


def _span(head: Cover) -> Span:
    return Span(head.first, head.last + DAY)


def _in_headings(sections: Iterable[DraftSection]) -> Iterator[Text]:
    """Yield a doubt for each time that a heading speaks of."""
    for section in sections:
        for doubt in times_in_text(f"{section.title}\n{section.text}", ""):
            yield message("in-heading", id=section.id, doubt=doubt)


def _recognized(part: PlanTable) -> Recognized:
    columns = tuple((column.heading, LABELS[column.kind]) for column in part.header.columns)
    return Recognized(part.name, columns, sum(line.sort == "item" for line in part.lines))


def _events(awaited: Iterable[Awaited]) -> tuple[tuple[Awaited, ...], tuple[Text, ...]]:
    """Return the events, each once, and those of one id whose words differ."""
    known: dict[str, Awaited] = {}
    clashes = []
    for event in awaited:
        first = known.setdefault(event.id, event)
        if first.text != event.text:
            clashes.append(message("two-events", id=event.id, left=first.text, right=event.text))
    return tuple(known.values()), tuple(dict.fromkeys(clashes))
