"""A document of more lines than any plan has is refused by name before it is asked what each means."""

from datetime import date
from pathlib import Path

import pytest

from annex.documents.packages import paragraph, word
from kehoach.annex import annex_draft
from kehoach.annex.annex_draft import draft_from
from kehoach.annex.documents.annex_files import annex_in
from kehoach.annex.documents.document_limits import AnnexRefused
from kehoach.annex.draft_plan import DraftOptions

HEAD = "| STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n|---|---|---|---|\n"
ROW = "| 1 | Làm | Sở Y tế | 2025 |\n"
PAGE_ROW = "<tr><td>Làm</td></tr>"


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".md", HEAD + ROW * 100_000),
        (".txt", "a) b\n" * 200_000),
        (".txt", "a) b\r" * 200_000),
        (".html", f"<table>{PAGE_ROW * 30_000}</table>"),
    ],
)
def test_a_text_has_a_greatest_number_of_lines(suffix: str, text: str) -> None:
    with pytest.raises(AnnexRefused, match="lines") as refused:
        annex_in(text.encode(), suffix)
    assert "12000" in refused.value.text.en
    assert "12000" in refused.value.text.vi


def test_as_many_lines_as_a_country_has_communes_are_read() -> None:
    (table,) = annex_in(f"<table>{PAGE_ROW * 10_600}</table>".encode(), ".html").blocks
    assert table


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.md", (HEAD + ROW * 3_000).encode()),
        ("a.docx", word(paragraph("a") * 10_001)),
        ("a.md", f"{HEAD}| 1 | Làm | {'Sở Y tế, ' * 30_000}| 2025 |\n".encode()),
    ],
)
def test_a_plan_has_a_greatest_length(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, raw: bytes
) -> None:
    """It is read, but nobody asks what three thousand rows or thirty thousand offices mean."""
    file = tmp_path / name
    file.write_bytes(raw)
    monkeypatch.setattr(annex_draft, "draft", _never)
    with pytest.raises(AnnexRefused) as refused:
        draft_from(file, None, DraftOptions(date(2026, 6, 1)))
    for most in ("3000", "10000", "20000"):
        assert most in refused.value.text.en


def _never(*_: object) -> None:
    raise AssertionError
