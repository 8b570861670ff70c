"""Every page is whole in one language, and both languages say it in the same order."""

import re
from pathlib import Path

import pytest

from kehoach.words import LANGUAGES
from run.test_telling import STORIES

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = [ROOT / "README.md", *sorted((ROOT / "docs" / "en").glob("*.md"))]
VIETNAMESE = [ROOT / "README.vi.md", *sorted((ROOT / "docs" / "vi").glob("*.md"))]
FOR_DEVELOPERS = {"architecture.md"}
TESTS = "\n".join(each.read_text(encoding="utf-8") for each in ROOT.glob("tests/**/test_*.py"))
_FENCED = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)
# Code, what documents say in quotation marks, links, and examples of values are no prose.
_NO_PROSE = re.compile(r"`[^`]*`|“[^”]*”|\]\([^)]*\)|\[Tiếng Việt\]|NĐ-CP")
_VIETNAMESE = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
_ENGLISH = re.compile(r"\b(the|of|and|is|are|with|which|by|for|not)\b")


def prose(page: Path) -> str:
    """Return what a page says in sentences."""
    return _NO_PROSE.sub("", _FENCED.sub("", page.read_text(encoding="utf-8")))


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", ENGLISH, ids=name)
def test_an_english_page_has_no_vietnamese_sentence(page: Path) -> None:
    """Names of Vietnamese bodies and places may stand there: some words, no line of them."""
    assert len(_ENGLISH.findall(prose(page))) > 20, "it is English at all"
    lines = [each for each in prose(page).splitlines() if len(_VIETNAMESE.findall(each)) > 8]
    assert lines == []


@pytest.mark.parametrize("page", VIETNAMESE, ids=name)
def test_a_vietnamese_page_has_no_english_sentence(page: Path) -> None:
    assert len(_VIETNAMESE.findall(prose(page))) > 100, "it is Vietnamese at all"
    lines = [each for each in prose(page).splitlines() if len(_ENGLISH.findall(each)) > 1]
    assert lines == []


@pytest.mark.parametrize("page", [*ENGLISH, *VIETNAMESE], ids=name)
def test_no_page_says_a_thing_twice_in_two_languages(page: Path) -> None:
    """Both languages used to stand side by side, divided by a dot."""
    halves = re.findall(r"([^·|\n]+) · ([^·|\n]+)", prose(page))
    assert [each for each in halves if {_spoken(half) for half in each} == {"vi", "en"}] == []


def _spoken(words: str) -> str | None:
    """Return the language of some words, where it can be told."""
    if _VIETNAMESE.search(words):
        return "vi"
    return "en" if _ENGLISH.search(words) else None


def test_every_page_is_there_in_both() -> None:
    names = [{page.name for page in pages[1:]} for pages in (ENGLISH, VIETNAMESE)]
    assert names[0] - FOR_DEVELOPERS == names[1]
    first = [
        (ROOT / each).read_text(encoding="utf-8").splitlines()[0]
        for each in ("README.md", "README.vi.md")
    ]
    assert first == ["[Tiếng Việt](README.vi.md)", "[English](README.md)"]


@pytest.mark.parametrize("page", VIETNAMESE, ids=name)
def test_both_have_the_same_parts(page: Path) -> None:
    """As many headings of each rank, list items, rows of tables; the same code but for remarks."""
    other = ROOT / "README.md" if page.name == "README.vi.md" else ROOT / "docs" / "en" / page.name
    vi, en = (each.read_text(encoding="utf-8") for each in (page, other))
    if page.name != "README.vi.md":  # it sends developers to English pages in one row
        assert _shape(vi) == _shape(en)
    assert _code(vi) == _code(en)


def _shape(text: str) -> list[str]:
    lines = _FENCED.sub("", text).splitlines()
    found = (re.match(r" *(#+ |\||- |\d+\. )", line) for line in lines)
    return [re.sub(r"\d+", "1", each[1]) for each in found if each]


def _code(text: str) -> list[list[str]]:
    """Return the commands and data of a page's blocks, without remarks and names of one's own."""
    blocks = [body for _, kind, body in _FENCED.findall(text) if kind in ("sh", "diff", "yaml")]
    return [[_bare(line) for line in body.splitlines()] for body in blocks]


def _bare(line: str) -> str:
    line = re.sub(r"(^|\s+)#(?!.*\?).*", "", line)
    line = re.sub(r"(kehoach (?:demo|init)) \S+|<[^>]*>", r"\1", line)
    return re.sub(r"(-o) \S+|import plan \S+", r"\1", line).rstrip()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_test_that_the_page_on_receipts_cites_exists(lang: str) -> None:
    page = (ROOT / "docs" / lang / "receipts.md").read_text(encoding="utf-8")
    cited = set(re.findall(r"`(test_\w+)`", page))
    assert len(cited) > 80
    assert {each for each in cited if f"def {each}(" not in TESTS} == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_on_receipts_cites_every_story_of_telling(lang: str) -> None:
    page = (ROOT / "docs" / lang / "receipts.md").read_text(encoding="utf-8")
    assert {each.slug for each in STORIES if f"`{each.slug}`" not in page} == set()
