"""Pauses (tạm dừng): days on which the clock stands still; once they end the due day moves by them."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from kehoach.model.decisions import Pause, decided
from kehoach.periods import Span

_DAY = timedelta(days=1)
_MOST = date.max - _DAY


class Moved(NamedTuple):
    """Where a due ``day`` came to lie: ``days`` of pauses, rolled, later than it stood (``since``)."""

    day: date
    since: date
    days: int


class Standstill(NamedTuple):
    """The days on which the clock of an obligation stands still, by the ``pauses`` known at ``as_of``.

    ``spans`` are those days, each counted once however many pauses it lies in, the earliest first.
    """

    as_of: date
    pauses: tuple[Pause, ...] = ()
    spans: tuple[Span, ...] = ()

    @property
    def holding(self) -> Pause | None:
        """The pause in which the date lies; of several, the one that ends last."""
        held = (each for each in self.pauses if each.holds(self.as_of))
        return max(held, key=_last, default=None)

    def told_by(self, day: date) -> "Standstill":
        """Return the same by the pauses alone whose letters had been written by a day."""
        return standstill((each for each in self.pauses if decided(each)[0] <= day), self.as_of)

    def told_after(self, day: date) -> "Standstill":
        """Return the same by the pauses alone whose letters were written after a day."""
        return standstill((each for each in self.pauses if decided(each)[0] > day), self.as_of)

    def between(self, after: date, last: date) -> int:
        """Return how many of the days after one day, up to another (inclusive), do not count."""
        inside = ((max(each.first, after + _DAY), min(each.last, last)) for each in self.spans)
        return sum(max((end - first).days + 1, 0) for first, end in inside)

    def moved(self, due: date, since: date, roll: Callable[[date], date]) -> Moved:
        """Return where a due day comes to lie: later by each ended standstill that began by then.

        Days before ``since`` do not count. One that is going on has moved nothing yet.
        """
        moved = Moved(due, due, 0)
        for span in self.spans:
            if span.first > moved.day or span.end > self.as_of:
                break
            days = (span.end - max(span.first, since)).days
            if days > 0:
                days += moved.days
                moved = Moved(max(due, roll(due + timedelta(days))), due, days)
        return moved


def standstill(pauses: Iterable[Pause], as_of: date) -> Standstill:
    """Return the days on which the clock stands still; a pause that ends before it begins has none."""
    real = sorted((each for each in pauses if not each.backwards), key=decided)
    return Standstill(as_of, tuple(real), _joined(real))


def _last(pause: Pause) -> date:
    return pause.until or _MOST


def _joined(pauses: Iterable[Pause]) -> tuple[Span, ...]:
    """Return the days of pauses as spans that neither overlap nor touch."""
    spans: list[Span] = []
    for each in sorted(pauses, key=lambda pause: pause.from_):
        end = _last(each) + _DAY
        if spans and each.from_ <= spans[-1].end:
            spans[-1] = Span(spans[-1].first, max(spans[-1].end, end))
        else:
            spans.append(Span(each.from_, end))
    return tuple(spans)


NO_STANDSTILL = Standstill(date.max)
