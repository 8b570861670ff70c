"""A word that may come next in a command line that is being typed."""

from typing import NamedTuple


class Proposal(NamedTuple):
    """A word that may stand in the place of the one being typed, and what it means.

    ``called``: what else it may be looked for by.
    """

    value: str
    words: str = ""
    called: tuple[str, ...] = ()
