"""One obligation at one date."""

from datetime import date
from itertools import compress
from typing import NamedTuple

from kehoach.model.ids import AgencyId
from kehoach.model.submissions import ReportEntry
from kehoach.verdicts.assessment.reason import Reason
from kehoach.verdicts.assessment.timing import Timing
from kehoach.verdicts.evidence import Claim
from kehoach.verdicts.evidence.meaning import Meaning
from kehoach.verdicts.obligations import Obligation
from kehoach.words.statuses import Remark, Shown, Status

_BESIDE = (Remark.DUE_SOON, Remark.MISSING, Remark.EXPLAINED, Remark.UNCOVERED)
_REMARKS = (*_BESIDE, Remark.REQUESTED)


class Excuse(NamedTuple):
    """Why a task is not done, and the day (inclusive) on which it is expected to be; one at least."""

    reason: str | None
    expected: date | None


def excuse_of(told: Meaning) -> Excuse | None:
    """Return what an entry says of a task that is not done; ``None`` where it says neither."""
    entry = told.entry
    if type(entry) is ReportEntry or told.done or not (entry.reason or entry.expected):
        return None
    return Excuse(entry.reason, entry.expected)


class Assessment(NamedTuple):
    """The verdict on an obligation.

    ``agency`` is who owes it at the date: the body named, or the successor that took it over
    ``inherited_from`` it; ``heirless`` says that the body ended and nobody did. ``days`` counts
    from the due day to the day of delivery (or to the date of the verdict where nothing has
    come): positive is late, negative early or left. ``claim`` is the entry it rests on.
    ``excuse`` is what was told last of a task that is not done.
    ``merged`` names bodies whose same debt fell to this agency, which owes it anyway. ``timing`` is
    when a finished task was done, when that was told, and by when it had to be.
    """

    obligation: Obligation
    agency: AgencyId
    status: Status
    reason: Reason
    days: int | None = None
    due_soon: bool = False
    claim: Claim | None = None
    completed: date | None = None
    covered: bool | None = None
    inherited_from: AgencyId | None = None
    heirless: bool = False
    merged: tuple[AgencyId, ...] = ()
    timing: Timing | None = None
    excuse: Excuse | None = None

    @property
    def done(self) -> bool:
        """Whether it is fulfilled, on time or late."""
        return self.status.done

    @property
    def overdue(self) -> bool:
        """Whether it is not fulfilled and its last day has passed."""
        return self.status is Status.OVERDUE

    @property
    def missing(self) -> bool:
        """Whether it is a report that has not come though its last day has passed."""
        return self.overdue and self.obligation.demand.item.kind == "report"

    @property
    def requested(self) -> bool:
        """Whether the plan only asks for it (đề nghị): counted apart, never overdue."""
        return self.obligation.demand.item.binding == "requested"

    @property
    def uncovered(self) -> bool:
        """Whether continuous work was left out of a report that is due."""
        return self.covered is False

    @property
    def reason_given(self) -> str | None:
        """Why a task is not done yet, as it was told last."""
        return self.excuse.reason if self.excuse else None

    @property
    def expected(self) -> date | None:
        """The day on which a task that is not done is expected to be, as it was told last."""
        return self.excuse.expected if self.excuse else None

    @property
    def explained(self) -> bool:
        """Whether it is overdue, and a reason or an expected day was told."""
        return self.overdue and self.excuse is not None

    @property
    def returned(self) -> date | None:
        """The day on which what was delivered was last sent back."""
        return self.obligation.returned

    @property
    def _beside(self) -> tuple[bool, ...]:
        if self.status is not Status.OVERDUE:  # most are not, and are asked often
            return self.due_soon, False, False, self.uncovered
        return self.due_soon, self.missing, self.explained, self.uncovered

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is said of it beside its status."""
        return tuple(compress(_REMARKS, (*self._beside, self.requested)))

    @property
    def counted(self) -> tuple[Shown, ...]:
        """Under what it is counted: its status, and what of it is counted beside; or apart."""
        if self.requested:
            return (Remark.REQUESTED,)
        return (self.status, *compress(_BESIDE, self._beside))

    @property
    def shown(self) -> Shown:
        """What a mark for it shows: what is only requested stands apart, then the worst remark."""
        return min(self.counted, key=lambda each: each.badness)

    @property
    def sample(self) -> bool:
        """Whether the verdict rests on invented, illustrative data."""
        return self.claim is not None and self.claim.sample
