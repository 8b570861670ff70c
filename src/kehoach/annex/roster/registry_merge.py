"""A list of bodies held against the registry that stands: who is new, the same, near, renamed, gone."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from kehoach.annex.annex_messages import message
from kehoach.annex.bodies.body_names import key_of
from kehoach.annex.bodies.body_words import is_open, list_head
from kehoach.annex.clean_words import slug
from kehoach.annex.roster.registry_lookup import Match, RegistryLookup, names_of
from kehoach.annex.roster.roster_lines import Roster, RosterLine, body_name
from kehoach.grouping import group_by
from kehoach.model.agencies import Agency, Contact, Group, Registry
from kehoach.model.fields import EMAIL
from kehoach.words import Text, alphabetical, fold

_LONGEST_ID = 60
Value = str | tuple[str, ...] | Mapping[str, str]
Said = Mapping[str, Value]
"""Keys of an entry of the registry, with what they say."""


class NewGroup(NamedTuple):
    """A set of bodies that the registry lacks; an open one has no members."""

    id: str
    name: str
    members: tuple[str, ...] = ()
    open: bool = False


@dataclass(frozen=True)
class Merge:
    """What a list adds to the registry, and what people are told. Nothing is ever taken away.

    ``known``: how many bodies both have. ``new`` are whole entries; ``more`` is what the list says of
    known bodies and the registry does not, by id; ``members`` come into groups that stand, by id.
    """

    known: int = 0
    new: tuple[Said, ...] = ()
    more: tuple[tuple[str, Said], ...] = ()
    groups: tuple[NewGroup, ...] = ()
    members: tuple[tuple[str, tuple[str, ...]], ...] = ()
    told: tuple[Text, ...] = field(default=())


class SameNames(Exception):  # noqa: N818 - two lines of the list
    """Two lines of a list name one body, and nothing tells them apart."""

    def __init__(self, first: RosterLine, second: RosterLine) -> None:
        super().__init__(first.name)
        self.first, self.second = first, second


def merged(roster: Roster, registry: Registry, day: date) -> Merge:
    """Return what a list adds to a registry as it stands on a day.

    Raises:
        SameNames: two of its lines cannot be told apart.
    """
    lines = group_by(roster.lines, lambda line: (key_of(line.name), fold(line.parent), line.id))
    for same in lines.values():
        if len(same) > 1:
            raise SameNames(same[0], same[1])
    return _Merging(roster, registry, day).merge()


class _Merging:
    """Looks the lines up: the sure ones first, then what is near to somebody whom the list lacks."""

    def __init__(self, roster: Roster, registry: Registry, day: date) -> None:
        self._lines = roster.lines
        self._registry = registry
        self._day = day
        self._lookup = RegistryLookup(registry, day)
        self._told: list[Text] = [*roster.left]
        self._ids: dict[RosterLine, str] = {}
        self._listed: dict[tuple[str, ...], str] = {}

    def merge(self) -> Merge:
        """Return the outcome."""
        matches = {line: self._lookup.match(line) for line in self._lines}
        known = self._known(matches)
        taken: set[str] = {agency.id for match in matches.values() for agency in match.agencies}
        unknown = [line for line, match in matches.items() if not match.agencies]
        fresh = [line for line in unknown if not self._is_near(line, taken)]
        self._ids = {line: agency.id for line, agency in known.items()} | self._made(fresh)
        self._listed = {key_of(line.name): id_ for line, id_ in self._ids.items()}
        new, more = tuple(map(self._entry, fresh)), tuple(self._more(known))
        groups, members = self._grouped()
        self._tell_gone(taken)
        return Merge(len(known), new, more, groups, members, tuple(self._told))

    def _known(self, matches: Mapping[RosterLine, Match]) -> dict[RosterLine, Agency]:
        """Return the lines that surely name one body; of the others is told why they do not."""
        known: dict[RosterLine, Agency] = {}
        for line, match in matches.items():
            ids = ", ".join(each.id for each in match.agencies)
            if match.ended:
                self._told.append(message("roster-ended", name=line.name, id=ids))
            elif len(match.agencies) > 1:
                self._told.append(message("several-bodies", words=line.name, ids=ids))
            elif match.agencies:
                known[line] = match.agencies[0]
        for lines in group_by(known, lambda line: known[line].id).values():
            for line in lines[1:]:
                told = message(
                    "roster-twice", name=line.name, other=lines[0].name, id=known[line].id
                )
                self._told.append(told)
        return known

    def _is_near(self, line: RosterLine, taken: set[str]) -> bool:
        """Say whether a name is nearly that of a body that the list lacks; then it is only told."""
        near = self._lookup.near(line, taken)
        if near is None:
            return False
        self._told.append(
            message("roster-near", name=line.name, place=line.place, other=near.name, id=near.id)
        )
        taken.add(near.id)
        return True

    def _made(self, lines: Sequence[RosterLine]) -> dict[RosterLine, str]:
        """Return an id for each new body: of its name, and of its parent's where two are alike."""
        made = {line: line.id or _slug(line.name) for line in lines}
        often = Counter(made.values())
        used: set[str] = {*self._registry.agency, *self._registry.group}
        ids: dict[RosterLine, str] = {}
        for line in sorted(lines, key=lambda line: alphabetical(line.name)):
            id_ = made[line]
            if (often[id_] > 1 or id_ in used) and line.parent:
                id_ = f"{id_}-{_tail(line.parent)}"
            number, first = 2, id_
            while id_ in used:
                id_, number = f"{first}-{number}", number + 1
            used.add(id_)
            ids[line] = id_
        return ids

    def _entry(self, line: RosterLine) -> Said:
        """Return a new body's entry."""
        return {"id": self._ids[line], "name": line.name, **self._said(line)}

    def _said(self, line: RosterLine) -> Said:
        """Return what a line says of a body beside its name."""
        written = next(filter(EMAIL.fullmatch, line.addresses), "")
        others = (each for each in line.addresses if each != written)
        said: dict[str, Value] = {
            "short": line.short,
            "parent": self._parent(line),
            "codes": {self._day.isoformat(): line.code} if line.code else "",
            "contact": {"email": written} if written else "",
            "note": "; ".join(filter(None, (line.note, *others))),
        }
        return {key: value for key, value in said.items() if value}

    def _parent(self, line: RosterLine) -> str:
        """Return the id of the body over a line's; what nobody is called by is told."""
        if not line.parent:
            return ""
        if listed := self._listed.get(key_of(body_name(line.parent))):
            return listed
        found = self._lookup.named(line.parent)
        if len(found) == 1:
            return found[0].id
        self._told.append(message("roster-no-parent", name=line.name, words=line.parent))
        return ""

    def _more(self, known: Mapping[RosterLine, Agency]) -> Iterator[tuple[str, Said]]:
        """Yield what the list says of known bodies and the registry does not."""
        for line, agency in known.items():
            said = self._said(line)
            self._told += _differences(line, agency, said)
            if more := {key: value for key, value in said.items() if not getattr(agency, key)}:
                yield agency.id, more

    def _grouped(self) -> tuple[tuple[NewGroup, ...], tuple[tuple[str, tuple[str, ...]], ...]]:
        """Return the groups that are new, and who comes into one that stands."""
        groups: dict[str, NewGroup] = {}
        members: dict[str, tuple[str, ...]] = {}
        headed = [line for line in self._lines if line.group and line in self._ids]
        for lines in group_by(headed, lambda line: key_of(line.group)).values():
            ids = tuple(dict.fromkeys(self._ids[line] for line in lines))
            name = lines[0].group
            if group := self._lookup.group(name):
                members[group.id] = self._fresh(group, ids)
            else:
                made = self._group_id(name, groups)
                groups[made] = NewGroup(made, name, () if is_open(name) else ids, is_open(name))
        return tuple(groups.values()), tuple(pair for pair in members.items() if pair[1])

    def _fresh(self, group: Group, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return who is not yet in a group; nobody comes into an open one."""
        within = self._registry.agencies_in.get(group.id, ())
        return () if group.open else tuple(id_ for id_ in ids if id_ not in within)

    def _group_id(self, name: str, made: Mapping[str, NewGroup]) -> str:
        id_ = _slug(name)
        taken = {*self._ids.values(), *made}
        while self._registry.knows(id_) or id_ in taken:
            id_ += "-nhom"
        return id_

    def _tell_gone(self, taken: set[str]) -> None:
        """Tell whom the registry has and the list has not, kind by kind; by name where it has most."""
        kinds = {_kind(line.name) for line in self._lines}
        for kind, living in group_by(self._lookup.living, lambda each: _kind(each.name)).items():
            gone = [each for each in living if each.id not in taken]
            if kind not in kinds or not gone:
                continue
            if len(gone) * 2 > len(living):
                self._told.append(message("roster-few", count=len(gone), all=len(living)))
            else:
                names = "; ".join(f"{each.name} ({each.id})" for each in gone)
                self._told.append(message("roster-gone", count=len(gone), names=names))


def _differences(line: RosterLine, agency: Agency, said: Said) -> Iterator[Text]:
    """Yield where a list and the registry say different things of one body."""
    if line.id and key_of(line.name) not in map(key_of, names_of(agency)):
        yield message("roster-renamed", id=agency.id, name=agency.name, other=line.name)
    for key, value in said.items():
        stands = _standing(agency, key)
        if stands and _differs(stands, value):
            shown = {"words": _shown(value), "other": _shown(stands)}
            yield message("roster-differs", id=agency.id, key=key, **shown)


def _kind(name: str) -> str:
    """Return what kind of body a name is of: *Sở*, a people's committee of some level, or any other."""
    return fold(" ".join(list_head(body_name(name))))


def _slug(name: str) -> str:
    return slug(name.replace("&", " "))[:_LONGEST_ID].strip("-") or "co-quan"


def _tail(parent: str) -> str:
    """Return what an id takes from a parent's name: *tan-yen* of *UBND huyện Tân Yên*."""
    name = body_name(parent)
    return _slug(name[len(" ".join(list_head(name))) :] or name)


def _several(value: Value) -> tuple[str, ...]:
    if isinstance(value, Mapping):
        return tuple(value.values())
    return (value,) if isinstance(value, str) else value


def _standing(agency: Agency, key: str) -> Any:
    """Return what the registry says under a key, as a file would."""
    stands = getattr(agency, key)
    return stands.model_dump(exclude_none=True) if isinstance(stands, Contact) else stands


def _differs(stands: Value, said: Value) -> bool:
    """Say whether a list says something that does not stand; of several codes one is enough."""
    return not set(map(fold, _several(said))) <= set(map(fold, _several(stands)))


def _shown(value: Value) -> str:
    return ", ".join(_several(value))
