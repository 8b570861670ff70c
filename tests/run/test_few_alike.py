"""Of one kind of mistake in one file a thousand are told, then how many more there are."""

from collections.abc import Callable

from kehoach.explanations.uncounted import uncounted_words
from kehoach.run import Run

Judge = Callable[..., Run]
PlanText = Callable[..., str]
AGENCIES = "schema: kehoach/agencies@1\nagencies:\n  - {id: so-a, name: A}\n"
TASK = 'id: "1", kind: task, lead: [so-a], deadline: {by: 2021-09-30}'
BOOK = "schema: kehoach/receipts@1\nreceipts:\n"
ENTRY = "  - {agency: so-a, received: 2021-05-05, item: X}\n"


def _judged(judge: Judge, plan_text: PlanText, entries: int) -> Run:
    files = {"plan_07.yaml": plan_text(TASK), "agencies.yaml": AGENCIES}
    return judge({**files, "receipts.yaml": BOOK + ENTRY * entries}, "2021-12-15")


def _told(run: Run, code: str) -> list[str]:
    return [each.message("en") for each in run.findings if each.rule.code == code]


def test_a_thousand_are_told_each(judge: Judge, plan_text: PlanText) -> None:
    run = _judged(judge, plan_text, 1_000)
    assert len(_told(run, "KH403")) == 1_000
    assert _told(run, "KH136") == []


def test_of_more_their_number_is_told_with_the_weight_of_their_kind(
    judge: Judge, plan_text: PlanText
) -> None:
    run = _judged(judge, plan_text, 1_234)
    assert len(_told(run, "KH403")) == 1_000
    assert _told(run, "KH136") == ["… and 234 more in this file"]
    kinds = {each.rule.code: each.rule.severity for each in run.findings}
    assert kinds["KH136"] == kinds["KH403"]
    (more,) = (each for each in run.located() if each.finding.rule.code == "KH136")
    assert more.line == 2 + 1_001
    words = uncounted_words(run)
    assert words is not None
    assert words.en.startswith("1234 errors in the office's own files")
