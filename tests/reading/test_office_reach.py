"""A few lines of the office's files may ask for years of reckoning: over a bound they are refused.

What a real registry or plan may hold lies far below; what lies below is judged in steps that grow
with the files, however the lines lead to each other.
"""

from collections.abc import Callable
from itertools import pairwise

import pytest

from kehoach.model.agencies import Registry
from kehoach.reading.folder import DataFolder
from kehoach.reading.workspace_reading import Unusable, read_office
from kehoach.run import Run

Judge = Callable[..., Run]
MakeFolder = Callable[..., DataFolder]
PlanText = Callable[..., str]
HEAD = "schema: kehoach/agencies@1\nagencies:\n"
TASK = 'id: "1", kind: task, lead: [{}], deadline: {{by: 2021-09-30}}'
SCHEMA = "kehoach/agencies@1"


def _ended(id_: str, *heirs: str) -> str:
    return f"  - {{id: {id_}, name: {id_}, valid: {{to: 2021-03-31}}, successors: [{', '.join(heirs)}]}}\n"


def _layers(deep: int, wide: int) -> str:
    rows = [[f"l{row}-{each}" for each in range(wide)] for row in range(deep + 1)]
    ended = "".join(_ended(id_, *below) for row, below in pairwise(rows) for id_ in row)
    return HEAD + ended + "".join(f"  - {{id: {id_}, name: {id_}}}\n" for id_ in rows[-1])


def _chain(length: int) -> str:
    return (
        HEAD
        + "".join(_ended(f"c{n}", f"c{n + 1}") for n in range(length))
        + f"  - {{id: c{length}, name: C}}\n"
    )


def _reasons(folder: MakeFolder, plan: str, agencies: str, **files: str) -> list[str]:
    """Return over which bounds some files reach; none where they can be judged."""
    named = {name.replace("_yaml", ".yaml"): text for name, text in files.items()}
    try:
        read_office(folder({"plan_07.yaml": plan, "agencies.yaml": agencies, **named}))
    except Unusable as unusable:
        return [each.message("en") for each in unusable.findings if each.rule.code == "KH137"]
    return []


def test_layers_of_successors_are_not_followed_as_paths(judge: Judge, plan_text: PlanText) -> None:
    """Two to the fortieth ways lead through them: each body is met once, and owes once."""
    plan = plan_text(TASK.format("l0-0, l0-1"))
    run = judge({"plan_07.yaml": plan, "agencies.yaml": _layers(40, 2)}, "2021-12-15")
    assert [each.agency for each in run.assessments] == ["l40-0", "l40-1"] * 2


def test_layers_that_all_owe_tell_once_whose_debt_they_took_over(
    judge: Judge, plan_text: PlanText
) -> None:
    ids = [f"l{row}-{each}" for row in range(21) for each in "01"]
    files = {
        "plan_07.yaml": plan_text(TASK.format(", ".join(ids))),
        "agencies.yaml": _layers(20, 2),
    }
    owing = judge(files, "2021-12-15").assessments
    assert [each.agency for each in owing] == ids[-2:]
    for each in owing:
        assert sorted(each.merged) == sorted(ids[:-2])


def test_a_succession_has_a_greatest_length_that_is_named(
    judge: Judge, folder: MakeFolder, plan_text: PlanText
) -> None:
    plan = plan_text(TASK.format("c0"))
    run = judge({"plan_07.yaml": plan, "agencies.yaml": _chain(100)}, "2021-12-15")
    assert [each.agency for each in run.assessments] == ["c100"]
    assert _reasons(folder, plan, _chain(101)) == [
        "“c0” has over 100 successors, by itself and through each other"
    ]
    ring = HEAD + "".join(_ended(f"r{n}", f"r{(n + 1) % 2_000}") for n in range(2_000))
    assert _reasons(folder, plan_text(TASK.format("r0")), ring) == [
        "“r0” has over 100 successors, by itself and through each other"
    ]


def test_a_chain_of_groups_has_no_greatest_length() -> None:
    """Groups in groups are entered one after another: ten thousand of them are no call inside a call."""
    groups = [{"id": f"g{n}", "name": "g", "members": [f"g{n + 1}"]} for n in range(10_000)]
    last = {"id": "g10000", "name": "g", "members": ["a"]}
    registry = Registry.model_validate(
        {"schema": SCHEMA, "agencies": [{"id": "a", "name": "A"}], "groups": [*groups, last]}
    )
    assert [*registry.within("g0")][-2:] == ["g10000", "a"]


