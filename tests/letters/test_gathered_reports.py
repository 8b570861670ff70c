"""The reports of a period by item: everybody in one place, nothing lost, sums that add up.

The scene is small enough to be reckoned by hand. Report *bc* of 2021 is due before 02/12, so on
01/12/2021: *a* sent it in time, *b* on 05/12, *c* a nil report, *d* nothing, *e* is excused; *x*
owes no report, *f* owes nothing at all.
"""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import (
    D,
    Scene,
    a_book,
    a_filing,
    a_plan,
    a_registry,
    an_item,
    done,
    some_decisions,
)
from kehoach.letters.consolidation.consolidated_items import (
    ConsolidatedItem,
    QuantitySum,
    Standing,
)
from kehoach.letters.consolidation.gathered_reports import Consolidation, consolidate
from kehoach.model.workspace import Filing

ALL = ["a", "b", "c", "d", "e"]
PLAN = a_plan(
    an_item("bc", {"every": "year", "before": "12-02"}, "report", implement=ALL),
    an_item("tx", {"continuous": "true"}, implement=[*ALL, "x"]),
    an_item(
        "so",
        {"every": "year"},
        implement=ALL,
        quota=[{"agencies": ["b"], "at_least": "2", "unit": "lĩnh vực"},
               {"at_least": "1", "unit": "lĩnh vực"}],
    ),
    an_item("mot", {"within": "2021-07"}, implement=ALL),
    an_item("sau", {"within": "2023"}, implement=ALL),
    reporting="bc",
)  # fmt: skip
PROOF = {"number": "7/KH-A", "date": "2021-07-10", "title": "Kế hoạch"}
REPORT = {"item": "bc", "period": "2021"}
FILINGS = (
    a_filing(
        "a",
        "2021-11-29",
        reports=[{**REPORT, "note": "Lời chung"}],
        tasks=[
            {"item": "tx", "status": "in_progress", "note": "Đang làm đều"},
            done("so", period="2021", quantity="3", evidence=[PROOF]),
            done("mot", completed="2021-07-10", evidence=[PROOF]),
        ],
        note="Ghi chú cả tệp",
    ),
    a_filing(
        "b",
        "2021-12-05",
        reports=[REPORT],
        tasks=[{"item": "so", "period": "2021", "status": "in_progress", "quantity": "1"}],
    ),
    a_filing("c", "2021-11-30", reports=[{**REPORT, "nil": "true"}]),
    a_filing("x", "2021-10-10", tasks=[{"item": "tx", "period": "2021", "status": "in_progress"}]),
    a_filing("f", "2021-10-11", tasks=[done("so", period="2021", quantity="40")]),
)
SCENE = Scene(
    PLAN,
    a_registry("a", "b", "c", "d", "e", "f", "x"),
    some_decisions(waivers=[{"item": "bc", "period": "2021", "agencies": ["e"], "reason": "lũ"}]),
    filings=FILINGS,
)


def gathered(
    scene: Scene = SCENE, as_of: str = "2021-12-31", period: str = "2021", item: str = "bc"
) -> Consolidation:
    """Return the consolidation of a scene."""
    report = scene.report(as_of)
    (demand,) = [
        each for each in report.docket.demands if (each.item.id, each.period) == (item, period)
    ]
    return consolidate(report, demand, scene.filings)


def gathered_on(of: Consolidation, item: str) -> ConsolidatedItem:
    """Return what was gathered on an item."""
    (found,) = [each for each in of.items if each.demand.item.id == item]
    return found


def standings(found: ConsolidatedItem) -> Mapping[str, str]:
    """Return the ids of the agencies by where they stand."""
    return {
        standing.value: "".join(each.agency for each in found.those(standing))
        for standing in Standing
        if found.those(standing)
    }


