"""What was told of an obligation in JSON, by whoever owes it and to it."""

from typing_extensions import TypedDict

from kehoach.contract.due_contract import Day


class ReminderJson(TypedDict):
    """A letter by which somebody was reminded of it; ``reply_by`` is inclusive."""

    number: str | None
    date: Day | None
    reply_by: Day | None


class ToldJson(TypedDict):
    """What was told of an obligation: when, what was sent back, why it is not done, reminders.

    ``declared`` is the day of completion that was declared, ``told`` when that was told, ``told_by`` by
    when it had to be (inclusive). ``returned`` is the day on which it was last sent back;
    ``reason_given`` and ``expected`` are what was told last of a task that is not done. ``reminders``
    are the letters known, the earliest first.
    """

    declared: Day | None
    told: Day | None
    told_by: Day | None
    returned: Day | None
    reason_given: str | None
    expected: Day | None
    reminders: list[ReminderJson]
