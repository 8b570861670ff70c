"""A row of the annex as an item of the draft: who, by when, what comes out of it, what is in doubt."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal

from kehoach.annex.annex_messages import message
from kehoach.annex.bodies.body_words import is_open, is_set
from kehoach.annex.bodies.cell_bodies import Mentions, is_ditto, read_mentions
from kehoach.annex.bodies.cell_roles import RolePart, by_role
from kehoach.annex.bodies.registry_names import Directory
from kehoach.annex.clean_words import bare
from kehoach.annex.draft_plan import DraftItem, NamedBody, ProposedBody
from kehoach.annex.items.bound_bodies import with_bodies
from kehoach.annex.items.due_columns import chosen_time
from kehoach.annex.items.item_times import Time, nominal_due, read_time, times_in_text
from kehoach.annex.items.quantities import Quantities, quantities
from kehoach.annex.tables.plan_rows import PlanRow
from kehoach.grouping import group_by
from kehoach.words import Text, fold
from kehoach.words.shortening import flat

Role = Literal["lead", "implement"]
_DOING = ("lead", "implement", "agencies")
_ROLES = ("lead", "implement", "coordinate")
_REPORTS = ("bao cao", "loai bao cao", "ten bao cao", "noi dung bao cao", "cac bao cao")


def read_item(row: PlanRow, directory: Directory, year: int | None = None) -> DraftItem:
    """Return the item that a row is; ``year`` is that of a plan of one year."""
    time = with_bodies(_time(row, year), directory)
    amount = _amount(row, time)
    parts = _by_role(row)
    who = {role: _mentions(parts, role, directory) for role in _ROLES}
    role: Role = "lead" if who["lead"].named or not who["implement"].named else "implement"
    return DraftItem(
        id=row.id,
        number=row.number,
        section=row.section,
        text=_text(row),
        kind="report" if _is_listed(row) or _begins_as_report(row) else "task",
        role=role,
        owing=who[role].named,
        implementing=who["implement"].named if role == "lead" else (),
        coordinating=who["coordinate"].named,
        assignment=_assignment(row),
        wording=time.wording,
        deadline=time.forms or ({"not_set": time.not_set},),
        nominal_due=nominal_due(time.rules),
        quantity=amount.least,
        product="\n".join(words for _, words in row.words("product")),
        note=_note(row, time),
        doubts=tuple(dict.fromkeys((*_doubts(row, who, time), *amount.doubts))),
        events=time.events,
        requested=who[role].asked,
        by=tuple(dict.fromkeys((*who["lead"].by, *who["implement"].by))),
    )


def _time(row: PlanRow, year: int | None) -> Time:
    """Return what the row's cells of time say."""
    start = "\n".join(words for _, words in row.words("start"))
    due = chosen_time(row.columns, row.words("due", "proposed", "aim"))
    return read_time(start, due, asked=row.asks("start", "due"), year=year)


def _amount(row: PlanRow, time: Time) -> Quantities:
    """Return how much the row asks for; its time and its text must not say two numbers."""
    told = quantities(row)
    if time.quantity is None or time.quantity == told.least:
        return told
    if told == Quantities():
        return Quantities(time.quantity)
    words = "; ".join(
        f"{number} {unit}".strip() for number, unit in filter(None, (told.least, time.quantity))
    )
    return Quantities(doubts=(*told.doubts, message("quantity", words=words)))


def _doubts(row: PlanRow, who: dict[str, Mentions], time: Time) -> Iterator[Text]:
    """Yield every doubt about an item, in the order of its making."""
    yield from row.notes
    yield from _about_words(row)
    doing = (who["lead"], who["implement"])
    if not any(each.named or each.by for each in doing) and row.asks(*_DOING):
        yield message("nobody")
    yield from _about_cells(row)
    for mentions in who.values():
        yield from mentions.doubts
    yield from time.doubts
    yield from times_in_text(row.text, time.wording)
    if _begins_as_report(row) and not _is_listed(row):
        yield message("begins-as-report")


def _text(row: PlanRow) -> str:
    return row.text or _rest(row)


def _is_listed(row: PlanRow) -> bool:
    """Say whether a row stands in a column of reports."""
    return any(bare(column.heading) in _REPORTS for column, _ in row.words("text"))


def _begins_as_report(row: PlanRow) -> bool:
    return fold(_text(row)).startswith(("báo cáo", "gửi báo cáo"))


def _by_role(line: PlanRow) -> list[RolePart]:
    """Return the words about bodies by role; a cell may say itself who leads."""
    found: list[RolePart] = []
    for column, words in line.words(*_ROLES, "agencies"):
        found += by_role(words, "lead" if column.kind == "agencies" else column.kind)
    return found


def _mentions(parts: list[RolePart], role: str, directory: Directory) -> Mentions:
    """Return who is named under a role, and what is in doubt about it."""
    told = group_by(parts, lambda part: part.role).get(role, [])
    here = [read_mentions(part.words, directory) for part in told]
    named = _once(chain.from_iterable(each.named for each in here))
    unsaid = (_unsaid(part, each, role) for part, each in zip(told, here, strict=True))
    return Mentions(
        named,
        (*chain.from_iterable(each.doubts for each in here), *chain.from_iterable(unsaid)),
        tuple(dict.fromkeys(chain.from_iterable(each.by for each in here))),
        bool(named) and all(each.asked or not each.named for each in here),
    )


def _once(names: Iterable[NamedBody]) -> tuple[NamedBody, ...]:
    """Return bodies once, in the words that come first, where they stand last."""
    named: dict[str, NamedBody] = {}
    for name in names:
        named[name.id] = named.pop(name.id, name)
    return tuple(named.values())


def _unsaid(part: RolePart, mentions: Mentions, role: str) -> Iterator[Text]:
    """Yield the doubt about a role that a cell does not give to each body."""
    if part.rest:
        yield message("helps-unsaid", words=flat(part.words))
    elif part.shared and role == "lead" and len(mentions.named) > 1:
        yield message("leads-together", words=flat(part.words))


def _about_words(row: PlanRow) -> Iterator[Text]:
    if not row.text:
        yield message("no-text", row=row.row, words=flat(_rest(row)))


def _about_cells(row: PlanRow) -> Iterator[Text]:
    """Yield the doubts about cells that say less than it seems, or stand in two columns."""
    for column, words in row.words("agencies"):
        if by_role(words, "") == (RolePart("", words),):
            yield message("roles-unsaid", heading=column.heading, words=flat(words))
    for column, words in row.words("product"):
        if is_ditto(words):
            yield message("product-ditto", heading=column.heading, words=flat(words))
    texts = [f"“{column.heading}”" for column, _ in row.words("text")]
    if len(texts) > 1:
        yield message("text-of-columns", names=", ".join(texts))


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
        for column, words in line.words("note", "other", "record")
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
    return ProposedBody(name.id, name.words, is_set(name.words), is_open(name.words))
