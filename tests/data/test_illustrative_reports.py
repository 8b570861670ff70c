"""The illustrative reports say everywhere that they are invented."""

from datetime import date

import pytest

from data.shipped_verdicts import DATA, ONCE, run_at
from kehoach.diagnostics import Severity
from kehoach.pages.agency_page import AGENCY_FORMATS
from kehoach.pages.explain_page import EXPLAIN_FORMATS
from kehoach.pages.item_page import ITEM_FORMATS
from kehoach.pages.status_page import STATUS_FORMATS
from kehoach.pages.upcoming_page import UPCOMING_FORMATS
from kehoach.reading.folder import DataFolder
from kehoach.review.check_formats import CHECK_FORMATS
from kehoach.run import Question, Run, answer
from kehoach.terminal.screen import Screen
from kehoach.words import Lang

NOTICE = "Dữ liệu minh hoạ"


# ── The illustrative files themselves ───────────────────────────────────────────────────────────
SAMPLES = sorted((DATA / "submissions").rglob("*.yaml"))


def test_illustrative_files_say_so() -> None:
    """Nothing invented may be taken for a real report: not in the file, not in the book."""
    workspace = run_at("2026-11-22").workspace
    assert len(workspace.filings) == len(SAMPLES)
    assert len({path.parent for path in SAMPLES}) >= 8
    for path in SAMPLES:
        head = path.read_text(encoding="utf-8").split("\n", 1)[0]
        assert head == "# Dữ liệu minh hoạ, không phải báo cáo thật"
    for filing in workspace.filings:
        document = filing.submission.document
        assert filing.submission.sample
        assert (document.number or "").startswith("mẫu-")
        assert document.signer == "Nguyễn Văn Mẫu"
    assert all(entry.sample for entry in workspace.book.receipts)


def test_the_book_dates_every_illustrative_entry() -> None:
    """None rests on the date that the file itself declares."""
    for report in run_at("2026-11-22").reports:
        for claim in report.claims:
            assert claim.receipt is not None
            assert claim.receipt.source == "registry"
            assert claim.document.date is None or claim.document.date <= claim.receipt.day


def test_no_decision_is_invented() -> None:
    decided = run_at("2026-11-22").workspace.decisions
    assert (*decided.events, *decided.sessions, *decided.requests) == ()
    assert (*decided.extensions, *decided.waivers) == ()


@pytest.mark.parametrize("day", ["2021-06-20", "2021-12-15", "2023-12-15", "2026-11-22"])
def test_shipped_files_have_no_errors(day: str) -> None:
    run = run_at(day)
    assert run.workspace.left_out == ()
    assert [each for each in run.findings if each.rule.severity is Severity.ERROR] == []


@pytest.mark.parametrize("day", ["2021-12-15", "2023-12-15", "2026-11-22"])
def test_warnings_are_those_that_the_samples_are_meant_to_show(day: str) -> None:
    """No day of completion, one told too late, too few fields, continuous work left out of a report.

    On 2023-12-15 the town's report for huyện Việt Yên has not come, and warns of nothing yet. In 2026
    the districts are gone, and their debts under five items have passed to nobody.
    """
    nobodys = ("II.1.b", "II.4.2", "II.7", "III.1.a", "III.1.c") if day == "2026-11-22" else ()
    warned = {
        (each.rule.code, each.subject)
        for each in run_at(day).findings
        if each.rule.severity is Severity.WARNING
    }
    assert warned == {
        ("KH410", ("ubnd-yen-the", "II.1.b", ONCE)),
        # Done on 5 August, told on the 31st: by the 12th at the latest.
        ("KH515", ("ubnd-xa-dong-ky-yen-the", "II.1.b", ONCE)),
        ("KH411", ("ubnd-tinh", "II.4.2", "2021")),
        ("KH412", ("thanh-tra-tinh", "II.5.1", "2021")),
        *(("KH323", (None, item, None)) for item in nobodys),
    }


def pages(run: Run, narrow: Run, lang: Lang) -> dict[str, str]:
    """Return every kind of output; ``narrow`` answers for one agency and one item.

    ``check --format jsonl`` is left out: it holds findings a line and nothing else.
    """
    screen = Screen(lang=lang)
    wide = {
        f"{name} {format_}": "".join(render(run, screen))
        for name, formats in (("status", STATUS_FORMATS), ("check", CHECK_FORMATS))
        for format_, render in formats.items()
        if format_ != "jsonl"
    }
    one = {
        f"{name} {format_}": render(narrow, screen)
        for name, formats in (
            ("agency", AGENCY_FORMATS),
            ("item", ITEM_FORMATS),
            ("explain", EXPLAIN_FORMATS),
        )
        for format_, render in formats.items()
    }
    soon = {
        f"upcoming {name}": render(run, screen, 30) for name, render in UPCOMING_FORMATS.items()
    }
    return wide | one | soon


def narrowed(day: str, item: str, agency: str, period: str) -> Run:
    """Return the answer for one obligation."""
    question = Question(date.fromisoformat(day), (agency,), (), (item,), (period,))
    return answer(DataFolder(DATA), "data/", question)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_output_says_that_data_is_illustrative(lang: Lang) -> None:
    narrow = narrowed("2021-12-15", "III.1.c", "so-tai-chinh", "2021")
    for name, page in pages(run_at("2021-12-15"), narrow, lang).items():
        assert NOTICE in page, name


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_output_says_so_where_no_illustrative_report_counts(lang: Lang) -> None:
    """Nothing has come by 2021-06-20, the first arrival in the book is 2021-06-25."""
    narrow = narrowed("2021-06-20", "III.1.a", "so-tai-chinh", ONCE)
    for name, page in pages(run_at("2021-06-20"), narrow, lang).items():
        assert NOTICE not in page, name


@pytest.mark.parametrize(
    ("item", "agency", "period"),
    [
        ("II.2", "so-noi-vu", "2022"),  # covered by an invented nil report
        ("II.5.1", "thanh-tra-tinh", "2021"),  # left out of an invented report
        ("II.2", "thanh-tra-tinh", "2021"),  # covered by an invented report
    ],
)
def test_a_verdict_that_rests_on_an_illustrative_report_says_so(
    item: str, agency: str, period: str
) -> None:
    assert narrowed("2022-12-15", item, agency, period).sample
