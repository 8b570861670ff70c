"""From an annex to a draft: every table of tasks is read, and what is left is said to be left."""

from collections.abc import Iterable

from kehoach.annex.drafts.columns import LABELS
from kehoach.annex.drafts.cover import cover, read_around
from kehoach.annex.drafts.directory import Directory
from kehoach.annex.drafts.draft import Draft, DraftSection, Options, Recognized
from kehoach.annex.drafts.items import proposals, read_item
from kehoach.annex.drafts.parts import Part, Parts, told_apart
from kehoach.annex.drafts.row_places import placed
from kehoach.annex.drafts.table import Annex
from kehoach.annex.drafts.terms import times_in_text
from kehoach.model.agencies import Registry
from kehoach.periods import DAY, Span
from kehoach.wordings import Awaited
from kehoach.words import Text

_NO_COLUMN = Text("{table} không có cột {column}", "{table} has no column for {column}")
_NO_REGISTRY = Text(
    "không có danh sách cơ quan (agencies.yaml): mọi cơ quan đều là đề nghị mới",
    "there is no registry (agencies.yaml): every agency is a proposal",
)
_DOING = Text("cơ quan chủ trì, thực hiện", "who leads or implements")
_TIME = Text("thời hạn", "the deadline")
_TWO_EVENTS = Text(
    "hai sự kiện cùng mã {id}: “{left}” và “{right}”",
    "two events of one id {id}: “{left}”, “{right}”",
)
_IN_HEADING = Text("đề mục {id}: {doubt}", "heading {id}: {doubt}")


class NoPlanTable(Exception):  # noqa: N818 - it is the document that has none
    """No table has a column of tasks and one of who, when or what; ``headings`` are those found.

    ``empty``: there is such a table, and no task in it.
    """

    def __init__(self, headings: tuple[str, ...], *, empty: bool = False) -> None:
        super().__init__(*headings)
        self.headings = headings
        self.empty = empty


def draft(annex: Annex, registry: Registry | None, options: Options) -> Draft:
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
    if not rows.places:
        headings = (column.heading for part in parts.tables for column in part.header.columns)
        raise NoPlanTable(tuple(headings), empty=True)
    read = [read_item(place, directory, head.year) for place in rows.places]
    items = tuple(each.item for each in read)
    events, clashes = _events(event for each in read for event in each.events)
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
            *(() if registry is not None else (_NO_REGISTRY,)),
            *_lacking(parts),
            *rows.doubts,
            *_times_in_headings(rows.sections),
            *clashes,
        ),
    )


def _recognized(part: Part) -> Recognized:
    columns = tuple((column.heading, LABELS[column.kind]) for column in part.header.columns)
    return Recognized(part.name, columns, sum(line.sort == "item" for line in part.lines))


def _lacking(parts: Parts) -> Iterable[Text]:
    """Yield a doubt for each column that a table of tasks should have and this one has not."""
    for part in parts.tables:
        if not part.header.of("lead", "implement", "agencies"):
            yield _NO_COLUMN.filled(table=part.name, column=_DOING)
        if not part.header.of("due", "start"):
            yield _NO_COLUMN.filled(table=part.name, column=_TIME)


def _times_in_headings(sections: tuple[DraftSection, ...]) -> Iterable[Text]:
    for section in sections:
        for doubt in times_in_text(section.title, ""):
            yield _IN_HEADING.filled(id=section.id, doubt=doubt)


def _events(awaited: Iterable[Awaited]) -> tuple[tuple[Awaited, ...], tuple[Text, ...]]:
    """Return the events, each once, and those of one id whose words differ."""
    known: dict[str, Awaited] = {}
    clashes = []
    for event in awaited:
        first = known.setdefault(event.id, event)
        if first.text != event.text:
            clashes.append(_TWO_EVENTS.filled(id=event.id, left=first.text, right=event.text))
    return tuple(known.values()), tuple(dict.fromkeys(clashes))


def _wordings(parts: Parts) -> str:
    """Return all that the cells of time say."""
    return " ".join(
        words
        for part in parts.tables
        for line in part.lines
        for _, words in line.words("start", "due")
    )
