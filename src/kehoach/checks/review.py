"""What a check looks at: everything read, and every verdict reached."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from kehoach.model.ids import PlanId
from kehoach.model.workspace import Workspace
from kehoach.periods import ONCE
from kehoach.verdicts.assessment import Report
from kehoach.words import Text

if TYPE_CHECKING:
    from kehoach.verdicts.evidence.history import History


@dataclass(frozen=True)
class Review:
    """One run's material; a check takes this and nothing else.

    ``histories`` holds, by plan, what git knows; nothing where git was not asked, or cannot tell
    for the reason in ``blind``. ``wordings``: the plan's wordings are to be read too. ``today`` is
    the real day of the run, or the day judged where that is later.
    """

    workspace: Workspace
    reports: tuple[Report, ...]
    histories: "Mapping[PlanId, History]" = field(default_factory=dict)
    blind: Text | None = None
    wordings: bool = False
    today: date | None = None

    def plan_file(self, plan: str) -> str:
        """Return the file in which a plan stands."""
        return next(each.file for each in self.workspace.plans if each.plan.id == plan)


def of_period(period: str) -> Text:
    """Return which period a message is about; a one-off has none to name."""
    if period == ONCE:
        return Text("", "")
    return Text(f" kỳ {period}", f", period {period},")
