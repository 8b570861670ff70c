"""Two plans side by side in one data folder."""

from collections.abc import Callable

from kehoach.pipeline import Run

_ITEM = 'kind: report, lead: [so-tai-chinh], deadline: {within: 2021}, id: "%s"'
_BOOK = """\
schema: kehoach/receipts@1
receipts:
  - {agency: so-tai-chinh, received: 2021-11-01, item: "%s"}
"""


def _codes(
    judge: Callable[..., Run], plan_text: Callable[..., str], item: str, plan: str = ""
) -> list[str]:
    """Return what is found in a book that knows of one paper report on ``item``."""
    files = {
        "plan_07.yaml": plan_text(_ITEM % "1"),
        "plan_08.yaml": plan_text(_ITEM % "2").replace('id: "07"', 'id: "08"'),
        "receipts.yaml": (_BOOK % item).replace("}", f"{plan}}}"),
    }
    return [finding.rule.code for finding in judge(files, "2021-12-15").wrong]


def test_an_arrival_without_a_plan_is_no_mistake_where_one_plan_has_the_item(
    judge: Callable[..., Run], plan_text: Callable[..., str]
) -> None:
    """The book need not name the plan: the other one simply does not have that item."""
    assert _codes(judge, plan_text, "1") == []
    assert _codes(judge, plan_text, "2") == []


def test_an_arrival_that_no_plan_has_is_a_mistake(
    judge: Callable[..., Run], plan_text: Callable[..., str]
) -> None:
    """Nothing is passed over in silence."""
    assert set(_codes(judge, plan_text, "3")) == {"KH403"}


def test_an_arrival_that_names_the_wrong_plan_is_a_mistake(
    judge: Callable[..., Run], plan_text: Callable[..., str]
) -> None:
    """Where the plan is named, only that plan is meant."""
    assert _codes(judge, plan_text, "2", ', plan: "07"') == ["KH403"]
