"""Fixtures of the tests of letters."""

import io
from typing import Any

import pytest
from docx import Document

from kehoach.run import Run
from letters.consolidated import (
    DAY,
    Judge,
    consolidation_docx,
    files,
    gathered,
)


@pytest.fixture
def run(judge: Judge) -> Run:
    """Return the verdicts on the small folder."""
    return judge(files(), DAY)


# ── Decree 30/2020/NĐ-CP, Appendix I ───────────────────────────────────────────────────────────


@pytest.fixture
def document(run: Run) -> Any:
    """Return the Word file, read back."""
    return Document(io.BytesIO(consolidation_docx(run, gathered(run), "vi")))
