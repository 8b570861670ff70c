"""A word in capitals stands for the words of which it has the initials, where it can be no others."""

import pytest

from kehoach.annex.bodies.body_names import NameMatch, key_of, said_at, words_of


@pytest.mark.parametrize(
    ("cell", "name", "match"),
    [
        ("CAT", "Công an tỉnh", NameMatch(1, False)),
        ("Sở TP", "Sở Tư pháp", NameMatch(2, False)),
        ("Sở Tư pháp", "Sở Tư pháp", NameMatch(2 + 1, True)),
        ("TT", "Thanh tra", None),  # two letters alone are initials of too much
        ("CA", "Công an", None),
        ("Sở T", "Sở Tư pháp", None),
        ("Sở", "Sở Tư pháp", None),
        ("Cat", "Công an tỉnh", None),
    ],
)
def test_a_name_is_said_by_initials(cell: str, name: str, match: NameMatch | None) -> None:
    assert said_at(words_of(cell), 0, key_of(name)) == match