def test_who_reported_and_who_did_not() -> None:
    """Sent + not sent = asked; the excused one is in neither."""
    of = gathered()
    assert [each.agency for each in of.sent] == ["a", "c", "b"]  # in order of receipt
    assert [(each.agency, each.days) for each in of.late] == [("b", 4)]  # 1 → 5 December
    assert [each.agency for each in of.nil] == ["c"]
    assert [(each.agency, each.days) for each in of.unsent] == [("d", 30)]  # 1 → 31 December
    assert [each.agency for each in of.waived] == ["e"]
    assert (len(of.sent), of.asked) == (3, 4)


def test_what_has_not_come_yet_is_not_told() -> None:
    """On 30/11 the report of *b* (05/12) is no report; it is named as one that does not count."""
    of = gathered(as_of="2021-11-30")
    assert [each.agency for each in of.sent] == ["a", "c"]
    assert [each.agency for each in of.unsent] == ["b", "d"]
    assert [claim.key.agency for claim in of.unheard] == ["b"]
    assert gathered().unheard == ()
    assert standings(gathered_on(of, "so"))["unreported"] == "bd"


def test_everybody_stands_in_one_place() -> None:
    """Each item by hand: what *a* … *e* and *x* say of it, or why they say nothing."""
    of = gathered()
    assert [each.demand.item.id for each in of.items] == ["tx", "so", "mot"]  # the plan's order
    assert standings(gathered_on(of, "tx")) == {
        "answered": "ax", "nil": "c", "silent": "b", "unreported": "d", "unasked": "e",
    }  # fmt: skip
    assert standings(gathered_on(of, "so")) == {
        "answered": "ab", "nil": "c", "unreported": "d", "unasked": "e",
    }  # fmt: skip
    assert standings(gathered_on(of, "mot")) == {
        "answered": "a", "nil": "c", "silent": "b", "unreported": "d", "unasked": "e",
    }  # fmt: skip


def test_quantities_against_the_quota() -> None:
    """3 + 1 of 1 + 2 + 1 + 1 + 1; *a* reached its one, *b* not its two; *f* is in no sum."""
    so = gathered_on(gathered(), "so")
    assert so.quantities == (QuantitySum("lĩnh vực", reached=4, asked=6, met=1, owing=5),)
    assert [entry.claim.key.agency for entry in so.beside] == ["f"]
    assert so.progress == {"done": 1, "in_progress": 1}
    assert so.evidence == 1
    assert gathered_on(gathered(), "tx").quantities == ()


def test_remarks_on_the_whole() -> None:
    """What a report and its file say beside their entries; the note of an entry stands with it."""
    assert gathered().remarks == (("a", "Lời chung"), ("a", "Ghi chú cả tệp"))


def test_another_years_report_is_another_consolidation() -> None:
    """What the file of 2022 says of a one-off belongs to 2022, and is told of in 2021 as such."""
    later = a_filing(
        "b",
        "2022-11-20",
        reports=[{"item": "bc", "period": "2022"}],
        tasks=[done("mot", completed="2022-03-01"), {"item": "tx", "status": "in_progress"}],
    )
    scene = SCENE.told(later)
    first, second = (gathered(scene, "2022-12-31", year) for year in ("2021", "2022"))
    assert standings(gathered_on(first, "mot"))["elsewhere"] == "b"
    assert standings(gathered_on(first, "tx"))["silent"] == "b"
    assert [e.claim.key.agency for e in gathered_on(second, "mot").entries] == ["b"]
    assert standings(gathered_on(second, "mot"))["elsewhere"] == "a"
    assert standings(gathered_on(second, "tx"))["answered"] == "b"


