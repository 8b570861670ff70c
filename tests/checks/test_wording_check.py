"""The plan read twice: an encoding mistake is caught by the sentence itself."""

from collections.abc import Callable

import pytest

from kehoach.run import Run

AGREEING = [
    ("{every: year, before: 12-02}", "Hàng năm, trước ngày 02/12"),
    # What the wording leaves to the plan: from when, and what a day off does.
    ("{every: year, before: 12-02, from: 2022, roll: none}", "Hàng năm, trước ngày 02/12"),
    ("[{within: 2021}, {continuous: true, from: 2022}]",
     "xong trong năm 2021 và thường xuyên củng cố, kiện toàn trong những năm tiếp theo"),
    ("{continuous: true}", "thường xuyên và theo chương trình, kế hoạch"),
    ("{event: co-van-ban, plus: 5 working days}",
     "trong thời hạn 05 ngày làm việc kể từ ngày có văn bản hướng dẫn"),
    # The same days in another form.
    ("{by: 2021-09-30}", "trong tháng 9/2021"),
    ("{every: year}", "trong tháng 12 hằng năm"),
    # Two yearly rules or one half-yearly, a quarter or three months: the same days.
    ("[{every: year, by: 05-30}, {every: year, by: 10-31}]", "ngày 30/5 và 31/10 hằng năm"),
    ("{every: quarter}", "định kỳ 3 tháng"),
    ("{start: {within: 2021-09}}", "khởi công trong tháng 9/2021"),
    ("{start: {by: 2021-09-19}}", "khởi công trước ngày 20/9/2021"),
    ("{start: {from: 2021-09}}", "từ ngày 01/9/2021"),
]  # fmt: skip
DIFFERING = [
    ("{before: 2021-09-30}", "trước ngày 20/9/2021", "{before: 2021-09-20}"),
    ("{by: 2021-09-20}", "trước ngày 20/9/2021", "{before: 2021-09-20}"),
    ("{within: 2021-09}", "tháng 9 năm 2022", "{within: 2022-09}"),
    ("{every: year, before: 02-12}", "Hàng năm, trước ngày 02/12", "{every: year, before: 12-02}"),
    ("{within: 2022}", "hằng năm", "{every: year}"),
    ("{every: quarter, before: {month: first, day: 20}}", "trước ngày 20 của tháng cuối quý",
     "{every: quarter, before: {month: last, day: 20}}"),
    ("{continuous: true}", "trước ngày 20/9/2021", "{before: 2021-09-20}"),
    ("{not_set: theo quy định}", "trước ngày 20/9/2021", "{before: 2021-09-20}"),
    # The same last day, and yet open from another; nothing due in the plan's life, and yet another day.
    ("{within: 2021-Q3}", "tháng 9/2021", "{within: 2021-09}"),
    ("{every: year, before: 11-15, from: 2030}", "hằng năm trước ngày 15/12, từ năm 2030",
     "{every: year, before: 12-15, from: 2030}"),
    ("{within: 2022}", "phấn đấu trong năm 2022", "{within: 2022, aspirational: true}"),
    ("{event: co-van-ban, plus: 5 days}", "05 ngày làm việc kể từ ngày có văn bản",
     "{event: co-van-ban, plus: 5 working days}"),
    # A beginning is no end, and another one is another.
    ("{before: 2021-09-20}", "khởi công trước ngày 20/9/2021", "{start: {before: 2021-09-20}}"),
    ("{start: {before: 2021-09-20}}", "trước ngày 20/9/2021", "{before: 2021-09-20}"),
    ("{start: {from: 2021-09}}", "từ tháng 10/2021", "{start: {from: 2021-10}}"),
    ("{start: {from: 2021-09}}", "khởi công trong tháng 9/2021", "{start: {within: 2021-09}}"),
    # No advice that loses the days behind an event, or an hour.
    ("{when: [co-van-ban]}", "sau khi có văn bản 03 ngày", "{event: co-van-ban, plus: 3 days}"),
    ("{by: 2021-03-06}", "trước 9 giờ ngày 06/3/2021", "{by: 2021-03-06, time: 09:00}"),
    ("{within: 2021}", "trong năm 2021; hằng năm trước ngày 15/12",
     "[{within: 2021}, {every: year, before: 12-15}]"),
]  # fmt: skip
Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.fixture
def found(judge: Callable[..., Run], plan_text: Callable[..., str]) -> Found:
    """Return a function: codes and messages about one item's deadline and wording."""

    def look(deadline: str, wording: str) -> list[tuple[str, str]]:
        item = f'id: "1", lead: [so-tai-chinh], deadline: {deadline}, wording: "{wording}"'
        head = "events: [{id: co-van-ban, text: có văn bản}]"
        run = judge({"plan_07.yaml": plan_text(item, head=head)}, "2021-12-15", wordings=True)
        return [
            (each.rule.code, each.message("vi"))
            for each in run.wrong
            if each.rule.code in ("KH306", "KH307", "KH308", "KH550")
        ]

    return look


