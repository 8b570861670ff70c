"""What a check looks at: what the office wrote, or one part of what agencies filed.

The office's files are looked at once (``OfficeReview``), what agencies filed a part at a time
(``PartReview``), and what is found is added up. What of a part bears upon others is handed on as a
``Crossing``, and what only all of them together tell is found in the end (``WholeReview``).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kehoach.checks.crossing import Crossing
from kehoach.checks.sources import OfficeFiles
from kehoach.model.documents import Document
from kehoach.model.ids import AgencyId, PlanId
from kehoach.model.workspace import Workspace
from kehoach.periods import ONCE, PeriodName, is_start
from kehoach.verdicts.assessment import Report
from kehoach.verdicts.evidence import Periods, Unmatched
from kehoach.verdicts.evidence.claims import unmatched_in
from kehoach.verdicts.obligations import Docket
from kehoach.words import Text
from kehoach.words.period_names import period_text

if TYPE_CHECKING:
    from kehoach.verdicts.evidence.commit_timeline import Timeline
    from kehoach.verdicts.evidence.history import History


@dataclass(frozen=True)
class OfficeReview:
    """What is looked at once a run: the office's files, what they ask for, and the commits.

    ``logs`` holds, by plan, what git knows of the commits; nothing where it was not asked, or cannot
    tell for the reason in ``blind``. ``wordings``: the plan's wordings are to be read too. ``today``
    is the real day of the run, or the day judged where that is later.
    """

    files: OfficeFiles
    dockets: tuple[Docket, ...]
    as_of: date
    logs: "Mapping[PlanId, Timeline]" = field(default_factory=dict)
    blind: Text | None = None
    wordings: bool = False
    today: date | None = None

    def logged(self) -> "Iterator[tuple[Docket, Timeline]]":
        """Yield each plan's demands with what git knows of its commits, where it was asked."""
        known = (each for each in self.dockets if each.plan.id in self.logs)
        return ((each, self.logs[each.plan.id]) for each in known)

    @cached_property
    def unmatched_in_book(self) -> tuple[tuple[Unmatched, ...], ...]:
        """By plan, the entries of the registry book that name no item or period of it."""
        asked = (Periods(each.plan, each.demands) for each in self.dockets)
        return tuple(unmatched_in(each, self.files.book) for each in asked)


@dataclass(frozen=True)
class PartReview:
    """One part of a run: what its agencies filed, and the verdicts on them.

    Nothing in it depends on what is filed in another part. ``histories`` holds, by plan, what git
    knows; nothing where it was not asked.
    """

    workspace: Workspace
    reports: tuple[Report, ...]
    histories: "Mapping[PlanId, History]" = field(default_factory=dict)

    def told(self) -> "Iterator[tuple[Report, History]]":
        """Yield each plan's verdicts with what git knows of it, where it was asked."""
        known = (each for each in self.reports if each.docket.plan.id in self.histories)
        return ((each, self.histories[each.docket.plan.id]) for each in known)


@dataclass(frozen=True)
class WholeReview:
    """What only all the parts together tell: the office's side, and what crossed from each part.

    ``letters`` names every letter that agencies filed or cited, in the order of the files; it is
    asked for a slip in the book only.
    """

    office: OfficeReview
    crossing: Crossing
    letters: Callable[[], Iterable[tuple[AgencyId, Document]]]


def plan_file(files: OfficeFiles, plan: str) -> str:
    """Return the file in which a plan stands."""
    return next(each.file for each in files.plans if each.plan.id == plan)


def of_period(period: str) -> Text:
    """Return which period a message is about; a one-off has none to name."""
    if is_start(PeriodName(period)):
        return Text(*(f" ({words})" for words in period_text(period)))
    return Text("", "") if period == ONCE else Text(f" kỳ {period}", f", period {period}")


def inset_period(period: str) -> Text:
    """Return the same where the sentence goes on behind it: English has a comma there."""
    named = of_period(period)
    return Text(named.vi, f"{named.en}," if named.en.startswith(",") else named.en)
