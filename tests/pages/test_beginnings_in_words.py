"""A beginning is told in words of a beginning, never of an end, on whatever page it stands."""

from collections.abc import Callable

import pytest

from kehoach.explanations.chain import chain
from kehoach.explanations.labels import state_words
from kehoach.pages.agency_page import AGENCY_FORMATS
from kehoach.pages.item_page import ITEM_FORMATS
from kehoach.pages.status_page import STATUS_FORMATS
from kehoach.pages.upcoming_page import upcoming_table
from kehoach.run import Run
from kehoach.sheets.export_ics import export_ics
from kehoach.terminal.screen import Screen
from kehoach.words import Lang

Judge = Callable[..., Run]
PlanText = Callable[..., str]
RULES = "[{start: {within: 2021-Q1}}, {by: 2021-12-31}]"
ENDS = ("hoàn thành", "đã xong", "completed", "done")
BEGUN = "status: in_progress, started: 2021-03-10"


@pytest.fixture(name="told")
def _told(judge: Judge, plan_text: PlanText) -> Callable[..., Run]:
    """Return a function that judges one task, of which an entry was filed on 5 April, on a day."""

    def run(entry: str | None, as_of: str, **question: object) -> Run:
        files = {"plan_07.yaml": plan_text(f'id: "1", lead: [so-tai-chinh], deadline: {RULES}')}
        if entry:
            files["submissions/so-tai-chinh/a.yaml"] = (
                'schema: kehoach/submission@1\nplan: "07"\nagency: so-tai-chinh\n'
                f"document: {{number: 1/BC, date: 2021-04-05}}\ntasks:\n  - {{item: 1, {entry}}}\n"
            )
        return judge(files, as_of, **question)

    return run


@pytest.mark.parametrize(
    ("entry", "as_of", "vi", "en"),
    [
        (None, "2021-04-01", "Quá hạn bắt đầu", "Start overdue"),
        (None, "2021-03-25", "Sắp đến hạn bắt đầu", "Start due soon"),
        (BEGUN, "2021-05-01", "Bắt đầu đúng hạn", "Started on time"),
        (
            "status: in_progress, started: 2021-04-02",
            "2021-05-01",
            "Bắt đầu quá hạn",
            "Started late",
        ),
    ],
)
def test_its_state(
    told: Callable[..., Run], entry: str | None, as_of: str, vi: str, en: str
) -> None:
    start = told(entry, as_of).assessments[0]
    assert (state_words(start, "vi"), state_words(start, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("entry", "as_of"),
    [(None, "2021-04-01"), (BEGUN, "2021-05-01"), ("status: in_progress", "2021-05-01"),
     ("status: not_started", "2021-05-01"), ("status: in_progress, started: 2021-03-10", "2021-07-01")],
)  # fmt: skip
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_its_chain_has_no_word_of_an_end(
    told: Callable[..., Run], entry: str | None, as_of: str, lang: Lang
) -> None:
    run = told(entry, as_of)
    said = dict(chain(run, run.assessments[0], lang))
    for words in said.values():
        assert not any(end in words.lower() for end in ENDS), words


def test_its_period_is_named_in_tables(told: Callable[..., Run]) -> None:
    screen = Screen(200, False, "vi", True)
    run = told(None, "2021-04-03")
    status = "".join(STATUS_FORMATS["table"](run, screen, full=True))
    assert "1    bắt đầu  31/03/2021         3" in " ".join(status.split("\n"))
    one = told(None, "2021-04-03", agencies=("so-tai-chinh",))
    assert "✗ Quá hạn bắt đầu" in "".join(AGENCY_FORMATS["table"](one, screen))
    item = told(None, "2021-04-03", items=("1",))
    assert "bắt đầu  31/03/2021" in "".join(ITEM_FORMATS["table"](item, screen))
    ahead = upcoming_table(told(None, "2021-03-20"), screen, 30)
    assert "bắt đầu" in ahead


def test_a_calendar_calls_it_one(told: Callable[..., Run]) -> None:
    run = told(None, "2021-03-20")
    calendar = export_ics(run, Screen(None, False, "vi", True))
    assert "SUMMARY:Hạn 1: Một (bắt đầu)" in calendar.decode().replace("\r\n ", "")
