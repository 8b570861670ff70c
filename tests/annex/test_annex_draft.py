"""The registry by which an annex is read: which one it is; a wrong one is told, and never passed over."""

from datetime import date
from pathlib import Path

import pytest

from kehoach.annex.annex_draft import (
    BadRegistry,
    draft_from,
    registry_for,
    standing_registry,
    this_day,
)
from kehoach.annex.draft_plan import DraftOptions

_GOOD = "schema: kehoach/agencies@1\nagencies:\n  - {id: syt, name: Sở Y tế}\n"


def _write(folder: Path, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "agencies.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("stands", [".", "data"])
def test_the_registry_is_in_the_folder_given_or_in_its_data(tmp_path: Path, stands: str) -> None:
    _write(tmp_path / stands, _GOOD)
    found = standing_registry(tmp_path, tmp_path / "khac")
    assert found is not None
    assert ([each.id for each in found.registry.agencies], found.text) == (["syt"], _GOOD)
    assert found.path == tmp_path / stands / "agencies.yaml"


def test_without_a_folder_it_is_the_nearest_upward(tmp_path: Path) -> None:
    _write(tmp_path / "a" / "data", _GOOD)
    _write(tmp_path / "a", _GOOD.replace("syt", "snv"))  # farther than its own data, not nearer
    here = tmp_path / "a" / "b" / "c"
    here.mkdir(parents=True)
    found = registry_for(None, here)
    assert found is not None
    assert [each.id for each in found.agencies] == ["snv"]


def test_a_folder_that_is_given_and_has_none_asks_no_other(tmp_path: Path) -> None:
    _write(tmp_path, _GOOD)
    assert registry_for(tmp_path / "khac", tmp_path) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("agencies: [", "KH1"),  # no YAML
        ("schema: kehoach/agencies@1\nagencies: []\nagencies: []\n", "KH1"),  # a key twice
        (_GOOD.replace("name", "ten"), "KH2"),
    ],
)
def test_a_wrong_registry_is_told_with_its_mistakes(tmp_path: Path, text: str, code: str) -> None:
    _write(tmp_path, text)
    with pytest.raises(BadRegistry) as refused:
        registry_for(tmp_path, tmp_path)
    assert refused.value.findings
    assert all(each.rule.code.startswith(("KH1", "KH2")) for each in refused.value.findings)
    assert any(each.rule.code.startswith(code) for each in refused.value.findings)
    assert refused.value.folder.root == tmp_path


def test_a_file_becomes_a_draft(tmp_path: Path) -> None:
    file = tmp_path / "phu-luc.md"
    file.write_text(
        "# Kế hoạch năm 2026\n\n"
        "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n|---|---|---|---|\n"
        "| 1 | Rà soát | Sở Y tế | 30/6/2026 |\n",
        encoding="utf-8",
    )
    (item,) = draft_from(file, None, DraftOptions(date(2026, 1, 1), id="06")).items
    assert (item.text, item.wording, list(item.deadline)) == (
        "Rà soát", "30/6/2026", [{"by": "2026-06-30"}],
    )  # fmt: skip


def test_a_plan_without_a_year_is_taken_for_one_of_this() -> None:
    """Two readings of the clock, around midnight, may be a day apart."""
    assert abs((this_day() - date.today()).days) <= 1  # noqa: DTZ011 - of whatever zone
