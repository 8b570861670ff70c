"""Everything is judged part by part, by one process or by many, with the same bytes as at once."""

import os
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from kehoach.pages.status_page import GROUPINGS, summary_json, totals_table
from kehoach.reading.folder import DataFolder
from kehoach.reading.repositories.git import GitTrouble
from kehoach.reading.workspace_reading import read_filed
from kehoach.review.check_formats import CHECK_FORMATS
from kehoach.run import Question, Run, answer, reckon
from kehoach.run.account import Account
from kehoach.run.by_parts.ledger import Ledger
from kehoach.terminal.screen import Screen
from run.histories import TODAY, Office
from run.lives import Life, written
from run.test_parts import BOOK, HEIRS
from run.test_random_histories import Writer

CHECK = Question(TODAY, history=True, wordings=True, listing=True)
STATUS = Question(TODAY, history=True)
DECISIONS = """\
schema: kehoach/decisions@1
extensions:
  - {item: "1", period: 2022, agencies: [so-tu-phap], due: 2023-02-01,
     document: {number: 12/QĐ-UBND, date: 2022-11-01}}
  - {item: "1", period: 2021, agencies: [so-noi-vu], due: 2021-11-01,
     document: {number: 13/QĐ-UBND, date: 2021-10-01}}
waivers:
  - {item: "1", period: 2021, agencies: [so-tai-chinh], reason: thiên tai,
     document: {number: 14/QĐ-UBND, date: 2021-11-01}}
returns:
  - {item: "1", period: 2022, reason: thiếu biểu, document: {number: 15/STP, date: 2022-12-05}}
  - {item: "1", period: 2021, agencies: [so-noi-vu], reason: thiếu biểu,
     document: {number: 16/STP, date: 2022-08-05}}
pauses:
  - {item: "2", from: 2022-10-01, until: 2022-10-20, reason: chờ,
     document: {number: 17/STP, date: 2022-10-01}}
  - {item: "1", period: 2022, agencies: [so-tu-phap], from: 2022-11-01, reason: chờ,
     document: {number: 18/STP, date: 2022-11-01}}
"""


