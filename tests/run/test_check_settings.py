"""``checks.yaml``: what it passes over and what it may not; no verdict ever depends on it."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.diagnostics import Finding, Place, Severity, Subject
from kehoach.model.check_settings import Baselined, CheckSettings, Ignore
from kehoach.run import Run
from kehoach.run.rulebook import all_rules
from kehoach.run.sifting import known_as, sift, sift_change
from run.repositories import SNV, STC, Depot, verdicts

Judge = Callable[..., Run]
MakePlan = Callable[..., str]
HEAD = "schema: kehoach/checks@1\n"
RULES = {rule.code: rule for rule in all_rules()}
SENT = """\
schema: kehoach/submission@1
plan: "07"
agency: {agency}
document: {{number: 1/BC, date: 2021-10-15}}
tasks:
  - {{item: "9", status: done, completed: 2021-07-01}}
  - {{item: "1", status: done, evidence: [{{number: 2/CV, date: 2021-10-01}}]}}
"""
AS_OF = "2021-12-15"


@pytest.fixture(name="run_with")
def _run_with(judge: Judge, plan_text: MakePlan) -> Callable[..., Run]:
    """Two agencies name an item that is not there (KH403) and a task without its day (KH410)."""
    plan = plan_text('id: "1", implement: [so-nganh], deadline: {by: 2021-09-30}')

    def make(settings: str | None, as_of: str = AS_OF) -> Run:
        files = {
            f"submissions/{each}/a.yaml": SENT.format(agency=each)
            for each in ("so-tai-chinh", "so-noi-vu")
        }
        text = None if settings is None else HEAD + settings
        return judge({"plan_07.yaml": plan, **files, "checks.yaml": text}, as_of, wordings=True)

    return make


def ignoring(*entries: str, until: str = "2021-12-31") -> str:
    lines = (f"  - {{{each}, reason: thống nhất tại 12/STP, until: {until}}}\n" for each in entries)
    return f"ignore:\n{''.join(lines)}"


def told(run: Run) -> list[tuple[str, str | None]]:
    return sorted((each.rule.code, each.subject.agency) for each in run.wrong)


ALL = [("KH403", SNV), ("KH403", STC), ("KH410", SNV), ("KH410", STC)]


@pytest.mark.parametrize(
    ("entry", "passed"),
    [
        ("rule: KH403", [("KH403", SNV), ("KH403", STC)]),
        ("rule: KH403, agency: so-noi-vu", [("KH403", SNV)]),
        ("rule: KH403, file: submissions/so-noi-vu/*", [("KH403", SNV)]),
        ("rule: KH403, file: submissions/so-noi-vu/a.yaml", [("KH403", SNV)]),
        ("rule: KH410, item: '1', period: once", [("KH410", SNV), ("KH410", STC)]),
        ("rule: KH410, item: '1', agency: so-tai-chinh", [("KH410", STC)]),
    ],
)
def test_an_ignore_passes_over_what_fits_all_that_it_names(
    run_with: Callable[..., Run], entry: str, passed: list[tuple[str, str]]
) -> None:
    assert told(run_with(None)) == ALL
    run = run_with(ignoring(entry))
    assert told(run) == [each for each in ALL if each not in passed]
    assert sorted((p.finding.rule.code, p.finding.subject.agency) for p in run.passed) == passed
    assert {p.ignore.reason for p in run.passed if p.ignore} == {"thống nhất tại 12/STP"}


@pytest.mark.parametrize(
    ("entry", "until", "code"),
    [
        ("rule: KH403, file: submissions/*", "2021-12-14", "KH563"),  # ended yesterday
        ("rule: KH403, file: submission/*", "2021-12-31", "KH562"),
        ("rule: KH403, period: 2021", "2021-12-31", "KH562"),  # what is not in the plan has none
        ("rule: KH405", "2021-12-31", "KH562"),
        ("rule: KH999", "2021-12-31", "KH564"),
        ("rule: KH403, agency: so-noi-v", "2021-12-31", "KH564"),
        ("rule: KH410, item: '2'", "2021-12-31", "KH564"),
        ("rule: KH502", "2021-12-31", "KH565"),
        ("rule: KH501", "2021-12-31", "KH565"),
        ("rule: KH203", "2021-12-31", "KH565"),
        ("rule: KH518", "2021-12-31", "KH565"),
        ("rule: KH562", "2021-12-31", "KH565"),
    ],
)
def test_an_entry_without_effect_is_told(
    run_with: Callable[..., Run], entry: str, until: str, code: str
) -> None:
    assert told(run_with(ignoring(entry, until=until))) == sorted([*ALL, (code, None)])


def test_the_last_day_still_counts(run_with: Callable[..., Run]) -> None:
    run = run_with(ignoring("rule: KH403", until=AS_OF))
    assert told(run) == ALL[2:]


def test_what_was_probably_meant(run_with: Callable[..., Run]) -> None:
    (idle,) = (
        each
        for each in run_with(ignoring("rule: KH403, item: '1'")).wrong
        if each.rule.code == "KH562"
    )
    assert "submissions/so-noi-vu/a.yaml (so-noi-vu, 9)" in idle.message("vi")


@pytest.mark.parametrize("missing", ["reason: x", "until: 2021-12-31"])
def test_a_reason_and_an_end_are_compulsory(run_with: Callable[..., Run], missing: str) -> None:
    entry = ", ".join(e for e in ("rule: KH403", "reason: x", "until: 2021-12-31") if e != missing)
    assert told(run_with(f"ignore:\n  - {{{entry}}}\n")) == sorted([*ALL, ("KH202", None)])


def test_without_the_file_being_readable_nothing_is_passed_over(
    run_with: Callable[..., Run],
) -> None:
    run = run_with("ignore: {")
    assert [each for each in told(run) if each in ALL] == ALL
    assert run.left_out == ("checks.yaml",)
    assert run.uncounted == ()  # no verdict rests on it


def test_severities(run_with: Callable[..., Run]) -> None:
    run = run_with("severity: {KH403: warning, KH410: error}\n")
    found = {each.rule.code: each.rule.severity for each in run.wrong}
    assert found == {"KH403": Severity.WARNING, "KH410": Severity.ERROR}


def test_a_lowered_error_of_the_office_is_still_not_counted(
    judge: Judge, plan_text: MakePlan
) -> None:
    """What does not count has to be said wherever figures are, however little it matters in check."""
    plan = plan_text('id: "1", lead: [so-tai-chinh, so-khong-co], deadline: {by: 2021-09-30}')
    run = judge({"plan_07.yaml": plan, "checks.yaml": HEAD + "severity: {KH302: notice}\n"}, AS_OF)
    assert {each.rule.code: each.rule.severity for each in run.wrong}["KH302"] is Severity.NOTICE
    assert [each.rule.code for each in run.uncounted] == ["KH302"]


SETTINGS = st.builds(
    lambda severity, ignored: {
        "severity": severity,
        "ignore": [
            {"rule": each, "reason": "x", "until": "2099-12-31"} for each in sorted(ignored)
        ],
    },
    st.dictionaries(st.sampled_from(sorted(RULES)), st.sampled_from([*Severity]).map(str)),
    st.sets(st.sampled_from(sorted(RULES))),
)


@given(SETTINGS)
def test_whatever_is_set_lateness_and_what_is_not_read_are_told(said: dict[str, object]) -> None:
    settings = CheckSettings.model_validate({"schema": "kehoach/checks@1", **said})
    found = [Finding(rule, Place("a.yaml"), {}) for rule in RULES.values()]
    sifted = sift(found, settings, date(2021, 12, 15))
    kept = {each.rule.code: each.rule.severity for each in sifted.kept}
    fixed = [r for r in RULES.values() if r.verdict or r.code < "KH300"]
    fixed = [r for r in fixed if r.verdict or r.severity is Severity.ERROR]
    assert len(fixed) > 15
    assert {r.code: r.severity for r in fixed}.items() <= kept.items()
    assert len(sifted.kept) + len(sifted.passed) == len(found)


def test_verdicts_do_not_depend_on_settings(run_with: Callable[..., Run]) -> None:
    plain = run_with(None)
    entries = "".join(f"  - {{rule: {each}, reason: x, until: 2099-12-31}}\n" for each in RULES)
    run = run_with(f"ignore:\n{entries}")
    assert verdicts(run) == verdicts(plain)
    assert run.verdicts == plain.verdicts
    assert run.counts == plain.counts


# ── What was there before ───────────────────────────────────────────────────────────────────────


def _row(finding: Finding, count: int = 1) -> Baselined:
    rule, file, mark = known_as(finding)
    return Baselined.model_construct(rule=rule, file=file, mark=mark, count=count)


def settings_of(*rows: Baselined, ignore: tuple[Ignore, ...] = ()) -> CheckSettings:
    return CheckSettings.model_construct(
        schema_="kehoach/checks@1", severity={}, ignore=ignore, baseline=rows
    )


def test_so_many_are_passed_over_as_there_were() -> None:
    one = Finding(RULES["KH410"], Place("a.yaml", ("tasks", 0)), {"item": "1"})
    other = one._replace(place=Place("a.yaml", ("tasks", 7)))
    third = one._replace(place=Place("b.yaml"))
    sifted = sift([one, other, third], settings_of(_row(one)), date(2021, 12, 15))
    assert (sifted.kept, [each.finding for each in sifted.passed]) == ((other, third), [one])


def test_a_day_of_receipt_makes_no_old_mistake_new() -> None:
    """A file that is not committed is received today, every day anew."""
    one = Finding(RULES["KH410"], Place("a.yaml"), {"item": "1", "received": date(2021, 12, 1)})
    later = one._replace(values={"item": "1", "received": date(2021, 12, 2)})
    assert sift([later], settings_of(_row(one)), date(2021, 12, 15)).kept == ()


def test_lateness_is_never_in_it() -> None:
    late = Finding(RULES["KH502"], Place("plan.yaml"), {}, Subject("a", "1", "2021"))
    assert sift([late], settings_of(_row(late)), date(2021, 12, 15)).kept == (late,)


# ── A change ────────────────────────────────────────────────────────────────────────────────────


_LATER = SENT.format(agency=STC).replace("2021", "2022").replace("10-15", "10-30")
BAD = {f"submissions/{STC}/bc.yaml": _LATER.replace('"1", status', '"2", status')}
IGNORED = HEAD + ignoring("rule: KH403", until="2099-12-31")
LOWERED = HEAD + "severity: {KH403: notice}\n"


def since(depot: Depot, *changes: dict[str, str]) -> list[tuple[str, str]]:
    """Return codes and severities of what the last of several commits brought."""
    before = ""
    for number, files in enumerate(changes):
        before = depot.git("rev-parse", "HEAD")
        depot.commit(f"2022-11-0{number + 1}", files)
    run = depot.since(before, date(2022, 11, len(changes)))
    return sorted((each.rule.code, each.rule.severity.value) for each in run.wrong)


def test_a_change_cannot_pass_over_its_own_mistakes(depot: Depot) -> None:
    assert ("KH403", "error") in since(depot, {**BAD, "checks.yaml": IGNORED})


def test_a_change_cannot_make_its_own_mistakes_matter_less(depot: Depot) -> None:
    assert ("KH403", "error") in since(depot, {**BAD, "checks.yaml": LOWERED})


def test_what_the_office_had_settled_before_counts(depot: Depot) -> None:
    assert since(depot, {"checks.yaml": IGNORED}, BAD) == [("KH410", "warning")]


def test_a_change_may_be_stricter_at_once(depot: Depot) -> None:
    stricter = {**BAD, "checks.yaml": HEAD + "severity: {KH410: error}\n"}
    assert since(depot, {"checks.yaml": IGNORED}, stricter) == [
        ("KH403", "error"), ("KH410", "error"),
    ]  # fmt: skip


def test_a_baseline_does_not_grow(depot: Depot) -> None:
    """What a change writes into it by hand is told; what was in it, and what begins it, is not."""
    row = "  - {rule: KH403, file: submissions/a/b.yaml, mark: %s, count: 2}\n"
    base = HEAD + "baseline:\n" + row % "a1"
    assert ("KH567", "error") not in since(depot, {"checks.yaml": base})
    grown = since(depot, {"checks.yaml": base}, {"checks.yaml": base + row % "a2"})
    assert ("KH567", "error") in grown
    more = {"checks.yaml": base.replace("count: 2", "count: 3")}
    assert ("KH567", "error") in since(depot, {"checks.yaml": base}, more)
    less = {"checks.yaml": base.replace("count: 2", "count: 1")}
    assert ("KH567", "error") not in since(depot, {"checks.yaml": base}, less)


def test_a_baseline_knows_nothing_of_what_a_change_brings() -> None:
    """Of two equal mistakes one was there before: the other is new, though each looks like it."""
    new = Finding(RULES["KH410"], Place("a.yaml"), {"item": "1"})
    settings = settings_of(_row(new))
    assert sift_change([new], settings, settings, date(2021, 12, 15)).kept == (new,)
