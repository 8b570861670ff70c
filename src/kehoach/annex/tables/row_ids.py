"""Where each row of the annex stands: its id, unique in the draft, and the headings over it."""

from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from kehoach.annex.annex_messages import message
from kehoach.annex.items.draft_plan import DraftSection
from kehoach.annex.tables.outline import PATH, Outline
from kehoach.annex.tables.table_rows import PlanRow
from kehoach.words import Text
from kehoach.words.shortening import flat


class Place(NamedTuple):
    """A row that is an item, with its id and the headings over it."""

    id: str
    section: str
    line: PlanRow


class NumberedRows(NamedTuple):
    """The items and headings of the whole annex in order, and the doubts about no single item."""

    places: tuple[Place, ...] = ()
    sections: tuple[DraftSection, ...] = ()
    doubts: tuple[Text, ...] = ()


def placed(tables: tuple[tuple[Text, tuple[PlanRow, ...]], ...]) -> NumberedRows:
    """Return where the rows of every table stand."""
    places: list[Place] = []
    sections: list[DraftSection] = []
    doubts: list[Text] = []
    for order, (name, lines) in enumerate(tables, start=1):
        here = _in_table(lines)
        if {each.id for each in here.places} & {each.id for each in places}:
            here = _prefixed(here, f"b{order}")
            doubts.append(message("ids-prefixed", table=name, prefix=f"b{order}."))
        places += here.places
        sections += here.sections
        doubts += here.doubts
    known, twice = _known_once(sections)
    return NumberedRows(_unique(places), known, (*doubts, *twice))


def _in_table(lines: tuple[PlanRow, ...]) -> NumberedRows:
    """Return the places of one table; headings without a number get one where ids clash else."""
    plain = _walk(lines, made=False)
    if _clashes(plain) and any(line.sort == "section" and not line.number for line in lines):
        made = _walk(lines, made=True)
        if _clashes(made) < _clashes(plain):
            ids = ", ".join(each.id for each in made.sections if each.id.split(".")[-1][0] == "m")
            return made._replace(doubts=(*made.doubts, message("ids-made", ids=ids)))
    return plain


def _clashes(walked: NumberedRows) -> int:
    return len(walked.places) - len({each.id for each in walked.places})


def _walk(lines: tuple[PlanRow, ...], *, made: bool) -> NumberedRows:
    outline = Outline()
    places: list[Place] = []
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
            places.append(_item(outline, line, again=shared is not None and shared is line.shared))
        shared = line.shared
    over = {title for place in places for title in place.section.split(PATH)}
    doubts += [
        message("heading-over-nothing", words=_title(line))
        for line in lines
        if line.sort in ("section", "heading") and _title(line) not in over
    ]
    return NumberedRows(tuple(places), tuple(sections), tuple(doubts))


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


def _item(outline: Outline, line: PlanRow, *, again: bool) -> Place:
    """Enter an item; rows under one merged number take letters, in order."""
    if line.shared is not None:
        if not again:
            outline.item(line.number)
        return Place(outline.part(), outline.path, line)
    id_ = outline.item(line.number)
    place = Place(id_, outline.path, line)
    if not line.number:
        return _doubting(place, message("no-number", row=line.row, id=id_))
    strange = "-" in id_.rpartition(".")[2] and "-" not in line.number
    return (
        _doubting(place, message("other-signs", number=line.number, id=id_)) if strange else place
    )


def _doubting(place: Place, doubt: Text) -> Place:
    return place._replace(line=replace(place.line, notes=(*place.line.notes, doubt)))


def _prefixed(here: NumberedRows, prefix: str) -> NumberedRows:
    places = tuple(each._replace(id=f"{prefix}.{each.id}") for each in here.places)
    sections = tuple(
        each._replace(id=f"{prefix}.{each.id}" if each.id else "") for each in here.sections
    )
    return NumberedRows(places, sections, here.doubts)


def _unique(places: list[Place]) -> tuple[Place, ...]:
    """Give each id that was taken before a number of its own, in doubt."""
    taken = Counter[str]()
    all_ids = {place.id for place in places}
    told = []
    for place in places:
        taken[place.id] += 1
        if taken[place.id] == 1:
            told.append(place)
            continue
        number, id_ = taken[place.id], place.id
        while (id_ := f"{place.id}-{number}") in all_ids:
            number += 1
        all_ids.add(id_)
        doubt = message("number-twice", number=place.line.number or place.id, id=id_)
        told.append(_doubting(place._replace(id=id_), doubt))
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
