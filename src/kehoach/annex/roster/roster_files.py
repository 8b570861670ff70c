"""From a file, or what was piped in, to the list of bodies in it."""

import csv
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from unicodedata import normalize

from kehoach.annex.annex_document import Annex, AnnexCell, AnnexParagraph, AnnexRow, AnnexTable
from kehoach.annex.annex_messages import message
from kehoach.annex.clean_words import tidy
from kehoach.annex.documents.annex_files import content, plain_text, read_annex
from kehoach.annex.documents.document_limits import MOST_CELLS, MOST_COLUMNS, AnnexRefused
from kehoach.annex.documents.plain_text import is_plain
from kehoach.annex.roster.roster_columns import has_headings, names_in
from kehoach.annex.roster.roster_lines import NoNames, Roster
from kehoach.annex.roster.roster_lists import read_list
from kehoach.annex.roster.roster_tables import first_row, read_tables
from kehoach.words.shortening import flat

MOST_NAMES = 20_000
MOST_LETTERS = 2_000  # of a name: each is compared with all others, letter by letter
_DELIMITERS = (";", "\t", ",")
_MARKDOWN = (".md", ".markdown")
_TEXTS = (".txt", ".csv", ".tsv", ".tab", "")


def read_roster(path: Path, named: Mapping[str, str]) -> Roster:
    """Return the list of bodies in a file; ``named`` says what columns hold.

    Raises:
        AnnexRefused: it cannot be read.
        NoNames: it is no list of bodies.
    """
    suffix = path.suffix.lower()
    if suffix in _TEXTS or (suffix in _MARKDOWN and is_plain(plain_text(content(path)))):
        return read_text(content(path), named)
    return _bounded(_of_document(read_annex(path), named))


def _of_document(document: Annex, named: Mapping[str, str]) -> Roster:
    """Return the bodies of the tables of a document; of its paragraphs, where it has none."""
    tables = tuple(block for block in document.blocks if isinstance(block, AnnexTable))
    paragraphs = [each.text for each in document.blocks if isinstance(each, AnnexParagraph)]
    roster = read_tables(tables, named)
    if roster.lines:
        outside = (message("roster-outside", words=flat(words)) for words in paragraphs)
        return roster._replace(left=(*document.notes, *outside, *roster.left))
    if not paragraphs:
        raise NoNames(first_row(tables))
    listed = read_list("\n".join(paragraphs).split("\n"))
    return listed._replace(left=(*document.notes, *roster.left, *listed.left))


def read_text(raw: bytes, named: Mapping[str, str]) -> Roster:
    """Return the list of bodies in a plain text, with or without columns.

    Raises:
        AnnexRefused: it is no text.
        NoNames: it is no list of bodies.
    """
    text = normalize("NFC", plain_text(raw))
    if not text.strip():
        raise AnnexRefused("empty-file")
    if max(map(text.count, "\n\r")) > MOST_NAMES:
        raise AnnexRefused("roster-long", most=MOST_NAMES)
    table = _table(text, named)
    roster = read_tables((table,), named) if table is not None else Roster(())
    return _bounded(roster if roster.lines else read_list(text.splitlines()))


def _bounded(roster: Roster) -> Roster:
    if len(roster.lines) > MOST_NAMES:
        raise AnnexRefused("roster-long", most=MOST_NAMES)
    if any(len(line.name) > MOST_LETTERS for line in roster.lines):
        raise AnnexRefused("name-long", signs=MOST_LETTERS)
    return roster


def _table(text: str, named: Mapping[str, str]) -> AnnexTable | None:
    """Return a text as a table where nearly every line has as many columns as the first.

    Names have commas too, and several may stand in a line: columns are then known by headings only.
    """
    sign = next((sign for sign in _DELIMITERS if _divides(sign, text)), None)
    if sign is None:
        return None
    lines = StringIO(text, newline="")  # which may end as on old Macs
    try:
        rows = [[*map(tidy, _filled(row))] for row in csv.reader(lines, delimiter=sign)]
    except csv.Error:  # a cell of over 131,072 letters
        raise AnnexRefused("cell-long", signs=csv.field_size_limit()) from None
    width = max(map(len, rows))
    if width > MOST_COLUMNS:  # a list on one line
        return None
    if width * len(rows) > MOST_CELLS:
        raise AnnexRefused("wide")
    table = _of(rows, width)
    plain = sign == "," or names_in(table) > 1
    return table if has_headings(table, named) or not plain else None


def _divides(sign: str, text: str) -> bool:
    """Say whether nine of ten lines have a sign as often as the first, or more often."""
    counts = [line.count(sign) for line in text.splitlines() if line.strip()]
    return counts[0] > 0 and sum(many >= counts[0] for many in counts) * 10 >= len(counts) * 9


def _filled(row: list[str]) -> list[str]:
    """Return a row without what is blank at its end: one of half a million signs would widen all others."""
    while len(row) > 1 and not row[-1].strip():
        row.pop()
    return row


def _of(rows: list[list[str]], width: int) -> AnnexTable:
    """Return rows as a table, all of them equally wide."""
    full = ([*row, *[""] * (width - len(row))] for row in rows)
    return AnnexTable(
        tuple(AnnexRow(str(at), tuple(map(AnnexCell, row))) for at, row in enumerate(full, 1))
    )
