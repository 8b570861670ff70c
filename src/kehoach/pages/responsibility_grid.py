"""The columns of counts, and the table with an agency a row."""

from collections.abc import Iterable

from kehoach.explanations.figures import rate
from kehoach.run import Account
from kehoach.terminal.grid import Column, Grid
from kehoach.terminal.heading import in_two
from kehoach.terminal.screen import grid, words
from kehoach.terminal.styled import Styled
from kehoach.verdicts.tables import Counts, Responsibility
from kehoach.words import Lang, Text
from kehoach.words.administrative import grouped
from kehoach.words.captions import AGENCY
from kehoach.words.statuses import ASSIGNED

_ON_TIME_RATE = Text("Tỷ lệ\nđúng hạn", "On-time\nrate")


def responsibility_grid(run: Account, rows: Iterable[Responsibility], lang: Lang) -> Grid:
    """Return what each agency leads, implements and coordinates, and how it stands."""
    columns = (
        Column(AGENCY.to(lang), flexible=True),
        *(Column(each.to(lang), number=True) for each in (
            Text("Chủ\ntrì", "Led"), Text("Thực\nhiện", "Impl."), Text("Phối\nhợp", "Coord."),
        )),
        *count_columns(lang),
    )  # fmt: skip
    return grid(columns, (
        (words(run.agency_name(row.agency)),
         *(grouped(each, lang) for each in (row.led, row.implemented, row.coordinated)),
         *count_cells(row.counts, lang))
        for row in rows
    ))  # fmt: skip


def count_columns(lang: Lang) -> Iterable[Column]:
    """Return the columns that every table of counts ends with."""
    headings = [in_two(each.label.to(lang)) for each in ASSIGNED]
    headings.append(_ON_TIME_RATE.to(lang))
    return [Column(each, number=True) for each in headings]


def count_cells(counts: Counts, lang: Lang) -> tuple[Styled, ...]:
    """Return the cells that every table of counts ends with."""
    return (
        *(
            words(grouped(counts[each], lang), each.look.style if counts[each] else "")
            for each in ASSIGNED
        ),
        words(rate(counts.on_time, lang)),
    )
