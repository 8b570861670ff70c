"""What changed between two states, of some agencies or items only: a part of what changed at all."""

from collections.abc import Callable
from typing import Any

from kehoach.run import Run
from kehoach.run.changes import Changes, changes

Judge = Callable[..., Run]
PlanText = Callable[..., str]
_DAY = "2022-12-10"
_ONE, _TWO = (
    'id: "1", lead: [so-nganh], deadline: {by: 2022-06-30}',
    'id: "2", lead: [so-noi-vu], deadline: {by: %s}',
)
_GONE = 'id: "3", lead: [so-nganh], deadline: {by: 2022-06-30}'
_NEW = 'id: "4", lead: [so-nganh], deadline: {by: 2023-06-30}'


def _done(agency: str, day: str) -> str:
    return (
        f'schema: kehoach/submission@1\nplan: "07"\nagency: {agency}\n'
        f"document: {{number: 1/BC, date: {day}}}\n"
        f'tasks: [{{item: "1", status: done, completed: {day}, evidence: [{{number: 1, date: {day}}}]}}]\n'
    )


def test_what_changed_of_some_adds_up_to_all_that_changed(
    judge: Judge, plan_text: PlanText
) -> None:
    """An agency delivered, another took back; a day was moved, an item came and one went."""
    earlier = {"plan_07.yaml": plan_text(_ONE, _TWO % "2022-09-30", _GONE),
               "submissions/so-tai-chinh/a.yaml": _done("so-tai-chinh", "2022-06-01"),
               "submissions/so-tu-phap/a.yaml": _done("so-tu-phap", "2022-06-01")}  # fmt: skip
    before = judge(earlier, _DAY)
    files = {"plan_07.yaml": plan_text(_ONE, _TWO % "2022-10-31", _NEW),
             "submissions/so-noi-vu/a.yaml": _done("so-noi-vu", "2022-07-15"),
             "submissions/so-tu-phap/a.yaml": _done("so-tu-phap", "2022-06-02")}  # fmt: skip
    now = judge(files, _DAY)

    def of(**question: Any) -> Changes:
        return changes(before.reports, now.reports, judge(files, _DAY, **question).asked)

    every = of()
    assert [each.agency for each in every.newly_delivered] == ["so-noi-vu"]
    assert [each.agency for each in every.no_longer_delivered] == ["so-tai-chinh"]
    assert (every.items_added, every.items_removed) == ((("07", "4"),), (("07", "3"),))
    assert [each.key.agency for each in every.redeclared] == ["so-tu-phap"]
    assert [each.item for each in every.moved_deadlines] == ["2"]

    mine = of(agencies=("so-noi-vu",))
    assert mine.newly_delivered == every.newly_delivered
    assert mine.redeclared == ()
    assert (mine.no_longer_delivered, mine.items_added) == ((), every.items_added)
    one = of(items=("1",))
    assert one.no_longer_delivered == every.no_longer_delivered
    assert (one.items_added, one.items_removed, one.moved_deadlines) == ((), (), ())
    for some in (mine, one, of(agencies=("so-tai-chinh",)), of(only=("overdue",))):
        for part, whole in zip(some, every, strict=True):
            assert set(part) <= set(whole)
    together = [of(agencies=(id_,)) for id_ in ("so-noi-vu", "so-tai-chinh", "so-tu-phap")]
    for at, whole in enumerate(every):
        assert {each for part in together for each in part[at]} == set(whole)
