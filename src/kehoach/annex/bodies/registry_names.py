"""The registry as a directory: who is meant by words, and who nearly is."""

import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import NamedTuple

from kehoach.annex.bodies.body_names import NameMatch, Word, key_of, said_at, words_of
from kehoach.annex.bodies.body_words import listed
from kehoach.annex.clean_words import bare, slug
from kehoach.model.agencies import Agency, Registry
from kehoach.periods import Span

_NEAR = 0.84
_LONGEST_ID = 60
_REMEMBERED = 4096  # names that are asked for again and again in one document
_HEADS = ("sở", "ủy ban nhân dân", "ủy ban nhân dân huyện", "ủy ban nhân dân xã")


class RegistryName(NamedTuple):
    """A name by which the registry knows a body or a group; without ``id``, a common one that it lacks."""

    key: tuple[str, ...]
    id: str
    name: str


class Directory:
    """Looks names up; ``span`` is the plan's period, by which bodies of one name are told apart."""

    def __init__(self, registry: Registry | None, span: Span | None) -> None:
        self._registry = registry
        self._span = span
        self._by_letter: dict[str, list[RegistryName]] = {}
        self._by_word: dict[str, list[RegistryName]] = {}
        self._entries = [entry for entry in _entries(registry) if entry.key] if registry else []
        self._told: dict[str, RegistryName] = {}
        for entry in self._entries:
            self._told.setdefault(" ".join(entry.key), entry)
        self._near = lru_cache(maxsize=_REMEMBERED)(self._nearest)
        self._bare = [(bare(" ".join(entry.key)), entry) for entry in self._entries]
        for entry in (*self._entries, *_common_names()):
            self._by_word.setdefault(entry.key[0], []).append(entry)
            self._by_letter.setdefault(entry.key[0][0], []).append(entry)
            if (toneless := bare(entry.key[0])[:1]) != entry.key[0][0]:  # for initials: TAND
                self._by_letter.setdefault(toneless, []).append(entry)

    def longest(self, cell: tuple[Word, ...], at: int) -> tuple[int, tuple[RegistryName, ...]]:
        """Return the longest name that stands at a word of a cell, its length and who bears it."""
        best, found = NameMatch(0, False), dict[str, RegistryName]()
        for entry in self._beginning(cell, at):
            told = said_at(cell, at, entry.key)
            if told and told > best:
                best, found = told, {}
            if told and told == best:
                found.setdefault(entry.id, entry)
        registered = tuple(entry for entry in found.values() if entry.id)
        return best.words, self._living(registered) or tuple(found.values())

    def _beginning(self, cell: tuple[Word, ...], at: int) -> Iterator[RegistryName]:
        """Yield the names that may stand at a word: by its letter where it may be initials."""
        word = cell[at]
        if word.initials:
            yield from self._by_letter.get(word.word[0], ())
            return
        after = cell[at + 1] if at + 1 < len(cell) else None
        plain = after.word if after and not after.initials else None
        for entry in self._by_word.get(word.word, ()):
            if plain is None or len(entry.key) == 1 or entry.key[1] == plain:
                yield entry

    def _living(self, found: tuple[RegistryName, ...]) -> tuple[RegistryName, ...]:
        """Of several that bear a name, return those that exist in the plan's period, if any do."""
        if len(found) < 2 or self._span is None:  # noqa: PLR2004 - nothing to tell apart
            return found
        return tuple(each for each in found if not self.ended(each.id)) or found

    def ended(self, id_: str) -> bool:
        """Say whether a body does not exist on any day of the plan's period."""
        agency = self._registry.agency.get(id_) if self._registry else None
        if agency is None or self._span is None:
            return False
        first, last = agency.valid.first, agency.valid.last
        return (last is not None and last < self._span.first) or (
            first is not None and first >= self._span.end
        )

    def agency(self, id_: str) -> Agency | None:
        """Return a body by its id."""
        return self._registry.agency.get(id_) if self._registry else None

    def nearest(self, words: str) -> RegistryName | None:
        """Return who may be meant by words that nobody is called by; only ever a suggestion."""
        return self._near(words)

    def _nearest(self, words: str) -> RegistryName | None:
        key = key_of(words)
        told, plain = " ".join(key), bare(" ".join(key))
        whole = {plain, *(bare(f"{head} {told}") for head in _HEADS)}
        same = next((entry for name, entry in self._bare if name in whole), None)
        return same or self._alike(told) or self._inside(words) or self._begun(key)

    def _alike(self, told: str) -> RegistryName | None:
        """Return whose name differs least, by a few letters."""
        best, found = _NEAR, None
        matcher = SequenceMatcher(None, "", told, autojunk=False)
        for name, entry in self._told.items():
            matcher.set_seq1(name)
            if matcher.real_quick_ratio() <= best or matcher.quick_ratio() <= best:
                continue
            if (ratio := matcher.ratio()) > best:
                best, found = ratio, entry
        return found

    def _inside(self, words: str) -> RegistryName | None:
        """Return who is named within words: *Giám đốc Sở Tư pháp*."""
        cell = words_of(words)
        for at in range(len(cell)):
            length, found = self.longest(cell, at)
            if length > 1 and len(found) == 1 and found[0].id:
                return found[0]
        return None

    def _begun(self, key: tuple[str, ...]) -> RegistryName | None:
        """Return who alone has a name that begins so: *Sở Thông tin*."""
        found = {each.id: each for each in self._entries if each.key[: len(key)] == key}
        return next(iter(found.values())) if len(key) > 1 and len(found) == 1 else None

    def open_groups(self) -> tuple[str, ...]:
        """Return the ids of the groups that are words only."""
        groups = self._registry.groups if self._registry else ()
        return tuple(group.id for group in groups if group.open)

    def members(self, id_: str) -> tuple[str, ...]:
        """Return the members of a group, as the registry has them; none of a body or an open group."""
        groups = self._registry.groups if self._registry else ()
        return next((group.members for group in groups if group.id == id_), ())

    def proposed_id(self, words: str) -> str:
        """Return an id made from a name, never one that the registry has already."""
        made = slug(" ".join(words.split()).replace("&", " "))[:_LONGEST_ID].strip("-") or "co-quan"
        while self._registry is not None and self._registry.knows(made):
            made += "-moi"
        return made


@cache
def _common_names() -> tuple[RegistryName, ...]:
    """Return names that law and practice know, to tell where they end; nobody in the registry."""
    return tuple(RegistryName(key_of(name), "", name) for name in listed("names"))


def _entries(registry: Registry) -> list[RegistryName]:
    """Return every name of everybody, in the registry's order."""
    named = [
        (each.id, each.name, (each.name, each.short, *each.variants, *(n.name for n in each.names)))
        for each in registry.agencies
    ] + [(each.id, each.name, (each.name, *each.variants)) for each in registry.groups]
    return [
        RegistryName(key_of(unicodedata.normalize("NFC", form)), id_, name)
        for id_, name, forms in named
        for form in forms
        if form
    ]
