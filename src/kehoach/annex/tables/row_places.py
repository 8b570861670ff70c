"""Where each row of the annex stands: its id, unique in the draft, and the headings over it.

Numbers of headings and items make ids: ``II`` over ``3`` over ``a)`` is ``II.3.a``.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from kehoach.annex.annex_messages import message
from kehoach.annex.draft_plan import DraftSection
from kehoach.annex.tables.place_numbers import TOPS, Label, label_of, letter
from kehoach.annex.tables.plan_rows import PlanRow
from kehoach.words import Text
from kehoach.words.shortening import flat

_PATH = " > "


class _OutlineLevel(NamedTuple):
    """A place that those below it belong to; ``rank`` is shared by its brothers."""

    rank: tuple[str, str, int]
    label: str
    title: str
    item: bool


def _closed(above: tuple[str, str, int], rank: tuple[str, str, int]) -> bool:
    """Say whether a number ends the item above: 2 that of 1.1, any digits that of a code."""
    if (above[0], rank[0], rank[1]) != ("item", "item", "decimal"):
        return False
    return above[1] == "other" or (above[1] == "decimal" and above[2] > rank[2])


class Outline:
    """Walks down a document and says where it is."""

    def __init__(self) -> None:
        self._levels: list[_OutlineLevel] = []
        self._last: dict[str, str] = {}
        self._unnumbered: dict[str, int] = {}

    def section(self, number: str, title: str, made: str = "") -> str:
        """Enter a heading and return its id; ``made`` stands for the number that it lacks."""
        self._enter("section", self._label(number) or Label("made", 1, made), title)
        return self._id()

    def item(self, number: str, title: str = "") -> str:
        """Enter an item and return its id; ``title`` where those below it belong under its words.

        Without a number it takes a letter under the last one that has one.
        """
        label = self._label(number)
        if label is None:
            return self.part()
        self._enter("item", label, title)
        return self._id()

    def part(self) -> str:
        """Return the id of the next place under this one that has no number of its own."""
        above = self._id()
        index = self._unnumbered.get(above, 0)
        self._unnumbered[above] = index + 1
        return f"{above}.{letter(index)}".lstrip(".")

    @property
    def path(self) -> str:
        """The headings over this place, the highest first."""
        return _PATH.join(level.title for level in self._levels if level.title)

    def _label(self, number: str) -> Label | None:
        first = label_of(number)
        return label_of(number, self._last.get("capital")) if first else None

    def _enter(self, level: str, label: Label, title: str) -> None:
        rank = (level if label.kind not in TOPS else "top", label.kind, label.depth)
        self._climb(rank, label)
        if level == "section":  # no heading lies within an item
            self._levels = [each for each in self._levels if not each.item]
        self._levels.append(_OutlineLevel(rank, label.text, title, level == "item"))
        if label.kind in TOPS:
            self._last[label.kind] = label.text

    def _climb(self, rank: tuple[str, str, int], label: Label) -> None:
        """Leave every place that the new one does not lie in."""
        parent = label.text.rpartition(".")[0] if label.depth > 1 else None
        for index, each in reversed(list(enumerate(self._levels))):
            if parent is not None and each.label == parent:
                del self._levels[index + 1 :]
                return
        for index, each in enumerate(self._levels):
            over = parent is not None and each.rank[0] == "item"
            if each.rank == rank or over or _closed(each.rank, rank):
                del self._levels[index:]
                return

    def _id(self) -> str:
        """Return the labels from the top; a number that repeats those above it stands for them."""
        parts: list[str] = []
        for level in self._levels:
            while parts and level.label.startswith(f"{parts[-1]}."):
                parts.pop()
            parts += [level.label] if level.label else []
        return ".".join(parts)


class NumberedRows(NamedTuple):
    """The items and headings of the whole annex in order, and the doubts about no single item."""

    rows: tuple[PlanRow, ...] = ()
    sections: tuple[DraftSection, ...] = ()
    doubts: tuple[Text, ...] = ()


def placed(tables: Iterable[tuple[Text, tuple[PlanRow, ...]]]) -> NumberedRows:
    """Return where the rows of every table stand."""
    rows: list[PlanRow] = []
    sections: list[DraftSection] = []
    doubts: list[Text] = []
    for order, (name, lines) in enumerate(tables, start=1):
        here = _in_table(lines)
        if {each.id for each in here.rows} & {each.id for each in rows}:
            here = _prefixed(here, f"b{order}")
            doubts.append(message("ids-prefixed", table=name, prefix=f"b{order}."))
        rows += here.rows
        sections += here.sections
        doubts += here.doubts
    known, twice = _known_once(sections)
    return NumberedRows(_unique(rows), known, (*doubts, *twice))


def beside(rows: NumberedRows, taken: Iterable[str]) -> NumberedRows:
    """Return rows whose ids are none of those ``taken`` by the text of the document."""
    own = {each.id for each in rows.rows} | {each.id for each in rows.sections}
    if own.isdisjoint(taken):
        return rows
    doubt = message("ids-beside-text", prefix="b.")
    told = _prefixed(rows, "b")
    return told._replace(doubts=(*told.doubts, doubt))


def _in_table(lines: tuple[PlanRow, ...]) -> NumberedRows:
    """Return the rows of one table; headings without a number get one where ids clash else."""
    plain = _walk(lines, made=False)
    if _clashes(plain) and any(line.sort == "section" and not line.number for line in lines):
        made = _walk(lines, made=True)
        if _clashes(made) < _clashes(plain):
            ids = ", ".join(each.id for each in made.sections if each.id.split(".")[-1][0] == "m")
            return made._replace(doubts=(*made.doubts, message("ids-made", ids=ids)))
    return plain


def _clashes(walked: NumberedRows) -> int:
    return len(walked.rows) - len({each.id for each in walked.rows})


def _walk(lines: tuple[PlanRow, ...], *, made: bool) -> NumberedRows:
    outline = Outline()
    rows: list[PlanRow] = []
    sections: list[DraftSection] = []
    doubts: list[Text] = []
    shared: object = None
    for line in lines:
        if line.sort in ("section", "heading"):
            sections += _heading(outline, line, f"m{len(sections) + 1}", made=made)
            doubts += line.notes
        elif line.sort == "left":
            doubts += line.notes
        else:
            rows.append(_item(outline, line, again=shared is not None and shared is line.shared))
        shared = line.shared
    over = {title for row in rows for title in row.section.split(_PATH)}
    doubts += [
        message("heading-over-nothing", words=_title(line))
        for line in lines
        if line.sort in ("section", "heading") and _title(line) not in over
    ]
    return NumberedRows(tuple(rows), tuple(sections), tuple(doubts))


def _heading(outline: Outline, line: PlanRow, number: str, *, made: bool) -> list[DraftSection]:
    """Enter a heading; one without a number is a section of the plan only where it gets one."""
    title = _title(line)
    if line.sort == "heading":
        id_ = outline.item(line.number, title)
    else:
        id_ = outline.section(line.number, title, number if made else "")
    if not (line.number or made):
        return [DraftSection("", title)]
    kept = id_.rpartition(".")[2] in line.number  # else the number's own words would be lost
    return [DraftSection(id_, line.title if kept else title)]


def _title(line: PlanRow) -> str:
    """Return a heading as it stands, its number before it."""
    words = " ".join(flat(cell.text) for _, cell in line.cells)
    if not line.number or words.startswith(line.number):
        return words
    return f"{line.number.rstrip('.')}. {words}"


def _item(outline: Outline, line: PlanRow, *, again: bool) -> PlanRow:
    """Enter an item; rows under one merged number take letters, in order."""
    if line.shared is not None:
        if not again:
            outline.item(line.number)
        return replace(line, id=outline.part(), section=outline.path)
    id_ = outline.item(line.number)
    row = replace(line, id=id_, section=outline.path)
    if not line.number:
        return _doubting(row, message("no-number", row=line.row, id=id_))
    if "-" in id_.rpartition(".")[2] and "-" not in line.number:
        return _doubting(row, message("other-signs", number=line.number, id=id_))
    return row


def _doubting(row: PlanRow, doubt: Text) -> PlanRow:
    return replace(row, notes=(*row.notes, doubt))


def _prefixed(here: NumberedRows, prefix: str) -> NumberedRows:
    rows = tuple(replace(each, id=f"{prefix}.{each.id}") for each in here.rows)
    sections = tuple(
        each._replace(id=f"{prefix}.{each.id}" if each.id else "") for each in here.sections
    )
    return NumberedRows(rows, sections, here.doubts)


def _unique(rows: list[PlanRow]) -> tuple[PlanRow, ...]:
    """Give each id that was taken before a number of its own, in doubt."""
    taken = Counter[str]()
    all_ids = {row.id for row in rows}
    told = []
    for row in rows:
        taken[row.id] += 1
        if taken[row.id] == 1:
            told.append(row)
            continue
        number, id_ = taken[row.id], row.id
        while (id_ := f"{row.id}-{number}") in all_ids:
            number += 1
        all_ids.add(id_)
        doubt = message("number-twice", number=row.number or row.id, id=id_)
        told.append(_doubting(replace(row, id=id_), doubt))
    return tuple(told)


def _known_once(
    sections: list[DraftSection],
) -> tuple[tuple[DraftSection, ...], tuple[Text, ...]]:
    """Return the sections that have an id, each once, and a doubt for each other title of an id."""
    known: dict[str, DraftSection] = {}
    doubts = []
    for each in sections:
        first = known.setdefault(each.id, each) if each.id else each
        if first.title != each.title:
            doubts.append(
                message("headings-of-one-id", id=each.id, left=first.title, right=each.title)
            )
    return tuple(known.values()), tuple(doubts)
