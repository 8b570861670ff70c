"""A question about a data folder, and which verdicts it is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from kehoach.assessment import Report
from kehoach.model.agencies import Registry
from kehoach.model.workspace import Workspace
from kehoach.pipeline.selection import ONLY, Selection
from kehoach.texts import Text, fold


class WrongQuestion(Exception):  # noqa: N818 - the user asked for what is not there
    """The question names something that does not exist."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True)
class Question:
    """What is asked of a data folder; ``as_of`` defaults to today in the plan's timezone.

    Without ``git`` what the registry book does not date counts by its declared day. ``rev`` asks
    it of the files as they stood at a git revision; ``on_its_day`` judges them at its commit's day.
    ``history`` asks git what it knows even where nothing needs its dates; ``wordings`` reads the
    plan's own words and compares them with its deadlines.
    """

    as_of: date | None = None
    agencies: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    git: bool = True
    rev: str | None = None
    on_its_day: bool = False
    history: bool = False
    wordings: bool = False


def selected(question: Question, workspace: Workspace, reports: tuple[Report, ...]) -> Selection:
    """Return what is asked for, by ids; names and short names of agencies are understood.

    Raises:
        WrongQuestion: something asked for does not exist.
    """
    registry = workspace.registry
    items = {item.id for each in workspace.plans for item in each.plan.items}
    periods = {demand.period for report in reports for demand in report.docket.demands}
    groups = {_known(id_, registry.group, "nhóm", "group") for id_ in question.groups}
    days = {demand.resolved for report in reports for demand in report.docket.demands}
    members = {member for id_ in groups for day in days for member in registry.members_on(id_, day)}
    return Selection(
        (*(agency_id(each, registry) for each in question.agencies), *sorted(members)),
        tuple(_known(each, items, "mục", "item") for each in question.items),
        tuple(_known(each, periods, "kỳ", "period") for each in question.periods),
        tuple(_known(each, ONLY, "trạng thái", "state") for each in question.only),
    )


def agency_id(asked: str, registry: Registry) -> str:
    """Return the id of the agency of this id, name, short name or spelling variant.

    Raises:
        WrongQuestion: no agency, or more than one, is called so.
    """
    if asked in registry.agency:
        return asked
    wanted = fold(asked)
    found = [
        agency.id
        for agency in registry.agencies
        if wanted in {fold(name) for name in (agency.name, agency.short or "", *agency.variants)}
    ]
    return found[0] if len(found) == 1 else _known(asked, registry.agency, "cơ quan", "agency")


def _known(asked: str, known: Iterable[str], vi: str, en: str) -> str:
    """Return what was asked for if it exists.

    Raises:
        WrongQuestion: it does not; the nearest names are offered.
    """
    if asked in (names := list(known)):
        return asked
    near = ", ".join(get_close_matches(asked, names, n=3, cutoff=0.5))
    raise WrongQuestion(
        Text(
            f"không có {vi} “{asked}”" + (f"; có phải: {near}?" if near else ""),
            f"there is no {en} “{asked}”" + (f"; did you mean: {near}?" if near else ""),
        )
    )
