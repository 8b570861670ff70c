"""Rates by year, by group of agencies and by agency, each with both its numbers."""

from collections.abc import Iterator, Sequence

from kehoach.explanations.figures import NONE, rate
from kehoach.letters.summary_message import Block, Column, Heading, Paragraph, Table
from kehoach.run import Run
from kehoach.terminal.screen import Screen
from kehoach.verdicts.tables import Counts, total
from kehoach.verdicts.tables.trend import Years, by_agency, by_group, by_year, owing_groups
from kehoach.words import Lang, Text
from kehoach.words.administrative import grouped
from kehoach.words.statuses import ASSIGNED

_FEW = 15
_BY_YEAR = Text("Theo năm của hạn", "By year of the due day")
_BY_GROUP = Text("Tỷ lệ đúng hạn theo nhóm cơ quan và năm", "On-time rate by group and year")
_OVERLAP = Text("Một cơ quan có thể thuộc nhiều nhóm: các nhóm không cộng lại thành tổng.",
                "One agency may belong to several groups: groups do not add up to the whole.")  # fmt: skip
_BY_AGENCY = Text("Tỷ lệ đúng hạn theo cơ quan và năm (nặng nhất trước)",
                  "On-time rate by agency and year (the worst first)")  # fmt: skip
_MORE = Text("… và {count} cơ quan khác (--all)", "… and {count} more agencies (--all)")
_ALL, _UNDATED = Text("Tất cả", "All"), Text("Chưa ấn định", "No date")
_ON_TIME, _COMPLETED = Text("Đúng hạn", "On time"), Text("Hoàn thành", "Completed")
_HEADS = (Text("Được giao", "Assigned"), *(status.counted for status in ASSIGNED))


def rates(run: Run, screen: Screen) -> Iterator[Block]:
    """Yield the rates; nothing of a kind is left out, long lists are cut with a word."""
    lang = screen.lang
    whole = by_year(run.assessments)
    if not run.counts.assigned:
        return
    yield Heading(_BY_YEAR.to(lang))
    yield _trend(whole, lang)
    named = owing_groups(run.assessments, run.registry)
    if named:
        groups = by_group(run.assessments, run.registry, named)
        yield Heading(_BY_GROUP.to(lang))
        rows = [(run.registry.group[id_].name, groups[id_]) for id_ in named]
        yield _grid(Text("Nhóm", "Group").to(lang), rows, whole, lang)
        yield Paragraph(_OVERLAP.to(lang), "small")
    yield Heading(_BY_AGENCY.to(lang))
    agencies = by_agency(run.assessments)
    owing = [row.agency for row in run.responsibilities]
    shown = owing[: screen.most(_FEW)]
    rows = [(_ALL.to(lang), whole)]
    rows += [(run.agency_name(id_), agencies.get(id_, {})) for id_ in shown]
    left = len(owing) - len(shown)
    rest = _MORE.to(lang, count=left) if left else ""
    yield _grid(Text("Cơ quan", "Agency").to(lang), rows, whole, lang, rest)


def _trend(years: Years, lang: Lang) -> Table:
    """Return a row a year and one of all, which is their sum."""
    columns = (
        Column(Text("Năm", "Year").to(lang)),
        *(Column(name.to(lang), number=True) for name in _HEADS),
        Column(Text("Tỷ lệ hoàn thành", "Completion").to(lang), number=True),
        Column(Text("Tỷ lệ đúng hạn", "On-time rate").to(lang), number=True),
    )
    rows = [
        (str(year or _UNDATED.to(lang)), *_states(counts, lang))
        for year, counts in years.items()
        if counts.assigned
    ]
    rows.append((_ALL.to(lang), *_states(total(years.values()), lang)))
    return Table(columns, tuple(rows))


def _states(counts: Counts, lang: Lang) -> tuple[str, ...]:
    numbers = (counts.assigned, *(counts[status] for status in ASSIGNED))
    figures = (grouped(number, lang) for number in numbers)
    return *figures, rate(counts.completion, lang), rate(counts.on_time, lang)


def _grid(
    name: str, rows: Sequence[tuple[str, Years]], whole: Years, lang: Lang, rest: str = ""
) -> Table:
    """Return rates on time, a year a column; then both rates over all years."""
    years = [year for year, counts in whole.items() if counts.due]
    columns = (
        Column(name),
        *(Column(str(year or _UNDATED.to(lang)), number=True) for year in years),
        Column(f"{_ALL.to(lang)}: {_ON_TIME.to(lang).lower()}", number=True),
        Column(f"{_ALL.to(lang)}: {_COMPLETED.to(lang).lower()}", number=True),
    )
    cells = ((words, *_cells(of, years, lang)) for words, of in rows)
    return Table(columns, tuple(cells), rest)


def _cells(of: Years, years: Sequence[int | None], lang: Lang) -> Iterator[str]:
    for year in years:
        counts = of.get(year, Counts())
        yield rate(counts.on_time, lang) if counts.due else NONE
    every = total(of.values())
    yield rate(every.on_time, lang) if every.due else NONE
    yield rate(every.completion, lang) if every.due else NONE
