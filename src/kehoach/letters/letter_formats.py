"""The formats of the letters by name; each imports what it needs when it is asked for."""
# ruff: noqa: PLC0415 - the libraries of one format are no burden on another

from collections.abc import Mapping
from typing import Protocol

from kehoach.letters.consolidation import Consolidation
from kehoach.letters.receipt_data import Understood
from kehoach.run import Run
from kehoach.terminal.screen import Screen
from kehoach.words import Lang


class SummaryFormat(Protocol):
    """A message about the whole, compared with a run before; or the reminder to an agency."""

    def __call__(
        self, run: Run, screen: Screen, before: Run | None = None, agency: str | None = None
    ) -> str:
        """Return the message."""


class ConsolidationFormat(Protocol):
    """The reports of one period, gathered by item."""

    def __call__(self, run: Run, of: Consolidation, lang: Lang, /) -> str | bytes:
        """Return the document."""


class ReceiptFormat(Protocol):
    """What was understood from one file."""

    def __call__(self, run: Run, told: Understood, screen: Screen) -> str:
        """Return the confirmation."""


def _markdown(
    run: Run, screen: Screen, before: Run | None = None, agency: str | None = None
) -> str:
    from kehoach.letters.summary_overview import summary_markdown

    return summary_markdown(run, screen, before, agency)


def _html(run: Run, screen: Screen, before: Run | None = None, agency: str | None = None) -> str:
    from kehoach.letters.summary_overview import summary_html

    return summary_html(run, screen, before, agency)


def _eml(run: Run, screen: Screen, before: Run | None = None, agency: str | None = None) -> str:
    from kehoach.letters.summary_overview import summary_eml

    return summary_eml(run, screen, before, agency)


def _consolidation_markdown(run: Run, of: Consolidation, lang: Lang) -> str:
    from kehoach.letters.consolidation_markdown import consolidation_markdown

    return consolidation_markdown(run, of, lang)


def _consolidation_docx(run: Run, of: Consolidation, lang: Lang) -> bytes:
    from kehoach.letters.consolidation_docx import consolidation_docx

    return consolidation_docx(run, of, lang)


def _receipt_text(run: Run, told: Understood, screen: Screen) -> str:
    from kehoach.letters.receipt_text import receipt_text

    return receipt_text(run, told, screen)


def _receipt_json(run: Run, told: Understood, screen: Screen) -> str:
    from kehoach.letters.receipt_json import receipt_json

    return receipt_json(run, told, screen)


SUMMARY_FORMATS: Mapping[str, SummaryFormat] = {"markdown": _markdown, "html": _html, "eml": _eml}
CONSOLIDATION_FORMATS: Mapping[str, ConsolidationFormat] = {
    "markdown": _consolidation_markdown,
    "docx": _consolidation_docx,
}
RECEIPT_FORMATS: Mapping[str, ReceiptFormat] = {"text": _receipt_text, "json": _receipt_json}
