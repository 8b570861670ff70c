"""The page in every language and format, byte by byte: counted, not counted, and of an earlier day."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from rich.cells import cell_len

from kehoach.contract.summary_parts import summary_output
from kehoach.portfolio.members import Member
from kehoach.portfolio.merging import Merged, merged
from kehoach.portfolio.outcome import Outcome
from kehoach.portfolio.portfolio_formats import PORTFOLIO_FORMATS
from kehoach.reading.folder import DataFolder
from kehoach.run import Question, answer
from kehoach.terminal.screen import Screen
from kehoach.words import LANGUAGES, Lang, Text
from shared_example import AS_OF, HOSTILE, files

Golden = Callable[[str, str], None]


def whole(folder: Callable[..., DataFolder], lang: Lang) -> Merged:
    """Return three provinces called by what nobody should be called; one of them is not counted."""
    place = folder(files())

    def judged(day: date) -> Outcome:
        return Outcome(summary_output(answer(place, "", Question(day, git=False)), lang))

    names = [f"Tỉnh {text}" for text in (HOSTILE[0], HOSTILE[3], HOSTILE[4])]
    members = [Member(f"kho-{n}", name, f"/kho-{n}", f"kho-{n}") for n, name in enumerate(names)]
    why = Text(f"hỏng {HOSTILE[6]}", f"broken {HOSTILE[6]}")
    outcomes = [judged(AS_OF), Outcome(why=why, tries=3), judged(AS_OF - timedelta(30))]
    return merged(None, AS_OF, members, outcomes)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in PORTFOLIO_FORMATS if name != "parquet"])
def test_page(folder: Callable[..., DataFolder], golden: Golden, name: str, lang: Lang) -> None:
    page = PORTFOLIO_FORMATS[name](whole(folder, lang), Screen(lang=lang))
    assert isinstance(page, str)
    golden(f"portfolio.{name}.{lang}", page)


def test_narrow_with_colours(folder: Callable[..., DataFolder], golden: Golden) -> None:
    page = PORTFOLIO_FORMATS["table"](whole(folder, "vi"), Screen(100, color=True))
    assert isinstance(page, str)
    golden("portfolio.colored.vi", page)


def test_of_nothing_there_are_no_figures() -> None:
    failed = Outcome(why=Text("hỏng", "broken"), tries=3)
    page = PORTFOLIO_FORMATS["table"](
        merged(None, AS_OF, [Member("a", "A", "/a", "a")], [failed]), Screen()
    )
    assert isinstance(page, str)
    assert "Chưa tính được" in page
    assert "hỏng" in page
    assert "Tổng cộng" not in page
    assert "0/0" not in page


@pytest.mark.parametrize(("lang", "room"), [("vi", 80), ("en", 100)])  # English has longer words
def test_tables_of_many_columns_fit_on_a_terminal(
    lang: Lang, room: int, folder: Callable[..., DataFolder]
) -> None:
    place = folder(files())
    members = [Member(name, name, f"/{name}", name) for name in ("Bắc Giang", "Thái Nguyên")]
    judged = Outcome(summary_output(answer(place, "", Question(AS_OF, git=False)), lang))
    page = PORTFOLIO_FORMATS["table"](
        merged(None, AS_OF, members, [judged, judged]), Screen(room, lang=lang)
    )
    assert isinstance(page, str)
    assert max(map(cell_len, page.splitlines())) <= room
