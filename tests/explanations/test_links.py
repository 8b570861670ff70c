"""Every link of a chain: what is asked, decided, sent back, paused and said, by law and by letter.

The days are worked out by hand: nothing rolls here (``roll: none``), and the page is of 5 December 2021.
"""

from collections.abc import Callable, Iterator, Mapping

import pytest

from kehoach.explanations.chain import chain
from kehoach.explanations.decision_words import debt_note, pause_note
from kehoach.explanations.item_facts import due_words
from kehoach.explanations.provenance import data_lines, telling_policy
from kehoach.run import Run
from kehoach.terminal.heading import heading
from kehoach.terminal.screen import Screen
from kehoach.verdicts.assessment import Assessment

DAY = "2021-12-05"
ITEMS = (
    (
        "id: Q, lead: [so-tai-chinh], by: [Giám đốc Sở], quota: [{at_least: 2, unit: lĩnh vực}], "
        "deadline: {within: 2021-07}"
    ),
    *(
        f"id: {name}, lead: [so-noi-vu], deadline: {{by: 2021-08-10}}"
        for name in (
            "moved",
            "held",
            "after",
            "back",
            "again",
            "longer",
            "reason",
            "unknown",
            "calm",
            "waived",
            "lapsed",
        )
    ),
    "id: aim, lead: [so-noi-vu], deadline: {by: 2021-08-10, aspirational: true}",
    'id: hour, lead: [so-noi-vu], deadline: {by: 2021-08-10, time: "09:00"}',
    "id: always, lead: [so-noi-vu], deadline: {continuous: true}",
    "id: notice, lead: [so-noi-vu], deadline: {before: 2021-08-31, minus: 1 month}",
    (
        "id: yearly, kind: report, implement: [so-noi-vu], window: decree-09-2019, "
        "deadline: {every: year, before: 12-02}"
    ),
)
DECISIONS = """\
schema: kehoach/decisions@1
pauses:
  - {item: moved, from: 2021-08-01, until: 2021-08-05, reason: Chờ nghị định,
     document: {number: 1/A, date: 2021-08-01}}
  - {item: held, from: 2021-08-21, reason: Chờ hướng dẫn,
     document: {number: 2/A, date: 2021-08-21}}
  - {item: after, from: 2021-08-21, until: 2021-08-25, reason: Chờ,
     document: {number: 3/A, date: 2021-08-21}}
  - {item: moved, from: 2021-09-01, until: 2021-09-02, reason: Sau hạn,
     document: {number: 10/A, date: 2021-09-01}}
  - {item: calm, from: 2021-08-01, reason: Chờ,
     document: {number: 11/A, date: 2021-08-01}}
returns:
  - {item: back, reason: Thiếu phụ lục,
     document: {number: 4/A, date: 2021-07-10}}
  - {item: again, date: 2021-07-11, reason: Thiếu số liệu,
     document: {number: 5/A, date: 2021-07-10}}
waivers:
  - {item: waived, reason: Không phát sinh,
     document: {number: 12/A, date: 2021-07-01}}
  - {item: lapsed, reason: Thiên tai, until: 2021-08-31,
     document: {number: 13/A, date: 2021-07-01}}
extensions:
  - {item: longer, due: 2021-08-01,
     document: {number: 6/A, date: 2021-07-01}}
  - {item: longer, due: 2021-08-10,
     document: {number: 7/A, date: 2021-07-02}}
  - {item: longer, due: 2021-08-15,
     document: {number: 8/A, date: 2021-08-20}}
  - {item: always, due: 2021-12-31,
     document: {number: 9/A, date: 2021-07-01}}
"""
HEAD = 'schema: kehoach/submission@1\nplan: "07"\nagency: {}\n'
NOI_VU = HEAD.format("so-noi-vu")
FILED = {
    "submissions/so-tai-chinh/a.yaml": HEAD.format("so-tai-chinh")
    + "document: {number: 1/STC, date: 2021-07-25}\ntasks:\n"
    "  - {item: Q, period: once, status: done, started: 2021-07-01, completed: 2021-07-20, quantity: 2}\n",
    "submissions/so-noi-vu/a.yaml": NOI_VU + "document: {number: 1/SNV, date: 2021-07-05}\ntasks:\n"
    "  - {item: back, status: done, completed: 2021-07-01}\n"
    "  - {item: again, status: done, completed: 2021-07-01}\n"
    "  - {item: reason, status: in_progress, reason: Chờ kinh phí, expected: 2021-12-31}\n",
    "submissions/so-noi-vu/b.yaml": NOI_VU + "document: {number: 2/SNV, date: 2021-07-20}\ntasks:\n"
    "  - {item: again, status: done, completed: 2021-07-18}\n"
    "  - {item: aim, status: done, completed: 2021-07-18}\n",
    "submissions/so-noi-vu/c.yaml": NOI_VU
    + "tasks:\n  - {item: unknown, status: done, completed: 2021-07-18, evidence: [{title: Ảnh}]}\n",
}
# Item, name of the link (or none: any), what it says.
LINKS = [
    ("Q", "Số lượng", "ít nhất 2 lĩnh vực"),
    ("Q", "Văn bản giao", "Giám đốc Sở"),
    ("Q", "Đã nhận", "bắt đầu 01/07/2021"),
    ("Q", "Đã nhận", "số lượng 2"),
    ("moved", "Tạm dừng", "từ 01/08/2021 đến hết 05/08/2021 (1/A ngày 01/08/2021): Chờ nghị định"),
    ("moved", "", "hạn 10/08/2021 → 15/08/2021: không tính 5 ngày tạm dừng"),
    ("held", "Tạm dừng", "từ 21/08/2021 (2/A ngày 21/08/2021): Chờ hướng dẫn"),
    ("held", "", "trước khi tạm dừng đã quá hạn 10 ngày"),
    ("after", "", "sau hạn không tính 5 ngày tạm dừng"),
    ("back", "Trả lại", "ngày 10/07/2021 (4/A ngày 10/07/2021): Thiếu phụ lục"),
    ("back", "Đã nhận", "đã bị trả lại, không còn tính"),
    ("again", "Trả lại", "ngày 11/07/2021 (5/A ngày 10/07/2021): Thiếu số liệu"),
    ("longer", "Gia hạn", "không áp dụng 6/A ngày 01/07/2021, nêu ngày 01/08/2021: sớm hơn hạn đang có"),
    ("longer", "", "10/08/2021; gia hạn không rút ngắn"),
    ("longer", "", "nêu ngày 10/08/2021: trùng với hạn đang có 10/08/2021"),
    ("longer", "", "nêu ngày 15/08/2021: ngày đó trước ngày của chính văn bản"),
    ("always", "Gia hạn", "nghĩa vụ này không có hạn để gia"),
    ("hour", "", "hạn đến 09:00 ngày đó"),
    ("waived", "", "Không phát sinh (12/A)"),
    ("lapsed", "", "quyết định miễn đã hết hiệu lực sau ngày 31/08/2021"),
    ("unknown", "Đã nhận", "không biết ngày nhận"),
    # Decree 09/2019/NĐ-CP, Article 12: a yearly report counts from 15 December to 14 December.
    ("reason", "", "lý do: Chờ kinh phí; dự kiến xong ngày 31/12/2021"),
    ("yearly", "", "số liệu từ 15/12/2020 đến hết 14/12/2021"),
]  # fmt: skip


