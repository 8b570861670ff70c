"""The statuses of an obligation, in the wording of Vietnamese practice: the one table of them.

Names, labels, signs, colours, letters, filters and counts are derived from it everywhere.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple, Self, assert_never

from kehoach.words.text import Text


class Look(NamedTuple):
    """How something is marked where a label has no room; colour never stands alone.

    ``sign`` and ``style`` are a terminal's, ``letter`` and ``css`` (a class) those of a page.
    """

    sign: str
    style: str
    letter: Text
    css: str


class _Shown(StrEnum):
    """What can be said of an obligation: its name in JSON, and all by which people know it.

    ``counted`` heads its numbers in a table, ``filter`` selects it on the command line;
    ``badness`` orders what is shown, 0 being the worst.
    """

    label: Text
    counted: Text
    filter: str
    look: Look
    badness: int
    _value_: str
    __hash__ = str.__hash__  # an enum's own is Python; members are keys of many thousand counts

    def __new__(
        cls, name: str, label: Text, only: str, look: Look, badness: int,
        counted: Text | None = None,
    ) -> Self:  # fmt: skip
        """Return a member equal to its name."""
        member = str.__new__(cls, name)
        member._value_ = name
        member.label, member.counted = label, counted or label
        member.filter, member.look, member.badness = only, look, badness
        return member


class Status(_Shown):
    """Exactly one holds for an obligation at a date."""

    OVERDUE = ("overdue", Text("Quá hạn", "Overdue"),
               "overdue", Look("✗", "bold red", Text("Q", "O"), "q"), 0)  # fmt: skip
    DONE_LATE = ("done_late", Text("Hoàn thành quá hạn", "Done late"),
                 "late", Look("✓!", "yellow", Text("M", "L"), "m"), 10)  # fmt: skip
    DONE_ON_TIME = ("done_on_time", Text("Hoàn thành đúng hạn", "Done on time"),
                    "on-time", Look("✓", "green", Text("Đ", "D"), "d"), 60)  # fmt: skip
    IN_TERM = ("in_term", Text("Trong hạn", "In term"),
               "in-term", Look("·", "", Text("T", "I"), "t"), 40)  # fmt: skip
    WAITING = ("waiting", Text("Chờ điều kiện", "Waiting"),
               "waiting", Look("…", "cyan", Text("C", "W"), "w"), 50)  # fmt: skip
    ONGOING = ("ongoing", Text("Thường xuyên", "Ongoing"),
               "ongoing", Look("∞", "", Text("X", "C"), "c"), 70)  # fmt: skip
    PAUSED = ("paused", Text("Tạm dừng", "Paused"),
              "paused", Look("‖", "cyan", Text("P", "P"), "p"), 55)  # fmt: skip
    WAIVED = ("waived", Text("Miễn", "Waived"),
              "waived", Look("–", "dim", Text("G", "E"), "x"), 90)  # fmt: skip

    @property
    def done(self) -> bool:
        """Whether it is fulfilled, on time or late."""
        return self in (Status.DONE_ON_TIME, Status.DONE_LATE)

    @property
    def closed(self) -> bool:
        """Whether nothing more is asked: fulfilled, or excused."""
        match self:
            case Status.DONE_ON_TIME | Status.DONE_LATE | Status.WAIVED:
                return True
            case Status.OVERDUE | Status.IN_TERM:
                return False
            case Status.WAITING | Status.ONGOING | Status.PAUSED:
                return False
            case _:
                assert_never(self)

    @property
    def pending(self) -> bool:
        """Whether it is still to be delivered by a day, past or to come."""
        return self in ASSIGNED and not self.done


ASSIGNED = (Status.DONE_ON_TIME, Status.DONE_LATE, Status.IN_TERM, Status.OVERDUE)
"""What can be on time or late; its counts add up to what is assigned."""
APART = tuple(status for status in Status if status not in ASSIGNED)
"""What is counted apart from what is assigned."""


class Remark(_Shown):
    """What is said of an obligation beside its status; its name is that of its count."""

    DUE_SOON = ("due_soon", Text("Sắp đến hạn", "Due soon"),
                "due-soon", Look("!", "bold yellow", Text("S", "S"), "s"), 20)  # fmt: skip
    MISSING = ("missing_reports", Text("Quá hạn, chưa gửi báo cáo", "Overdue, report not sent"),
               "missing", Status.OVERDUE.look, 0,
               Text("Chưa gửi báo cáo", "Missing reports"))  # fmt: skip
    EXPLAINED = ("explained", Text("Quá hạn, đã nêu lý do", "Overdue, explained"),
                 "explained", Status.OVERDUE.look, 0,
                 Text("Đã nêu lý do", "Explained"))  # fmt: skip
    UNCOVERED = ("uncovered", Text("Thường xuyên, báo cáo bỏ sót", "Ongoing, not covered"),
                 "uncovered", Look("∞", "", Text("B", "U"), "u"), 30,
                 Text("Báo cáo chưa nêu", "Not covered"))  # fmt: skip
    REQUESTED = ("requested", Text("Chỉ đề nghị", "Only requested"),
                 "requested", Look("·", "", Text("N", "R"), "r"), 80,
                 Text("Đề nghị", "Requested"))  # fmt: skip

    @property
    def part_of(self) -> Status | None:
        """The status of which it counts a part; ``None`` for what is counted in no status."""
        return _WHOLE.get(self)


_WHOLE = {
    Remark.DUE_SOON: Status.IN_TERM,
    Remark.MISSING: Status.OVERDUE,
    Remark.EXPLAINED: Status.OVERDUE,
    Remark.UNCOVERED: Status.ONGOING,
}
Shown = Status | Remark


def with_parts(statuses: Iterable[Status]) -> Iterator[Shown]:
    """Yield each status and, below it, what is remarked of a part of it."""
    for status in statuses:
        yield status
        yield from (remark for remark in Remark if remark.part_of is status)
