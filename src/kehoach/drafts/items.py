"""A row of the annex as an item of the draft: who, by when, what comes out of it, what is in doubt."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from kehoach.drafts.directory import Directory
from kehoach.drafts.draft import DraftItem, Named, Proposal
from kehoach.drafts.lines import Line
from kehoach.drafts.mentions import Mentions, by_role, is_set, read_mentions
from kehoach.drafts.places import Place
from kehoach.drafts.terms import Time, nominal_due, read_time, times_in_text
from kehoach.drafts.words import flat, said
from kehoach.texts import Text, fold
from kehoach.wordings import Awaited

Role = Literal["lead", "implement"]
_ROLES = ("lead", "implement", "coordinate")
_NOBODY = Text("không ghi cơ quan chủ trì, thực hiện", "nobody is named to do it")
_REPORT = Text(
    "câu bắt đầu bằng “báo cáo”; hiểu là mục báo cáo", "it begins with “báo cáo”: taken as a report"
)
_NO_TEXT = Text("dòng {row} không có nội dung: “{words}”", "row {row} has no text: “{words}”")
_MIXED = Text(
    "ô “{heading}” không nói ai chủ trì, ai phối hợp; hiểu mọi cơ quan là chủ trì: “{words}”",
    "the cell “{heading}” does not say who leads; everybody is taken to lead: “{words}”",
)
_PARTS = Text(
    "nội dung ghép từ hai cột: {names}", "the text is put together from the columns {names}"
)


class Read(NamedTuple):
    """An item, and the events on which it waits."""

    item: DraftItem
    events: tuple[Awaited, ...] = ()


def read_item(place: Place, directory: Directory) -> Read:
    """Return the item that a row is."""
    line = place.line
    roles = _by_role(line)
    told = {role: _mentions(roles, role, directory) for role in _ROLES}
    time = read_time(
        line.words("start"), line.words("due"), asked=bool(line.asked & {"start", "due"})
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
    report = fold(text).startswith(("báo cáo", "gửi báo cáo"))
    item = DraftItem(
        place.id,
        line.number,
        place.section,
        text,
        "report" if report else "task",
        role,
        told[role].named,
        told["implement"].named if role == "lead" else (),
        told["coordinate"].named,
        _assignment(line),
        time.wording,
        time.forms or ({"not_set": time.not_set},),
        nominal_due(time.rules),
        time.quantity,
        "\n".join(words for _, words in line.words("product")),
        _note(line, time),
        tuple(dict.fromkeys((*doubts, _REPORT) if report else doubts)),
    )
    return Read(item, time.events)


def _by_role(line: Line) -> list[tuple[str, str]]:
    """Return the words about bodies by role; a cell may say itself who leads."""
    found: list[tuple[str, str]] = []
    for column, words in line.words(*_ROLES, "agencies"):
        found += by_role(words, "lead" if column.kind == "agencies" else column.kind)
    return found


def _mentions(roles: list[tuple[str, str]], role: str, directory: Directory) -> Mentions:
    told = [read_mentions(words, directory) for each, words in roles if each == role]
    named = {name.id: name for mentions in reversed(told) for name in reversed(mentions.named)}
    return Mentions(
        tuple(reversed(named.values())), tuple(doubt for each in told for doubt in each.doubts)
    )


def _about(line: Line, told: dict[str, Mentions]) -> Iterable[Text]:
    """Yield the doubts about the row as a whole."""
    if not line.text:
        yield said(_NO_TEXT, row=line.row, words=flat(_rest(line)))
    asked = line.asked & {"lead", "implement", "agencies"}
    if asked and not told["lead"].named and not told["implement"].named:
        yield _NOBODY
    for column, words in line.words("agencies"):
        if by_role(words, "") == (("", words),):
            yield said(_MIXED, heading=column.heading, words=flat(words))
    texts = line.words("text")
    if len(texts) > 1:
        yield said(_PARTS, names=", ".join(f"“{column.heading}”" for column, _ in texts))


def _rest(line: Line) -> str:
    """Return all the words of a row, for one without a text of its own."""
    return "\n".join(cell.text for _, cell in line.cells)


def _assignment(line: Line) -> str:
    """Return the document's words on who does it, each under its heading."""
    cells = line.words(*_ROLES, "agencies")
    return "\n".join(f"{column.heading}: {words}" for column, words in cells)


def _note(line: Line, time: Time) -> str:
    """Return the remarks, and what stands in columns that nobody knows, under their headings."""
    remarks = [
        words if column.kind == "note" or not column.heading else f"{column.heading}: {words}"
        for column, words in line.words("note", "other")
    ]
    return "\n".join(filter(None, (*remarks, time.note)))


def proposals(items: Iterable[DraftItem]) -> tuple[Proposal, ...]:
    """Return the bodies and sets that the registry lacks, each once, in order."""
    named = (
        name
        for item in items
        for name in (*item.owing, *item.implementing, *item.coordinating)
        if not name.known
    )
    return tuple({name.id: _proposal(name) for name in named}.values())


def _proposal(name: Named) -> Proposal:
    return Proposal(name.id, name.words, is_set(name.words))
