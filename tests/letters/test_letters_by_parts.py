"""Letters to each agency: the same, in whatever parts the data were judged, and by however many."""

from collections.abc import Callable
from datetime import date

import pytest

from kehoach.letters.letter_formats import SUMMARY_FORMATS
from kehoach.letters.reminder.book_entries import Sent, proposed
from kehoach.letters.reminder.correspondence import due_letters
from kehoach.letters.reminder.reminder import reminder
from kehoach.letters.summary.overdue import AHEAD_DAYS
from kehoach.reading.folder import DataFolder
from kehoach.run import Account, Question, Run, answer, reckon
from kehoach.run.by_parts.ledger import Ledger
from kehoach.terminal.screen import Screen

DAY = date(2021, 12, 1)
LETTER = "document: {number: 9/QĐ, date: 2021-05-04}"
AGENCIES = """\
schema: kehoach/agencies@1
agencies:
  - {id: so-a, name: Sở A, valid: {to: 2021-06-30}, successors: [so-b]}
  - {id: so-b, name: Sở B}
  - {id: so-c, name: Sở C, files: git}
  - {id: so-d, name: Sở D, valid: {to: 2021-08-31}}
  - {id: so-e, name: Sở E}
"""
ITEMS = (
    'id: "1", implement: [so-a, so-b, so-c, so-d, so-e], deadline: {by: 2021-07-31}',
    "id: bc, kind: report, implement: [so-b, so-c, so-e], deadline: {by: 2021-09-30}",
    "id: th, kind: report, lead: [so-e], after: bc, deadline: {by: 2021-12-28}",
    "id: xa, lead: [so-c], deadline: {by: 2022-06-30}",
)
FILES = {
    "agencies.yaml": AGENCIES,
    "decisions.yaml": "schema: kehoach/decisions@1\nextensions:\n"
    f'  - {{item: "1", due: 2021-08-31, agencies: [so-e], {LETTER}}}\n',
    "reminders.yaml": "schema: kehoach/reminders@1\nreminders:\n"
    '  - {agency: so-b, document: {number: 3/STP, date: 2021-09-01}, about: [{item: "1"}]}\n',
    "submissions/so-c/a.yaml": 'schema: kehoach/submission@1\nplan: "07"\nagency: so-c\nsample: true\n'
    "document: {number: 1/C, date: 2021-09-20}\nreports: [{item: bc}]\n",
    "submissions/so-b/a.yaml": 'schema: kehoach/submission@1\nplan: "07"\nagency: so-b\n'
    "document: {number: 1/B, date: 2021-07-20}\n"
    'tasks: [{item: "1", status: in_progress, reason: chờ kinh phí, expected: 2021-12-20}]\n',
    "submissions/so-e/hong.yaml": "schema: [\n",
    "submissions/la/x.yaml": "schema: [\n",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _no_thread_of_other_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fork also where another test has left a thread in this process."""
    monkeypatch.setattr("threading.active_count", lambda: 1)


@pytest.fixture(name="data")
def _data(folder: Callable[..., DataFolder], plan_text: Callable[..., str]) -> DataFolder:
    return folder({**FILES, "plan_07.yaml": plan_text(*ITEMS)})


def letters(found: Account, name: str = "markdown") -> dict[str, str | bytes]:
    """Return every letter that is due, by whom it is to; beside them what else is told of the round."""
    due, screen, write = due_letters(found), Screen(), SUMMARY_FORMATS[name]
    made: dict[str, str | bytes] = {
        of.agency: write(reminder(found, screen, of)) for of in due.letters
    }
    sent = [Sent(of, "5/STP", DAY, None) for of in due.letters]
    return {**made, "later": repr([of.agency for of in due.later]), "ended": repr(due.ended),
            "book": proposed(found, sent)}  # fmt: skip


def question(**more: object) -> Question:
    return Question(DAY, git=False, ahead=AHEAD_DAYS, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", SUMMARY_FORMATS)
@pytest.mark.parametrize("jobs", [1, 2, 3, 7])
def test_letters_of_parts_are_those_of_the_whole(data: DataFolder, name: str, jobs: int) -> None:
    parts = reckon(data, "data/", question(), jobs, 0)
    assert isinstance(parts, Ledger)
    assert letters(parts, name) == letters(answer(data, "data/", question()), name)


def test_letters_of_parts_are_the_same_where_less_is_asked(data: DataFolder) -> None:
    for some in ({"items": ("1",)}, {"only": ("overdue",)}, {"due_by": date(2021, 8, 1)}):
        parts = reckon(data, "data/", question(**some), 2, 0)
        assert isinstance(parts, Ledger)
        assert letters(parts) == letters(answer(data, "data/", question(**some)))


def test_what_a_letter_tells_of_other_parts(data: DataFolder) -> None:
    """Whose report another waits for, that something is invented, and which file may be anybody's."""
    told = letters(reckon(data, "data/", question(), 2, 0))
    assert {*told} == {"so-b", "so-c", "so-e", "later", "ended", "book"}
    assert told["ended"] == "('so-d',)"
    mine = str(told["so-e"])
    assert "mục bc: đã có 1/3; còn thiếu: Sở B; Sở E" in mine
    assert "Dữ liệu minh hoạ" in mine  # so-c's
    assert "Chưa tính 2 tệp" in mine  # its own, and one in no agency's folder
    assert "Chưa tính 1 tệp" in str(told["so-c"])
    assert "chờ kinh phí" in str(told["so-b"])
    assert "đã đôn đốc 01 lần" in str(told["so-b"])


def test_debts_are_told_as_far_ahead_as_is_asked(data: DataFolder) -> None:
    """Of a run all of them are at hand, of parts those of so many days, the last included."""

    def owed(found: Account) -> set[tuple[str, str]]:
        return {(a, each.obligation.key.item) for a, those in found.debts.items() for each in those}

    late = {*((f"so-{name}", "1") for name in "bcde"), ("so-b", "bc"), ("so-e", "bc")}
    whole = answer(data, "data/", question())
    assert isinstance(whole, Run)
    assert owed(whole) == late | {("so-e", "th"), ("so-c", "xa")}
    for days, ahead in ((27, {("so-e", "th")}), (26, set()), (None, set())):
        parts = reckon(data, "data/", Question(DAY, git=False, ahead=days), 2, 0)
        assert owed(parts) == late | ahead
