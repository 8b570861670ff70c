"""The formats of letters by name; what writes one is imported when it is first asked for."""
# ruff: noqa: PLC0415 - the libraries of one format are no burden on another

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from kehoach.document import Message
from kehoach.run import Run
from kehoach.terminal.screen import Screen
from kehoach.words import Lang

if TYPE_CHECKING:
    from kehoach.filing.understood import UnderstoodFile
    from kehoach.letters.consolidation.gathered_reports import Consolidation


class LetterFormat(Protocol):
    """Writes a letter."""

    def __call__(self, letter: Message, /) -> str | bytes:
        """Return the text, or the file where the format is none."""
        ...


class ConsolidationFormat(Protocol):
    """Writes the reports of one period gathered by item."""

    def __call__(self, run: Run, of: "Consolidation", lang: Lang, /) -> str | bytes:
        """Return the text, or the file where the format is none."""
        ...


class ReceiptFormat(Protocol):
    """Writes what was understood from one file."""

    def __call__(self, run: Run, file: "UnderstoodFile", screen: Screen, /) -> str:
        """Return the text."""
        ...


def _markdown(letter: Message) -> str:
    from kehoach.document.markdown import markdown

    return markdown(letter)


def _html(letter: Message) -> str:
    from kehoach.document.mail_html import html

    return html(letter)


def _eml(letter: Message) -> str:
    from kehoach.document.eml import eml

    return eml(letter)


def _docx(letter: Message) -> bytes:
    from kehoach.document.word import docx

    return docx(letter)


def _working_copy(run: Run, of: "Consolidation", lang: Lang) -> str:
    from kehoach.letters.consolidation.working_copy import working_copy

    return _markdown(working_copy(run, of, lang))


def _official_report(run: Run, of: "Consolidation", _lang: Lang) -> bytes:
    from kehoach.letters.consolidation.official_report import official_report

    return _docx(official_report(run, of))


def _receipt_text(run: Run, file: "UnderstoodFile", screen: Screen) -> str:
    from kehoach.letters.receipt.confirmation import confirmation

    return confirmation(run, file, screen.lang)


def _receipt_json(run: Run, file: "UnderstoodFile", screen: Screen) -> str:
    from kehoach.letters.receipt.receipt_json import receipt_json

    return receipt_json(run, file, screen.lang)


SUMMARY_FORMATS: Mapping[str, LetterFormat] = {
    "markdown": _markdown, "html": _html, "eml": _eml, "docx": _docx,
}  # fmt: skip
CONSOLIDATION_FORMATS: Mapping[str, ConsolidationFormat] = {
    "markdown": _working_copy,
    "docx": _official_report,
}
RECEIPT_FORMATS: Mapping[str, ReceiptFormat] = {"text": _receipt_text, "json": _receipt_json}
