"""What a column of an annex holds, known by its heading: the words are ``column_headings.toml``.

Headings are known with or without tones, in one row or several.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

from kehoach.annex.clean_words import bare
from kehoach.words import Text, captions
from kehoach.words.period_names import BEGINNING

OTHER = "other"
BELOW = " – "  # between the headings of one column, the highest first
LONGEST = 90
"""Of a heading, in letters: what is longer is a sentence."""
_REMEMBERED = 4_096  # headings, and cells that are asked whether they are some

LABELS = {
    "number": Text("số thứ tự", "number"),
    "text": Text("nội dung", "text"),
    "lead": captions.LEAD,
    "implement": captions.IMPLEMENT,
    "coordinate": captions.COORDINATE,
    "agencies": Text("chủ trì và phối hợp", "lead and coordinate"),
    "start": BEGINNING,
    "due": Text("thời hạn", "deadline"),
    "proposed": Text("thời hạn đề xuất", "proposed deadline"),
    "aim": Text("phấn đấu", "aim"),
    "product": Text("sản phẩm", "product"),
    "note": Text("ghi chú", "note"),
    "record": Text("diễn biến, đưa vào ghi chú", "what happened, put into the note"),
    OTHER: Text("không nhận ra, đưa vào ghi chú", "not recognized, put into the note"),
}
ROLE_NAMES = {kind: kind for kind in LABELS if kind not in ("record", OTHER)} | {"due": "deadline"}
"""By what name the user says what a column holds."""

Standing = Literal["chosen", "adjusted", "imposed", "limit", "plain"]
STANDINGS: tuple[Standing, ...] = ("chosen", "adjusted", "imposed", "limit", "plain")
"""How binding a column of deadlines is, the most binding first."""

_OF_TIME = ("start", "proposed", "aim", "record")


class AnnexColumn(NamedTuple):
    """A column: its place from 0, its heading's words, and what it holds.

    ``standing``: how binding a deadline in it is, beside those in other columns.
    """

    place: int
    heading: str
    kind: str
    standing: Standing = "plain"

    @property
    def name(self) -> str:
        """By what name the user may speak of it: its heading, else its number from 1."""
        return self.heading if self.heading and '"' not in self.heading else str(self.place + 1)


@dataclass(frozen=True)
class NamedColumns:
    """What the user says that columns hold: each heading, or number from 1, with its kind."""

    given: tuple[tuple[str, str], ...] = ()

    @cached_property
    def _kinds(self) -> Mapping[str, str]:
        return {bare(name): kind for name, kind in self.given}

    def of(self, parts: Sequence[str]) -> str | None:
        """Return what the column under these headings, the highest first, was said to hold."""
        if not self.given:
            return None
        names = (name for name in _names(parts) if not name.isdigit())
        return next(filter(None, map(self._kinds.get, names)), None)

    def numbered(self, columns: Sequence[AnnexColumn]) -> tuple[AnnexColumn, ...]:
        """Return columns, those that are named by their number as what they were said to hold."""
        kinds = ((each, self._kinds.get(str(each.place + 1))) for each in columns)
        return tuple(_chosen(e.place, e.heading, kind) if kind else e for e, kind in kinds)

    def unused(self, columns: Sequence[AnnexColumn]) -> tuple[str, ...]:
        """Return the names that none of these columns bears."""
        known = {name for each in columns for name in _names(each.heading.split(BELOW))}
        known |= {str(each.place + 1) for each in columns}
        return tuple(name for name, _ in self.given if bare(name) not in known)


def _names(parts: Sequence[str]) -> tuple[str, ...]:
    """Return by what names a column is known: all its headings, or one, the lowest first."""
    return tuple(map(bare, (BELOW.join(parts), *reversed(parts))))


NOTHING_NAMED = NamedColumns()


class _HeadingWords(NamedTuple):
    """By what headings each kind of column and each standing is known, in the order of asking.

    ``any``: those of all kinds. ``listed``: what stands in place of tasks where a table has no column
    of them.
    """

    listed: re.Pattern[str]
    any: re.Pattern[str]
    kinds: Mapping[str, re.Pattern[str]]
    standings: Mapping[Standing, re.Pattern[str]]


@cache
def _words() -> _HeadingWords:
    text = files(__package__).joinpath("column_headings.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    words = {name: f"({some})" for name, some in told["words"].items()}
    kinds, standings = (
        {name: re.compile(each.format(**words)) for name, each in told[part].items()}
        for part in ("headings", "standings")
    )
    some = "|".join(f"(?:{each.pattern})" for each in kinds.values())
    return _HeadingWords(re.compile(told["listed"]), re.compile(some), kinds, standings)


def shortened(heading: str) -> str:
    """Return a long heading without its explanation: "Thời hạn (ghi rõ ngày, tháng, năm; …)"."""
    return heading.partition("(")[0].strip() if len(heading) > LONGEST else heading


@lru_cache(maxsize=_REMEMBERED)
def kind_of(heading: str) -> str:
    """Return what a column of this heading holds; ``other`` where nobody can tell."""
    short = shortened(heading)
    if len(short) > LONGEST:
        return OTHER
    words = bare(short)
    if not _words().any.fullmatch(words):
        return OTHER
    return next((kind for kind, known in _words().kinds.items() if known.fullmatch(words)), OTHER)


def is_listed(column: AnnexColumn) -> bool:
    """Say whether a column may list what is to be done where no other one does: reports, documents."""
    return column.kind in (OTHER, "product") and bool(
        _words().listed.fullmatch(bare(column.heading))
    )


def _chosen(place: int, heading: str, kind: str) -> AnnexColumn:
    return AnnexColumn(place, heading, kind, "chosen" if kind == "due" else "plain")


def column_of(place: int, parts: Sequence[str], named: NamedColumns = NOTHING_NAMED) -> AnnexColumn:
    """Return a column by the headings above it, the highest first; the nearest is asked first."""
    heading = BELOW.join(parts)
    if chosen := named.of(parts):
        return _chosen(place, heading, chosen)
    told = [kind_of(part) for part in reversed(parts)]
    kind = next((each for each in told if each != OTHER), OTHER)
    if len(parts) > 1 and kind == "due" and (whole := kind_of(heading)) in _OF_TIME:
        kind = whole
    return AnnexColumn(place, heading, kind, _standing(heading) if kind == "due" else "plain")


def _standing(heading: str) -> Standing:
    words = bare(heading)
    known = _words().standings.items()
    return next((standing for standing, form in known if form.fullmatch(words)), "plain")