@pytest.mark.parametrize(("deadline", "wording"), AGREEING)
def test_a_deadline_that_says_what_the_words_say(found: Found, deadline: str, wording: str) -> None:
    assert found(deadline, wording) == []


@pytest.mark.parametrize(("deadline", "wording", "read"), DIFFERING)
def test_a_deadline_that_says_something_else(
    found: Found, deadline: str, wording: str, read: str
) -> None:
    """The finding quotes the words and gives the deadline to be written."""
    ((code, message),) = found(deadline, wording)
    assert code == "KH306"
    assert wording in message
    assert read in message


def test_what_cannot_be_read_is_not_compared(found: Found) -> None:
    """A typing error in the wording is pointed at, and accuses nobody."""
    ((code, message),) = found("{within: 2021-12}", "Tháng 12//2021")
    assert code == "KH307"
    assert "12//2021" in message


def test_what_is_certain_of_a_doubtful_wording_must_not_be_entered_otherwise(found: Found) -> None:
    """The exception is not understood; that the others have until the 19th is."""
    ((code, message),) = found("{before: 2021-09-30}", "trước ngày 20/9/2021 (trừ các xã miền núi)")
    assert code == "KH550"
    assert "{before: 2021-09-20}" in message
    ((code, _),) = found("{before: 2021-09-20}", "trước ngày 20/9/2021 (trừ các xã miền núi)")
    assert code == "KH307"


def test_only_check_reads_wordings(
    judge: Callable[..., Run], plan_text: Callable[..., str]
) -> None:
    """No other command pays for the grammar."""
    item = 'id: "1", lead: [so-tai-chinh], deadline: {within: 2022}, wording: "năm 2021"'
    files = {"plan_07.yaml": plan_text(item)}
    assert judge(files, "2021-12-15").wrong == ()
    assert [each.rule.code for each in judge(files, "2021-12-15", wordings=True).wrong] == ["KH306"]


def test_a_remark_on_how_it_was_read_settles_it(
    judge: Callable[..., Run], plan_text: Callable[..., str]
) -> None:
    """Somebody has decided, and says so in the plan: nothing is repeated for ever."""
    item = (
        'id: "1", lead: [so-tai-chinh], deadline: {within: 2021-12}, wording: "Tháng 12//2021", '
        "note: Văn bản gõ nhầm dấu gạch."
    )
    assert judge({"plan_07.yaml": plan_text(item)}, "2021-12-15", wordings=True).wrong == ()


def test_a_deadline_not_understood_must_not_become_none(found: Found) -> None:
    """31/11 is in no calendar: the document does set a time, and somebody must say which."""
    ((code, message),) = found("{not_set: trước ngày 31/11/2021}", "trước ngày 31/11/2021")
    assert code == "KH308"
    assert "31/11/2021" in message


def test_a_plan_of_one_year_need_not_repeat_it(
    judge: Callable[..., Run], plan_text: Callable[..., str]
) -> None:
    """“Quý II” in a plan of 2026 is the second quarter of 2026, and no other."""
    item = 'id: "1", lead: [so-tai-chinh], deadline: {within: %s}, wording: Quý II'
    for span, codes in (("2026-Q2", []), ("2026-Q3", ["KH306"])):
        text = plan_text(item % span).replace("from: 2021-01-01", "from: 2026-01-01")
        found = judge({"plan_07.yaml": text}, "2026-01-15", wordings=True).wrong
        assert [each.rule.code for each in found] == codes


_REGISTRY = """\
schema: kehoach/agencies@1
agencies:
  - {id: so-tai-chinh, name: Sở Tài chính}
  - {id: xa-a, name: Xã A}
groups:
  - {id: cac-xa, name: UBND cấp xã, variants: [Cấp xã], members: [xa-a]}
"""


@pytest.mark.parametrize(
    ("wording", "hint"),
    [
        (
            "Cấp xã trước ngày 20/8/2021; Sở Tài chính trước ngày 30/8/2021",
            "[{before: 2021-08-20, agencies: [cac-xa]}, {before: 2021-08-30, agencies: [so-tai-chinh]}]",
        ),
        (
            "Cấp xã trước ngày 20/8/2021; cấp tỉnh trước ngày 30/8/2021",
            "không có tên nào là “cấp tỉnh”",
        ),
    ],
)
def test_the_advice_names_bodies_as_the_registry_does(
    judge: Callable[..., Run], plan_text: Callable[..., str], wording: str, hint: str
) -> None:
    """An id made of words is in no registry; where no name matches, that is said."""
    item = f'id: "1", lead: [cac-xa], deadline: {{within: 2021-12}}, wording: "{wording}"'
    files = {"plan_07.yaml": plan_text(item), "agencies.yaml": _REGISTRY}
    (found,) = judge(files, "2021-12-15", wordings=True).wrong
    assert found.rule.code == "KH306"
    assert hint in found.hint("vi")
    assert "agencies: [cac-xa]" in found.message("vi")
