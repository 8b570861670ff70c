"""Rates by year, by group of agencies and by agency, each with both its numbers."""

from collections.abc import Iterator, Sequence

from kehoach.document import Block, Prose, TableBlock, TableColumn, Title, columns
from kehoach.explanations.figures import NONE, rate
from kehoach.letters.summary.overdue import cut
from kehoach.run import Run
from kehoach.terminal.screen import Screen
from kehoach.verdicts.tables import Counts, total
from kehoach.verdicts.tables.trend import Years, by_agency, by_group, by_year, owing_groups
from kehoach.words import Lang, Text, captions
from kehoach.words.administrative import grouped
from kehoach.words.statuses import ASSIGNED, Status

_FEW = 15
_BY_GROUP = Text("Tỷ lệ đúng hạn theo nhóm cơ quan và năm", "On-time rate by group and year")
_OVERLAP = Text("Một cơ quan có thể thuộc nhiều nhóm: các nhóm không cộng lại thành tổng.",
                "One agency may belong to several groups: groups do not add up to the whole.")  # fmt: skip
_BY_AGENCY = Text("Tỷ lệ đúng hạn theo cơ quan và năm (nặng nhất trước)",
                  "On-time rate by agency and year (the worst first)")  # fmt: skip
_COMPLETED = Text("Hoàn thành", "Completed")
_NUMBERS = (
    captions.ASSIGNED, *(status.counted for status in ASSIGNED),
    captions.COMPLETION, captions.ON_TIME_RATE,
)  # fmt: skip


def rates(run: Run, screen: Screen) -> Iterator[Block]:
    """Yield the rates; nothing of a kind is left out, long lists are cut with a word."""
    lang = screen.lang
    whole = by_year(run.assessments)
    if not run.counts.assigned:
        return
    yield Title(captions.BY_YEAR.to(lang))
    yield _trend(whole, lang)
    if named := owing_groups(run.assessments, run.registry):
        groups = by_group(run.assessments, run.registry, named)
        yield Title(_BY_GROUP.to(lang))
        rows = [(run.registry.group[id_].name, groups[id_]) for id_ in named]
        yield _grid(captions.GROUP, rows, whole, lang)
        yield Prose(_OVERLAP.to(lang), "small")
    yield Title(_BY_AGENCY.to(lang))
    agencies = by_agency(run.assessments)
    shown, rest = cut(
        [row.agency for row in run.responsibilities], _FEW, captions.MORE_AGENCIES, screen
    )
    owing = [(run.agency_name(id_), agencies.get(id_, {})) for id_ in shown]
    yield _grid(captions.AGENCY, [(captions.ALL.to(lang), whole), *owing], whole, lang)._replace(
        rest=rest
    )


def _trend(years: Years, lang: Lang) -> TableBlock:
    """Return a row a year and one of all, which is their sum."""
    rows = [(_year(year, lang), counts) for year, counts in years.items() if counts.assigned]
    rows.append((captions.ALL.to(lang), total(years.values())))
    return TableBlock(
        columns(lang, captions.YEAR, *_NUMBERS, numbers=_NUMBERS),
        tuple((name, *_figures(counts, lang)) for name, counts in rows),
    )


def _year(year: int | None, lang: Lang) -> str:
    return str(year or captions.UNDATED.to(lang))


def _figures(counts: Counts, lang: Lang) -> tuple[str, ...]:
    numbers = (counts.assigned, *(counts[status] for status in ASSIGNED))
    figures = (grouped(number, lang) for number in numbers)
    return *figures, rate(counts.completion, lang), rate(counts.on_time, lang)


def _grid(name: Text, rows: Sequence[tuple[str, Years]], whole: Years, lang: Lang) -> TableBlock:
    """Return rates on time, a year a column; then both rates over all years."""
    years = [year for year, counts in whole.items() if counts.due]
    both = (Status.DONE_ON_TIME.counted, _COMPLETED)
    heads = (
        *(_year(year, lang) for year in years),
        *(f"{captions.ALL.to(lang)}: {each.to(lang).lower()}" for each in both),
    )
    numbers = (TableColumn(head, number=True) for head in heads)
    cells = tuple((words, *_cells(of, years, lang)) for words, of in rows)
    return TableBlock((TableColumn(name.to(lang)), *numbers), cells)


def _cells(of: Years, years: Sequence[int | None], lang: Lang) -> Iterator[str]:
    for year in years:
        counts = of.get(year, Counts())
        yield rate(counts.on_time, lang) if counts.due else NONE
    every = total(of.values())
    for each in (every.on_time, every.completion):
        yield rate(each, lang) if every.due else NONE
