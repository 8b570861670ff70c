"""``portfolio.md`` is true in every language: its list is one, its questions to DuckDB have answers."""

import re
from pathlib import Path
from typing import Any

import pytest

from editor_yaml import as_edited
from kehoach.cli.app import run
from kehoach.reading.folder import DataFolder
from kehoach.reading.portfolio_reading import read_portfolio
from kehoach.words import LANGUAGES, Lang
from portfolio.provinces import DAY, provinces

ROOT = Path(__file__).resolve().parents[2]
PAGES = {lang: (ROOT / "docs" / lang / "portfolio.md").read_text("utf-8") for lang in LANGUAGES}
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_PINNED = re.compile(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}")
pytestmark = pytest.mark.parametrize("lang", LANGUAGES)


def blocks(lang: Lang, kind: str) -> list[str]:
    return [body for name, body in _BLOCK.findall(PAGES[lang]) if name == kind]


def test_the_list_of_the_page_is_one(lang: Lang, tmp_path: Path) -> None:
    (tmp_path / "provinces.yaml").write_text(blocks(lang, "yaml")[0], encoding="utf-8")
    listed = read_portfolio(DataFolder(tmp_path), "provinces.yaml")
    assert [each.id for each in listed.repositories] == ["an-giang", "bac-ninh", "ca-mau"]


def test_the_workflows_pin_what_they_use_and_may_only_read(lang: Lang) -> None:
    workflows: list[Any] = [as_edited(text) for text in blocks(lang, "yaml")[1:]]
    assert len(workflows) == 2
    for each in workflows:
        assert each["permissions"] == {"contents": "read"}
        for job in each["jobs"].values():
            for step in job["steps"]:
                assert _PINNED.fullmatch(step["uses"]) if "uses" in step else step["run"]
                assert "${{" not in step.get("run", "")


def test_the_questions_to_duckdb_have_answers(
    lang: Lang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the page says: over the file of the portfolio, and over those of each repository."""
    duckdb = pytest.importorskip("duckdb", reason="comes with the extra 'test'")
    monkeypatch.chdir(tmp_path)
    written = re.search(r"-o ([\w-]+\.parquet)", PAGES[lang])
    assert written is not None
    named = provinces(tmp_path, "an-giang", "bac-ninh")
    (tmp_path / "exports").mkdir()
    for place in named:
        result = f"{place}.json"
        asked = ("--data", place, "--as-of", DAY)
        assert run(["status", *asked, "--format", "json", "--summary-only"]) == 0
        Path(result).write_text(capsys.readouterr().out, encoding="utf-8")
        assert run(["export", *asked, "-o", f"exports/{Path(place).name}.parquet"]) == 0
    results = [f"{place}.json" for place in named]
    day = ("--as-of", DAY, "--lang", "en")
    assert run(["portfolio", *results, "ca-mau.json", *day, "-o", written[1]]) == 1

    by_agency, missing, single = (duckdb.sql(text).fetchall() for text in blocks(lang, "sql"))
    # In both provinces two owe a report and one of them a task; in one of them a third owes a report.
    assert [row[:3] for row in by_agency] == [
        ("so-tu-phap", 2, 4), ("so-noi-vu", 2, 2), ("so-tai-chinh", 2, 1),
    ]  # fmt: skip
    assert missing == [("ca-mau", "No such file or directory", None)]
    assert sum(row[2] for row in single) == 7
    assert single[0] == ("an-giang", "2", 1, 259)
