"""Whom of the registry that stands a line of a list names, or nearly names."""

import re
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from typing import NamedTuple

from kehoach.annex.bodies.body_names import key_of, words_of
from kehoach.annex.bodies.registry_names import Directory
from kehoach.annex.clean_words import bare
from kehoach.annex.roster.roster_lines import RosterLine, body_name
from kehoach.model.agencies import Agency, Group, Registry

_ALIKE = 0.6
_LEAST = 2  # letters of a word that may be mistyped
_PROVINCE = re.compile(r"\s+(?:tỉnh|thành phố|TP\.?)\s+[A-ZĐ].*$")
_COMMITTEE = key_of("UBND")
_Key = tuple[str, ...]


class Match(NamedTuple):
    """Whom a line names: nobody, one who exists on the day or did before, or one of several."""

    agencies: tuple[Agency, ...] = ()
    ended: bool = False


class RegistryLookup:
    """Looks bodies up in a registry as it stands on a day."""

    def __init__(self, registry: Registry, day: date) -> None:
        self._registry = registry
        self._day = day
        self._directory = Directory(registry, None)
        self.living = tuple(each for each in registry.agencies if each.valid.holds(day))
        self._coded: dict[str, list[Agency]] = {}
        self._masked: dict[_Key, list[tuple[str, Agency]]] = {}
        for agency in self.living:
            for code in (agency.codes or {}).values():
                self._coded.setdefault(code, []).append(agency)
            for name in names_of(agency):
                for mask, word in _masks(key_of(name)):
                    self._masked.setdefault(mask, []).append((word, agency))

    def match(self, line: RosterLine) -> Match:
        """Return whom a line names; of several, those under the body that it says is theirs."""
        if line.id in self._registry.agency:
            return Match((self._registry.agency[line.id],))
        found = self.named(line.name)
        living = tuple(each for each in found if each.valid.holds(self._day))
        if not living:
            return Match(found[:1], ended=bool(found))
        above = {agency.id for agency in self.named(line.parent)} if line.parent else set()
        under = tuple(each for each in living if each.parent in above)
        return Match(under or living)

    def named(self, name: str) -> tuple[Agency, ...]:
        """Return everybody who bears a name, of whatever time, spelled out or by initials."""
        words = words_of(body_name(name))
        for told in (words, words[len(_COMMITTEE) :]):
            if told and (told is words or key_of(body_name(name))[: len(_COMMITTEE)] == _COMMITTEE):
                length, found = self._directory.longest(told, 0)
                agencies = [self._registry.agency.get(entry.id) for entry in found]
                if length == len(told) and any(agencies):
                    return tuple(each for each in agencies if each is not None)
        return ()

    def near(self, line: RosterLine, taken: set[str]) -> Agency | None:
        """Return a living body with the same code, or whose name differs by tones, a word, the province.

        Not one that is ``taken``.
        """
        near = (each for each in self._nearly(line) if each.id not in taken)
        return next((each for each in near if each.valid.holds(self._day)), None)

    def _nearly(self, line: RosterLine) -> Iterator[Agency]:
        """Yield whom a line may mean, the surest first."""
        yield from self._coded.get(line.code, ())
        yield from self.named(_PROVINCE.sub("", line.name))
        for mask, word in _masks(key_of(body_name(line.name))):
            for other, agency in self._masked.get(mask, ()):
                if _alike(word, other):
                    yield agency

    def group(self, heading: str) -> Group | None:
        """Return the group that a heading names."""
        key = key_of(heading)
        groups = self._registry.groups
        return next((g for g in groups if key in map(key_of, (g.name, *g.variants))), None)


def names_of(agency: Agency) -> tuple[str, ...]:
    """Return every name of a body."""
    forms = (agency.name, *agency.variants, *(each.name for each in agency.names))
    return tuple(form for form in forms if form)


def _masks(key: _Key) -> Iterator[tuple[_Key, str]]:
    """Yield a name with one word left open at a time, and that word; and without its tones."""
    yield ("", bare(" ".join(key))), ""
    for place, word in enumerate(key):
        yield (*key[:place], "", *key[place + 1 :]), word


def _alike(one: str, other: str) -> bool:
    """Say whether a word may be another mistyped."""
    if not one and not other:
        return True
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return min(len(one), len(other)) >= _LEAST and ratio >= _ALIKE
