"""What was judged of mutants that survive still stands in the source, and says why."""

from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "kehoach"
ROWS = [
    row.split("\t")
    for row in (Path(__file__).parent / "survivors.tsv")
    .read_text(encoding="utf-8")
    .splitlines()[1:]
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}: {row[2]}"[:60])
def test_a_judged_survivor_is_of_a_line_that_is_there(row: list[str]) -> None:
    """A row of what has changed since judges nothing any more, and goes."""
    file, line, was, became, why = row
    assert line in (
        each.strip() for each in (SOURCE / file).read_text(encoding="utf-8").splitlines()
    )
    assert was != became
    assert len(why) > 10, "the reason is a sentence"
