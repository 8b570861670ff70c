"""Filters in a headless Chromium: what is chosen stands in the address, and is there again."""

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer
from kehoach.words.statuses import Status
from pages_read import site_files

api = pytest.importorskip("playwright.sync_api", reason="no playwright here")
DATA = Path(__file__).parents[2] / "data"
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
AXE = os.environ.get("KEHOACH_AXE", "")
_QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")
_SHOWN = "document.querySelectorAll('#t-list tbody tr:not([hidden])').length"
_SMALLEST = """Math.min(...[...document.querySelectorAll('svg text')].map(each =>
  parseFloat(getComputedStyle(each).fontSize) * each.getScreenCTM().a))"""


@pytest.fixture(scope="module")
def run() -> Run:
    return answer(DataFolder(DATA), "data/", Question(date(2021, 12, 15), git=False))


@pytest.fixture(scope="module")
def folder(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the pages as they lie on a disk."""
    made = tmp_path_factory.mktemp("trang")
    for name, text in site_files(run, "vi").items():
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with api.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=[*_QUIET])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """Lend a page that must not complain: not of its own policy either."""
    context = browser.new_context()
    opened, complaints = context.new_page(), []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert complaints == []


def test_a_tile_leads_to_its_rows_and_a_choice_survives(page: Any, folder: Path, run: Run) -> None:
    """282 overdue, 49 of them missing reports; those of one agency as its row has them."""
    page.goto((folder / "index.html").as_uri())
    page.click("#totals a.box[href*='state=overdue']")
    page.wait_for_load_state()
    assert page.url.endswith("overdue.html#state=overdue")
    assert page.evaluate(_SHOWN) == 282
    page.select_option("select[name=state]", "missing_reports")
    assert (page.evaluate(_SHOWN), page.inner_text("output")) == (49, "hiện 49/282 dòng")
    page.select_option("select[name=agency]", "so-noi-vu")
    mine = [each for each in run.assessments if each.agency == "so-noi-vu" and each.missing]
    assert page.evaluate(_SHOWN) == len(mine) > 0
    assert page.url.endswith("#state=missing_reports&agency=so-noi-vu")
    page.reload()
    assert page.evaluate(_SHOWN) == len(mine)
    page.go_back()
    assert page.evaluate(_SHOWN) == 49
    assert page.input_value("select[name=agency]") == ""
    page.click(".tools button")
    assert page.evaluate(_SHOWN) == 282


def test_a_group_and_words_choose_too(page: Any, folder: Path, run: Run) -> None:
    """Words without their marks: "dao tao" is Đào tạo. Typing leaves no trail behind."""
    page.goto((folder / "overdue.html").as_uri() + "#state=overdue&group=so-nganh")
    members = run.registry.agencies_in["so-nganh"]
    owed = [each for each in run.assessments if each.overdue and each.agency in members]
    assert page.evaluate(_SHOWN) == len(owed) > 0
    before = page.evaluate("history.length")
    page.fill("input[name=q]", "giao duc va dao tao")
    names = page.locator("#t-list tbody tr:not([hidden]) th").all_inner_texts()
    assert set(names) == {"Sở Giáo dục và Đào tạo"}
    assert page.evaluate("history.length") == before


def test_another_state_is_on_its_own_page(page: Any, folder: Path, run: Run) -> None:
    page.goto((folder / "overdue.html").as_uri())
    page.select_option("select[name=state]", Status.DONE_LATE.value)
    page.wait_for_url("**/late.html#state=done_late", wait_until="load")
    assert page.evaluate(_SHOWN) == run.counts[Status.DONE_LATE]


def test_it_works_by_keyboard(page: Any, folder: Path) -> None:
    page.goto((folder / "overdue.html").as_uri())
    page.focus("select[name=state]")
    page.keyboard.press("ArrowDown")
    assert "#state=" in page.url
    page.focus(".tools button")
    page.keyboard.press("Enter")
    assert page.evaluate(_SHOWN) == 282


def test_an_agencys_own_list_is_chosen_from_as_well(page: Any, folder: Path, run: Run) -> None:
    row = next(row for row in run.responsibilities if row.counts[Status.DONE_ON_TIME])
    page.goto((folder / f"agency/{row.agency}.html").as_uri() + "#state=done_on_time")
    shown = page.locator("#l-owed details.ob:not([hidden])").count()
    assert shown == row.counts[Status.DONE_ON_TIME]


def test_without_the_script_everything_is_there(browser: Any, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "overdue.html").as_uri() + "#state=missing_reports&agency=so-noi-vu")
    assert page.locator("#t-list tbody tr:visible").count() == 282
    assert page.locator(".tools:visible").count() == 0
    context.close()


@pytest.mark.parametrize("name", ["index.html", "trend.html", "agency/so-tu-phap.html"])
def test_letters_of_pictures_can_be_read_on_a_phone(browser: Any, folder: Path, name: str) -> None:
    """At least 12 pixels at a width of 360, and nothing wider than the screen."""
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto((folder / name).as_uri())
    assert page.evaluate(_SMALLEST) >= 12
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    context.close()


@pytest.mark.skipif(not Path(AXE).is_file(), reason="KEHOACH_AXE names no axe.min.js")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "name", ["trend.html", "late.html", "agency/so-tu-phap.html", "item/III.1.c.html"]
)
def test_axe_finds_nothing(browser: Any, folder: Path, name: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto((folder / name).as_uri())
    page.evaluate(Path(AXE).read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    assert [each["id"] for each in found] == []
    context.close()