@pytest.fixture(autouse=True)
def _no_thread_of_other_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fork also where another test (a cluster's client, say) has left a thread in this process."""
    monkeypatch.setattr("threading.active_count", lambda: 1)


def pages(found: Account) -> dict[str, str]:
    """Return every page that is made of an account which shows no finding."""
    screen = Screen(None, False, "vi", True)
    tables = {str(by): totals_table(found, screen, by=by) for by in (None, *GROUPINGS)}
    return {**tables, "summary": summary_json(found, "en")}


def checks(found: Account) -> dict[str, str]:
    """Return every form in which findings are shown."""
    screen = Screen(None, False, "en", True)
    return {name: "".join(made(found, screen)) for name, made in CHECK_FORMATS.items()}


def reckoned(office: Office, question: Question, jobs: int, few: int = 0) -> Ledger:
    """Return the account by so many processes; it is one of parts."""
    found = reckon(DataFolder(office.data), "data/", question, jobs, few)
    assert isinstance(found, Ledger)
    return found


@pytest.mark.parametrize("seed", range(8))
def test_parts_are_as_the_whole(office: Office, seed: int) -> None:
    """Pages and findings do not tell how the data was divided, nor among how many."""
    random = Random(seed)  # noqa: S311 - reproducible, not secret
    Writer(office, random).history()
    files = {"agencies.yaml": HEIRS, "receipts.yaml": BOOK, "decisions.yaml": DECISIONS}
    office.write(dict(random.sample([*files.items()], random.randrange(4))))
    office.write({"submissions/la.txt": "x", "submissions/so-tu-phap/thu.docx": "x"})
    data = DataFolder(office.data)
    whole = answer(data, "data/", STATUS), answer(data, "data/", CHECK)
    for jobs in (1, 2, 3, 7):
        assert pages(reckoned(office, STATUS, jobs)) == pages(whole[0])
        assert checks(reckoned(office, CHECK, jobs)) == checks(whole[1])


@pytest.mark.parametrize("seed", range(6))
def test_parts_are_as_the_whole_where_beginnings_are_told(tmp_path: Path, seed: int) -> None:
    """A task with a start and an end, told at random, in two parts and in one."""
    random = Random(seed)  # noqa: S311 - reproducible, not secret
    root = tmp_path / "kho"
    written(Life(random).live(8), root)
    data, day = DataFolder(root / "data"), date(2025, 3, 1)
    for question, told in (
        (replace(STATUS, as_of=day), pages),
        (replace(CHECK, as_of=day), checks),
    ):
        parts = reckon(data, "data/", question, 2, 0)  # at once, where a life left hardly a file
        assert told(parts) == told(answer(data, "data/", question))


def test_findings_of_some_files_only(office: Office) -> None:
    """Paths restrict what is told, not what is judged."""
    office.commit("2022-12-20", office.file("so-tai-chinh", 2021, 2022))
    office.write(office.file("so-noi-vu", 2021, 2031))
    whole = answer(DataFolder(office.data), "data/", CHECK)
    names = frozenset({"submissions/so-noi-vu"})
    parts = reckoned(office, CHECK, 2)
    mine, theirs = checks(parts.only_files(names)), checks(whole.only_files(names))
    for name in theirs:
        assert mine[name] == theirs[name], name


def test_settings_of_the_checks_are_the_same_for_parts(office: Office) -> None:
    """What is passed over, what matters less, and what has no effect is found of all the parts together."""
    settings = (
        "schema: kehoach/checks@1\nseverity: {KH406: warning}\nignore:\n"
        "  - {rule: KH406, agency: so-noi-vu, reason: x, until: 2099-12-31}\n"
        "  - {rule: KH403, reason: x, until: 2099-12-31}\n"
    )
    office.write({"checks.yaml": settings})
    office.commit("2022-12-20", office.file("so-tai-chinh", 2021, 2031))
    office.write(office.file("so-noi-vu", 2021, 2031))
    whole = answer(DataFolder(office.data), "data/", CHECK)
    parts = reckoned(office, CHECK, 2)
    assert {each.finding.subject.agency for each in whole.passed} == {"so-noi-vu"}
    assert "KH562" in {each.rule.code for each in whole.wrong}
    mine, theirs = checks(parts), checks(whole)
    for name in theirs:
        assert mine[name] == theirs[name], name


def test_little_is_judged_at_once(office: Office) -> None:
    """Where there is little, or a part is asked about, nothing is divided."""
    data = DataFolder(office.data)
    office.write(office.file("so-tai-chinh", 2021))
    assert isinstance(reckon(data, "data/", STATUS), Run)
    some = Question(TODAY, agencies=("so-tai-chinh",), history=True)
    assert isinstance(reckon(data, "data/", some, 2, 0), Run)


def assert_all_waited_for() -> None:
    """Fail where a child has ended and nobody took note; those of other tests may still be at work."""
    with suppress(ChildProcessError):
        assert os.waitpid(-1, os.WNOHANG) == (0, 0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
def test_a_process_that_dies_is_made_up_for(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a process did not bring to its end is judged again, here and at once."""
    office.commit("2022-11-20", office.file("so-tai-chinh", 2022))
    office.commit("2022-11-25", office.file("so-noi-vu", 2022))
    whole = pages(answer(DataFolder(office.data), "data/", STATUS))
    parent = os.getpid()

    def dying(*asked: object) -> object:
        if os.getpid() != parent:
            os.kill(os.getpid(), 9)
        return read_filed(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr("kehoach.run.by_parts.part_work.read_filed", dying)
    found = reckon(DataFolder(office.data), "data/", STATUS, 3, 0)
    assert isinstance(found, Run)
    assert pages(found) == whole
    assert_all_waited_for()


def test_trouble_is_told_as_ever(office: Office) -> None:
    """A clone without its history is refused in the same words, by however many."""
    office.commit("2022-11-20", office.file("so-tai-chinh", 2022))
    office.commit("2022-11-25", office.file("so-noi-vu", 2022))
    shallow = office.clone("nong", "--depth=1")
    with pytest.raises(GitTrouble) as told:
        answer(DataFolder(shallow.data), "data/", STATUS)
    with pytest.raises(GitTrouble) as again:
        reckon(DataFolder(shallow.data), "data/", STATUS, 2, 0)
    assert told.value.text == again.value.text


def test_an_interrupt_leaves_no_process(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever stops the program stops all of it."""
    office.write({**office.file("so-tai-chinh", 2022), **office.file("so-noi-vu", 2022)})
    parent = os.getpid()

    def interrupted(*asked: object) -> object:
        if os.getpid() == parent:
            raise KeyboardInterrupt
        return read_filed(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr("kehoach.run.by_parts.part_work.read_filed", interrupted)
    with pytest.raises(KeyboardInterrupt):
        reckon(DataFolder(office.data), "data/", STATUS, 3, 0)
    assert_all_waited_for()


def test_no_room_for_another_process_is_no_trouble(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system gives no process everything is judged here, and the same comes out."""
    office.write({**office.file("so-tai-chinh", 2022), **office.file("so-noi-vu", 2022)})
    data = DataFolder(office.data)
    whole = pages(answer(data, "data/", STATUS))

    def refused() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refused)
    assert pages(reckon(data, "data/", STATUS, 3, 0)) == whole
