"""The registry: bodies, what became of them, and the groups in which a plan names them."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from kehoach.grouping import group_by
from kehoach.model.fields import (
    AgencyRef,
    BodyRef,
    CalendarRef,
    Day,
    Email,
    Flag,
    Name,
    Record,
    Words,
)
from kehoach.model.ids import AgencyId, BodyId


class Validity(Record):
    """The days on which a body existed; both ends inclusive, open where left out."""

    first: Annotated[Day | None, Field(alias="from")] = None
    last: Annotated[Day | None, Field(alias="to")] = None

    def holds(self, day: date) -> bool:
        """Say whether the body existed on that day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def turns(self) -> Iterator[date]:
        """Yield the first day on which the body existed, and the first on which it did no longer."""
        if self.first is not None:
            yield self.first
        if self.last is not None and self.last < date.max:
            yield self.last + timedelta(days=1)


class Contact(Record):
    """To whom at an agency letters go by e-mail."""

    email: Email
    name: Words | None = None


class LaterName(Record):
    """A name that the same body took later."""

    name: Words
    since: Annotated[Day, Field(alias="from")]


class Agency(Record):
    """A registered body; ``successors`` take over what it still owed when it ended.

    ``calendar`` names the calendar by which its due days are reckoned, where not by that of all.
    ``files``: by what it reports, where that is known; letters then say how.
    From ``unverified_from`` on it is not known whether the body still exists: nothing is overdue.
    """

    id: AgencyRef
    name: Words
    short: Words | None = None
    variants: tuple[Words, ...] = ()
    valid: Validity = Validity.model_construct()
    successors: tuple[AgencyRef, ...] = ()
    names: tuple[LaterName, ...] = ()
    parent: AgencyRef | None = None
    codes: dict[str, Name] | None = None
    committers: tuple[Words, ...] = ()
    calendar: CalendarRef | None = None
    contact: Contact | None = None
    files: Literal["git", "xlsx", "paper"] | None = None
    source: tuple[Name, ...] = ()
    unverified: Words | None = None
    unverified_from: Day | None = None
    note: Words | None = None

    def name_on(self, day: date) -> str:
        """Return the name the body bore on that day."""
        taken = [later for later in self.names if later.since <= day]
        return max(taken, key=lambda later: later.since).name if taken else self.name


class Group(Record):
    """A named set of agencies; an ``open`` one is words only and is never expanded."""

    id: BodyRef
    name: Words
    variants: tuple[Words, ...] = ()
    members: tuple[BodyRef, ...] = ()
    open: Flag = False
    source: tuple[Name, ...] = ()
    unverified: Words | None = None
    note: Words | None = None


