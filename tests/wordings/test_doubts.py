"""A doubt shows the very words that are at fault, and says what is not clear of them: ``doubts.tsv``."""

from pathlib import Path

import pytest

from kehoach.wordings import read

TABLE = Path(__file__).parent / "doubts.tsv"
_LINES = TABLE.read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in _LINES if line and not line.startswith("#")][1:]


@pytest.mark.parametrize(("wording", "words", "why"), ROWS, ids=[row[0] for row in ROWS])
def test_a_doubt_shows_the_words_at_fault(wording: str, words: str, why: str) -> None:
    reading = read(wording)
    assert not reading.rules
    doubt = reading.doubts[0]
    assert (doubt.words, reading.unread.split(" … ")[0]) == (words, words)
    assert why in doubt.why.en
    assert (reading.wording, reading.of_year) == (wording, None)


def test_each_wording_stands_once() -> None:
    assert len({row[0] for row in ROWS}) == len(ROWS)
