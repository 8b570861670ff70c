"""The pieces of a wording stand one behind another, be they words of their own or none."""

import pytest

from kehoach.wordings.grammar.cursor import Cursor
from kehoach.wordings.grammar.parsing import parse
from kehoach.wordings.language.tokens import tokens_of
from wordings.plain.test_alternatives import LINES, wordings

_FIRSTS = [wordings(line[0])[0].replace("{", "").replace("}", "") for line in LINES]


@pytest.mark.parametrize(
    "wording",
    [
        *_FIRSTS,
        "bắt đầu thi công quý I/2026, kết thúc quý IV/2026",  # a word of an end
        "khởi công quý I/2026, hoàn thành trước ngày 30/12/2026",  # an end in a word of the limit
        "đợt 1: trước ngày 15/6/2026; đợt 2: trước ngày 15/12/2026",
        "hằng tháng, quý và năm",  # "và" as if it stood before each
    ],
)
def test_pieces_stand_one_behind_another(wording: str) -> None:
    c = Cursor(wording, tokens_of(wording))
    parsed = parse(c)
    places = [place for piece in parsed.pieces for place in (piece.first, piece.end)]
    assert places == sorted(places)
    assert all(0 <= place < len(c.tokens) for place in places)
    assert all(first < end for first, end in parsed.unread)
