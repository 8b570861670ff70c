"""Wordings whose meaning is plain, read as ``deadlines.tsv`` says; its head explains the columns."""

import unicodedata
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from pydantic import TypeAdapter

from kehoach.model.deadlines import Deadlines
from kehoach.model.deadlines.term import DeadlineRule
from kehoach.wordings import inline_all, read

TABLE = Path(__file__).parent / "deadlines.tsv"
_RULES: TypeAdapter[tuple[DeadlineRule, ...]] = TypeAdapter(Deadlines)
_DOUBT = "?"


class Row(NamedTuple):
    """One line of the table."""

    wording: str
    deadline: str
    remark: str

    @property
    def rules(self) -> tuple[DeadlineRule, ...]:
        """The deadline as the model has it."""
        return _RULES.validate_python(yaml.load(self.deadline, yaml.BaseLoader))  # noqa: S506


def _row(line: str) -> Row:
    wording, deadline, remark = line.split("\t")
    return Row(wording.replace("\\n", "\n").replace("\\u00a0", "\u00a0"), deadline, remark)


_LINES = TABLE.read_text(encoding="utf-8").splitlines()
ROWS = [_row(line) for line in _LINES if line and not line.startswith("#")][1:]
PLAIN = [row for row in ROWS if not row.deadline.startswith(_DOUBT)]
DOUBTED = [row for row in ROWS if row.deadline.startswith(_DOUBT)]
plain_rows = pytest.mark.parametrize("row", PLAIN, ids=lambda row: row.wording)


@plain_rows
def test_what_is_plain_is_read(row: Row) -> None:
    reading = read(row.wording)
    assert reading.understood, (row.remark, reading.doubts)
    assert reading.rules == row.rules, (row.remark, inline_all(reading.forms))


@pytest.mark.parametrize("row", DOUBTED, ids=lambda row: row.wording)
def test_where_nothing_decides_the_doubt_names_the_words(row: Row) -> None:
    reading = read(row.wording)
    assert not reading.understood, (row.remark, inline_all(reading.forms))
    named = " ".join(doubt.words for doubt in reading.doubts)
    assert row.deadline.removeprefix(_DOUBT) in named, row.remark


@plain_rows
def test_spelling_changes_nothing(row: Row) -> None:
    """NFD, capitals, no-break spaces, space and a full stop around: the same deadline."""
    for spelled in (
        unicodedata.normalize("NFD", row.wording),
        row.wording.upper(),
        row.wording.replace(" ", "\u00a0"),
        f"  {row.wording} . ",
    ):
        assert read(spelled).rules == row.rules, spelled


def test_each_wording_stands_once() -> None:
    assert len({row.wording for row in ROWS}) == len(ROWS)
