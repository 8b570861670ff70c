"""Two plans side by side in one data folder."""

from collections.abc import Callable

from kehoach.run import Run

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


def test_a_plan_of_the_same_id_names_the_file_of_the_first(
    judge: Callable[..., Run], plan_text: Callable[..., str]
) -> None:
    """Not "in this file": it is another one."""
    text = plan_text(_ITEM % "1")
    run = judge({"plan_07.yaml": text, "plan_08.yaml": text}, "2021-12-15")
    (found,) = [each for each in run.wrong if each.rule.code == "KH301"]
    assert found.place.file == "plan_08.yaml"
    assert found.message("vi") == "mã “07” đã dùng trước đó ở tệp plan_07.yaml"


def test_an_unknown_agency_is_guessed_only_where_it_is_likely(
    judge: Callable[..., Run], plan_text: Callable[..., str]
) -> None:
    """The name without tones finds the id; police is not the group of departments."""
    plan = plan_text(
        'id: "1", lead: [cong-an-tinh, tai-chinh], deadline: {within: 2021}, kind: report'
    )
    run = judge({"plan_07.yaml": plan}, "2021-12-15")
    told = [each.message("vi") for each in run.wrong if each.rule.code == "KH302"]
    assert told == [
        "“cong-an-tinh” không có trong agencies.yaml",
        "“tai-chinh” không có trong agencies.yaml; có phải “so-tai-chinh”?",
    ]


def test_the_folder_says_which_agency_was_meant(
    judge: Callable[..., Run], plan_text: Callable[..., str]
) -> None:
    """An id that nobody has, in the folder of an agency."""
    text = 'schema: kehoach/submission@1\nplan: "07"\nagency: phong-tai-vu\n'
    files = {"plan_07.yaml": plan_text(_ITEM % "1"), "submissions/so-tai-chinh/a.yaml": text}
    told = [each.message("vi") for each in judge(files, "2021-12-15").wrong]
    assert "“phong-tai-vu” không có trong agencies.yaml; có phải “so-tai-chinh”?" in told
