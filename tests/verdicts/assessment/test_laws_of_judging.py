"""Laws of verdicts, on random plans, files, decisions and days."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from builders import (
    Mapping,
    Scene,
    a_filing,
    a_plan,
    a_registry,
    done,
    owed,
    some_decisions,
)
from kehoach.verdicts.assessment import Assessment
from kehoach.verdicts.tables import count
from kehoach.words.statuses import Remark, Status
from verdicts.assessment.judged import (
    ITEMS,
    body,
    days,
    decisions,
    filings,
    state,
)

GROUPS = [{"id": "tat-ca", "members": ["a", "b", "c"]}]
laws = settings(deadline=None, max_examples=80)


@st.composite
def scenes(draw: st.DrawFn, ending: bool = True, returning: bool = True) -> Scene:
    """Draw a small plan and what was said of it; bodies may end, with any successors."""
    chosen = draw(st.lists(st.sampled_from(sorted(ITEMS)), min_size=1, unique=True))
    plan = a_plan(*(ITEMS[id_] for id_ in chosen), last="2022-12-31", reporting="bc")
    bodies: list[Mapping] = []
    for id_ in "abcd":
        ends = ending and draw(st.booleans())
        successors = draw(st.lists(st.sampled_from("abcd"), max_size=2)) if ends else []
        bodies.append(body(id_, str(draw(days)) if ends else None, *successors))
    registry = a_registry(*bodies, groups=GROUPS)
    told = tuple(draw(st.lists(filings(), max_size=6)))
    return Scene(plan, registry, draw(decisions(returning)), filings=told)


@laws
@given(scenes(), days)
def test_each_obligation_has_exactly_one_status(scene: Scene, as_of: date) -> None:
    """Nobody's debt is lost or doubled: shown as its own, as inherited, or in what it merged with."""
    report = scene.report(as_of)
    verdicts = report.assessments
    shown = {each.obligation.key for each in verdicts}
    merged = {each.obligation.key._replace(agency=old) for each in verdicts for old in each.merged}
    assert shown | merged == {each.key for each in report.docket.obligations}
    places = [(each.obligation.key, each.agency) for each in verdicts]
    assert len(set(places)) == len(places)


@laws
@given(scenes(), days)
def test_counts_add_up(scene: Scene, as_of: date) -> None:
    """Assigned = on time + late + in term + overdue; with the rest, all that is listed."""
    verdicts = scene.verdicts(as_of)
    counts = count(verdicts)
    apart = (
        counts[Status.WAITING]
        + counts[Status.ONGOING]
        + counts[Status.WAIVED]
        + counts[Status.PAUSED]
        + counts[Remark.REQUESTED]
    )
    assert counts.assigned + apart == len(verdicts)
    assert counts[Remark.DUE_SOON] <= counts[Status.IN_TERM]
    assert counts[Remark.MISSING] <= counts[Status.OVERDUE]
    assert counts[Remark.EXPLAINED] <= counts[Status.OVERDUE]
    assert counts[Remark.UNCOVERED] <= counts[Status.ONGOING]


@laws
@given(scenes(ending=False, returning=False), days, st.integers(0, 400))
def test_time_alone_makes_nothing_less_late(scene: Scene, as_of: date, later: int) -> None:
    """Without new data the days never fall, what is done stays done, what is overdue stays so or pauses."""
    known = tuple(each for each in scene.filings if _declared(each) <= as_of)
    decided = scene.decisions.known("06", as_of)
    still = Scene(scene.plan, scene.registry, decided, filings=known)
    now, then = (
        {each.obligation.key: each for each in still.verdicts(day)}
        for day in (as_of, as_of + timedelta(days=later))
    )
    assert now.keys() <= then.keys()
    for key, verdict in now.items():
        after = then[key]
        if verdict.days is not None and after.days is not None:
            assert after.days >= verdict.days
        if verdict.overdue:
            assert after.status in (Status.OVERDUE, Status.DONE_LATE, Status.PAUSED)
        if verdict.done:
            assert state(after) == state(verdict)
        if verdict.covered is not None:
            assert after.covered == verdict.covered


@laws
@given(scenes(), days)
def test_what_came_later_never_counts(scene: Scene, as_of: date) -> None:
    """``--as-of`` judges by what had been received and decided by that day, and by nothing else."""
    known = tuple(each for each in scene.filings if _declared(each) <= as_of)
    decided = scene.decisions.known("06", as_of)
    at_the_time = Scene(scene.plan, scene.registry, decided, filings=known)
    assert [_told(each) for each in scene.verdicts(as_of)] == [
        _told(each) for each in at_the_time.verdicts(as_of)
    ]


@laws
@given(scenes(), days, st.randoms())
def test_the_order_of_files_changes_no_verdict(scene: Scene, as_of: date, random: Any) -> None:
    """One verdict, in whatever order the folder is read."""
    mixed = tuple(random.sample(scene.filings, len(scene.filings)))
    shuffled = Scene(scene.plan, scene.registry, scene.decisions, filings=mixed)
    assert [_told(each)[:-1] for each in shuffled.verdicts(as_of)] == [
        _told(each)[:-1] for each in scene.verdicts(as_of)
    ]


@laws
@given(scenes(), days)
def test_a_verdict_agrees_with_its_days(scene: Scene, as_of: date) -> None:
    """On time means no day over, late and overdue mean at least one, in term none."""
    for each in scene.verdicts(as_of):
        if each.status in (Status.DONE_LATE, Status.OVERDUE):
            assert each.days is not None
            assert each.days > 0
        elif each.status in (Status.DONE_ON_TIME, Status.IN_TERM) and each.obligation.binding:
            assert each.days is None or each.days <= 0
        assert not (each.due_soon and each.status is not Status.IN_TERM)
        assert (each.covered is None) or each.status is Status.ONGOING


def _declared(filing: Any) -> date:
    day: date = filing.submission.document.date
    return day


def _told(each: Assessment) -> tuple[Any, ...]:
    """Return everything that a verdict says, in values that can be compared."""
    claim = (each.claim.file, each.claim.route) if each.claim else None
    return (each.obligation.key, each.agency, each.status, each.reason, each.days, each.due_soon,
            each.completed, each.covered, each.inherited_from, each.heirless, each.merged,
            claim)  # fmt: skip


def test_the_laws_are_tried_on_something() -> None:
    """The pool of items yields every status, so that the laws above are not empty."""
    waiver = {"item": "ngay", "reason": "thiên tai", "agencies": ["b"]}
    pause = {"item": "ngay", "reason": "chờ", "agencies": ["c"], "from": "2021-12-01"}
    told = (
        a_filing(
            "a", "2021-05-01", tasks=[done("trong")], reports=[{"item": "bc", "period": "2021-H1"}]
        ),
        a_filing("b", "2021-05-01", tasks=[done("trong", completed="2021-04-30")]),
        a_filing("a", "2021-07-15", tasks=[done("ngay")]),
    )
    plan = a_plan(*ITEMS.values(), last="2022-12-31", reporting="bc")
    registry = a_registry("a", "b", "c", groups=GROUPS)
    scene = Scene(plan, registry, some_decisions(waivers=[waiver], pauses=[pause]), filings=told)
    verdicts = scene.verdicts("2021-12-31")
    assert {each.status for each in verdicts} == set(Status)
    assert ("ngay", "a", "once") in owed(verdicts)
