"""The plan's continuous work, requests, inherited debts and days due soon, worked out by hand."""

import pytest

from data.shipped_verdicts import ONCE, by_name, verdict


@pytest.mark.parametrize(
    ("day", "item", "agency", "period", "covered", "reason"),
    [
        # Its report of 2021 names II.2 and says nothing of II.5.1.
        ("2021-12-15", "II.2", "thanh-tra-tinh", "2021", True, "covered"),
        ("2021-12-15", "II.5.1", "thanh-tra-tinh", "2021", False, "not_covered"),
        # The lead by name of II.4.1 and of III.2.a reported on it.
        ("2021-12-15", "II.4.1", "thanh-tra-tinh", "2021", True, "covered"),
        ("2021-12-15", "III.2.a", "so-tu-phap", "2021", True, "covered"),
        # A late report covers as well as one in time.
        ("2021-12-15", "II.2", "ubnd-yen-the", "2021", True, "covered"),
        # No report: only the report itself is overdue.
        ("2021-12-15", "II.2", "so-y-te", "2021", False, "report_missing"),
        # Nobody knows before the report is due, even where it has come.
        ("2021-12-01", "II.2", "so-tu-phap", "2021", None, "cover_not_due"),
        ("2021-12-02", "II.2", "so-tu-phap", "2021", True, "covered"),
        ("2024-12-02", "II.2", "so-y-te", "2024", None, "cover_not_due"),
        ("2024-12-03", "II.2", "so-y-te", "2024", False, "report_missing"),
        ("2026-11-22", "II.6.2", "so-tu-phap", "2026", None, "cover_not_due"),
        # III.1.c is not laid on communes, the council or the procuracy, whatever they say.
        ("2021-12-15", "II.6.1", "ubnd-xa-dong-ky-yen-the", "2021", None, "no_report_duty"),
        ("2021-12-15", "II.3.1", "hoi-dong-pbgdpl-tinh", "2021", None, "no_report_duty"),
        ("2021-12-15", "II.5.3", "vks-tinh", "2021", None, "no_report_duty"),
        # A nil report speaks of everything, item by item.
        ("2026-11-22", "II.2", "so-noi-vu", "2022", True, "covered_by_nil"),
        ("2026-11-22", "II.6.2", "so-noi-vu", "2022", True, "covered_by_nil"),
        # "thường xuyên củng cố, kiện toàn trong những năm tiếp theo": from 2022 on.
        ("2026-11-22", "II.6.2", "so-tu-phap", "2022", True, "covered"),
        ("2026-11-22", "II.6.2", "so-noi-vu", "2023", False, "report_missing"),
    ],
)
def test_continuous_work_is_judged_by_its_report(
    day: str, item: str, agency: str, period: str, covered: bool | None, reason: str
) -> None:
    found = verdict(day, item, agency, period)
    assert (found.status, found.covered, found.reason) == ("ongoing", covered, reason)
    assert found.days is None


@pytest.mark.parametrize(
    ("item", "agency"),
    [
        ("II.9", "ubmttq-tinh"),  # "Đề nghị Ủy ban MTTQ Việt Nam tỉnh …"
        ("II.9", "tinh-doan"),
        ("II.10", "cuc-thue-tinh"),  # "Đề nghị các cơ quan Trung ương …"
    ],
)
def test_what_is_only_requested_is_never_overdue(item: str, agency: str) -> None:
    found = verdict("2026-11-22", item, agency, "2021")
    assert found.requested
    assert (found.status, found.covered) == ("ongoing", None)


