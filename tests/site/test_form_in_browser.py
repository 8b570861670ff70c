"""The form as officers use it, in a headless Chromium: what it gives is read, checked and judged.

Expected verdicts follow from the plan of ``form_office`` and the law of telling: what is told by the
report's due day (1 December 2021) counts from the day it was done.
"""

import os
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from form_office import BEGUN, LETTER, OFFICE, PLAN, RIGHT, SENT, STC, TODAY, TWO, WRONG, Values
from kehoach.diagnostics import Affair
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer
from kehoach.site.form.forges import forge_at
from kehoach.words import Lang
from pages_read import site_files
from run.histories import Office

api = pytest.importorskip("playwright.sync_api", reason="no playwright here")
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
_QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")
# Every field has a name that is read out, and every id stands once.
_UNNAMED = """() => [...document.querySelectorAll("#form input, #form textarea, #form select")]
  .filter(each => !each.labels.length && !each.ariaLabel).map(each => each.id)"""
_TWICE = """() => { const ids = [...document.querySelectorAll("[id]")].map(each => each.id);
  return ids.filter((id, at) => ids.indexOf(id) !== at); }"""
_WIDER = "() => document.documentElement.scrollWidth - innerWidth"


def judged(office: Office, day: str = TODAY) -> Run:
    """Return what holds at the office on a day."""
    return answer(DataFolder(office.data), "data/", Question(date.fromisoformat(day)))


def write_forms(office: Office, pages: Path, lang: Lang = "vi", forge: str = "") -> None:
    """Write the forms, of what is known today."""
    for name, text in site_files(judged(office), lang, forge_at(forge) if forge else None).items():
        if name.startswith("form/"):
            (pages / name).parent.mkdir(parents=True, exist_ok=True)
            (pages / name).write_text(text, encoding="utf-8")


class Desk:
    """An officer's browser, the office's repository to which files go, and where its pages lie."""

    def __init__(self, browser: Any, office: Office, pages: Path, **settings: Any) -> None:
        self.office = office
        self.pages = pages
        self.context = browser.new_context(**settings)
        self.page = self.context.new_page()
        self.page.clock.set_fixed_time(f"{TODAY}T03:00:00Z")
        self.page.on("dialog", lambda dialog: dialog.accept())
        self.trouble: list[str] = []
        self.page.on("console", lambda said: self.trouble.append(said.text))
        self.page.on("pageerror", lambda error: self.trouble.append(str(error)))
        self.page.on("request", self._request)

    def _request(self, request: Any) -> None:
        if not request.url.startswith(("file:", "blob:")):
            self.trouble.append(request.url)

    def open(self, agency: str = STC, period: str = "2021") -> None:
        """Open a form at a period."""
        self.page.goto((self.pages / f"form/{agency}.html").as_uri())
        self.page.select_option("#period", period)

    def field(self, name: str) -> Any:
        """Return a field by its name."""
        return self.page.locator(f'[id="{name}"]')

    def fill(self, values: Values) -> None:
        """Type values, choices first: what is chosen shows its fields."""
        self.page.evaluate(
            "document.querySelectorAll('.steady').forEach(each => { each.open = true; })"
        )
        for name, said in values.items():
            if name.endswith(".status"):
                self.page.check(f'[id="{name}.{said or "none"}"]')
        for name, said in values.items():
            if not name.endswith(".status"):
                self.field(name).fill(said)

    def make(self) -> list[str]:
        """Ask for the file, and return the codes of what is found wrong."""
        self.page.click("button.main")
        codes: list[str] = self.page.eval_on_selector_all(
            ".summary li", "all => all.map(each => each.dataset.code)"
        )
        return codes

    def take(self) -> str:
        """Download the file, put it into its agency's folder as the office does; return its name."""
        with self.page.expect_download() as caught:
            self.page.click("a[download]")
        name: str = caught.value.suggested_filename
        agency = Path(self.page.url).stem
        file = self.office.data / "submissions" / agency / name
        assert not file.exists()
        file.parent.mkdir(parents=True, exist_ok=True)
        caught.value.save_as(file)
        self.office.commit(TODAY)
        return name

    def found(self) -> list[str]:
        """Return what ``check`` finds of the agencies' own making, once the reports are due."""
        rules = (each.rule for each in judged(self.office, "2021-12-10").wrong)
        return [rule.code for rule in rules if rule.affair is Affair.AGENCY]

    def status(self, agency: str) -> dict[str, str]:
        """Return how each obligation of an agency stands today."""
        mine = (each for each in judged(self.office).assessments if each.agency == agency)
        pairs = ((each.obligation.key, each.status.value) for each in mine)
        return {f"{key.item}@{key.period}": status for key, status in pairs}