class Registry(Record):
    """All agencies and groups. Ids are unique over both; the first of a clash counts.

    ``services`` are the addresses by which a forge merges for everybody.
    """

    schema_: Annotated[Literal["kehoach/agencies@1"], Field(alias="schema")]
    sources: dict[str, Words] | None = None
    agencies: tuple[Agency, ...]
    groups: tuple[Group, ...] = ()
    services: tuple[Words, ...] = ()

    @cached_property
    def agency(self) -> dict[str, Agency]:
        """Agencies by id."""
        return {agency.id: agency for agency in reversed(self.agencies)}

    @cached_property
    def group(self) -> dict[str, Group]:
        """Groups by id."""
        return {group.id: group for group in reversed(self.groups)}

    def knows(self, id_: str) -> bool:
        """Say whether an agency or a group has this id."""
        return id_ in self.agency or id_ in self.group

    def members_on(self, id_: str, day: date) -> tuple[AgencyId, ...]:
        """Return the agencies of a group that existed on ``day``, in the registry's order.

        An agency named by itself is returned even where it has ended: a duty laid on it by name
        passes to its successor and is not lost. An unknown id yields nothing.
        """
        if named := self.agency.get(id_):
            born = named.valid.first
            return (named.id,) if born is None or born <= day else ()
        stretch = id_, bisect_right(self._turns.get(id_, ()), day)
        found = self._standing.get(stretch)
        if found is None:
            within = self.agencies_in.get(id_, ())
            found = tuple(member for member in within if self.agency[member].valid.holds(day))
            self._standing[stretch] = found
        return found

    @cached_property
    def _standing(self) -> dict[tuple[str, int], tuple[AgencyId, ...]]:
        """Who stood in a group between two of its turns: found once, for the many days of a plan."""
        return {}

    @cached_property
    def _turns(self) -> dict[str, list[date]]:
        """The days on which a member of each group began to exist, or did no longer."""
        return {
            id_: sorted({day for each in within for day in self.agency[each].valid.turns()})
            for id_, within in self.agencies_in.items()
        }

    def includes(self, id_: str, agency: str, day: date) -> bool:
        """Say whether an agency is one of those named by an id on ``day``.

        The same as looking for it in ``members_on``, without making a list of all the others.
        """
        if named := self.agency.get(id_):
            born = named.valid.first
            return named.id == agency and (born is None or born <= day)
        within = self._within.get(id_, ())
        return agency in within and self.agency[agency].valid.holds(day)

    @cached_property
    def _within(self) -> dict[str, frozenset[AgencyId]]:
        """The agencies of each group, to be asked for one of them."""
        return {id_: frozenset(members) for id_, members in self.agencies_in.items()}

    @cached_property
    def agencies_in(self) -> dict[str, tuple[AgencyId, ...]]:
        """The agencies of each group and of the groups in it, each once, whenever they existed."""
        known = self.agency
        return {
            id_: tuple(dict.fromkeys(known[each].id for each in self.within(id_) if each in known))
            for id_ in self.group
        }

    def within(self, id_: str) -> Iterator[BodyId]:
        """Yield what stands in a group and in the groups in it, in order; each group is entered once."""
        ahead, entered = [BodyId(id_)], set[str]()
        while ahead:
            here = ahead.pop()
            yield here
            if here in self.group and here not in self.agency and here not in entered:
                entered.add(here)
                ahead += reversed(self.group[here].members)

    def born(self, id_: str, day: date) -> bool:
        """Say whether a body was set up by a day; it may have ended since."""
        agency = self.agency.get(id_)
        return agency is not None and (agency.valid.first is None or agency.valid.first <= day)

    def heirs_on(self, id_: str, day: date) -> tuple[AgencyId, ...]:
        """Return who stands in a body's place on ``day``: itself, its successors, or nobody."""
        found: list[AgencyId] = []
        ahead, seen = [id_], set[str]()
        while ahead:
            here = ahead.pop()
            if here in seen or not self.born(here, day):
                continue
            seen.add(here)
            agency = self.agency[here]
            if agency.valid.last is None or day <= agency.valid.last:
                found.append(agency.id)
            else:
                ahead += reversed(agency.successors)
        return tuple(found)

    def below(self, id_: str) -> tuple[AgencyId, ...]:
        """Return the agencies whose parent is this one, theirs, and so on, in the registry's order."""
        found, ahead = set[str](), [id_]
        while ahead:
            fresh = {each for each in self._children.get(ahead.pop(), ()) if each not in found}
            found |= fresh
            ahead += fresh
        return tuple(each.id for each in self.agencies if each.id in found - {id_})

    @cached_property
    def _children(self) -> dict[str, list[AgencyId]]:
        """The agencies whose parent each is."""
        named = (each for each in self.agencies if each.parent is not None)
        parted = group_by(named, lambda each: each.parent)
        return {str(parent): [each.id for each in those] for parent, those in parted.items()}

    def succession(self, id_: str, most: int | None = None) -> frozenset[AgencyId]:
        """Return everyone who may come to stand in a body's place, at whatever day.

        Once more than ``most`` are found no further is looked.
        """
        found: set[AgencyId] = set()
        ahead: list[str] = [id_]
        while ahead and (most is None or len(found) <= most):
            agency = self.agency.get(ahead.pop())
            fresh = set(agency.successors) - found if agency else set()
            found |= fresh
            ahead += fresh
        return frozenset(found)
