"""A cell divided into the bodies, persons and sets that it names, without saying yet who they are.

From its beginning on: a known name, the longest, where it stands alone; else all up to the first sign
behind which another name begins. So no name is cut at a comma, a dash or an *and* of its own.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.annex.bodies import body_words as say
from kehoach.annex.bodies.body_names import words_of
from kehoach.annex.bodies.registry_names import Directory, RegistryName
from kehoach.words import fold
from kehoach.words.shortening import flat

_AND = r"(?:và|&|cùng với|cùng|với)"
_SIGNS = re.compile(rf"[;,\n()/:]|(?:(?<=\s)|^)(?:{_AND}|[-–+•*])(?=\s)|\.(?=\s|$)", re.IGNORECASE)
_NUMBERED = re.compile(r"\W*\d{1,2}[.)]\s")
_NUMBERED_SIGNS = re.compile(rf"(?<=\s)\d{{1,2}}[.)](?=\s)|{_SIGNS.pattern}", re.IGNORECASE)
_BEFORE = re.compile(
    rf"(?:[\s\-–+•*.,;:&/()]|{_AND}(?=\s)|(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,4}}|[a-zđ]|[ivx]{{1,4}})[.)/](?=\s|\)|$))*",
    re.IGNORECASE,
)
_AROUND = " \n\t-–+•*.,;:&/"
_OPEN = re.compile(
    r"\b(?:(?:các|một số|những)\b(?:(?!\b(?:các|một số|những)\b)[^;\n()])*?|(?:cơ quan|đơn vị|sở|ngành|"
    r"địa phương|tổ chức|cá nhân)(?:[ ,]+(?-i:[^\W\d_A-ZĐ]+)){0,12}?[ ,]+)\bliên quan\b",
    re.IGNORECASE,
)
_SHORT_NAME = re.compile(
    r"(?i:sở|phòng|ban|bộ|tổ|trung tâm|hội đồng)\s.*?[A-ZĐ&]{2,}\s*$", re.DOTALL
)
_COLON = re.compile(r"^(sở) ?: ?", re.IGNORECASE)
_LONGEST = 160  # of what stands behind a sign, no more is looked at
_MOST_WORDS = 40


class CellPiece(NamedTuple):
    """A name in a cell; ``found``: who is called so, several where it does not say which.

    ``guessed``: its beginning stands with another name before it (*Sở*, *UBND xã*). ``person``: it is a
    person or a post. ``asked``: the plan only asks them. ``apart``: it stands in brackets, or says what
    those before it do, or when.
    """

    words: str
    found: tuple[RegistryName, ...] = ()
    guessed: bool = False
    person: bool = False
    asked: bool = False
    apart: bool = False


class _Known(NamedTuple):
    """A known name up to ``end``; ``added``: what another name before it has to lend."""

    end: int
    found: tuple[RegistryName, ...]
    added: str = ""


class CellPieces:
    """Walks along a cell, from its beginning to its end."""

    def __init__(self, text: str, directory: Directory) -> None:
        self._text = text
        self._told = fold(text)  # as long as the text, which is tidy
        self._directory = directory
        self._words = words_of(text)
        self._places = {word.start: at for at, word in reversed(list(enumerate(self._words)))}
        self._acts = frozenset(say.acts(text, self._told))
        found = _NUMBERED_SIGNS if _NUMBERED.match(text) else _SIGNS
        signs = (match.span() for match in found.finditer(text))
        self._signs = sorted((*signs, *((at - 1, at) for at in self._acts)))
        self._open = [match.span() for match in _OPEN.finditer(text)]
        self._head = ("", "")
        self._persons = self._asked = self._spoken = False

    def pieces(self) -> list[CellPiece]:
        """Return the names in their order; what only leads to a name belongs to none."""
        found: list[CellPiece] = []
        at = self._led(self._skipped(0))
        while at < len(self._text):
            known = self._known(at, self._head)
            end = known.end if known else self._end(at)
            words = flat(self._text[at:end].strip(_AROUND))
            within = self._text[max(0, at - 3) : at].rstrip(" \n").endswith("(")
            apart = within or at in self._acts
            found += [self._piece(words, known)._replace(apart=apart)] if words else []
            at = self._skipped(end)
            if at not in self._acts:
                at = self._led(at)
            elif say.gives(self._told, at):  # “UBND tỉnh giao Sở A”: who gives it does not owe it
                found[-1:] = [CellPiece(each.words, apart=True) for each in found[-1:]]
                at = self._led(at)
        return found

    def _skipped(self, at: int) -> int:
        """Return where words begin, behind signs and the numbers of a list."""
        match = _BEFORE.match(self._text, at)
        return match.end() if match else at

    def _led(self, at: int) -> int:
        """Return where a name begins, behind what only leads to it: *Đề nghị*, *UBND các xã:*."""
        while match := say.leads(self._told, at):
            self._asked = say.asks(match[0])
            at = self._skipped(match.end())
        if match := say.leads_to_persons(self._told, at):
            self._persons = True
            return self._skipped(match.end())
        if match := say.leads_to_places(self._told, at):
            return self._led_to_places(at, self._skipped(match.end()))
        if match := say.leads_to_kinds(self._told, at):
            self._head, self._spoken = (match[1].capitalize(), ""), True
            return self._skipped(match.end())
        match = say.leads_to_departments(self._told, at)
        named = match is not None and self._is_proper(match.end())
        return match.start(match.lastindex or 0) if match is not None and named else at

    def _led_to_places(self, at: int, end: int) -> int:
        """Return where the first place of a list begins; the organ may stand with a list before it."""
        if not say.is_place(self._behind(end)):
            return at
        organ, kind = say.list_head(self._text[at:end])
        self._head = (organ or self._head[0], kind)
        return end

    def _is_proper(self, at: int) -> bool:
        """Say whether a name begins here, and no other kind of bodies."""
        at = self._skipped(at)
        return self._text[at : at + 1].isupper() and not say.is_kind(self._behind(at))

    def _behind(self, at: int) -> str:
        """Return the words from here to the next sign."""
        return self._text[at : self._next_sign(at)]

    def _signs_from(self, at: int) -> Iterator[tuple[int, int]]:
        """Yield the signs at and behind a place: from where they begin to where they end."""
        for place in range(bisect_left(self._signs, (at, 0)), len(self._signs)):
            yield self._signs[place]

    def _next_sign(self, at: int) -> int:
        return next(self._signs_from(at), (len(self._text), 0))[0]

    def _known(self, at: int, head: tuple[str, str]) -> _Known | None:
        """Return the name that stands here by itself, or with what the one before it lends."""
        if (place := self._places.get(at)) is None:
            return None
        length, found = self._directory.longest(self._words[place : place + _MOST_WORDS], 0)
        if length:
            ends = self._ends(place + length)
            known = next((_Known(end, found) for end in ends if not self._is_open(at, end)), None)
            sure = known is not None and any(each.id for each in found)
            return known if known and (sure or self._parts(at, known.end)) else None
        return self._lent_to(at, place, head)

    def _lent_to(self, at: int, place: int, head: tuple[str, str]) -> _Known | None:
        """Return the name that these words are with what another lends them."""
        for added in self._lent(at, head):
            lent = words_of(added)
            told = (*lent, *self._words[place : place + _MOST_WORDS])
            length, found = self._directory.longest(told, 0)
            if length > len(lent):
                ends = self._ends(place + length - len(lent))
                return next((_Known(end, found, added) for end in ends), None)
        return None

    def _lent(self, at: int, head: tuple[str, str]) -> tuple[str, ...]:
        """Return what may have to be added before a name in a list."""
        organ, kind = head
        if kind and say.begins_with_place(self._behind(at)):
            return (organ,)
        return (" ".join(head).strip(),) if organ else ()

    def _ends(self, after: int) -> Iterator[int]:
        """Yield where a name ends before word ``after``, if a sign follows, or *tỉnh* and a sign."""
        for more in (0, 1):
            if more and (after == len(self._words) or self._words[after].word != "tỉnh"):
                break
            end = self._words[after - 1 + more].end
            sign = self._next_sign(end)
            dash = self._text[sign : sign + 1] in tuple("-–")
            if not self._text[end:sign].strip() and not (dash and not self._parts(end, end)):
                yield end

    def _parts(self, start: int, end: int) -> bool:
        """Say whether the sign behind a name divides, or none follows."""
        sign = next(self._signs_from(end), None)
        return sign is None or self._divides(start, sign)

    def _is_open(self, start: int, end: int) -> bool:
        """Say whether a place is within an open set: “các sở, cơ quan có liên quan”."""
        place = bisect_right(self._open, (start, len(self._text))) - 1
        return place >= 0 and end < self._open[place][1]

    def _end(self, start: int) -> int:
        """Return where words that nobody is called by end."""
        signs = self._signs_from(start + 1)
        return next((each[0] for each in signs if self._divides(start, each)), len(self._text))

    def _divides(self, start: int, sign: tuple[int, int]) -> bool:
        """Say whether another name begins behind a sign, for words that begin at ``start``."""
        mark = self._text[sign[0] : sign[1]]
        if sign[1] in self._acts and mark.isspace():
            part, behind = self._text[start : sign[0]], self._told[sign[1] : sign[1] + _LONGEST]
            return start not in self._acts and not say.is_begun(part[:_LONGEST], behind)
        at = self._skipped(sign[1])
        behind, next_ = self._text[at : at + _LONGEST], self._behind(at)
        if self._is_open(sign[0], sign[0]):
            return False
        if mark in ";()" or not behind:
            return True
        if self._goes_on(start, sign, next_):
            return False
        return say.begins(behind) or say.is_person(next_) or self._listed(start, sign, next_, at)

    def _goes_on(self, start: int, sign: tuple[int, int], next_: str) -> bool:
        """Say whether words behind a sign certainly belong to those before it."""
        begun = self._text[start : min(sign[0], start + _LONGEST)]
        ended = self._text[max(start, sign[0] - _LONGEST) : sign[0]]
        mark = self._text[sign[0]]
        title = mark == "." and say.is_title(ended)
        post = say.is_person(begun) or (say.is_post(begun) and say.is_post(next_))
        return (
            title
            or (mark in "-–" and post)
            or (say.ends_in_kind(ended) and say.goes_on_with(next_))
        )

    def _listed(self, start: int, sign: tuple[int, int], next_: str, at: int) -> bool:
        """Say whether a name in a list follows that only together with those before it is one."""
        begun = self._text[start : min(sign[0], start + _LONGEST)]
        if say.is_known_firm(next_) or (say.is_firm(next_) and not _SHORT_NAME.match(begun)):
            return True
        if self._text[sign[0]] in "-–+•*.:":
            return False
        head = say.list_head(begun)
        head = self._head if not any(head) and not say.begins(begun) else head
        named = say.is_place(next_) if head[1] else self._spoken and next_[:1].isupper()
        return named or self._known(at, head) is not None

    def _piece(self, words: str, known: _Known | None) -> CellPiece:
        """Return a name, and remember what it lends to those behind it."""
        added, found = (known.added, known.found) if known else (self._added(words), ())
        whole = _COLON.sub(r"\1 ", f"{added} {words}".strip())
        self._remember(whole, found, lent=bool(added))
        told = words if any(each.id for each in found) else whole
        person = not found and (self._persons or say.is_person(words) or say.is_post(words))
        return CellPiece(told, found, bool(added), person, self._asked)

    def _remember(self, words: str, found: tuple[RegistryName, ...], *, lent: bool) -> None:
        """Remember what a name lends; behind *Các phòng:* all that lack it are lent the same."""
        self._spoken = self._spoken and lent
        told = (words, *(each.name for each in found[:1]))
        head = next((head for head in map(say.list_head, told) if any(head)), ("", ""))
        if any(head) or not self._spoken:
            self._head = head

    def _added(self, words: str) -> str:
        """Return what the name before lends to words that nobody is called by."""
        organ, kind = self._head
        if say.is_firm(words) or not (say.is_place(words) if kind else self._spoken):
            return ""
        if not kind:
            return "" if say.begins(words) else organ
        return organ if say.begins_with_place(words) else f"{organ} {kind}"
