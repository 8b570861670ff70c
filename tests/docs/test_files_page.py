"""``files.md`` is true in every language: its examples are one data folder, its table is right.

The expected days stand in the page: they come from the wording, the Civil Code (Art. 147, 148) and
the calendar, and are compared with what the program finds.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from kehoach.calendar import vietnam
from kehoach.diagnostics import Severity
from kehoach.model.decisions import Decisions
from kehoach.model.documents import Document
from kehoach.model.plan import Plan
from kehoach.reading.folder import DataFolder
from kehoach.reading.model_values import validate
from kehoach.reading.yaml_files.yaml_text import read_mapping
from kehoach.run import Question, answer
from kehoach.verdicts.obligations import demands
from kehoach.words import LANGUAGES, Lang

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = {lang: (DOCS / lang / "files.md").read_text(encoding="utf-8") for lang in LANGUAGES}
_FILE = re.compile(
    r"^## [^\n]*`([^`]+\.yaml)`\n\n```yaml\n(schema: .*?)```", re.MULTILINE | re.DOTALL
)
_ROW = re.compile(r"^\| (.+) \| `(\{.+\})` \| (—|[\d, -]+) \|$", re.MULTILINE)
ROWS = {lang: [match.groups()[1:] for match in _ROW.finditer(page)] for lang, page in PAGES.items()}
CASES = [pytest.param(*match.groups()[1:], id=match[1]) for match in _ROW.finditer(PAGES["vi"])]
EVENTS = {"nhan-van-ban": "2021-07-01", "khai-mac": "2021-07-20"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_examples_are_one_data_folder_without_a_mistake(lang: Lang, tmp_path: Path) -> None:
    files = dict(_FILE.findall(PAGES[lang]))
    assert len(files) == 7
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    run = answer(DataFolder(tmp_path), "", Question(date(2022, 6, 30)))
    mistakes = [each for each in run.findings if each.rule.severity is not Severity.NOTICE]
    assert mistakes == []
    assert run.workspace.left_out == ()
    states = {
        tuple(
            map(str, (each.obligation.demand.item.id, each.obligation.demand.period, each.agency))
        ): each.status
        for each in run.assessments
    }
    # Before 15/6 is 14/6; the book has 88/BC-STC on 13/6.
    assert states["II.1", "2022-H1", "so-tai-chinh"] == "done_on_time"
    # The paper report of 14/6 counts without a file.
    assert states["II.1", "2022-H1", "so-tu-phap"] == "done_on_time"
    # Extended to 24/6, and nothing came.
    assert states["II.1", "2022-H1", "so-ke-hoach-dau-tu"] == "overdue"
    assert states["I.2", "2022", "so-tai-chinh"] == "done_on_time"
    assert states["I.2", "2022", "so-ke-hoach-dau-tu"] == "waived"


def test_the_table_of_deadlines_is_found() -> None:
    table = PAGES["vi"].partition("| Văn bản ghi")[2].partition("\n\n")[0]
    assert len(CASES) == len(table.splitlines()) - 2 > 20


def test_the_table_is_the_same_in_every_language() -> None:
    assert ROWS["en"] == ROWS["vi"]


@pytest.mark.parametrize(("deadline", "days"), CASES)
def test_a_row_of_the_table_of_deadlines(deadline: str, days: str) -> None:
    expected = [] if days == "—" else [date.fromisoformat(day) for day in days.split(", ")]
    asked = demands(_plan(deadline), _events(), vietnam())
    assert [each.due for each in asked if each.due][: len(expected)] == expected
    if not expected:
        assert all(each.due is None for each in asked)


def _plan(deadline: str) -> Plan:
    """Return a plan of one item with this deadline, read as from a file."""
    text = (
        'schema: kehoach/plan@1\nid: "07"\ntitle: Thử\n'
        "period: {from: 2021-06-01, to: 2026-12-31}\n"
        'items: [{id: "1", kind: task, title: Một, text: Làm., lead: [so-tai-chinh],'
        f" deadline: {deadline}}}]\n"
    )
    data, broken = read_mapping(text, "plan_07.yaml", "plan")
    plan, wrong = validate(Plan, data, "plan_07.yaml")
    assert [*broken, *wrong] == []
    assert plan is not None
    return plan


def _events() -> Decisions:
    """Return the two events that the page says are recorded."""
    document = Document(number="1/QĐ", date="2021-07-20")
    return Decisions.model_validate(
        {
            "schema": "kehoach/decisions@1",
            "events": [
                {"id": id_, "date": day, "document": document} for id_, day in EVENTS.items()
            ],
        }
    )
