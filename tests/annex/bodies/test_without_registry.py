"""Whom cells name where no registry helps; the head of ``without_registry.tsv`` explains its columns."""

import unicodedata
from pathlib import Path

import pytest

from kehoach.annex.bodies.body_words import is_open, is_set
from kehoach.annex.bodies.cell_bodies import Mentions, read_mentions
from kehoach.annex.bodies.registry_names import Directory

_TABLE = Path(__file__).parent / "without_registry.tsv"
_ROWS = [
    line.split("\t")
    for line in _TABLE.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def _sign(words: str) -> str:
    return "~" if is_open(words) else "*" if is_set(words) else ""


def _read(cell: str) -> Mentions:
    return read_mentions(cell.replace("\\n", "\n"), Directory(None, None))


def _told(cell: str) -> tuple[str, str]:
    read = _read(cell)
    return " | ".join(f"{_sign(n.words)}{n.words}" for n in read.named), " | ".join(read.by)


@pytest.mark.parametrize(("cell", "named", "by"), _ROWS, ids=[row[0] for row in _ROWS])
def test_a_cell_names_whom_an_officer_sees_in_it(cell: str, named: str, by: str) -> None:
    assert _told(cell) == (named, by)


@pytest.mark.parametrize("cell", [row[0] for row in _ROWS])
def test_nobody_is_named_without_a_doubt_and_spelling_changes_nothing(cell: str) -> None:
    read = _read(cell)
    told = " ".join(doubt.vi for doubt in read.doubts)
    assert all(f"“{words}”" in told for words in (*(n.words for n in read.named), *read.by))
    assert _read(unicodedata.normalize("NFD", cell)) == read
    assert _read(cell.replace(" ", "\u00a0")) == read
