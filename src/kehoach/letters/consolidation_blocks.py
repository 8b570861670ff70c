"""What a consolidated report is made of; Markdown and Word are two ways to write the same parts.

Every word is plain text here; each format makes it harmless in its own way.
"""

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from kehoach.explanations.labels import HEIRLESS
from kehoach.run import Run
from kehoach.verdicts.assessment import Assessment
from kehoach.words import Lang, Text

_NONE = Text("không có", "none")
_FOR = Text("tiếp nhận từ {body}", "taken over from {body}")
_ALSO = Text("gồm cả phần của {bodies}", "with what {bodies} owed")
_PADDED = 10


class Heading(NamedTuple):
    """The heading of a part (2) or of an item in it (3)."""

    level: Literal[2, 3]
    words: str


class Paragraph(NamedTuple):
    """Some sentences; ``quoted`` ones are the plan's own."""

    words: str
    quoted: bool = False


class Bullets(NamedTuple):
    """Lines of a list."""

    lines: tuple[str, ...]


class Column(NamedTuple):
    """A column's heading and its share of the page's width; numbers stand at the right."""

    name: str
    width: int
    number: bool = False


class Table(NamedTuple):
    """Rows under headings; the last of a ``summed`` one is the sum of the others."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    summed: bool = False


Block = Heading | Paragraph | Bullets | Table


def number(count: int, lang: Lang) -> str:
    """Return a count within a sentence: Decree 30/2020 writes ``05`` for five."""
    return f"{count:02}" if lang == "vi" and 0 < count < _PADDED else str(count)


def named(run: Run, verdict: Assessment, lang: Lang) -> str:
    """Return who owes it, and in whose place."""
    name = run.agency_name(verdict.agency)
    rest = []
    if verdict.inherited_from:
        rest.append(_FOR.to(lang, body=run.agency_name(verdict.inherited_from)))
    if verdict.merged:
        bodies = "; ".join(map(run.agency_name, verdict.merged))
        rest.append(_ALSO.to(lang, bodies=bodies))
    if verdict.heirless:
        rest.append(HEIRLESS.to(lang))
    return f"{name} ({'; '.join(rest)})" if rest else name


def listed(
    title: str, verdicts: Iterable[Assessment], line: Callable[[Assessment], str], lang: Lang
) -> tuple[Paragraph, Bullets]:
    """Return a list under its title with the number of its lines; an empty one says so."""
    lines = tuple(map(line, verdicts))
    return (
        Paragraph(f"{title} ({number(len(lines), lang)}):"),
        Bullets(lines or (_NONE.to(lang),)),
    )


def joined(parts: Iterable[str]) -> str:
    """Return what is not empty, parted as the lines of a cell are."""
    return "; ".join(part for part in parts if part)
