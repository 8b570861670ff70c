"""The form's rules and its YAML, run by Node.js, against the program's own reading and checks."""

import json
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from form_office import (
    BEGUN,
    LETTER,
    OFFICE,
    ONE,
    RIGHT,
    SENT,
    STC,
    TODAY,
    TWO,
    WRONG,
    Values,
    Wrong,
)
from kehoach.diagnostics import Affair
from kehoach.filing.forms import Forms
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer
from kehoach.site.form.form_data import AgencyForm
from kehoach.site.form.form_rules import form_code
from run.histories import Office

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="no Node.js on this machine")
_RULES = form_code("vi").partition("// The form on the page")[0]
_ASK = """
const [jobs] = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(jobs.map(([name, ...given]) => {
  if (name !== "file") return kehoach[name](...given);
  return kehoach.yaml(kehoach.read(...given).written);
})));
"""


def asked(*jobs: list[Any]) -> list[Any]:
    """Return what functions of the script answer: each a name and what it is given."""
    done = subprocess.run(  # noqa: S603 - our own script
        [str(NODE), "-e", _RULES + _ASK],
        input=json.dumps([jobs]), capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


@pytest.fixture
def folder(folder: Callable[..., DataFolder]) -> Callable[..., DataFolder]:
    """Return a function that writes the office's data folder with further files, without git."""
    return lambda files=None: folder({**OFFICE, **(files or {})})


def form_of(run: Run, agency: str = STC) -> Any:
    """Return the data of an agency's form."""
    return AgencyForm(run, "vi", Forms(run.reports[0]), agency).data()


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Return the office's repository on its first day."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    made = Office(tmp_path / "office", empty=True)
    made.commit("2021-01-04", OFFICE)
    return made


def judged(office: Office, day: str = TODAY) -> Run:
    return answer(DataFolder(office.data), "data/", Question(date.fromisoformat(day)))


def typed(form: Any, values: Values) -> tuple[list[Any], str]:
    """Return what is found wrong with what was typed for 2021, and the file."""
    period = next(each for each in form["periods"] if each["name"] == "2021")
    wrong, text = asked(["problems", form, period, values, TODAY], ["file", form, period, values])
    return wrong, text


def found(office: Office, text: str) -> list[str]:
    """Return the codes that ``check`` finds in a file sent today, judged when all is due."""
    name = f"submissions/{STC}/bao-cao-2021.yaml"
    office.commit(TODAY, {name: text})
    run = judged(office, "2021-12-20")
    mine = (each.rule for each in run.wrong if each.place.file == name)
    return [rule.code for rule in mine if rule.affair is Affair.AGENCY]


def unversioned(folder: DataFolder) -> Run:
    """Return what holds today of a folder that no git knows."""
    return answer(folder, "data/", Question(date.fromisoformat(TODAY), git=False))


@pytest.mark.parametrize(
    "wrong", WRONG, ids=lambda each: f"{each.field}={each.values.get(each.field)}"
)
def test_what_is_wrong_is_refused_by_the_form_and_by_check_alike(
    office: Office, wrong: Wrong
) -> None:
    told, text = typed(form_of(judged(office)), wrong.values)
    assert (wrong.code, wrong.field) in [(each["code"], each["field"]) for each in told]
    assert wrong.code in found(office, text)


@pytest.mark.parametrize(
    ("item", "period", "named"), [("2", "2021", "2 kỳ 2021"), ("1", "once", "1")]
)
def test_what_goes_back_on_an_earlier_word_is_named_as_check_names_it(
    office: Office, item: str, period: str, named: str
) -> None:
    """By its period where it has one (KH416)."""
    name = f"submissions/{STC}/truoc.yaml"
    entry = f'{{item: "{item}", period: {period}, status: in_progress}}'
    head = f'schema: kehoach/submission@1\nplan: "06"\nagency: {STC}\n'
    letter = "document: {number: 1/STC, date: 2021-10-30}\n"
    office.commit("2021-11-01", {name: f"{head}{letter}tasks: [{entry}]\n"})
    told, _ = typed(form_of(judged(office)), {**LETTER, f"{item}@{period}.status": "not_started"})
    (words,) = (each["words"] for each in told if each["code"] == "KH416")
    assert words.startswith(f"mục {named}: ")
    assert "{" not in words


@pytest.mark.parametrize(
    "values", [RIGHT, SENT, BEGUN, {**TWO, "2@2021.quantity": "02"}, {**RIGHT, **SENT}]
)
def test_what_is_right_is_taken_by_both(office: Office, values: Values) -> None:
    told, text = typed(form_of(judged(office)), values)
    assert told == []
    assert found(office, text) == []


def test_without_git_a_letter_needs_its_day(folder: Callable[..., DataFolder]) -> None:
    """Nothing else says when it came."""
    told, text = typed(form_of(unversioned(folder())), ONE)
    assert [each["code"] for each in told] == ["KH408"]
    run = unversioned(folder({f"submissions/{STC}/a.yaml": text}))
    assert "KH408" in [each.rule.code for each in run.wrong]


def test_nothing_chosen_is_no_file(office: Office) -> None:
    told, _ = typed(form_of(judged(office)), {"document.number": "1/BC"})
    assert [(each["code"], each["stops"]) for each in told] == [("", True)]


@pytest.mark.parametrize(
    "words",
    [
        "28/11/2021",
        "28-11-2021",
        "28.11.2021",
        "2021-11-28",
        " 28/11/2021 ",
        "ngày 28 tháng 11 năm 2021",
    ],
)
def test_a_day_is_typed_as_people_write_it(office: Office, words: str) -> None:
    _, text = typed(form_of(judged(office)), {**RIGHT, "document.date": words})
    assert yaml.safe_load(text)["document"]["date"] == "2021-11-28"


# ── The file ────────────────────────────────────────────────────────────────────────────────────

_NASTY = [
    "06", "no", "NO", "~", "null", "1e3", "0x1f", "a-b", "a_1e3", "null-1", "a: b", "# x", "- x", "a “x”",
    'nói "có"', "it's", "x\\y", "dòng 1\ndòng 2\n  thụt", "{a: b}", "[x]", "*x", "&x", "!x", "%x", "@x",
    "`x`", "|", ">", "?", ":", "a #b", "x\u00a0y", "zero\u200bwidth", "\u202eabc", "x\ufeffx",
    "😀", "e\u0301", "<script>alert(1)</script>", "</script>", "=1+1", "---", "...", "<<", "x\u2028y",
    "\U000e0041x",
]  # fmt: skip


def test_every_text_is_read_back_as_it_was_typed(folder: Callable[..., DataFolder]) -> None:
    """By this program, and by a reader of YAML 1.1, in NFC and without space at its ends."""
    keys = ("document.number", "1@once.note", "1@once.evidence.0.title")
    form = form_of(unversioned(folder()))
    period = form["periods"][0]
    given = [{**RIGHT, **dict.fromkeys(keys, words)} for words in _NASTY]
    texts = asked(*(["file", form, period, values] for values in given))
    for words, text in zip(_NASTY, texts, strict=True):
        run = unversioned(folder({f"submissions/{STC}/a.yaml": text}))
        assert run.wrong == (), words
        (filing,) = run.workspace.filings
        read = yaml.safe_load(text)
        said = unicodedata.normalize("NFC", words).strip()
        (task,) = filing.submission.tasks
        assert task.note == read["tasks"][0]["note"] == said
        assert task.evidence[0].title == read["tasks"][0]["evidence"][0]["title"] == said
        assert filing.submission.document.number == read["document"]["number"] == said
        assert (filing.submission.plan, read["plan"]) == ("06", "06")


_WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


@settings(max_examples=15)
@given(st.lists(st.dictionaries(st.sampled_from(["number", "title", "note"]), _WORDS), min_size=5))
def test_any_words_are_the_same_to_every_reader(written: list[dict[str, str]]) -> None:
    """YAML 1.1 by PyYAML; what JSON and YAML alike escape is escaped."""
    texts = asked(
        *(["yaml", {"plan": "06", "document": each, "tasks": [each]}] for each in written)
    )
    for said, text in zip(written, texts, strict=True):
        read = yaml.safe_load(text)
        assert read["plan"] == "06"
        assert (read["document"] or {}) == said
        assert read["tasks"] in ([said], None)


def test_the_file_says_what_a_prepared_one_filled_in_says(office: Office) -> None:
    """The same submission as ``kehoach new`` and an editor give."""
    values = {**RIGHT, **SENT, "document.signer": "Nguyễn Văn A", "1@once.note": "xong: tốt"}
    _, text = typed(form_of(judged(office)), values)
    assert as_texts(text) == as_texts(
        """
schema: kehoach/submission@1
plan: "06"
agency: so-tai-chinh
document: {number: 125/BC-STC, date: 2021-11-26, signer: Nguyễn Văn A}
reports:
  - item: "5"
    period: 2021
tasks:
  - item: "1"
    period: once
    status: done
    completed: 2021-06-18
    evidence:
      - {number: 98/QC-STC, date: 2021-06-18}
    note: "xong: tốt"
  - item: "3"
    period: 2021
    status: in_progress
"""
    )


def as_texts(text: str) -> Any:
    """Return what a file says, each scalar as its text."""
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it makes texts alone
