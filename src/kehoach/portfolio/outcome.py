"""What became of judging one repository: its small result, or why there is none."""

from datetime import date
from typing import NamedTuple

from kehoach.contract.summary_contract import SummaryOutput
from kehoach.words import Lang, Text


class Task(NamedTuple):
    """What a worker is given: plain values, which any process on any machine can read."""

    source: str
    revision: str | None
    as_of: date
    lang: Lang


class Outcome(NamedTuple):
    """A small result, or ``why`` there is none; ``again``: another try may have another end.

    ``tries`` counts how often it was tried.
    """

    result: SummaryOutput | None = None
    why: Text | None = None
    again: bool = False
    tries: int = 1
