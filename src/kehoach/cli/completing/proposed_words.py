"""What may come next in a command line that is being typed."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from kehoach.words import plain_letters


class ProposedWord(NamedTuple):
    """A word that may stand in the place of the one being typed, and what it means.

    ``called``: what else it may be looked for by.
    """

    value: str
    words: str = ""
    called: tuple[str, ...] = ()

    def matches(self, wanted: str) -> bool:
        """Say whether it is called something with ``wanted``, which is typed in haste."""
        names = map(in_haste, self.called)
        return wanted in self.value.casefold() or any(wanted in name for name in names)


ProposedWords = list[ProposedWord] | Literal["files", "folders"]
"""What may come next; of files and folders the shell itself knows best."""


def ahead(start: str, found: ProposedWords) -> ProposedWords:
    """Return the same proposals with what stands before them in the same word."""
    if isinstance(found, str):
        return found
    return [each._replace(value=f"{start}{each.value}") for each in found]


def beginning(word: str, offered: Iterable[ProposedWord]) -> list[ProposedWord]:
    """Return what begins with ``word``; failing that, what is called something with it."""
    known = [each for each in offered if each.value]
    found = [each for each in known if each.value.startswith(word)]
    if found or not word:
        return found
    wanted = in_haste(word)
    return [each for each in known if each.matches(wanted)]


def in_haste(words: str) -> str:
    """Return words as they are typed in haste: small letters without their marks."""
    return plain_letters(words.casefold())