def used(desk: Desk) -> Iterator[Desk]:
    """Hand over a desk; afterwards nothing was refused by the page's policy, and nothing asked for."""
    yield desk
    assert desk.trouble == []
    desk.context.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with api.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=list(_QUIET))
        yield opened
        opened.close()


@pytest.fixture
def desk(browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Return a desk at an office of its own, to which files can be sent."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    office = Office(tmp_path / "office", empty=True)
    office.commit("2021-01-04", OFFICE)
    write_forms(office, tmp_path)
    yield from used(Desk(browser, office, tmp_path))


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, Path]:
    """Return an office on its first day, and where its forms lie: nothing is sent to it."""
    root = tmp_path_factory.mktemp("start")
    office = Office(root / "office", empty=True)
    office.commit("2021-01-04", OFFICE)
    write_forms(office, root)
    return office, root


@pytest.fixture
def form(browser: Any, start: tuple[Office, Path]) -> Iterator[Desk]:
    """Return a desk that only looks at forms."""
    yield from used(Desk(browser, *start))


# ── The finished file ───────────────────────────────────────────────────────────────────────────


def test_a_done_task_a_quantity_a_beginning_and_the_report(desk: Desk) -> None:
    desk.open()
    desk.fill({**RIGHT, **TWO, **BEGUN, **SENT, "2@2021.quantity": "02"})
    assert desk.make() == []
    assert desk.take() == "bao-cao-2021.yaml"
    assert desk.found() == []
    stands = desk.status(STC)
    assert stands["1@once"] == "done_on_time"  # done on 18 June, due on the 30th
    assert stands["2@2021"] == "done_on_time"
    assert stands["4@start"] == "done_on_time"  # begun on 20 March, by the 31st
    assert stands["5@2021"] == "done_on_time"  # received on 28 November, due on 1 December
    assert stands["4@once"] == "in_term"


def test_a_nil_report(desk: Desk) -> None:
    desk.open("so-noi-vu")
    desk.fill({**LETTER, "5@2021.status": "nil"})
    assert desk.make() == []
    desk.take()
    assert desk.found() == []
    stands = desk.status("so-noi-vu")
    assert (stands["5@2021"], stands["1@once"]) == ("done_on_time", "overdue")


def test_words_that_yaml_would_take_for_something_else(desk: Desk) -> None:
    """An agency called ``no``, a letter of number ``06``, a note with everything in it."""
    note = 'no: "có" # không\n- dòng hai: *x\n  thụt'
    desk.open("no")
    desk.fill({
        **LETTER, "document.number": "06", "document.signer": "~",
        "1@once.status": "in_progress", "1@once.reason": "chờ: ý kiến #2", "1@once.note": note,
        "1@once.expected": "20/12/2021",
    })  # fmt: skip
    assert desk.make() == []
    desk.take()
    assert desk.found() == []
    (filing,) = judged(desk.office).workspace.filings
    (task,) = filing.submission.tasks
    assert (filing.submission.agency, filing.submission.document.number) == ("no", "06")
    assert (task.reason, task.note) == ("chờ: ý kiến #2", note)
    assert task.expected == date(2021, 12, 20)
    assert desk.status("no")["1@once"] == "overdue"


