"""The words between two places, at the edges too."""

import pytest

from kehoach.wordings.grammar.cursor import Cursor, about
from kehoach.wordings.language.tokens import tokens_of

_WRONG = about(": sai", " is wrong")


@pytest.fixture
def cursor() -> Cursor:
    wording = "trước ngày 30/6"
    return Cursor(wording, tokens_of(wording))


def test_between_a_place_and_itself_there_are_no_words(cursor: Cursor) -> None:
    assert [cursor.words(place, place) for place in range(len(cursor.tokens))] == [""] * 6
    assert cursor.words(0) == ""
    assert cursor.words(0, 1) == "trước"


def test_a_doubt_is_at_least_of_one_token(cursor: Cursor) -> None:
    """Where nothing was taken yet, what stands there is at fault."""
    doubt = cursor.doubt(_WRONG, 0)
    assert (doubt.first, doubt.end) == (0, 1)
    cursor.next(3)
    assert [cursor.doubt(_WRONG, first).end for first in range(5)] == [3, 3, 3, 4, 5]
    assert cursor.doubt(_WRONG, 1, 5).end == 5
