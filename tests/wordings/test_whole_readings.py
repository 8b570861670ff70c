"""Of each wording of the tables, and of its beginnings and ends: whatever is said of it stands in it."""

import unicodedata

import pytest

from kehoach.wordings import Reading, Unwordable, read, write
from kehoach.wordings.spotting import times_in
from wordings.plain.test_alternatives import LINES, wordings
from wordings.test_no_time_unread import WORDINGS

_SHORTENED = "…"
FIRSTS = [wordings(line[0])[0].replace("{", "").replace("}", "") for line in LINES]


def _stands_in(reading: Reading) -> None:
    text = unicodedata.normalize("NFC", reading.wording)
    assert all(words in text for words in reading.unread.split(f" {_SHORTENED} ")), reading
    for doubt in reading.doubts:
        assert doubt.words in text, reading
        assert doubt.why.vi != doubt.why.en
    named = [*(each.text for each in reading.events), *(each.text for each in reading.bodies)]
    assert all(words.casefold().split()[-1] in text.casefold() for words in named), reading
    assert bool(reading.doubts) != reading.understood, reading
    assert not (reading.understood and reading.certain), reading
    assert len(reading.certain) >= len(reading.certain_forms) > 0 or not reading.certain


@pytest.mark.parametrize("wording", sorted(WORDINGS))
def test_what_is_said_of_a_wording_stands_in_it(wording: str) -> None:
    reading = read(wording)
    assert reading.wording == wording
    assert reading.of_year is None
    _stands_in(reading)


@pytest.mark.parametrize("wording", FIRSTS)
def test_each_beginning_and_end_of_a_wording_is_read_or_doubted(wording: str) -> None:
    """Whatever was cut off: no wording brings the reader down at its edge."""
    words = wording.split()
    for place in range(1, len(words)):
        for part in (" ".join(words[:place]), " ".join(words[place:])):
            _stands_in(read(part))
            assert all(each.words.strip("()") in f"{part})" for each in times_in(part))


@pytest.mark.parametrize("wording", FIRSTS)
def test_a_rule_that_can_be_worded_is_read_again(wording: str) -> None:
    """Of what is read of the tables, as of whatever else can be written."""
    reading = read(wording)
    words = dict(reading.events) | dict(reading.bodies)
    for rule in reading.rules:
        try:
            said = write(rule, words)
        except Unwordable:
            continue
        assert read(said).rules == (rule,), said
