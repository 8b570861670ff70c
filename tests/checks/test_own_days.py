"""What stands beside a due day, and whom a deadline binds: found at the plan's line.

The plan runs from 2021 to 2026. 7 March 2026 is a Saturday; 95 days before 15 March 2026 is 10 December
2025 (15 days of March, 28 of February, 31 of January and 21 of December).
"""

from collections.abc import Callable

import pytest

from kehoach.run import Run

OURS = {f"KH{number}" for number in range(540, 545)}
EVENTS = "events: [{id: bau-cu, text: Bầu cử}]"
REGISTRY = """\
schema: kehoach/agencies@1
agencies:
  - {id: xa-a, name: Xã A}
  - {id: xa-b, name: Xã B}
  - {id: so-tai-chinh, name: Sở Tài chính, calendar: rieng}
  - {id: so-tu-phap, name: Sở Tư pháp}
groups:
  - {id: cap-xa, name: Cấp xã, members: [xa-a, xa-b]}
  - {id: cap-tinh, name: Cấp tỉnh, members: [so-tai-chinh]}
  - {id: vung-cao, name: Vùng cao, members: [xa-b, so-tai-chinh]}
"""

Found = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def found(judge: Callable[..., Run], plan_text: Callable[..., str]) -> Found:
    """Return a function: what of ours is found in a plan of one item, each code with its message."""

    def find(
        deadline: str, held: str = "", asked: str = "cap-xa, cap-tinh", **files: str
    ) -> list[tuple[str, str]]:
        item = f'id: "1", implement: [{asked}], deadline: {deadline}'
        event = f"events: [{{id: bau-cu, date: {held}, document: {{number: 1, date: 2025-06-01}}}}]"
        decided = f"schema: kehoach/decisions@1\n{event}\n" if held else None
        run = judge(
            {
                "plan_07.yaml": plan_text(item, head=EVENTS),
                "agencies.yaml": REGISTRY,
                "decisions.yaml": decided,
                **{f"{name}.yaml": text for name, text in files.items()},
            },
            "2026-06-01",
        )
        wrong = (each for each in run.wrong if each.rule.code in OURS)
        return [(each.rule.code, each.message("vi")) for each in wrong]

    return find


@pytest.mark.parametrize(
    ("deadline", "message"),
    [
        ("{before: 2026-06-12, aim: {before: 2026-06-05}}", None),
        ("{before: 2026-06-12, aim: {by: 2026-06-11}}", None),  # as late as may be: no slip
        ("{before: 2026-06-12, aim: {before: 2026-07-05}}",
         "mục 1: ngày phấn đấu 04/07/2026 muộn hơn hạn 11/06/2026"),
        ("{every: year, by: 12-15, aim: {every: year, by: 12-20}}",
         "mục 1 kỳ 2021: ngày phấn đấu 20/12/2021 muộn hơn hạn 15/12/2021"),
        ("{start: {by: 2026-03-31, aim: {by: 2026-04-15}}}",
         "mục 1 (bắt đầu): ngày phấn đấu 15/04/2026 muộn hơn hạn 31/03/2026"),
        ("{by: 2026-06-12, aim: {event: bau-cu, plus: 5 days}}", None),
    ],
)  # fmt: skip
def test_an_aim_is_earlier_than_its_day(found: Found, deadline: str, message: str | None) -> None:
    assert found(deadline) == ([("KH540", message)] if message else [])


@pytest.mark.parametrize(
    ("deadline", "held", "words"),
    [
        ("{by: 2025-12-10, check: {event: bau-cu, minus: 95 days}}", "2026-03-15", None),
        ("{by: 2025-12-10, check: {event: bau-cu, minus: 95 days}}", "", None),  # not known yet
        ("{by: 2025-12-10, check: {event: bau-cu, minus: 95 days}}", "2026-03-22",
         ("thời hạn là 10/12/2025 (văn bản nêu chính ngày 10/12/2025), còn văn bản tự tính ra 17/12/2025 "
          "(sự kiện “bau-cu” ghi nhận ngày 22/03/2026; 95 ngày trước 22/03/2026 → 17/12/2025)")),
        ("{event: bau-cu, minus: 95 days, check: {by: 2025-12-11}}", "2026-03-15",
         "thời hạn là 10/12/2025"),
        ("{by: 2026-03-09, check: {by: 2026-03-07}}", "", None),  # both on Monday 9 March
        ("{by: 2026-03-09, check: {by: 2026-03-06}}", "", "tự tính ra 06/03/2026"),
    ],
)  # fmt: skip
def test_two_sayings_of_one_day_agree(
    found: Found, deadline: str, held: str, words: str | None
) -> None:
    said = found(deadline, held)
    assert [code for code, _ in said] == (["KH541"] if words else [])
    assert (words or "") in "".join(message for _, message in said)


