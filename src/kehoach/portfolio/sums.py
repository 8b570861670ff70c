"""Counts as JSON has them, back as values that can be added up."""

from kehoach.contract.counts_contract import CountsJson
from kehoach.verdicts.tables import Counts
from kehoach.words.statuses import Remark, Shown, Status

_SHOWN: tuple[Shown, ...] = (*Status, *Remark)


def counts_of(row: CountsJson) -> Counts:
    """Return the counts of a row: what JSON calls a count is the name of its status or remark.

    What is explained stands as a part of its rate; older results have neither that nor what is paused.
    """
    counted = {**row, "explained": row.get("explained", {}).get("explained", 0)}
    numbers = ((shown, counted.get(shown.value, 0)) for shown in _SHOWN)
    return Counts(
        {shown: number for shown, number in numbers if isinstance(number, int) and number}
    )
