"""Slips of the keyboard in the one word whose loss would move a deadline by a day."""

from kehoach.words import plain_letters

_BEFORE = "truoc"


def almost_before(word: str) -> bool:
    """Say whether a word is "trước" with a slip: "truớc", "trứơc", "trớc", "tứơc", "trướcc".

    Straight before a day it would otherwise be taken for a word of the task, and the day, which does
    not count, would count.
    """
    letters = plain_letters(word)
    if letters == _BEFORE:
        return True
    return _one_less(letters, _BEFORE) or _one_less(_BEFORE, letters) or _swapped(letters)


def _one_less(short: str, long: str) -> bool:
    """Say whether one letter of the longer word is missing."""
    return any(short == long[:place] + long[place + 1 :] for place in range(len(long)))


def _swapped(letters: str) -> bool:
    """Say whether two neighbouring letters changed places."""
    return letters != _BEFORE and any(
        letters == _BEFORE[:place] + _BEFORE[place + 1] + _BEFORE[place] + _BEFORE[place + 2 :]
        for place in range(len(_BEFORE) - 1)
    )
