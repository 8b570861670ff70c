"""How large a made-up province is, and who files what for which month."""

import math
import zlib
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

FIRST_YEAR = 2021
SUCCESSION = 20  # of so many agencies, one is succeeded in the middle of the plan
RENEWED = 7
LATE = 10  # one file of so many comes after its month
HUNDRED = 100


def dice(*parts: object) -> int:
    """Return a number that looks thrown and is the same for the same parts, on every machine."""
    return zlib.crc32("/".join(map(str, parts)).encode())


@dataclass(frozen=True, slots=True)
class Slot:
    """One file: what an agency (by its place among the agencies) files under a plan for a month."""

    index: int
    plan: int
    place: int
    month: int
    edition: int  # 0 for the month's report, 1 and more for what supplements it


@dataclass(frozen=True, slots=True)
class Shape:
    """The measures of a made-up province.

    ``agencies`` 0 stands for as many as it takes for a file a plan, agency and month. ``broken`` and
    ``amended`` are per cent of the files.
    """

    submissions: int = 10_000
    agencies: int = 0
    items: int = 12
    years: int = 5
    commits: int = 3_000
    plans: int = 1
    broken: int = 0
    amended: int = 30

    @property
    def months(self) -> int:
        """How many months the plans run."""
        return 12 * self.years

    @property
    def places(self) -> int:
        """How many agencies there are at any time."""
        return self.agencies or max(1, math.ceil(self.submissions / (self.months * self.plans)))

    def slots(self) -> Iterator[Slot]:
        """Yield what is filed, month after month."""
        each = self.places * self.plans
        for index in range(self.submissions):
            turn, rest = divmod(index, each)
            edition, month = divmod(turn, self.months)
            yield Slot(index, rest % self.plans, rest // self.plans, month, edition)

    def agency(self, place: int, month: int) -> str:
        """Return the id of who holds a place in a month: one of twenty is succeeded half-way."""
        new = place % SUCCESSION == RENEWED and month >= self.months // 2
        return f"co-quan-{place:04}" + ("-moi" if new else "")

    def is_broken(self, slot: Slot) -> bool:
        """Tell whether a file has a mistake; the broken ones are spread evenly."""
        return dice("broken", slot.index) % HUNDRED < self.broken

    def is_amended(self, slot: Slot) -> bool:
        """Tell whether a file is filed a second time."""
        return dice("amended", slot.index) % HUNDRED < self.amended


def month_name(month: int) -> str:
    """Return ``2021-03`` for the third month."""
    return f"{FIRST_YEAR + month // 12}-{month % 12 + 1:02}"


def last_day(month: int) -> date:
    """Return the month's last day: by then the month's report is due."""
    year, number = FIRST_YEAR + month // 12, month % 12 + 1
    return date(year, number, monthrange(year, number)[1])


def filed_on(slot: Slot) -> date:
    """Return the day on which a file first comes: nine of ten in the month's last days."""
    late = dice("late", slot.index) % LATE == 0
    days = dice("days", slot.index)
    return last_day(slot.month) + timedelta(days=1 + days % 20 if late else -(days % 12))


def amended_on(slot: Slot) -> date:
    """Return the day on which a file that is amended comes again."""
    return filed_on(slot) + timedelta(days=20 + dice("again", slot.index) % 160)