def test_what_is_said_of_a_beginning_belongs_to_the_year_in_which_that_was_due() -> None:
    """Begun in 2021, when that was due, and done by 2022: the report of 2022 tells of the end alone."""
    plan = a_plan(
        an_item("bc", {"every": "year", "before": "12-02"}, "report"),
        an_item("1", [{"start": {"by": "2021-03-31"}}, {"by": "2022-06-30"}]),
        reporting="bc",
    )
    work = {"item": "1", "status": "in_progress", "started": "2021-03-10"}
    told = a_filing("a", "2022-11-20", reports=[{**REPORT, "period": "2022"}], tasks=[work])
    of = gathered(Scene(plan, a_registry("a"), filings=(told,)), "2022-12-31", "2022")
    assert {each.demand.period: standings(each) for each in of.items} == {"once": {"answered": "a"}}


def test_files_joined_or_split() -> None:
    """Splitting or joining files changes nothing: an entry then goes by its period or its day."""
    one, two = (
        {"item": "tx", "period": year, "status": "in_progress"} for year in ("2021", "2022")
    )
    once = done("mot", completed="2021-07-10")
    reports = [REPORT, {**REPORT, "period": "2022"}]
    joined = a_filing("a", "2021-11-29", reports=reports, tasks=[one, two, once])
    split = (
        a_filing("a", "2021-11-29", reports=reports[:1], file="1.yaml"),
        a_filing("a", "2021-11-29", reports=reports[1:], file="2.yaml"),
        a_filing("a", "2021-11-29", tasks=[one], file="3.yaml"),
        a_filing("a", "2021-11-29", tasks=[two], file="4.yaml"),
        a_filing("a", "2021-11-29", tasks=[once], file="5.yaml"),
    )
    for filings in ((joined,), split):
        of = gathered(Scene(PLAN, SCENE.registry, filings=filings), "2022-12-31")
        assert [(m.demand.item.id, len(m.entries)) for m in of.items] == [
            ("tx", 1), ("so", 0), ("mot", 1),
        ]  # fmt: skip


def test_paper_reports_of_the_registry_book() -> None:
    """The book counts without a file; an item that it alone knows goes by its day."""
    book = a_book(
        {"agency": "d", "received": "2021-12-01", **REPORT, "note": "Bản giấy"},
        {"agency": "d", "received": "2021-08-02", "item": "mot", "completed": "2021-07-31",
         "document": {"number": "9/BC-D"}},
        {"agency": "b", "received": "2022-08-02", "item": "mot", "completed": "2022-07-31",
         "document": {"number": "9/BC-B"}},
    )  # fmt: skip
    of = gathered(Scene(PLAN, SCENE.registry, book=book), "2022-12-31")
    assert [each.agency for each in of.sent] == ["d"]
    assert of.remarks == (("d", "Bản giấy"),)
    assert standings(gathered_on(of, "mot")) == {
        "answered": "d",
        "elsewhere": "b",
        "unreported": "ace",
    }


def test_one_off_report_gathers_its_own_files_only() -> None:
    """A report made once covers no span of days: what stands in other files is not its matter."""
    plan = a_plan(
        an_item("kh", {"by": "2021-06-29"}, "report", implement=["a", "b"]),
        an_item("1", implement=["a", "b"]),
    )
    filings = (
        a_filing("a", "2021-06-20", reports=[{"item": "kh"}], tasks=[done("1")]),
        a_filing("b", "2021-06-20", tasks=[done("1")]),
    )
    of = gathered(Scene(plan, filings=filings), item="kh", period="once")
    assert standings(gathered_on(of, "1")) == {"answered": "a", "elsewhere": "b"}


def test_months_within_the_year() -> None:
    """The yearly report gathers what fell due in its months, each month a matter of its own."""
    plan = a_plan(
        an_item("bc", {"every": "year", "before": "12-02"}, "report"),
        an_item("thang", {"every": "quarter"}),
        reporting="bc",
    )
    told = a_filing("a", "2021-11-29", reports=[REPORT],
                    tasks=[done("thang", period="2021-Q3")])  # fmt: skip
    of = gathered(Scene(plan, filings=(told,)))
    periods = {each.demand.period: standings(each) for each in of.items}
    assert periods == {
        "2021-Q1": {"silent": "a"}, "2021-Q2": {"silent": "a"},
        "2021-Q3": {"answered": "a"}, "2021-Q4": {"silent": "a"},
    }  # fmt: skip


