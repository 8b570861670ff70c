"""The page in every language and format, byte by byte: counted, not counted, and of an earlier day."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

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