@pytest.fixture
def page(judge: Callable[..., Run], plan_text: Callable[..., str]) -> Run:
    """Return the verdicts on everything above, by declared dates."""
    plan = plan_text(*ITEMS, head="policy: {roll: none, reporting: yearly}")
    files = {"plan_07.yaml": plan, "decisions.yaml": DECISIONS, **FILED}
    return judge(files, DAY)


def _verdicts(run: Run) -> Mapping[str, Assessment]:
    """Return the earliest verdict on each item."""
    return {each.obligation.demand.item.id: each for each in reversed(run.assessments)}


def _named(links: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield each link with the name that it bears, or that the one above it bears."""
    above = ""
    for name, words in links:
        above = name or above
        yield above, words


def test_each_link_says_its_day_and_its_letter(page: Run) -> None:
    verdicts = _verdicts(page)
    lacking = [
        (item, name, words)
        for item, name, words in LINKS
        if not any(
            words in said and name in ("", link)
            for link, said in _named(chain(page, verdicts[item], "vi"))
        )
    ]
    assert lacking == []


def test_a_day_off_of_which_no_adopted_text_was_read_is_said_to_be_expected(
    judge: Callable[..., Run], plan_text: Callable[..., str]
) -> None:
    """24 November 2026 may be a day off: then due on the 25th, a Wednesday."""
    run = judge(
        {"plan_07.yaml": plan_text("id: mot, lead: [so-noi-vu], deadline: {by: 2026-11-24}")}, DAY
    )
    (each,) = run.assessments
    said = " ".join(words for _, words in chain(run, each, "vi"))
    assert "25/11/2026" in said
    assert "dự kiến: chưa đối chiếu được văn bản cho nghỉ ngày 24/11/2026" in said


def test_what_qualifies_a_debt_stands_beside_its_day(page: Run) -> None:
    verdicts = _verdicts(page)
    paused = {
        name: pause_note(verdicts[name].obligation, "vi") for name in ("moved", "held", "hour")
    }
    assert paused == {
        "moved": "hạn gốc 10/08/2021; tạm dừng từ 01/08/2021 đến hết 05/08/2021 (1/A ngày 01/08/2021)",
        "held": "tạm dừng từ 21/08/2021 (2/A ngày 21/08/2021)",
        "hour": "",
    }
    noted = {name: debt_note(verdicts[name], "vi") for name in ("back", "again", "reason", "hour")}
    assert noted == {
        "back": "trả lại ngày 10/07/2021",
        "again": "trả lại ngày 11/07/2021, gửi lại ngày 20/07/2021",
        "reason": "lý do: Chờ kinh phí; dự kiến xong ngày 31/12/2021",
        "hour": "",
    }
    assert due_words(verdicts["hour"].obligation.demand, "vi") == "10/08/2021 09:00"


def test_what_does_not_hold_is_not_said(page: Run) -> None:
    """Nothing was overdue before its pause; and by which day an aspiration had to be told, no rule says."""
    verdicts = _verdicts(page)
    said = {
        name: " ".join(words for _, words in chain(page, verdicts[name], "vi"))
        for name in ("calm", "aim")
    }
    assert "từ 01/08/2021 (11/A ngày 01/08/2021): Chờ" in said["calm"]
    assert "trước khi tạm dừng" not in said["calm"]
    assert "báo ngày 20/07/2021" in said["aim"]
    assert "phải báo chậm nhất" not in said["aim"]


@pytest.mark.parametrize("telling", ["declared", "in_time"])
def test_a_plan_that_takes_every_declared_day_says_so(
    judge: Callable[..., Run], plan_text: Callable[..., str], telling: str
) -> None:
    """On its pages and beside each task that was told."""
    run = judge(
        {"plan_07.yaml": plan_text(*ITEMS, head=f"policy: {{telling: {telling}}}"), **FILED}, DAY
    )
    words = "mọi ngày hoàn thành tự khai đều được tính"
    told = " ".join(words for _, words in chain(run, _verdicts(run)["Q"], "vi"))
    page = " ".join(telling_policy(run, "vi"))
    assert [words in told, words in page] == [telling == "declared"] * 2


@pytest.mark.parametrize(
    ("deadline", "said"),
    [
        ("{before: 2021-08-31, minus: 1 month}", True),
        ("{before: 2021-08-31, minus: 15 working days}", True),
        ("{start: {before: 2021-08-31, minus: 10 days}}", True),
        ("{event: nhan-van-ban, minus: 10 days}", True),
        ("{event: nhan-van-ban, plus: 10 days}", False),
        ("{before: 2021-08-31}", False),
        ("{after: 2021-08-31, plus: 10 days}", False),
    ],
)
def test_where_days_are_counted_back_the_page_says_how_they_roll(
    judge: Callable[..., Run], plan_text: Callable[..., str], deadline: str, said: bool
) -> None:
    """So that notice is never shortened: whatever they are counted back from."""
    head = "events: [{id: nhan-van-ban, text: Nhận văn bản}]"
    plan = plan_text(f'id: "1", lead: [so-noi-vu], deadline: {deadline}', head=head)
    run = judge({"plan_07.yaml": plan}, DAY)
    lines = [*data_lines(run, "vi"), *(line.plain for line in heading(run, Screen(lang="vi")))]
    back = [line for line in lines if "tính lùi gặp ngày nghỉ" in line]
    assert len(back) == 2 * said
    assert all("lùi về ngày làm việc trước" in line for line in back)
