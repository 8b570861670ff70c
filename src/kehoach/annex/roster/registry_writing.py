"""The registry with what a list adds to it: the file that stands, written on, or a new one."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from kehoach.annex.annex_draft import StandingRegistry
from kehoach.annex.annex_messages import message
from kehoach.annex.draft_plan import ProposedBody
from kehoach.annex.roster.registry_merge import Merge, NewGroup, Said, merged
from kehoach.annex.roster.roster_lines import Roster
from kehoach.filing.yaml_insertion import Addition, Plain, inserted
from kehoach.model.agencies import Registry
from kehoach.words import Lang, Text
from kehoach.words.yaml_words import remark

_NOBODY = {"schema": "kehoach/agencies@1", "agencies": []}
_EMPTY = "schema: kehoach/agencies@1\n\nagencies: []\n"


class RegistryDraft(NamedTuple):
    """The registry as it was and as it shall be, and what people are told of the list."""

    before: str
    text: str
    told: tuple[Text, ...]


def registry_draft(
    roster: Roster, standing: StandingRegistry | None, day: date, lang: Lang
) -> RegistryDraft:
    """Return the registry with what a list adds to it; all else stays byte for byte.

    Raises:
        SameNames: two lines of the list cannot be told apart.
        CannotInsert: the file is written in a way in which nothing can be added.
    """
    before, registry = _begun(standing, lang)
    merge = merged(roster, registry, day)
    told = message(
        "roster-sum",
        count=len(roster.lines),
        known=merge.known,
        new=len(merge.new),
        groups=len(merge.groups),
    )
    text = inserted(before, [*_additions(registry, merge)])
    return RegistryDraft(standing.text if standing else "", text, (told, *merge.told))


def with_proposals(
    proposals: Sequence[ProposedBody], standing: StandingRegistry | None, lang: Lang
) -> str:
    """Return the registry with the bodies and sets that a plan names and it lacks.

    Raises:
        CannotInsert: the file is written in a way in which nothing can be added.
    """
    before, registry = _begun(standing, lang)
    new = tuple({"id": each.id, "name": each.name} for each in proposals if not each.group)
    groups = tuple(NewGroup(each.id, each.name, (), each.open) for each in proposals if each.group)
    return inserted(before, [*_additions(registry, Merge(new=new, groups=groups))])


def _begun(standing: StandingRegistry | None, lang: Lang) -> tuple[str, Registry]:
    """Return the registry that stands, or one in which nobody is yet."""
    if standing is not None:
        return standing.text, standing.registry
    return remark(message("roster-head").to(lang)) + _EMPTY, Registry.model_validate(_NOBODY)


def _additions(registry: Registry, merge: Merge) -> Iterator[Addition]:
    agencies: dict[str, int] = _places(each.id for each in registry.agencies)
    groups: dict[str, int] = _places(each.id for each in registry.groups)
    for id_, more in merge.more:
        yield Addition(("agencies", agencies[id_]), (more,))
    if merge.new:
        yield Addition(("agencies",), merge.new)
    for id_, members in merge.members:
        yield Addition(("groups", groups[id_], "members"), members)
    if merge.groups:
        yield Addition(("groups",), tuple(map(_group, merge.groups)))


def _places(ids: Iterable[str]) -> dict[str, int]:
    """Return where each id stands first."""
    return {id_: at for at, id_ in reversed([*enumerate(ids)])}


def _group(group: NewGroup) -> Said:
    more: Said = {"open": Plain("true")} if group.open else {"members": group.members}
    return {"id": group.id, "name": group.name, **more}