@pytest.mark.parametrize(
    ("day", "item", "agency", "period"),
    [
        # The year has not begun.
        ("2021-12-15", "III.1.c", "so-tu-phap", "2022"),
        ("2021-12-15", "II.6.2", "so-tu-phap", "2022"),
        ("2023-12-31", "III.2.d", "so-tu-phap", ONCE),
        ("2025-12-31", "III.2.e", "so-tu-phap", ONCE),
        # II.6.2 is for the specialised agencies alone.
        ("2021-12-15", "II.6.2", "bql-cac-kcn", ONCE),
        ("2021-12-15", "II.6.2", "ubnd-yen-the", ONCE),
        # III.1 is not for communes, nor for the province itself.
        ("2021-12-15", "III.1.c", "ubnd-xa-dong-ky-yen-the", "2021"),
        ("2021-12-15", "III.1.c", "ubnd-tinh", "2021"),
        # No district is left on 2025-12-01; no department of 2021 that was merged.
        ("2026-11-22", "III.1.c", "ubnd-yen-the", "2025"),
        ("2026-11-22", "III.1.c", "so-ke-hoach-dau-tu", "2025"),
        # A body of 2025 owes nothing of 2021 by itself.
        ("2026-11-22", "III.1.c", "so-nong-nghiep-moi-truong", "2021"),
        # "theo quy định" and "theo yêu cầu" give no day, and no request is recorded.
        ("2026-11-22", "III.2.b", "so-tu-phap", ONCE),
        ("2026-11-22", "III.2.f", "so-tu-phap", ONCE),
    ],
)
def test_not_listed(day: str, item: str, agency: str, period: str) -> None:
    assert (item, period, agency, None) not in by_name(day)


@pytest.mark.parametrize(
    ("day", "item", "old", "heir", "period", "status", "days"),
    [
        # A department ended on 2025-02-28; from the next day its successor owes the report.
        ("2025-03-01", "III.1.c", "so-nong-nghiep-ptnt", "so-nong-nghiep-moi-truong", "2024",
         "overdue", 89),
        # Two departments left one successor the same debt of 2021: five years less nine days.
        ("2026-11-22", "III.1.c", "so-nong-nghiep-ptnt", "so-nong-nghiep-moi-truong", "2021",
         "overdue", 1817),
        ("2026-11-22", "III.1.c", "so-tai-nguyen-moi-truong", "so-nong-nghiep-moi-truong", "2021",
         "overdue", 1817),
        ("2026-11-22", "III.1.c", "ban-dan-toc", "so-dan-toc-ton-giao", "2021", "overdue", 1817),
        # Việt Yên: a town from 2024-02-01, which sent the report of 2023 on 2024-03-15.
        ("2024-02-01", "III.1.c", "ubnd-viet-yen", "ubnd-thi-xa-viet-yen", "2023", "overdue", 62),
        ("2024-03-14", "III.1.c", "ubnd-viet-yen", "ubnd-thi-xa-viet-yen", "2023", "overdue", 104),
        ("2024-03-15", "III.1.c", "ubnd-viet-yen", "ubnd-thi-xa-viet-yen", "2023",
         "done_late", 105),
        # The town ended too (2025-06-30); what it delivered stays delivered.
        ("2026-11-22", "III.1.c", "ubnd-viet-yen", "ubnd-thi-xa-viet-yen", "2023",
         "done_late", 105),
        # Communes of 2021 went into those of 2025-07-01: 1826 + 112 days after 2021-08-02.
        ("2026-11-22", "II.1.b", "ubnd-xa-canh-nau-yen-the", "ubnd-xa-xuan-luong", ONCE,
         "overdue", 1938),
    ],
)  # fmt: skip
def test_a_debt_passes_to_the_successor(
    day: str, item: str, old: str, heir: str, period: str, status: str, days: int
) -> None:
    found = verdict(day, item, heir, period, inherited_from=old)
    assert (found.status, found.days, found.heirless) == (status, days, False)
    assert (item, period, old, None) not in by_name(day)


