"""What all pages share: the run, the language, where each page lies, verdicts by who and what."""

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from functools import cached_property

from kehoach.explanations.reasoning import reasoning
from kehoach.grouping import group_by
from kehoach.model.ids import AgencyId, PlanId
from kehoach.model.plan import Item, Plan
from kehoach.run import Run
from kehoach.site.addresses import Addresses, ItemKey, key_of
from kehoach.site.form.forges import Forge
from kehoach.site.months_in_shares import Months, months_in_shares
from kehoach.site.page_frame import PageFrame
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.obligations import Demand
from kehoach.verdicts.tables import Counts
from kehoach.verdicts.tables.trend import MonthEnd, merged_months
from kehoach.words import Lang, Text

_ASKED = ("items", "demands", "demands_of", "coordinated_by", "owed_of", "trend", "divided")
_OTHERS = Text("Cơ quan không thuộc nhóm nào", "Agencies of no group")


class Site:
    """The run, the language and the addresses that all pages share; ``months`` of each plan."""

    def __init__(
        self, run: Run, lang: Lang, forge: Forge | None = None, months: Months | None = None
    ) -> None:
        self.run = run
        self.lang = lang
        self.forge = forge
        self.to = Addresses(run)
        self.frame = PageFrame(run, lang)
        self.only: Plan | None = None
        self._steps: dict[Demand, Sequence[str]] = {}
        self.months = months_in_shares(run, 1) if months is None else months

    def of_plan(self, plan: Plan) -> "Site":
        """Return the same site with what one plan asks for alone."""
        part = copy(self)
        part.run = _of_plan(self.run, plan.id)
        part.only, part.frame = plan, PageFrame(part.run, self.lang)
        for name in _ASKED:
            part.__dict__.pop(name, None)
        return part

    @cached_property
    def items(self) -> dict[ItemKey, Item]:
        """Every item of the plans."""
        return {(plan.id, id_): item for plan in self.run.plans for id_, item in plan.item.items()}

    @cached_property
    def demands(self) -> tuple[Demand, ...]:
        """What the plans demand in their whole life, plan by plan."""
        return tuple(each for report in self.run.reports for each in report.docket.demands)

    @cached_property
    def demands_of(self) -> dict[ItemKey, list[Demand]]:
        """What the plans demand, by item."""
        return group_by(self.demands, lambda each: (each.plan.id, each.item.id))

    @cached_property
    def trend(self) -> list[MonthEnd]:
        """How the plans shown stood together at ends of months."""
        return merged_months(self.months[plan.id] for plan in self.run.plans)

    def steps(self, demand: Demand) -> Sequence[str]:
        """Return by which steps a demand's day was found: the same for all who owe it."""
        if demand not in self._steps:
            self._steps[demand] = reasoning(self.run, demand, self.lang)
        return self._steps[demand]

    def months_of(self, agencies: Iterable[str] | None = None) -> tuple[tuple[date, Counts], ...]:
        """Return the counts of some agencies, or of all, at ends of months."""
        return tuple((end.day, end.counts(agencies)) for end in self.trend)

    @cached_property
    def members(self) -> dict[str, tuple[AgencyId, ...]]:
        """Who ever was in each group that has members."""
        registry = self.run.registry
        inside = ((each.id, registry.agencies_in.get(each.id, ())) for each in registry.groups)
        return {id_: tuple(agencies) for id_, agencies in inside if agencies}

    @cached_property
    def divided(self) -> dict[str, list[str]]:
        """All agencies by the first group that names each itself, "" for those of none.

        Groups within groups would only repeat them: so the groups add up to the whole.
        """
        groups = self.run.registry.group
        within = ((member, id_) for id_ in reversed(groups) for member in groups[id_].members)
        nearest: dict[str, str] = dict(within)
        mine = {row.agency for row in self.run.responsibilities}
        found = group_by(
            filter(mine.__contains__, self.to.agencies), lambda agency: nearest.get(agency, "")
        )
        return {id_: found[id_] for id_ in (*groups, "") if id_ in found}

    def group_name(self, id_: str) -> str:
        """Return how a group is called; "" is that of all who are in none."""
        group = self.run.registry.group.get(id_)
        return group.name if group else _OTHERS.to(self.lang)

    @cached_property
    def preceding(self) -> dict[str, list[str]]:
        """Whom an agency succeeds."""
        agencies = self.run.registry.agencies
        pairs = [(heir, each.id) for each in agencies for heir in dict.fromkeys(each.successors)]
        groups = group_by(pairs, lambda pair: pair[0])
        return {heir: [old for _, old in found] for heir, found in groups.items()}

    @cached_property
    def coordinated_by(self) -> dict[str, tuple[ItemKey, ...]]:
        """The items that an agency coordinates, each once."""
        pairs = (each for report in self.run.reports for each in report.docket.coordinators)
        return {
            agency: tuple(dict.fromkeys((each.plan.id, each.item.id) for each, _ in found))
            for agency, found in group_by(pairs, lambda pair: pair[1]).items()
        }

    @cached_property
    def owed_of(self) -> dict[ItemKey, list[Assessment]]:
        """The verdicts by item."""
        return group_by(self.run.assessments, key_of)


def _of_plan(run: Run, plan: PlanId) -> Run:
    """Return what a run says of one plan."""
    (file,) = (each for each in run.workspace.plans if each.plan.id == plan)
    (report,) = (each for each in run.reports if each.docket.plan.id == plan)
    return replace(
        run,
        workspace=replace(run.workspace, plans=(file,)),
        reports=(report,),
        alike=tuple(each for each in run.alike if each.verdict.obligation.key.plan == plan),
        coordinating=tuple(agency for _, agency in report.docket.coordinators),
    )
