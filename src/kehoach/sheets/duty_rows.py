"""Obligations as rows of values, told by the process that judged them to the one that writes them.

Most values of a column stand in many rows: each is told once, and then where it stands.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from kehoach.run import Run
from kehoach.run.by_parts.plain_values import plain, restored
from kehoach.sheets.export_columns import COLUMNS, Exported, Value, exported, held
from kehoach.verdicts.obligations import Obligation
from kehoach.words import Lang

_V = TypeVar("_V", bound=Hashable)
_AT = {column.key: at for at, column in enumerate(COLUMNS)}


class DutyRows(NamedTuple):
    """The values of all obligations by column, row by row: in the order of plan, item, period, agency."""

    columns: Sequence[Sequence[Value]]

    def where(self, key: str, value: Value) -> "DutyRows":
        """Return the rows in which one column says this, the most days late first."""
        told, days = self.columns[_AT[key]], self.columns[_AT["days"]]
        late = [at for at, each in enumerate(told) if each is value]
        late.sort(key=lambda at: -_number(days[at]))
        return self._in_order(late)

    def _in_order(self, rows: Sequence[int]) -> "DutyRows":
        return DutyRows([[*map(column.__getitem__, rows)] for column in self.columns])


def _number(value: Value) -> int:
    return value if isinstance(value, int) else 0


def duty_rows(run: Run, lang: Lang) -> DutyRows:
    """Return the obligations of a run."""
    return gathered([told_rows(run, lang)])


def told_rows(run: Run, lang: Lang) -> Any:
    """Return the obligations of a run, or of one part of the data, as plain data: see ``gathered``."""
    rows = [*exported(run, run.each(), lang)]
    return [[_place(run, each.obligation) for each in rows], *_columns(rows)]


def _columns(rows: Sequence[Exported]) -> Iterator[tuple[list[Any], list[int]]]:
    """Yield the values of each column as plain data, each once, and in which row stands which of them."""
    demands, on = _apart(each.demand for each in rows)
    anybodys = {each.demand: each for each in rows}
    some = [anybodys[each] for each in demands]
    for column in COLUMNS:
        values, at = _apart(map(column.find, some if column.shared else rows))
        told = [plain(held(value)) for value in values]
        yield told, [*map(at.__getitem__, on)] if column.shared else at


def _apart(values: Iterable[_V]) -> tuple[list[_V], list[int]]:
    """Return values, each once, and where each of them all stands there."""
    met: dict[_V, int] = {}
    at = [met.setdefault(value, len(met)) for value in values]
    return [*met], at


def _place(run: Run, owed: Obligation) -> list[int]:
    """Return where an obligation stands among all: the place of its plan, its demand's, its agency's."""
    plan = next(n for n, each in enumerate(run.dockets) if each.plan is owed.demand.plan)
    return [plan, *run.dockets[plan].place(owed)]


def gathered(parts: Iterable[Any]) -> DutyRows:
    """Return the obligations of all parts in order, whatever the parts are."""
    told = [*zip(*parts, strict=True)]
    places = [*chain.from_iterable(told[0])]
    order = [at for at, _ in sorted(enumerate(places), key=itemgetter(1))]
    columns = ([*chain.from_iterable(map(_values, column))] for column in told[1:])
    return DutyRows([[*map(column.__getitem__, order)] for column in columns])


def _values(told: tuple[list[Any], list[int]]) -> Iterator[Value]:
    values, rows = told
    return map([*map(restored, values)].__getitem__, rows)
