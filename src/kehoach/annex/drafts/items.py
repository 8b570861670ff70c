"""A row of the annex as an item of the draft: who, by when, what comes out of it, what is in doubt."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from kehoach.annex.drafts.directory import Directory
from kehoach.annex.drafts.document_words import bare
from kehoach.annex.drafts.draft import DraftItem, Named, Proposal
from kehoach.annex.drafts.lines import Line
from kehoach.annex.drafts.mentions import Mentions, is_ditto, is_set, read_mentions
from kehoach.annex.drafts.roles import Part, by_role
from kehoach.annex.drafts.row_places import Place
from kehoach.annex.drafts.terms import Time, nominal_due, read_time, times_in_text
from kehoach.wordings import Awaited
from kehoach.words import Text, fold
from kehoach.words.shortening import flat

Role = Literal["lead", "implement"]
_ROLES = ("lead", "implement", "coordinate")
_REPORTS = ("bao cao", "loai bao cao", "ten bao cao", "noi dung bao cao", "cac bao cao")
_NOBODY = Text("không ghi cơ quan chủ trì, thực hiện", "nobody is named to do it")
_REPORT = Text(
    "câu bắt đầu bằng “báo cáo”; hiểu là mục báo cáo", "it begins with “báo cáo”: taken as a report"
)
_NO_TEXT = Text("dòng {row} không có nội dung: “{words}”", "row {row} has no text: “{words}”")
_MIXED = Text(
    "ô “{heading}” không nói ai chủ trì, ai phối hợp; hiểu mọi cơ quan là chủ trì: “{words}”",
    "the cell “{heading}” does not say who leads; everybody is taken to lead: “{words}”",
)
_DITTO = Text(
    "ô “{heading}” ghi “{words}”: chưa chép từ mục trên",
    "the cell “{heading}” says “{words}”: nothing is copied from above",
)
_HELPS = Text(
    "“{words}” đứng cạnh cơ quan chủ trì mà không ghi vai trò; hiểu là phối hợp",
    "“{words}” stands beside who leads, without a role; taken to coordinate",
)
_TOGETHER = Text(
    "“chủ trì” ghi một lần sau nhiều cơ quan; hiểu mọi cơ quan ấy cùng chủ trì: “{words}”",
    "“chủ trì” stands once behind several bodies; all of them are taken to lead: “{words}”",
)
_PARTS = Text(
    "nội dung ghép từ hai cột: {names}", "the text is put together from the columns {names}"
)


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


def _is_report(line: Line, text: str) -> tuple[bool, tuple[Text, ...]]:
    """Say whether a row asks for a report; where only its first words do, that is in doubt."""
    listed = any(bare(column.heading) in _REPORTS for column, _ in line.words("text"))
    begins = fold(text).startswith(("báo cáo", "gửi báo cáo"))
    return listed or begins, (_REPORT,) if begins and not listed else ()


def _by_role(line: Line) -> list[Part]:
    """Return the words about bodies by role; a cell may say itself who leads."""
    found: list[Part] = []
    for column, words in line.words(*_ROLES, "agencies"):
        found += by_role(words, "lead" if column.kind == "agencies" else column.kind)
    return found


def _mentions(roles: list[Part], role: str, directory: Directory) -> Mentions:
    parts = [part for part in roles if part.role == role]
    told = [read_mentions(part.words, directory) for part in parts]
    named = {name.id: name for mentions in reversed(told) for name in reversed(mentions.named)}
    doubts = [doubt for each in told for doubt in each.doubts]
    for part, mentions in zip(parts, told, strict=True):
        if part.rest:
            doubts.append(_HELPS.filled(words=flat(part.words)))
        elif part.shared and role == "lead" and len(mentions.named) > 1:
            doubts.append(_TOGETHER.filled(words=flat(part.words)))
    return Mentions(tuple(reversed(named.values())), tuple(doubts))


def _about(line: Line, told: dict[str, Mentions]) -> Iterable[Text]:
    """Yield the doubts about the row as a whole."""
    if not line.text:
        yield _NO_TEXT.filled(row=line.row, words=flat(_rest(line)))
    asked = line.asked & {"lead", "implement", "agencies"}
    if asked and not told["lead"].named and not told["implement"].named:
        yield _NOBODY
    for column, words in line.words("agencies"):
        if by_role(words, "") == (Part("", words),):
            yield _MIXED.filled(heading=column.heading, words=flat(words))
    for column, words in line.words("product"):
        if is_ditto(words):
            yield _DITTO.filled(heading=column.heading, words=flat(words))
    texts = line.words("text")
    if len(texts) > 1:
        yield _PARTS.filled(names=", ".join(f"“{column.heading}”" for column, _ in texts))


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
