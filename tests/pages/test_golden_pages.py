"""Each page in every language and format, byte by byte, on the shared example.

``KEHOACH_UPDATE_GOLDEN=1`` writes the files anew; what changed in them is then read like code.
"""

from collections.abc import Callable
from typing import Any

import pytest

from kehoach.pages.agency_page import AGENCY_FORMATS
from kehoach.pages.diff_page import DIFF_FORMATS
from kehoach.pages.explain_page import EXPLAIN_FORMATS
from kehoach.pages.item_page import ITEM_FORMATS
from kehoach.pages.status_page import GROUPINGS, STATUS_FORMATS, status_table
from kehoach.pages.upcoming_page import UPCOMING_FORMATS
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, Run, answer
from kehoach.terminal.screen import Screen
from kehoach.words import LANGUAGES, Lang
from shared_example import AS_OF, files

MakeFolder = Callable[..., DataFolder]
Golden = Callable[[str, str], None]
WIDTH = 100
EARLIER = AS_OF.replace(month=3, day=15)  # before anything is due


@pytest.fixture(name="asked")
def _asked(folder: MakeFolder) -> Callable[..., Run]:
    """Return a function that asks the shared example a question, by declared dates."""
    place = folder(files())

    def run(*, earlier: bool = False, **question: Any) -> Run:
        day = EARLIER if earlier else AS_OF
        return answer(place, "data/", Question(day, git=False, **question))

    return run


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", STATUS_FORMATS)
def test_status(asked: Callable[..., Run], golden: Golden, name: str, lang: Lang) -> None:
    run = asked(since=7)
    golden(f"status.{name}.{lang}", "".join(STATUS_FORMATS[name](run, Screen(WIDTH, lang=lang))))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_whole_page_of_status(asked: Callable[..., Run], golden: Golden, lang: Lang) -> None:
    golden(f"status.full.{lang}", status_table(asked(), Screen(WIDTH, lang=lang), full=True))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("by", GROUPINGS)
def test_status_grouped(asked: Callable[..., Run], golden: Golden, by: str, lang: Lang) -> None:
    page = status_table(asked(), Screen(WIDTH, lang=lang), by=by)
    golden(f"status.by-{by}.{lang}", page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_status_in_full(asked: Callable[..., Run], golden: Golden, lang: Lang) -> None:
    """Each obligation a row, with colours."""
    screen = Screen(WIDTH, color=True, lang=lang, everything=True)
    golden(f"status.listed.{lang}", status_table(asked(), screen, listed=True))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", AGENCY_FORMATS)
def test_agency(asked: Callable[..., Run], golden: Golden, name: str, lang: Lang) -> None:
    run = asked(agencies=("so-tu-phap",))
    golden(f"agency.{name}.{lang}", AGENCY_FORMATS[name](run, Screen(WIDTH, lang=lang)))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ITEM_FORMATS)
def test_item(asked: Callable[..., Run], golden: Golden, name: str, lang: Lang) -> None:
    run = asked(items=("1",))
    golden(f"item.{name}.{lang}", ITEM_FORMATS[name](run, Screen(WIDTH, lang=lang)))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", EXPLAIN_FORMATS)
def test_explain(asked: Callable[..., Run], golden: Golden, name: str, lang: Lang) -> None:
    run = asked(agencies=("so-tai-chinh",), items=("1",), periods=("2021",))
    golden(f"explain.{name}.{lang}", EXPLAIN_FORMATS[name](run, Screen(WIDTH, lang=lang)))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", UPCOMING_FORMATS)
def test_upcoming(asked: Callable[..., Run], golden: Golden, name: str, lang: Lang) -> None:
    run = asked(earlier=True)
    page = UPCOMING_FORMATS[name](run, Screen(WIDTH, lang=lang), days=30)
    golden(f"upcoming.{name}.{lang}", page)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", DIFF_FORMATS)
def test_diff(asked: Callable[..., Run], golden: Golden, name: str, lang: Lang) -> None:
    """The same files at two days: what has become late meanwhile."""
    page = DIFF_FORMATS[name](asked(earlier=True), asked(), Screen(WIDTH, lang=lang))
    golden(f"diff.{name}.{lang}", page)
