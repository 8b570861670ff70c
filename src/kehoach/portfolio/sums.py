"""Counts as JSON has them, back as values that can be added up."""

from kehoach.contract.outputs import CountsJson
from kehoach.verdicts.tables import Counts
from kehoach.words.statuses import Remark, Shown, Status

_SHOWN: tuple[Shown, ...] = (*Status, *Remark)


def counts_of(row: CountsJson) -> Counts:
    """Return the counts of a row: what JSON calls a count is the name of its status or remark."""
    numbers = ((shown, row[shown.value]) for shown in _SHOWN)  # type: ignore[literal-required]
    return Counts({shown: number for shown, number in numbers if number})
