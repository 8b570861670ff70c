"""Duties as items of the draft: the same rows, times and bodies as those of a table."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kehoach.annex.annex_document import AnnexCell
from kehoach.annex.annex_messages import AnnexMessage, message
from kehoach.annex.bodies.body_names import key_of
from kehoach.annex.bodies.cell_bodies import read_mentions
from kehoach.annex.bodies.registry_names import Directory
from kehoach.annex.draft_plan import DraftItem
from kehoach.annex.items.row_items import read_item
from kehoach.annex.prose.asked_for import AskedFor
from kehoach.annex.prose.everybody import everybody
from kehoach.annex.prose.labelled_lines import WHEN, LabelledLine
from kehoach.annex.prose.orders import OrderReader
from kehoach.annex.prose.recipients import ReportAsked, reported
from kehoach.annex.prose.text_times import TextTime, all_times, text_time
from kehoach.annex.tables.column_kinds import AnnexColumn
from kehoach.annex.tables.plan_rows import PlanRow
from kehoach.wordings.spotting import said_of_time
from kehoach.words import Text

_OF_WHO = AnnexColumn(-1, "", "lead")
_OWING = ("lead", "implement", "agencies")


def prose_items(
    asked: Iterable[AskedFor], directory: Directory, year: int | None
) -> tuple[DraftItem, ...]:
    """Return what the document asks for as items; ``year`` is that of a plan of one year."""
    reader = OrderReader(directory)
    told = tuple(asked)
    return everybody(tuple(_item(each, reader, year) for each in told), told, directory)


def _item(asked: AskedFor, reader: OrderReader, year: int | None) -> DraftItem:
    """Return the item that a place of the document is."""
    if not (others := _other_leads(asked)):
        made = _made(asked, reader, year)
        return _naming_whom_lines_pass_over(made, asked, reader.directory)
    item = _made(asked._replace(lines=_not_of_others(asked)), reader, year)
    told = replace(item, assignment=_assignment(asked))
    for words in others:
        told = _doubting(told, message("prose-two-leads", words=words))
    return told


def _made(asked: AskedFor, reader: OrderReader, year: int | None) -> DraftItem:
    timed = any(line.kind in WHEN for line in asked.lines)
    report = reported(
        asked.text or asked.heading, reader, timed=bool(_own_time(asked, reader).words)
    )
    time = TextTime() if timed else text_time(asked.words, reader, report=report.asked)
    cells = tuple(_cells(asked, time))
    row = PlanRow(
        "item",
        asked.id,
        asked.number,
        cells,
        notes=asked.notes,
        columns=(_OF_WHO, *(column for column, _ in cells)),
        id=asked.id,
        section=asked.section,
    )
    item = read_item(row, reader.directory, year)
    made = replace(
        item,
        wording=item.wording if timed else time.words,
        doubts=_without_rest(item.doubts) if time.within else item.doubts,
        heading=asked.heading,
        text=asked.text,
        parts=asked.parts,
        assignment=_assignment(asked),
        requested=asked.order is not None and asked.order.requested,
        to=report.to,
        via=report.via,
    )
    told = _as_report(made, report)
    return told if timed else _timeless(told, time, said_of_time(asked.words))


def _assignment(asked: AskedFor) -> str:
    return "\n".join(dict.fromkeys(line.written for line in asked.lines))


def _own_time(asked: AskedFor, reader: OrderReader) -> TextTime:
    return text_time(asked.text, reader, report=False)


def _cells(asked: AskedFor, time: TextTime) -> Iterator[tuple[AnnexColumn, AnnexCell]]:
    """Yield what the cells of a table's row would hold."""
    yield _cell("text", "", asked.text or asked.heading or "\n".join(asked.parts))
    yield from (_cell(line.kind, line.label, line.words) for line in asked.lines)
    yield from _ordered(asked)
    if time.within:
        yield _cell("due", "", time.within)


def _ordered(asked: AskedFor) -> Iterator[tuple[AnnexColumn, AnnexCell]]:
    """Yield whom the text tells, where no line below it says who."""
    order, lines = asked.order, {line.kind for line in asked.lines}
    if order is None:
        return
    if lines.isdisjoint(_OWING):
        yield _cell(order.role, "", order.who)
    if order.helpers and "coordinate" not in lines:
        yield _cell("coordinate", "", order.helpers)


def _other_leads(asked: AskedFor) -> tuple[str, ...]:
    """Return whom lines name to lead what the text itself gives somebody else to lead."""
    if asked.order is None or asked.order.role != "lead":
        return ()
    own = key_of(asked.order.who)
    leads = (line.words for line in asked.lines if line.kind == "lead")
    return tuple(words for words in leads if key_of(words.strip(" .;")) != own)


def _naming_whom_lines_pass_over(
    item: DraftItem, asked: AskedFor, directory: Directory
) -> DraftItem:
    """Return the item, in doubt where lines below its sentence leave out who does it by that sentence."""
    if asked.order is None or asked.order.role == "lead":
        return item
    entered = {body.id for body in (*item.owing, *item.implementing, *item.coordinating)}
    told = {body.id for body in read_mentions(asked.order.who, directory).named}
    if told <= entered:
        return item
    return _doubting(item, message("prose-doer", words=asked.order.who))


def _not_of_others(asked: AskedFor) -> tuple[LabelledLine, ...]:
    """Return lines without who owes it, nor when where the text says so itself: they are of others."""
    own = (*_OWING, *(WHEN if all_times(asked.text or asked.heading) else ()))
    return tuple(line for line in asked.lines if line.kind not in own)


def _cell(kind: str, heading: str, words: str) -> tuple[AnnexColumn, AnnexCell]:
    return AnnexColumn(-1, heading, kind), AnnexCell(words)


def _as_report(item: DraftItem, report: ReportAsked) -> DraftItem:
    """Return the item as a report where its words ask for one."""
    if not report.asked:
        return item
    doubts = item.doubts if report.plainly else (*item.doubts, message("prose-sends"))
    return replace(item, kind="report", doubts=doubts)


def _timeless(item: DraftItem, time: TextTime, said: str) -> DraftItem:
    """Return the item; a task to which nothing gives a time is done all the time, in doubt.

    Where the text speaks of a time (``said``) that was not read, there is none.
    """
    for words in time.passed:
        item = _doubting(item, message("prose-bare", words=words))
    if time.doubtful:
        return _doubting(item, message("prose-rhythm", words=time.words))
    if time.words:
        return item
    if item.kind == "report" or said:
        open_ = item.deadline if not said else ({"not_set": said},)
        return _doubting(replace(item, deadline=open_), message("due-blank"))
    return _doubting(replace(item, deadline=({"continuous": "true"},)), message("prose-no-time"))


def _without_rest(doubts: tuple[Text, ...]) -> tuple[Text, ...]:
    """Return doubts without that about words that were not read: they are the task itself."""
    return tuple(
        each for each in doubts if not (isinstance(each, AnnexMessage) and each.name == "due-rest")
    )


def _doubting(item: DraftItem, doubt: Text) -> DraftItem:
    return replace(item, doubts=(*item.doubts, doubt))