def test_a_second_visit_begins_with_what_was_said_and_gives_another_file(desk: Desk) -> None:
    """One field of two in the first letter; the second tells of both, and the first stays as it is."""
    desk.open()
    desk.fill({**LETTER, "2@2021.status": "in_progress", "2@2021.quantity": "1"})
    assert desk.make() == []
    assert desk.take() == "bao-cao-2021.yaml"
    write_forms(desk.office, desk.pages)
    desk.open()
    assert desk.field("document.number").input_value() == ""  # that was the first letter's
    assert desk.field("2@2021.quantity").input_value() == "1"
    desk.fill({
        "document.number": "126/BC-STC", "document.date": "27/11/2021", "2@2021.status": "done",
        "2@2021.quantity": "2", "2@2021.completed": "25/11/2021",
    })  # fmt: skip
    assert desk.make() == []
    assert desk.take() == "bao-cao-2021-2.yaml"
    assert desk.found() == []
    assert desk.status(STC)["2@2021"] == "done_on_time"
    write_forms(desk.office, desk.pages)
    desk.open()
    assert desk.field("2@2021.status").count() == 0  # nothing more to tell of it


def test_what_was_sent_back_is_asked_again(desk: Desk) -> None:
    """Received on 20 November, sent back on the 24th; sent again on the 28th, before it is due."""
    sent = (
        f'schema: kehoach/submission@1\nplan: "06"\nagency: {STC}\n'
        'document: {number: 7/BC, date: 2021-11-19}\nreports: [{item: "5", period: 2021}]\n'
        'tasks: [{item: "3", period: 2021, status: in_progress}]\n'
    )
    returned = (
        'schema: kehoach/decisions@1\nreturns:\n  - {item: "5", period: 2021, '
        f"agencies: [{STC}], date: 2021-11-24, reason: thiếu biểu số 2, "
        "document: {number: 12/STP, date: 2021-11-24}}\n"
    )
    desk.office.commit("2021-11-20", {f"submissions/{STC}/bao-cao-2021.yaml": sent})
    desk.office.commit("2021-11-24", {"decisions.yaml": returned})
    assert desk.status(STC)["5@2021"] == "in_term"
    write_forms(desk.office, desk.pages)
    desk.open()
    assert "trả lại ngày 24/11/2021" in desk.page.locator('[data-line="5@2021"]').inner_text()
    desk.fill({**LETTER, "5@2021.status": "sent"})
    assert desk.make() == []
    assert desk.take() == "bao-cao-2021-2.yaml"
    assert desk.found() == []
    assert desk.status(STC)["5@2021"] == "done_on_time"


def test_the_text_can_be_copied_and_is_the_file(form: Desk) -> None:
    form.open()
    form.fill(RIGHT)
    assert form.make() == []
    text = form.page.locator(".made textarea").input_value()
    with form.page.expect_download() as caught:
        form.page.click("a[download]")
    assert Path(caught.value.path()).read_text(encoding="utf-8") == text
    said = form.page.locator(".made").inner_text()
    assert "data/submissions/so-tai-chinh" in said
    assert not re.search("null|false|undefined", said)


# ── What is wrong ───────────────────────────────────────────────────────────────────────────────


def test_what_is_wrong_is_said_beside_its_field(form: Desk) -> None:
    """What cannot be right gives no file; what is doubtful is shown, and the file given."""
    for wrong in WRONG:
        form.open()
        form.page.evaluate("localStorage.clear()")
        form.open()
        form.fill(wrong.values)
        assert wrong.code in form.make(), wrong
        assert form.field(f"{wrong.field}.told").inner_text() != "", wrong
        given = form.page.locator(".made").is_visible()
        assert given == (wrong.code in ("KH413", "KH545")), wrong