@pytest.mark.parametrize(
    ("day", "item", "old", "heir", "period", "status"),
    [
        # Sở Tài chính owes the same itself: it was late in 2022, in time in 2024, done in 2021.
        ("2025-03-01", "III.1.c", "so-ke-hoach-dau-tu", "so-tai-chinh", "2022", "done_late"),
        ("2026-11-22", "III.1.c", "so-ke-hoach-dau-tu", "so-tai-chinh", "2024", "done_on_time"),
        ("2026-11-22", "II.6.2", "so-ke-hoach-dau-tu", "so-tai-chinh", ONCE, "done_on_time"),
        ("2026-11-22", "III.1.c", "so-lao-dong-tbxh", "so-noi-vu", "2022", "done_on_time"),
        ("2026-11-22", "III.1.c", "so-giao-thong-van-tai", "so-xay-dung", "2021", "overdue"),
        # Yên Dũng joined the city on 2025-01-01, which has sent nothing either.
        ("2025-01-01", "III.1.c", "ubnd-yen-dung", "ubnd-thanh-pho-bac-giang", "2021", "overdue"),
        # Xã Hồng Kỳ joined Đồng Kỳ on 2025-01-01, which had done it and ended on 2025-06-30.
        ("2025-01-01", "II.1.b", "ubnd-xa-hong-ky-yen-the", "ubnd-xa-dong-ky-yen-the", ONCE,
         "done_late"),
        ("2026-11-22", "II.1.b", "ubnd-xa-hong-ky-yen-the", "ubnd-xa-dong-ky-yen-the", ONCE,
         "done_late"),
    ],
)  # fmt: skip
def test_a_debt_merges_into_the_same_debt_of_the_successor(
    day: str, item: str, old: str, heir: str, period: str, status: str
) -> None:
    found = verdict(day, item, heir, period)
    assert found.status == status
    assert old in found.merged
    assert not [key for key in by_name(day) if key[:3] == (item, period, old)]
    assert (item, period, heir, old) not in by_name(day)


def test_before_the_merger_nothing_is_merged() -> None:
    """On 2025-02-28, its last day, a department still stands for itself."""
    assert verdict("2025-02-28", "III.1.c", "so-tai-chinh", "2022").merged == ()


@pytest.mark.parametrize(
    ("item", "agency", "period", "days"),
    [
        # Two years less ten days after 2024-12-02; the district level ended on 2025-06-30.
        ("III.1.c", "ubnd-tan-yen", "2024", 720),
        ("III.1.c", "ubnd-thi-xa-viet-yen", "2024", 720),
        # 2023-12-31 is a Sunday, 1/1 a holiday: Tuesday 2024-01-02; 731 days, then 324.
        # The town that took it over has ended without a successor.
        ("II.4.2", "ubnd-viet-yen", "2023", 1055),
    ],
)
def test_a_debt_without_a_successor(item: str, agency: str, period: str, days: int) -> None:
    found = verdict("2026-11-22", item, agency, period)
    assert (found.status, found.days, found.heirless) == ("overdue", days, True)


def test_a_district_has_no_successor_from_the_day_after_its_last() -> None:
    """The district level ended on 2025-06-30."""
    last, after = (
        verdict(day, "III.1.c", "ubnd-tan-yen", "2024") for day in ("2025-06-30", "2025-07-01")
    )
    assert (last.heirless, after.heirless) == (False, True)


@pytest.mark.parametrize(
    ("day", "item", "period", "soon"),
    [
        # Due 2021-12-01; the window is 14 days, both ends included.
        ("2021-11-16", "III.1.c", "2021", False),
        ("2021-11-17", "III.1.c", "2021", True),
        ("2021-12-01", "III.1.c", "2021", True),
        ("2021-12-02", "III.1.c", "2021", False),
        # The session of December, assumed on 2021-12-31.
        ("2021-12-16", "III.2.c", "2021", False),
        ("2021-12-17", "III.2.c", "2021", True),
        # 2026-12-01 is nine days ahead, 2026-12-31 is 39.
        ("2026-11-22", "III.1.c", "2026", True),
        ("2026-11-22", "III.2.e", ONCE, False),
    ],
)
def test_due_soon(day: str, item: str, period: str, soon: bool) -> None:
    agency = "so-y-te" if item == "III.1.c" else "so-tu-phap"
    assert verdict(day, item, agency, period).due_soon is soon


def test_the_book_dates_a_report_by_its_letter_or_by_item_and_period() -> None:
    """One letter dates its whole file; a paper report stands in the book alone."""
    by_letter = verdict("2022-12-15", "III.1.c", "so-noi-vu", "2022").claim
    by_item = verdict("2022-12-15", "III.1.c", "so-tai-chinh", "2022").claim
    paper = verdict("2021-12-15", "III.1.a", "ubnd-luc-ngan", ONCE).claim
    for claim in (by_letter, by_item, paper):
        assert claim is not None
        assert claim.receipt is not None
        assert claim.receipt.source == "registry"
    assert paper is not None
    assert paper.file == "receipts.yaml"
