"""Where each row of the annex stands: its id, unique in the draft, and the headings over it."""

from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from kehoach.annex.annex_messages import message
from kehoach.annex.draft_plan import DraftSection
from kehoach.annex.tables.outline import PATH, Outline
from kehoach.annex.tables.table_rows import PlanRow
from kehoach.words import Text
from kehoach.words.shortening import flat


class NumberedRows(NamedTuple):
    """The items and headings of the whole annex in order, and the doubts about no single item."""

    rows: tuple[PlanRow, ...] = ()
    sections: tuple[DraftSection, ...] = ()
    doubts: tuple[Text, ...] = ()


def placed(tables: tuple[tuple[Text, tuple[PlanRow, ...]], ...]) -> NumberedRows:
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
    over = {title for row in rows for title in row.section.split(PATH)}
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