def test_the_summary_leads_to_the_field_and_goes_when_it_is_mended(form: Desk) -> None:
    form.open()
    form.fill({**RIGHT, "1@once.completed": "31/06/2021"})
    assert form.make() == ["KH203"]
    assert form.page.evaluate("document.activeElement.className") == "summary stops"
    form.page.click(".summary a")
    assert form.page.evaluate("document.activeElement.id") == "1@once.completed"
    form.field("1@once.completed").fill("30/06/2021")
    form.page.keyboard.press("Enter")
    assert form.page.locator(".summary li").count() == 0
    assert form.page.locator(".made").is_visible()


# ── What was typed, and who types it ────────────────────────────────────────────────────────────


def test_what_was_typed_outlives_a_reload_until_it_is_cleared(form: Desk) -> None:
    form.open()
    form.fill(RIGHT)
    form.open()
    assert form.field("1@once.evidence.0.number").input_value() == "98/QC-STC"
    assert form.field("1@once.status.done").is_checked()
    form.open("so-noi-vu")
    assert form.field("document.number").input_value() == ""  # it is nobody else's
    form.open()
    form.page.click("text=Xoá những gì đã điền")
    form.open()
    assert form.field("document.number").input_value() == ""


def test_it_works_where_the_browser_keeps_nothing(form: Desk) -> None:
    form.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
    )
    form.open()
    form.fill(RIGHT)
    assert form.make() == []


def test_without_script_it_says_what_to_do(browser: Any, start: tuple[Office, Path]) -> None:
    desk = Desk(browser, *start, java_script_enabled=False)
    desk.page.goto((desk.pages / "form/no.html").as_uri())
    assert "bảng Excel mẫu" in desk.page.locator("main").inner_text()
    desk.context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_it_fits_a_phone_and_every_field_has_a_name(form: Desk, width: int) -> None:
    form.page.set_viewport_size({"width": width, "height": 700})
    form.open()
    form.fill({**RIGHT, **TWO, **BEGUN})
    form.make()
    assert form.page.evaluate(_WIDER) <= 0
    assert form.page.evaluate(_UNNAMED) == []
    assert form.page.evaluate(_TWICE) == []


def test_a_part_of_the_form_that_has_no_line_leaves_nothing_behind(desk: Desk) -> None:
    """Where only a report is owed there is no heading of tasks, and no 0 in its place either."""
    head, items = PLAN.split("items:\n")
    report = items[items.index('  - {id: "5"') : items.index('  - {id: "6"')]
    desk.office.commit(TODAY, {"plan_06.yaml": f"{head}items:\n{report}"})
    write_forms(desk.office, desk.pages)
    desk.open()
    form = "[...document.forms[0].childNodes]"
    loose = f"{form}.filter(each => each.nodeType === Node.TEXT_NODE).map(each => each.data)"
    assert desk.page.evaluate(loose) == []


def test_english_pages_have_an_english_form(desk: Desk) -> None:
    write_forms(desk.office, desk.pages, "en")
    desk.open()
    desk.fill({**RIGHT, "1@once.completed": "2021-06-31"})
    assert desk.make() == ["KH203"]
    assert "a real day" in desk.page.locator(".summary").inner_text()


# ── The forge ───────────────────────────────────────────────────────────────────────────────────


def test_the_forges_page_for_a_new_file_is_filled_in(desk: Desk) -> None:
    write_forms(desk.office, desk.pages, forge="https://github.com/tinh/du-lieu")
    desk.open()
    desk.fill(RIGHT)
    desk.make()
    assert "false" not in desk.page.locator(".made").inner_text()
    to = desk.page.locator(".made a[target]").get_attribute("href")
    folder = "https://github.com/tinh/du-lieu/new/main/data/submissions/so-tai-chinh"
    assert to.startswith(f"{folder}?filename=bao-cao-2021.yaml&value=schema%3A%20kehoach")
    desk.field("1@once.note").fill("dài " * 2_000)
    desk.make()
    assert desk.page.locator(".made a[target]").get_attribute("href") == (
        f"{folder}?filename=bao-cao-2021.yaml"
    )
    assert "quá dài" in desk.page.locator(".made").inner_text()
