"""Lists of bodies in files: which reader a file gets, and columns named that no table has."""

from pathlib import Path

import pytest

from kehoach.annex.roster.roster_files import read_roster, read_text
from kehoach.annex.tables.plan_tables import NoSuchColumn

_TABLE = "| TT | Tên cơ quan |\n|---|---|\n| 1 | Sở Nội vụ |\n| 2 | Sở Y tế |\n"


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("ds.txt", "Sở Nội vụ\nSở Y tế\n"),
        ("ds.md", "Sở Nội vụ\nSở Y tế\n"),
        ("ds.csv", "TT;Tên cơ quan\n1;Sở Nội vụ\n2;Sở Y tế\n"),
        ("ds.MD", _TABLE),
    ],
)
def test_a_list_is_read_by_what_it_is(tmp_path: Path, file: str, words: str) -> None:
    path = tmp_path / file
    path.write_text(words, encoding="utf-8")
    assert [line.name for line in read_roster(path, {}).lines] == ["Sở Nội vụ", "Sở Y tế"]


@pytest.mark.parametrize("named", ["Cơ quan", "3"])
def test_a_column_that_is_not_there_is_told_with_those_that_are(named: str) -> None:
    text = "TT;Tên\n1;Sở Nội vụ\n2;Sở Y tế\n"
    with pytest.raises(NoSuchColumn) as refused:
        read_text(text.encode(), {named: "name"})
    assert refused.value.name == named
    assert refused.value.headings[:2] == ("TT", "Tên")
