"""``kehoach agency``: who it is, how it stands, and each of its obligations."""

from collections.abc import Iterator, Mapping

from kehoach.contract import outputs as contract
from kehoach.contract.json_parts import day, status_output
from kehoach.contract.json_text import dump
from kehoach.explanations.bodies import groups_of, names_of
from kehoach.grouping import group_by
from kehoach.model.agencies import Agency
from kehoach.pages.obligations_table import obligations_grid
from kehoach.pages.page import Page
from kehoach.pages.place_columns import cells_of, place_columns
from kehoach.pages.responsibility_grid import responsibility_grid
from kehoach.run import Run
from kehoach.terminal.grid import Column
from kehoach.terminal.heading import heading, totals
from kehoach.terminal.screen import Screen, counted, grid, paint, pairs, words
from kehoach.terminal.styled import Part, Styled
from kehoach.verdicts.assessment import Assessment, Status
from kehoach.words import Lang, Text, captions, shown_day
from kehoach.words.captions import PERIOD
from kehoach.words.period_names import period_words

_NOW = Text("CẦN LÀM VÀ ĐÃ LÀM", "DUE AND DONE")
_COORDINATED = Text("PHỐI HỢP, không phải báo cáo riêng", "COORDINATED, nothing of its own is owed")
_LEADS = Text("Cơ quan phải làm", "Laid on")
_CHILDREN = Text(
    "CƠ QUAN TRỰC THUỘC, đã tính trong số liệu trên",
    "AGENCIES BELOW IT, counted in the totals above",
)
_ONGOING = Text("THƯỜNG XUYÊN, đánh giá qua báo cáo của kỳ",
                "CONTINUOUS, judged by the period's report")  # fmt: skip


def agency_table(run: Run, screen: Screen) -> str:
    """Return everything about the agency that was asked for."""
    lang = screen.lang
    agency = asked_agency(run)
    own = [each for each in run.assessments if each.agency == agency.id]
    owed = [each for each in own if each.status is not Status.ONGOING]
    ongoing = [each for each in own if each.status is Status.ONGOING]
    parts: list[Part] = [*heading(run, screen), Styled("")]
    parts += [
        words(run.agency_name(agency.id), "bold"),
        pairs(_about(run, agency, lang)),
        Styled(""),
    ]
    parts += totals(run.counts, lang)
    if owed:
        parts += [counted(_NOW, len(owed), lang)]
        parts += [obligations_grid(run, sorted(owed, key=_worst_first), lang, agency=False)]
    if ongoing:
        parts += [counted(_ONGOING, len(ongoing), lang)]
        parts += [pairs(_coverage(run, ongoing, lang))]
    return paint([*parts, *_coordinated(run, agency, lang), *_below(run, agency, screen)], screen)


def _coordinated(run: Run, agency: Agency, lang: Lang) -> Iterator[Part]:
    """Yield what the agency coordinates: it owes none of it, and stands beside those who do."""
    beside = (
        demand
        for report in run.reports
        for demand, id_ in report.docket.coordinators
        if id_ == agency.id and run.asked.concerns(demand, agency.id, demand.due)
    )
    groups = group_by(beside, lambda demand: (demand.plan.id, demand.item))
    if groups and not run.asked.only:
        yield counted(_COORDINATED, sum(map(len, groups.values())), lang)
        columns = [
            *place_columns(run, lang, period=False), Column(PERIOD.to(lang), flexible=True),
            Column(captions.MATTER.to(lang), flexible=True), Column(_LEADS.to(lang), flexible=True),
        ]  # fmt: skip
        yield grid(columns, (
            (*cells_of(run, plan, item.id, None, lang),
             ", ".join(period_words(demand.period, lang) for demand in demands),
             item.title, names_of(run, (*item.lead, *item.implement)))
            for (plan, item), demands in groups.items()
        ))  # fmt: skip


def _below(run: Run, agency: Agency, screen: Screen) -> Iterator[Part]:
    """Yield a row for each agency below this one that owes anything; the totals count them too."""
    rows = [row for row in run.responsibilities if row.agency != agency.id]
    if rows:
        yield counted(_CHILDREN, len(rows), screen.lang)
        yield responsibility_grid(run, rows, screen.lang)


def asked_agency(run: Run) -> Agency:
    """Return the one agency that the question named."""
    return run.registry.agency[run.asked.agencies[0]]


def _about(run: Run, agency: Agency, lang: Lang) -> list[tuple[str, str]]:
    """Return what the registry knows of the agency."""
    valid = agency.valid
    heirs = ", ".join(run.agency_name(id_) for id_ in agency.successors)
    rows = [
        (captions.ID, agency.id),
        (captions.SHORT_NAME, agency.short),
        (captions.FROM_DAY, valid.first and shown_day(valid.first, lang)),
        (captions.UNTIL_DAY, valid.last and shown_day(valid.last, lang)),
        (captions.SUCCESSORS, heirs),
        (captions.GROUPS, ", ".join(groups_of(run, agency.id))),
        (Text("Nguồn", "Source"), ", ".join(agency.source)),
        (captions.UNVERIFIED, agency.unverified),
        (captions.NOTE, agency.note),
    ]
    return [(name.to(lang), value) for name, value in rows if value]


def _coverage(run: Run, ongoing: list[Assessment], lang: Lang) -> list[tuple[str, str]]:
    """Return, an item a row, its periods with a sign for each."""
    rows: dict[str, list[str]] = {}
    signs = {True: "✓", False: "✗", None: "·"}
    for each in ongoing:
        item = each.obligation.demand.item
        plan = f"{each.obligation.demand.plan.id} " if len(run.plans) > 1 else ""
        row = rows.setdefault(f"{plan}{item.id}", [item.title])
        row.append(f"{each.obligation.demand.period} {signs[each.covered]}")
    legend = Text("✓ báo cáo có nêu  ✗ báo cáo chưa nêu hoặc chưa có  · chưa đến hạn / không giao báo cáo",
                  "✓ covered  ✗ left out, or no report  · not due, or no report asked")  # fmt: skip
    return [
        *((item, f"{cells[0]}: {'  '.join(cells[1:])}") for item, cells in rows.items()),
        ("", legend.to(lang)),
    ]


def _worst_first(each: Assessment) -> tuple[bool, int, int]:
    """Sort what something is still to be done for before what is closed."""
    return each.status.closed, each.status.badness, -(each.days or 0)


def agency_json(run: Run, screen: Screen) -> str:
    """Return the status of one agency, and what the registry knows of it."""
    agency = asked_agency(run)
    output: contract.AgencyOutput = {
        **status_output(run, screen.lang),
        "schema": "kehoach/agency@1",
        "agency": {
            "id": agency.id,
            "name": run.agency_name(agency.id),
            "short": agency.short,
            "valid_from": day(agency.valid.first),
            "valid_to": day(agency.valid.last),
            "successors": list(agency.successors),
            "groups": groups_of(run, agency.id),
            "source": list(agency.source),
            "unverified": agency.unverified,
            "note": agency.note,
        },
    }
    return dump({**output})


AGENCY_FORMATS: Mapping[str, Page] = {"table": agency_table, "json": agency_json}
