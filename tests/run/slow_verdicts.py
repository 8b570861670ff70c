"""Verdicts worked out the slow way from a life and its decisions, to be compared with the program's.

Nothing of the program is used. What was sent is found by looking through the trees of the main line one
after the other, and days are counted one by one, as docs/en/receipts.md (*Sent back*) and docs/en/files.md
(*Returns*, *Pauses*) have it. It knows the plan of ``lives.py``, where nothing rolls: its yearly report
(item 1) and the tasks 2 and 3. A task told without a day of its own is done on the day on which it is
first told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from run.lives import AGENCIES, Key, Tree

YEARS = ("2022", "2023", "2024")
KEYS = (
    *((item, agency, year) for item in ("1", "3") for agency in AGENCIES for year in YEARS
      if (item, agency) != ("3", "snv")),
    *(("2", agency, "once") for agency in AGENCIES),
)  # fmt: skip
DAY = timedelta(1)


@dataclass(frozen=True)
class Decided:
    """A decision: of which kind, by a letter of which day, on whose what.

    ``day`` is the day of a return, the day to which something is extended, or the first of a pause;
    ``until`` the last day of a pause that has one.
    """

    kind: str
    letter: date
    item: str
    agency: str | None
    period: str | None
    day: date
    until: date | None = None

    def concerns(self, key: Key) -> bool:
        """Say whether it is about this."""
        item, agency, period = key
        return (
            self.item == item
            and self.agency in (None, agency)
            and self.period in (None, period)
        )  # fmt: skip

    def text(self, number: int) -> str:
        """Return it as an entry of decisions.yaml."""
        said = {
            "item": f'"{self.item}"',
            "period": self.period,
            "agencies": self.agency and f"[{self.agency}]",
            {"extensions": "due", "returns": "date", "pauses": "from"}[self.kind]: str(self.day),
            "until": self.until and str(self.until),
            "reason": None if self.kind == "extensions" else "Thiếu",
            "document": f"{{number: {number}/STP, date: {self.letter}}}",
        }
        return f"  - {{{', '.join(f'{name}: {word}' for name, word in said.items() if word)}}}\n"


class Verdict(NamedTuple):
    """How something stands; days and due day are not told of what is paused."""

    status: str
    days: int | None = None
    due: date | None = None


@dataclass(frozen=True)
class SlowJudge:
    """The main line, tree by tree with its day up to the checked-out one, and all that was decided."""

    line: Sequence[tuple[date, Tree]]
    decided: Sequence[Decided]

    def verdicts(self, as_of: date) -> dict[Key, Verdict]:
        """Return how all that has begun by a day stands, by what was decided and had come by then."""
        return {key: self._verdict(key, as_of) for key in KEYS if begins(key) <= as_of}

    def _verdict(self, key: Key, as_of: date) -> Verdict:
        known = [each for each in self.decided if each.concerns(key) and each.letter <= as_of]
        pauses = [each for each in known if each.kind == "pauses"]
        still = {day for each in pauses for day in _days(each, as_of)}
        done = self._delivered(key, as_of, [each.day for each in known if each.kind == "returns"])
        if done is None and as_of in still:
            return Verdict("paused")
        due = _due(key, known, as_of)
        until = done or as_of
        late = sum(due + DAY * each not in still for each in range(1, (until - due).days + 1))
        words = ("done_late", "done_on_time") if done else ("overdue", "in_term")
        if as_of in still:  # the due day is not settled before the pause ends
            return Verdict(words[not late])
        return Verdict(words[not late], late or min(0, (until - due).days), due)

    def _delivered(self, key: Key, as_of: date, returns: Sequence[date]) -> date | None:
        """Return the day on which it came, or came anew after the last time it was sent back."""
        if not said_by(self.line[-1][1], key):
            return None
        line = [(day, said_by(tree, key)) for day, tree in self.line if day <= as_of]
        came = next((day for day, said in line if said), None)
        for back in sorted(each for each in returns if each <= as_of):
            if came and came <= back:
                came = _again(line, back)
        return came


def _again(line: Sequence[tuple[date, frozenset[str]]], back: date) -> date | None:
    """Return the first day after ``back`` with words that did not stand there before, if some still do."""
    before = new = frozenset[str]()
    first = None
    for day, said in line:
        if day > back:
            new = new & said | said - before
            first = first or (day if new else None)
        before = said
    return first if new else None


def said_by(tree: Tree, key: Key) -> frozenset[str]:
    """Return each head, with each entry, by which this is told as done."""
    item, agency, period = key
    mine = [file for file in tree.values() if file.agency == agency]
    heads = [(f"{file.number} {file.dated}", file) for file in mine]
    if item == "1":
        return frozenset(head for head, file in heads if period in file.reports)
    told = [
        (head, file.tasks[item, period]) for head, file in heads if (item, period) in file.tasks
    ]
    return frozenset(f"{head} {entry.text()}" for head, entry in told if entry.done)


def begins(key: Key) -> date:
    """Return the first day of what is owed."""
    return date(2022 if key[2] == "once" else int(key[2]), 1, 1)


def plan_day(key: Key) -> date:
    """Return the day on which it is due by the plan."""
    item, _, period = key
    return date(2022, 6, 30) if item == "2" else date(int(period), 12, {"1": 1, "3": 31}[item])


def _due(key: Key, known: Sequence[Decided], as_of: date) -> date:
    """Return the latest of the plan's day and all extended ones, each moved by the pauses after it."""
    first = begins(key)
    over = [each for each in known if each.until and each.until < as_of]
    dues = [_moved(plan_day(key), first, over)]
    for each in known:
        if each.kind == "extensions" and each.day >= each.letter:
            later = [pause for pause in over if pause.letter > each.letter]
            dues.append(_moved(each.day, max(first, each.letter + DAY), later))
    return max(dues)


def _moved(due: date, first: date, pauses: Sequence[Decided]) -> date:
    """Return the day until which as many days run as would have without pauses."""
    still = {day for each in pauses for day in _days(each, date.max)}
    left, day = (due - first).days + 1, first - DAY
    while left > 0:
        day += DAY
        left -= day not in still
    return day


def _days(pause: Decided, as_of: date) -> Iterator[date]:
    """Yield the days of a pause, both ends inclusive, up to a day."""
    last = min(pause.until or as_of, as_of)
    yield from (pause.day + DAY * number for number in range((last - pause.day).days + 1))
