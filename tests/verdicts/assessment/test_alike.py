"""Agencies that are judged as one stand as if each had been judged by itself."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import (
    PLAIN_WEEK,
    D,
    Mapping,
    Scene,
    a_book,
    a_filing,
    a_plan,
    a_registry,
    an_item,
    some_decisions,
)
from kehoach.model.ids import AgencyId
from kehoach.model.workspace import Filing
from kehoach.verdicts.assessment import Alike, Report
from kehoach.verdicts.assessment.alike_agencies import AlikeAgencies
from kehoach.verdicts.assessment.timing import TellingDays
from kehoach.verdicts.obligations import Demand
from kehoach.verdicts.tables import count, responsibilities, tallied
from kehoach.verdicts.tables.trend import by_year, due_year, in_order

IDS = [f"c{number}" for number in range(8)]
GROUPS = [
    {"id": "tat-ca", "members": IDS},
    {"id": "nua", "members": IDS[:5]},
    {"id": "hai", "members": IDS[2:4]},
]
ALL: Any = {"implement": ["tat-ca"]}
ITEMS = {
    "bc": an_item("bc", {"every": "half-year", "by": ["05-30", "10-31"]}, "report", implement=["nua"]),
    "trong": an_item("trong", {"within": "2021"}, lead=["hai"], **ALL),
    "ngay": an_item("ngay", {"by": "2021-06-30"}, lead=["c1"], **ALL),
    "it-nhat": an_item("it-nhat", {"every": "year"}, **ALL,
                       quota=[{"at_least": "2", "agencies": ["hai"]}, {"at_least": "1"}]),
    "tx": an_item("tx", {"continuous": "true"}, implement=["c0", "tat-ca"]),
    "tx-dn": an_item("tx-dn", {"continuous": "true"}, binding="requested", **ALL),
    "cho": an_item("cho", {"event": "su-kien", "plus": "2 months"}, **ALL),
    "yc": an_item("yc", {"on_request": "true"}, "report", **ALL),
    "dn": an_item("dn", {"by": "2021-09-30"}, binding="requested", **ALL),
    "aim": an_item("aim", {"by": "2021-09-30", "aspirational": "true"}, **ALL),
}  # fmt: skip
STORM = PLAIN_WEEK.beside({D("2021-06-30"): "Bão", D("2021-09-30"): "Bão"}, {})
ISLAND = replace(PLAIN_WEEK, named={"dao": replace(STORM, name="Đảo")})
days = st.dates(D("2021-01-01"), D("2022-12-31"))
laws = settings(deadline=None, max_examples=120)


@st.composite
def bodies(draw: st.DrawFn, id_: str) -> Mapping:
    """Draw a body; most are like all others."""
    match draw(st.integers(0, 11)):
        case 0:
            heirs = draw(st.lists(st.sampled_from(IDS), max_size=2, unique=True))
            return {"id": id_, "valid": {"to": str(draw(days))}, "successors": heirs}
        case 1:
            return {"id": id_, "valid": {"from": str(draw(days))}}
        case 2:
            return {"id": id_, "unverified": "?", "unverified_from": str(draw(days))}
        case 3:
            return {"id": id_, "calendar": "dao"}
        case _:
            return {"id": id_}


@st.composite
def filings(draw: st.DrawFn) -> Filing:
    """Draw a file of one of the bodies."""
    agency = draw(st.sampled_from(IDS))
    period = draw(st.sampled_from(["2021-H1", "2021-H2"]))
    item = draw(st.sampled_from(["trong", "ngay", "tx"]))
    task: Mapping = {"item": item, "status": draw(st.sampled_from(["done", "in_progress"]))}
    report: Mapping = {
        "item": "bc",
        "period": period,
        "nil": draw(st.sampled_from(["true", "false"])),
    }
    sent = draw(st.booleans())
    return a_filing(agency, str(draw(days)), [report] if sent else [], [task])


@st.composite
def scenes(draw: st.DrawFn) -> Scene:
    """Draw a plan that lies on eight bodies; of few of them anything was said or decided."""
    chosen = [
        "bc",
        *draw(st.lists(st.sampled_from(sorted(ITEMS.keys() - {"bc"})), min_size=1, unique=True)),
    ]
    plan = a_plan(*(ITEMS[id_] for id_ in chosen), last="2022-12-31", reporting="bc")
    registry = a_registry(*(draw(bodies(id_)) for id_ in IDS), groups=GROUPS)
    letter = {"document": {"number": "1/QĐ", "date": str(draw(days))}}
    named = draw(st.lists(st.sampled_from([*IDS, "hai"]), max_size=2))
    item = draw(st.sampled_from(["bc", *chosen]))
    kinds: dict[str, list[Mapping]] = {
        "events": [{"id": "su-kien", "date": str(draw(days)), **letter}],
        "extensions": [{"item": item, "due": str(draw(days)), "agencies": named, **letter}],
        "waivers": [{"item": item, "reason": "bão", "agencies": named, **letter}],
        "requests": [{"item": "yc", "due": "2021-08-31", "agencies": named, **letter}],
    }
    some = draw(st.sets(st.sampled_from(sorted(kinds)), max_size=2))
    decisions = some_decisions(**{kind: kinds[kind] for kind in some})
    paper = [{"agency": "c4", "received": str(draw(days)), "item": "bc", "period": "2021-H1"}]
    book = a_book(*(paper if draw(st.booleans()) else []))
    told = tuple(draw(st.lists(filings(), max_size=2)))
    return Scene(plan, registry, decisions, book, told, ISLAND)


def one_by_one(scene: Scene, as_of: date) -> Report:
    """Return the verdicts, each agency judged by itself."""

    def runs(alike: AlikeAgencies, demand: Demand) -> Iterable[tuple[AgencyId, ...]]:
        return ((agency,) for agency in alike._docket.owing(demand))  # noqa: SLF001 - the other way

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(AlikeAgencies, "runs", runs)
        return scene.report(as_of)


@laws
@given(scenes(), days)
def test_judged_as_one_is_judged_each_by_itself(scene: Scene, as_of: date) -> None:
    """The same verdicts in the same order, and the same figures, however they are counted."""
    verdicts, report = one_by_one(scene, as_of).assessments, scene.report(as_of)
    assert _plain(report.assessments) == _plain(verdicts)
    assert tallied(report.alike, lambda _: 0).get(0, count(())) == count(verdicts)
    assert in_order(tallied(report.alike, due_year)) == by_year(verdicts)
    each = (Alike(verdict, (verdict.agency,)) for verdict in verdicts)
    assert responsibilities(report.alike, ()) == responsibilities(each, ())


@laws
@given(scenes(), days, st.sets(st.sampled_from(IDS), min_size=1))
def test_a_docket_of_some_agencies_is_that_part_of_the_whole(
    scene: Scene, as_of: date, some: set[AgencyId]
) -> None:
    """The same obligations, coordinators and reports in the same order, and at the same places."""
    whole = scene.docket(as_of)
    part = whole.of(frozenset(some))
    mine = [each for each in whole.obligations if each.agency in some]
    assert _named(part.obligations) == _named(mine)
    assert [*map(part.place, part.obligations)] == [*map(whole.place, mine)]
    assert sorted(map(whole.place, whole.obligations)) == [*map(whole.place, whole.obligations)]
    assert part.coordinators == tuple(each for each in whole.coordinators if each[1] in some)
    assert _named(part.reports) == _named(each for each in whole.reports if each.agency in some)


@laws
@given(scenes(), days, days, st.sampled_from(IDS))
def test_the_next_report_is_the_first_of_all_that_fall_to_an_agency(
    scene: Scene, as_of: date, due: date, agency: AgencyId
) -> None:
    """Found by bisection, it is the one that going through all of them finds."""
    docket, registry = scene.docket(as_of), scene.registry
    fallen = (
        each
        for each in docket.reports
        if each.due and each.due >= due
        if each.agency in registry.heirs_on(agency, each.demand.resolved)
    )
    found = TellingDays(docket, registry)._next_report(agency, due)  # noqa: SLF001 - each by itself
    assert found is next(fallen, None)


def test_those_of_whom_nothing_was_said_are_judged_once() -> None:
    """Eight owe it; one has filed, so that those before and those after it stand as two."""
    scene = Scene(a_plan(ITEMS["dn"]), a_registry(*IDS, groups=GROUPS)).told(
        a_filing("c2", tasks=[{"item": "dn", "status": "in_progress"}])
    )
    assert [each.agencies for each in scene.report("2022-01-01").alike] == [
        ("c0", "c1"), ("c2",), ("c3", "c4", "c5", "c6", "c7"),
    ]  # fmt: skip


def _named(obligations: Iterable[Any]) -> list[object]:
    return [(each.key, each.role, each.due, each.waiver) for each in obligations]


def _plain(verdicts: Iterable[Any]) -> list[object]:
    """Return verdicts by what they say: two runs do not hold one and the same demand or claim."""
    return [
        each._replace(
            obligation=(each.obligation.key, each.obligation.role, each.obligation.due,
                        each.obligation.quota, each.obligation.extensions, each.obligation.waiver,
                        each.obligation.lapsed, each.obligation.demand.calendar),
            claim=each.claim and each.claim.place(),
            timing=each.timing and each.timing[:3],
        )
        for each in verdicts
    ]  # fmt: skip
