"""A row of the annex as an item of the draft: who, by when, what comes out of it, what is in doubt."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from kehoach.annex.annex_messages import message
from kehoach.annex.bodies.cell_bodies import Mentions, is_ditto, is_set, read_mentions
from kehoach.annex.bodies.cell_roles import RolePart, by_role
from kehoach.annex.bodies.registry_names import Directory
from kehoach.annex.clean_words import bare
from kehoach.annex.items.draft_plan import DraftItem, NamedBody, ProposedBody
from kehoach.annex.items.item_times import Time, nominal_due, read_time, times_in_text
from kehoach.annex.tables.row_ids import Place
from kehoach.annex.tables.table_rows import PlanRow
from kehoach.wordings import Awaited
from kehoach.words import Text, fold
from kehoach.words.shortening import flat

Role = Literal["lead", "implement"]
_ROLES = ("lead", "implement", "coordinate")
_REPORTS = ("bao cao", "loai bao cao", "ten bao cao", "noi dung bao cao", "cac bao cao")


class Read(NamedTuple):
    """An item, and the events on which it waits."""

    item: DraftItem
    events: tuple[Awaited, ...] = ()


def read_item(place: Place, directory: Directory, year: int | None = None) -> Read:
    """Return the item that a row is; ``year`` is that of a plan of one year."""
    line = place.line
    roles = _by_role(line)
    told = {role: _mentions(roles, role, directory) for role in _ROLES}
    time = read_time(
        line.words("start"),
        line.words("due"),
        asked=bool(line.asked & {"start", "due"}),
        year=year,
    )
    role: Role = "lead" if told["lead"].named or not told["implement"].named else "implement"
    doubts = (
        *line.notes,
        *_about(line, told),
        *(doubt for mentions in told.values() for doubt in mentions.doubts),
        *time.doubts,
        *times_in_text(line.text, time.wording),
    )
    text = line.text or _rest(line)
    report, doubted = _is_report(line, text)
    item = DraftItem(
        id=place.id,
        number=line.number,
        section=place.section,
        text=text,
        kind="report" if report else "task",
        role=role,
        owing=told[role].named,
        implementing=told["implement"].named if role == "lead" else (),
        coordinating=told["coordinate"].named,
        assignment=_assignment(line),
        wording=time.wording,
        deadline=time.forms or ({"not_set": time.not_set},),
        nominal_due=nominal_due(time.rules),
        quantity=time.quantity,
        product="\n".join(words for _, words in line.words("product")),
        note=_note(line, time),
        doubts=tuple(dict.fromkeys((*doubts, *doubted))),
    )
    return Read(item, time.events)


def _is_report(line: PlanRow, text: str) -> tuple[bool, tuple[Text, ...]]:
    """Say whether a row asks for a report; where only its first words do, that is in doubt."""
    listed = any(bare(column.heading) in _REPORTS for column, _ in line.words("text"))
    begins = fold(text).startswith(("báo cáo", "gửi báo cáo"))
    return listed or begins, (message("begins-as-report"),) if begins and not listed else ()


def _by_role(line: PlanRow) -> list[RolePart]:
    """Return the words about bodies by role; a cell may say itself who leads."""
    found: list[RolePart] = []
    for column, words in line.words(*_ROLES, "agencies"):
        found += by_role(words, "lead" if column.kind == "agencies" else column.kind)
    return found


def _mentions(roles: list[RolePart], role: str, directory: Directory) -> Mentions:
    parts = [part for part in roles if part.role == role]
    told = [read_mentions(part.words, directory) for part in parts]
    named = {name.id: name for mentions in reversed(told) for name in reversed(mentions.named)}
    doubts = [doubt for each in told for doubt in each.doubts]
    for part, mentions in zip(parts, told, strict=True):
        if part.rest:
            doubts.append(message("helps-unsaid", words=flat(part.words)))
        elif part.shared and role == "lead" and len(mentions.named) > 1:
            doubts.append(message("leads-together", words=flat(part.words)))
    return Mentions(tuple(reversed(named.values())), tuple(doubts))


def _about(line: PlanRow, told: dict[str, Mentions]) -> Iterable[Text]:
    """Yield the doubts about the row as a whole."""
    if not line.text:
        yield message("no-text", row=line.row, words=flat(_rest(line)))
    asked = line.asked & {"lead", "implement", "agencies"}
    if asked and not told["lead"].named and not told["implement"].named:
        yield message("nobody")
    for column, words in line.words("agencies"):
        if by_role(words, "") == (RolePart("", words),):
            yield message("roles-unsaid", heading=column.heading, words=flat(words))
    for column, words in line.words("product"):
        if is_ditto(words):
            yield message("product-ditto", heading=column.heading, words=flat(words))
    texts = line.words("text")
    if len(texts) > 1:
        yield message(
            "text-of-columns", names=", ".join(f"“{column.heading}”" for column, _ in texts)
        )


def _rest(line: PlanRow) -> str:
    """Return all the words of a row, for one without a text of its own."""
    return "\n".join(cell.text for _, cell in line.cells)


def _assignment(line: PlanRow) -> str:
    """Return the document's words on who does it, each under its heading."""
    cells = line.words(*_ROLES, "agencies")
    return "\n".join(f"{column.heading}: {words}" for column, words in cells)


def _note(line: PlanRow, time: Time) -> str:
    """Return the remarks, and what stands in columns that nobody knows, under their headings."""
    remarks = [
        words if column.kind == "note" or not column.heading else f"{column.heading}: {words}"
        for column, words in line.words("note", "other")
    ]
    return "\n".join(filter(None, (*remarks, time.note)))


def proposals(items: Iterable[DraftItem]) -> tuple[ProposedBody, ...]:
    """Return the bodies and sets that the registry lacks, each once, in order."""
    named = (
        name
        for item in items
        for name in (*item.owing, *item.implementing, *item.coordinating)
        if not name.known
    )
    return tuple({name.id: _proposal(name) for name in named}.values())


def _proposal(name: NamedBody) -> ProposedBody:
    return ProposedBody(name.id, name.words, is_set(name.words))
