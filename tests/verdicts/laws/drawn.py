"""Scenes at random: a plan of many kinds of item, who owes it, what was filed, recorded and decided.

Four agencies; a, b and c are the group ``tat-ca``. Days lie in 2021 and 2022.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from hypothesis import strategies as st

from builders import D, Scene, a_book, a_filing, a_plan, a_registry, an_item, some_decisions
from kehoach.model.workspace import Filing
from kehoach.verdicts.assessment import Assessment, Reason
from kehoach.words.statuses import Status
from laws import law

Entry = dict[str, Any]
laws = law(5)
DAYS = st.dates(D("2021-01-01"), D("2022-12-31"))
ALL: Any = {"implement": ["tat-ca"]}
ITEMS = {
    "trong": an_item("trong", {"within": "2021"}, **ALL),
    "ngay": an_item("ngay", {"by": "2021-06-30"}, lead=["a"], **ALL),
    "it-nhat": an_item("it-nhat", {"every": "year"}, implement=["b", "c"], quota=[{"at_least": "2"}]),
    "bc": an_item("bc", {"every": "half-year", "by": ["05-30", "10-31"]}, "report", **ALL),
    "bc-quy": an_item("bc-quy", {"every": "quarter", "plus": "5 working days"}, "report", lead=["a"],
                      coordinate=["d"]),
    "tx": an_item("tx", {"continuous": "true"}, implement=["a", "c"]),
    "cho": an_item("cho", {"event": "su-kien", "plus": "2 months"}, lead=["b"]),
    "khoi": an_item("khoi", [{"start": {"by": "2021-03-31"}}, {"by": "2022-01-31"}], **ALL),
    "dn": an_item("dn", {"by": "2021-09-30"}, implement=["c"], binding="requested"),
    "aim": an_item("aim", {"by": "2021-09-30", "aspirational": "true"}, implement=["a"]),
}  # fmt: skip
REPORTS = ("bc", "bc-quy")
ONCE = ("trong", "ngay", "cho", "khoi", "dn", "aim")
PERIODS = {
    "bc": ["2021-H1", "2021-H2", "2022-H1"], "bc-quy": ["2021-Q1", "2021-Q2", "2021-Q4"],
    "it-nhat": ["2021", "2022"], "tx": ["2021-H1", "2021-H2"], "khoi": ["start", "once"],
}  # fmt: skip
NAMES = st.sampled_from(sorted(ITEMS))
AGENCIES = st.sampled_from("abc")
GROUPS = [{"id": "tat-ca", "name": "Tất cả", "members": ["a", "b", "c"]}]


@st.composite
def entries(draw: st.DrawFn, items: st.SearchStrategy[str] = NAMES) -> Entry:
    """Draw what is said of an item in a period."""
    item = draw(items)
    entry: Entry = {"item": item, "period": draw(st.sampled_from(PERIODS.get(item, ["once"])))}
    if item in REPORTS:
        return {**entry, "nil": draw(st.sampled_from(["true", "false"]))}
    status = draw(st.sampled_from(["done", "done", "done", "in_progress", "not_started"]))
    days = {key: str(draw(DAYS)) for key in _days_of(status) if draw(st.booleans())}
    return {**entry, "status": status, "quantity": draw(st.sampled_from("123")), **days}


def _days_of(status: str) -> Sequence[str]:
    return {"done": ("started", "completed"), "in_progress": ("started", "expected")}.get(
        status, ()
    )


def filed(agency: str, day: str, number: int, said: Sequence[Entry]) -> Filing:
    """Return a file of an agency, the so-and-so-manieth, that says this."""
    reports = [each for each in said if each["item"] in REPORTS]
    tasks = [each for each in said if each["item"] not in REPORTS]
    file = f"submissions/{agency}/{number}.yaml"
    return a_filing(agency, day, reports, tasks, number=f"{number}/BC", file=file)


class Told(NamedTuple):
    """A file as it was drawn."""

    agency: str
    day: str
    said: tuple[Entry, ...]


TOLD = st.builds(
    Told, AGENCIES, DAYS.map(str), st.lists(entries(), min_size=1, max_size=4).map(tuple)
)
FILES = st.lists(TOLD, max_size=6)


def filings(told: Sequence[Told]) -> tuple[Filing, ...]:
    """Return the files, each under a name of its own."""
    return tuple(filed(*each[:2], number, each.said) for number, each in enumerate(told))


def letter(day: str) -> dict[str, Any]:
    """Return the document of a decision of a day."""
    return {"document": {"number": "1/QĐ", "date": day}}


@st.composite
def decisions(draw: st.DrawFn, *kinds: str) -> dict[str, list[Entry]]:
    """Draw some decisions of these kinds, each by a letter of its own."""
    found: dict[str, list[Entry]] = {}
    for kind in kinds:
        for _ in range(draw(st.integers(0, 2))):
            found.setdefault(kind, []).append(draw(a_decision(kind)))
    if draw(st.booleans()):
        day = str(draw(DAYS))
        found["events"] = [{"id": "su-kien", "date": day, **letter(day)}]
    return found


@st.composite
def a_decision(draw: st.DrawFn, kind: str) -> Entry:
    """Draw one decision on what somebody owes of an item."""
    item, decided, one, two = draw(NAMES), *(str(draw(DAYS)) for _ in range(3))
    first, last = sorted((one, two))
    said: Entry = {
        "extensions": {"due": one},
        "waivers": {"reason": "bão"},
        "returns": {"reason": "thiếu", "date": max(decided, one)},
        "pauses": {"reason": "chờ", "from": first, "until": last},
    }[kind]
    whose = draw(st.sampled_from([[], ["a"], ["b", "c"], ["tat-ca"]]))
    period = {"period": draw(st.sampled_from(PERIODS[item]))} if item in PERIODS else {}
    return {"item": item, "agencies": whose, **period, **said, **letter(decided)}


DECIDED = decisions("extensions", "waivers", "returns", "pauses")


@st.composite
def arrivals(draw: st.DrawFn) -> Entry:
    """Draw an entry of the book that dates something by its item."""
    named = draw(entries())
    about = {key: named[key] for key in ("item", "period")}
    return {"agency": draw(AGENCIES), "received": str(draw(DAYS)), **about}


RECORDED = st.lists(arrivals(), max_size=2)


def scene(
    items: Sequence[str],
    told: Sequence[Told] = (),
    decided: Mapping[str, Sequence[Entry]] | None = None,
    recorded: Sequence[Entry] = (),
) -> Scene:
    """Return the scene of these items."""
    plan = a_plan(*(ITEMS[id_] for id_ in items), last="2022-12-31", reporting="bc")
    registry = a_registry(*"abcd", groups=GROUPS)
    book = a_book(*recorded)
    return Scene(plan, registry, some_decisions(**decided or {}), book, filings(told))


PLANNED = st.just([*ITEMS])
SCENES = st.builds(scene, PLANNED, FILES, DECIDED, RECORDED)
QUIET = st.builds(scene, PLANNED, FILES, decisions())
"""Scenes in which nothing is decided that moves or lifts a duty."""


class View(NamedTuple):
    """What a verdict says of whoever owes it, without where it was read."""

    status: Status
    reason: Reason
    days: int | None
    due: date | None
    completed: date | None
    covered: bool | None
    received: date | None
    soon: bool


Place = tuple[str, str, str]


def viewed(verdict: Assessment) -> View:
    """Return what a verdict says."""
    claim = verdict.claim
    received = claim.receipt.day if claim and claim.receipt and verdict.done else None
    return View(
        verdict.status, verdict.reason, verdict.days, verdict.obligation.due,
        verdict.completed, verdict.covered, received, verdict.due_soon,
    )  # fmt: skip


def seen(scene: Scene, as_of: date) -> dict[Place, View]:
    """Return every verdict at a date by item, agency and period."""
    return {
        (each.obligation.key.item, each.agency, each.obligation.key.period): viewed(each)
        for each in scene.verdicts(as_of)
    }


def with_files(scene: Scene, told: Sequence[Told]) -> Scene:
    """Return the scene in which these are the files."""
    return replace(scene, filings=filings(told))