@pytest.mark.parametrize(
    ("deadline", "asked", "messages"),
    [
        ("[{before: 2026-08-20, agencies: [cap-xa]}, {before: 2026-08-30, agencies: [cap-tinh]}]",
         "cap-xa, cap-tinh", []),
        ("{before: 2026-08-20, agencies: cap-xa}", "cap-xa, cap-tinh",
         ["mục 1: so-tai-chinh được giao mà không thời hạn nào nêu"]),
        ("[{before: 2026-08-20}, {before: 2026-08-30, agencies: [cap-tinh]}]", "cap-xa, cap-tinh", []),
        ("[{before: 2026-08-20}, {before: 2026-08-30, agencies: [so-tu-phap]}]", "cap-xa, cap-tinh",
         ["mục 1: thời hạn nêu so-tu-phap, không có ai được giao mục này"]),
        ("{before: 2026-08-20, agencies: [cap-tinh]}", "xa-a",
         ["mục 1: xa-a được giao mà không thời hạn nào nêu",
          "mục 1: thời hạn nêu cap-tinh, không có ai được giao mục này"]),
        ("[{before: 2026-08-20, agencies: [cap-xa]}, {on_request: true}]", "cap-xa, cap-tinh", []),
    ],
)  # fmt: skip
def test_deadlines_bind_whom_the_item_asks(
    found: Found, deadline: str, asked: str, messages: list[str]
) -> None:
    assert found(deadline, asked=asked) == [("KH542", message) for message in messages]


@pytest.mark.parametrize(
    ("deadline", "message"),
    [
        ("[{by: 2026-08-20, agencies: [cap-xa]}, {by: 2026-08-28, agencies: [vung-cao]}]",
         "mục 1: xa-b có 2 thời hạn (20/08/2026, 28/08/2026), không phân biệt được"),
        ("[{by: 2026-08-20, agencies: [cap-xa]}, {by: 2026-08-28, agencies: [xa-b, cap-tinh]}]", None),
        ("[{by: 2026-08-20}, {by: 2026-08-28}]", None),  # two duties, called by their days
        ('[{by: 2026-08-20, time: "09:00"}, {by: 2026-08-20, time: "15:00"}]',
         ("mục 1 kỳ 2026-08-20: xa-a, xa-b, so-tai-chinh có 2 thời hạn (20/08/2026, 20/08/2026), không "
          "phân biệt được")),
        ("[{when: bau-cu}, {event: bau-cu, plus: 5 days}]",  # one name as long as both are waiting
         "mục 1: xa-a, xa-b, so-tai-chinh có 2 thời hạn (—, —), không phân biệt được"),
        ("[{by: 2026-08-20}, {event: bau-cu, plus: 5 days}]", None),
        ("[{start: {event: bau-cu, plus: 5 days}}, {event: bau-cu, plus: 9 days}]", None),
    ],
)  # fmt: skip
def test_nobody_is_bound_twice_at_once(found: Found, deadline: str, message: str | None) -> None:
    assert found(deadline) == ([("KH543", message)] if message else [])


@pytest.mark.parametrize(
    ("deadline", "held", "message"),
    [
        ('{by: 2026-03-07, time: "09:00"}', "",
         "mục 1: 09:00 ngày 07/03/2026 là ngày nghỉ cuối tuần; hạn có giờ không dời"),
        ('{by: 2026-09-02, time: "09:00"}', "",
         "mục 1: 09:00 ngày 02/09/2026 là Quốc khánh; hạn có giờ không dời"),
        ('{every: month, by: {day: 7}, time: "09:00", from: 2026-02, until: 2026-03}', "",
         ("mục 1 kỳ 2026-02: 09:00 ngày 07/02/2026 là ngày nghỉ cuối tuần; hạn có giờ không dời (và 1 kỳ "
          "khác)")),
        ('{by: 2026-03-07, time: "09:00", roll: next}', "", None),
        ('{by: 2026-03-07, time: "09:00", roll: none}', "", None),
        ('{by: 2026-03-06, time: "09:00"}', "", None),
        ('{every: working day, time: "16:00", from: 2026-03-02, until: 2026-03-15}', "", None),
        ("{event: bau-cu, plus: 24 hours}", "2026-03-06", None),
    ],
)  # fmt: skip
def test_an_hour_on_a_day_off_is_told(
    found: Found, deadline: str, held: str, message: str | None
) -> None:
    assert found(deadline, held) == ([("KH544", message)] if message else [])


def test_a_day_worked_elsewhere_only_is_no_hour_on_a_day_off(found: Found) -> None:
    """Sở Tài chính works on Saturday 7 March by its own calendar: for the others it is no period."""
    own = (
        "schema: kehoach/calendar@1\ncalendars:\n  rieng: {name: Riêng, also_worked: "
        "[{date: 2026-03-07, name: Làm bù}]}\n"
    )
    rule = '{every: working day, time: "16:00", from: 2026-03-02, until: 2026-03-08}'
    assert found(rule, calendar=own) == []


def test_an_id_that_nothing_has_is_told_at_the_deadline(
    judge: Callable[..., Run], plan_text: Callable[..., str]
) -> None:
    item = 'id: "1", lead: [so-tai-chinh], deadline: {within: 2026, agencies: [so-tai-chin]}'
    run = judge({"plan_07.yaml": plan_text(item)}, "2026-06-01")
    codes = {each.rule.code for each in run.wrong}
    assert "KH302" in codes
