"""What has come of the reports from which another is compiled, and from whom it is missing."""

from collections.abc import Iterator
from typing import NamedTuple

from kehoach.explanations.bodies import names_of
from kehoach.explanations.extension_words import in_brackets
from kehoach.model.plan import Item
from kehoach.run import Account, Run
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.obligations import Demand
from kehoach.verdicts.obligations.compiling import compiled_from
from kehoach.words import Lang, Text
from kehoach.words.period_names import of_period
from kehoach.words.statuses import Status

_COME = Text("mục {item}{of}: đã có {come}/{all}", "item {item}{of}: {come} of {all} have come")
_MISSING = Text("; còn thiếu: {agencies}", "; missing: {agencies}")


class _Parts(NamedTuple):
    """The reports of one item and period: those that have come, and those that have not."""

    come: tuple[Assessment, ...]
    missing: tuple[Assessment, ...]


def come_words(run: Account, each: Assessment, lang: Lang) -> Iterator[str]:
    """Yield, for each period of what an obligation is compiled from, how many have come."""
    demand = each.obligation.demand
    if demand.item.after is None:
        return
    asked = next(found.demands for found in run.dockets if found.plan is demand.plan)
    for part in compiled_from(demand, asked):
        # Who is excused is not waited for.
        if owed := [one for one in run.owed_on(part) if one.status is not Status.WAIVED]:
            yield _told(run, part, _under(run, each, owed), lang)


def _told(run: Account, part: Demand, parts: _Parts, lang: Lang) -> str:
    """Return how many of the reports have come, and from whom the others are missing."""
    of, come, missing = of_period(part.period).to(lang), len(parts.come), len(parts.missing)
    said = _COME.to(lang, item=part.item.id, of=in_brackets(of), come=come, all=come + missing)
    if missing:
        ids = tuple(one.agency for one in parts.missing)
        said += _MISSING.to(lang, agencies=names_of(run, ids))
    return said


def compiling_words(run: Run, item: Item, lang: Lang) -> Iterator[str]:
    """Yield the same for each body that compiles an item, of the last period that has begun."""
    mine = [each for each in run.assessments if each.obligation.demand.item is item]
    begun = max((each.obligation.demand.term.start for each in mine), default=None)
    for each in mine:
        if each.obligation.demand.term.start == begun:
            for said in come_words(run, each, lang):
                yield f"{run.agency_name(each.agency)}: {said}"


def _under(run: Account, each: Assessment, owed: list[Assessment]) -> _Parts:
    """Return what bodies below the one that compiles owe; all, where none is below it."""
    below = [one for one in owed if _is_below(run, one.agency, each.agency)]
    mine = below or owed
    return _Parts(
        tuple(one for one in mine if one.done), tuple(one for one in mine if not one.done)
    )


def _is_below(run: Account, agency: str, above: str) -> bool:
    """Say whether a body is under another by the registry's parents."""
    seen: set[str] = set()
    found = run.registry.agency.get(agency)
    while found is not None and found.parent and found.parent not in seen:
        if found.parent == above:
            return True
        seen.add(found.parent)
        found = run.registry.agency.get(found.parent)
    return False
