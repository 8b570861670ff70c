"""By when a finished task must have been told: by the next report of the agency, or of its heir."""

from builders import D, Mapping, Scene, a_filing, a_plan, a_registry, an_item, done
from kehoach.verdicts.assessment.timing import TellingDays

REPORT = an_item("bc", {"every": "half-year", "by": ["05-30", "10-31"]}, "report",
                 implement=["tat-ca"])  # fmt: skip
GROUPS = [{"id": "tat-ca", "members": ["cu", "moi", "khac"]}]
REGISTRY = a_registry(
    {"id": "cu", "valid": {"to": "2022-06-30"}, "successors": ["moi"]},
    {"id": "moi", "valid": {"from": "2022-07-01"}},
    "khac",
    groups=GROUPS,
)


def _scene(agency: str, due: str) -> Scene:
    task: Mapping = an_item("1", {"by": due}, lead=[agency])
    plan = a_plan(REPORT, task, last="2022-12-31", reporting="bc")
    told = a_filing(agency, "2022-12-20", tasks=[done(completed=due)])
    return Scene(plan, REGISTRY, filings=(told,))


def _told_by(agency: str, due: str) -> object:
    verdicts = _scene(agency, due).verdicts("2022-12-31")
    (timing,) = (each.timing for each in verdicts if each.timing)
    return timing.by, timing.report and timing.report.agency


def test_the_next_report_may_be_the_successors() -> None:
    """The old body ended on 30 June 2022: the report of 31 October is owed by the new one."""
    assert _told_by("cu", "2022-06-15") == (D("2022-10-31"), "moi")


def test_a_report_on_the_due_day_itself_is_the_next() -> None:
    """Due on 30 May, reported on 30 May: the old body's own report."""
    assert _told_by("cu", "2022-05-30") == (D("2022-05-30"), "cu")


def test_nobody_else_reports_for_it() -> None:
    """After the last report of the year there is none, only the ten days of tolerance."""
    assert _told_by("khac", "2022-12-10") == (D("2022-12-20"), None)


def test_of_what_nobody_knows_when_it_came_nothing_is_compared() -> None:
    """A file without a date: it counts at no day, and there is none by which it was told."""
    scene = Scene(
        a_plan(an_item("1", {"by": "2022-06-15"})), filings=(a_filing(dated=None, tasks=[done()]),)
    )
    docket = scene.docket("2022-12-31")
    (claim,), (owed,) = scene.claims("2022-12-31"), docket.obligations
    assert TellingDays(docket, scene.registry).timing(owed, claim) is None