def test_a_merged_body_speaks_for_its_heir() -> None:
    """*b* ended in 2022 and *a* took over: what *b* had said of 2021 stays said."""
    registry = a_registry("a", {"id": "b", "valid": {"to": "2022-02-28"}, "successors": ["a"]})
    plan = a_plan(
        an_item("bc", {"every": "year", "before": "12-02"}, "report", implement=["a", "b"]),
        an_item("so", {"every": "year"}, implement=["a", "b"]),
        reporting="bc",
    )
    told = a_filing("b", "2021-11-29", reports=[REPORT],
                    tasks=[{"item": "so", "status": "in_progress"}])  # fmt: skip
    of = gathered(Scene(plan, registry, filings=(told,)), "2022-12-31")
    assert [(each.agency, each.merged) for each in of.unsent] == [("a", ())]
    assert [each.agency for each in of.sent] == ["b"]
    (so,) = of.items
    assert standings(so) == {"answered": "a"}
    assert [entry.claim.key.agency for entry in so.entries] == ["b"]


def test_sample_is_told_where_it_counts() -> None:
    """Invented data anywhere in what is gathered, and nowhere else."""
    invented = a_filing("a", "2022-05-05", tasks=[done("so", period="2022")], sample="true")
    assert not gathered(SCENE.told(invented), "2022-12-31").sample
    assert gathered(SCENE.told(invented), "2022-12-31", "2022").sample


@st.composite
def files(draw: st.DrawFn) -> tuple[Filing, ...]:
    """Any mixture of reports and entries of two years, in files joined in any way."""
    found = []
    for number in range(draw(st.integers(0, 6))):
        agency = draw(st.sampled_from([*ALL, "x", "f"]))
        entries: list[dict[str, Any]] = [
            {"item": item, "status": draw(st.sampled_from(["not_started", "in_progress", "done"]))}
            | ({} if item == "mot" else {"period": draw(st.sampled_from(["2021", "2022"]))})
            for item in draw(st.lists(st.sampled_from(["tx", "so", "mot"]), max_size=4))
        ]
        years = draw(st.lists(st.sampled_from(["2021", "2022"]), unique=True))
        nil = draw(st.sampled_from(["true", "false"]))
        reports = [{"item": "bc", "period": year, "nil": nil} for year in years]
        day = draw(st.sampled_from(["2021-06-01", "2021-12-09", "2022-03-03", "2022-12-09"]))
        found.append(a_filing(agency, day, reports, entries, file=f"{number}.yaml"))
    return tuple(found)


@given(files())
def test_everything_adds_up(filings: tuple[Filing, ...]) -> None:
    """Owed = the sum over all places; answered = done + in progress + not started; nothing twice."""
    scene = Scene(PLAN, SCENE.registry, SCENE.decisions, filings=filings)
    said = []
    for year in ("2021", "2022"):
        of = gathered(scene, "2022-12-31", year)
        assert of.asked + len(of.waived) == len(of.reports)
        for each in of.items:
            assert sum(len(each.those(standing)) for standing in Standing) == each.owed
            assert sum(each.progress.values()) == len(each.those(Standing.ANSWERED))
            said += [entry.claim for entry in each.entries]
    tasks = [claim for claim in scene.claims() if claim.kind == "task"]
    told = {(claim.file, claim.route) for claim in said}
    assert told == {(claim.file, claim.route) for claim in tasks}


@pytest.mark.parametrize("as_of", ["2021-01-01", "2021-12-01", "2029-01-01"])
def test_any_day_will_do(as_of: str) -> None:
    """Before anything came, on the last day, and long after."""
    of = gathered(as_of=as_of)
    assert of.as_of == D(as_of)
    assert of.asked == 4 + (not of.waived)