def test_groups_have_a_greatest_number_of_members_together(
    folder: MakeFolder, plan_text: PlanText
) -> None:
    """A thousand groups of the same thousand agencies: a million, with the groups themselves more."""
    bodies = "".join(f"  - {{id: a{n}, name: A}}\n" for n in range(1_000))
    all_ = ", ".join(f"a{n}" for n in range(1_000))
    groups = f"groups:\n  - {{id: all, name: All, members: [{all_}]}}\n"
    groups += "".join(f"  - {{id: g{n}, name: G, members: [all]}}\n" for n in range(999))
    assert _reasons(folder, plan_text(TASK.format("a1")), HEAD + bodies + groups) == [
        "the groups, with those in them, have over 1000000 members"
    ]


@pytest.mark.parametrize(
    ("rhythm", "years", "over"),
    [
        ("day", 82, False),
        ("day", 83, True),
        ("2 days", 164, False),
        ("working day", 299, True),
        ("week", 299, False),
    ],
)
def test_a_plan_has_a_greatest_number_of_periods(
    folder: MakeFolder, plan_text: PlanText, rhythm: str, years: int, *, over: bool
) -> None:
    """Thirty thousand days are 82 years and 50 days."""
    item = f"id: D, kind: task, lead: [a], deadline: {{every: {rhythm}}}"
    plan = plan_text(item).replace("from: 2021-01-01", "from: 1900-01-01")
    plan = plan.replace("to: 2026-12-31", f"to: {1899 + years}-12-31")
    wanted = ["up to item “D”, the plan has over 30000 periods to reckon with"] * over
    assert _reasons(folder, plan, HEAD + "  - {id: a, name: A}\n") == wanted


def test_a_plan_has_a_greatest_number_of_obligations(
    folder: MakeFolder, plan_text: PlanText
) -> None:
    """Six years of days are 2,191 periods: for 4,600 agencies 10,078,600 obligations."""
    bodies = "".join(f"  - {{id: a{n}, name: A}}\n" for n in range(4_600))
    all_ = ", ".join(f"a{n}" for n in range(4_600))
    registry = f"{HEAD}{bodies}groups:\n  - {{id: all, name: All, members: [{all_}]}}\n"
    plan = plan_text("id: D, kind: task, lead: [all], deadline: {every: day}")
    assert _reasons(folder, plan, registry) == [
        "up to item “D”, the plan has over 10000000 obligations to reckon with"
    ]


def test_one_item_has_a_greatest_number_of_decisions_of_a_kind(
    judge: Judge, folder: MakeFolder, plan_text: PlanText
) -> None:
    agencies = HEAD + "  - {id: a, name: A}\n  - {id: b, name: B}\n"
    letter = "document: {{number: {}, date: 2021-05-05}}"
    line = f'  - {{{{item: "1", agencies: [{{}}], due: 2021-10-30, {letter}}}}}\n'
    fifty = "".join(line.format(each, n) for n in range(50) for each in "ab")
    head = "schema: kehoach/decisions@1\nextensions:\n"
    plan = plan_text(TASK.format("a, b"))
    files = {"plan_07.yaml": plan, "agencies.yaml": agencies, "decisions.yaml": head + fifty}
    run = judge(files, "2021-12-15")
    assert [len(each.obligation.extensions) for each in run.assessments] == [50, 50]
    assert _reasons(folder, plan, agencies, decisions_yaml=head + fifty + line.format("b", 51)) == [
        "over 50 decisions of one kind on item “1” for one body and period"
    ]


def test_more_passed_over_than_anybody_reads_is_refused(
    folder: MakeFolder, plan_text: PlanText
) -> None:
    line = "  - {rule: KH401, reason: r, until: 2030-01-01}\n"
    checks = "schema: kehoach/checks@1\nignore:\n" + line * 501
    assert _reasons(
        folder, plan_text(TASK.format("a")), HEAD + "  - {id: a, name: A}\n", checks_yaml=checks
    ) == ["over 500 lines of “ignore”"]
