"""The formats by command and name; each is imported when it is asked for. One line a format."""

from collections.abc import Callable
from importlib import import_module
from typing import Any


def _later(module: str, function: str) -> Callable[..., str]:
    """Return a format that imports its module when it is first used."""

    def render(*args: Any, **options: Any) -> str:
        found: Callable[..., str] = getattr(import_module(f"kehoach.{module}"), function)
        return found(*args, **options)

    return render


def _bytes_later(module: str, function: str) -> Callable[..., bytes]:
    """Return a format of bytes that imports its module, and its library, when it is first used."""

    def render(*args: Any) -> bytes:
        content: bytes = getattr(import_module(f"kehoach.{module}"), function)(*args)
        return content

    return render


STATUS_FORMATS = {
    "table": _later("pages.status_table", "status_table"),
    "json": _later("pages.status_json", "status_json"),
}
CHECK_FORMATS = {
    "text": _later("review.check_text", "check_text"),
    "json": _later("review.check_json", "check_json"),
    "jsonl": _later("review.check_json", "check_lines"),
    "github": _later("review.check_github", "check_github"),
    "gitlab": _later("review.check_gitlab", "check_gitlab"),
    "junit": _later("review.check_junit", "check_junit"),
    "sarif": _later("review.check_sarif", "check_sarif"),
}
AGENCY_FORMATS = {
    "table": _later("pages.agency_text", "agency_text"),
    "json": _later("pages.agency_json", "agency_json"),
}
ITEM_FORMATS = {
    "table": _later("pages.item_text", "item_text"),
    "json": _later("pages.item_json", "item_json"),
}
EXPLAIN_FORMATS = {
    "text": _later("pages.explain_text", "explain_text"),
    "json": _later("pages.explain_json", "explain_json"),
}
RULE_FORMATS = {
    "text": _later("review.rule_text", "rule_text"),
    "json": _later("review.rule_text", "rule_json"),
}
DIFF_FORMATS = {
    "text": _later("pages.diff_text", "diff_text"),
    "json": _later("pages.diff_json", "diff_json"),
}
UPCOMING_FORMATS = {
    "table": _later("pages.upcoming_table", "upcoming_table"),
    "json": _later("pages.upcoming_json", "upcoming_json"),
}
DEADLINE_FORMATS = {
    "text": _later("pages.deadline_text", "deadline_text"),
    "json": _later("pages.deadline_json", "deadline_json"),
}
SUMMARY_FORMATS = {
    "markdown": _later("letters.summary_overview", "summary_markdown"),
    "html": _later("letters.summary_overview", "summary_html"),
    "eml": _later("letters.summary_overview", "summary_eml"),
}
RECEIPT_FORMATS = {
    "text": _later("letters.receipt_text", "receipt_text"),
    "json": _later("letters.receipt_json", "receipt_json"),
}
EXPORT_FORMATS = {
    "csv": _bytes_later("sheets.export_csv", "export_csv"),
    "xlsx": _bytes_later("sheets.export_xlsx", "export_xlsx"),
    "ics": _bytes_later("sheets.export_ics", "export_ics"),
    "json": _bytes_later("sheets.export_json", "export_json"),
    "parquet": _bytes_later("sheets.export_parquet", "export_parquet"),
}
DRAFT_FORMATS = {
    "yaml": _later("annex.draft_yaml", "draft_yaml"),
    "json": _later("annex.draft_json", "draft_json"),
}
CONSOLIDATION_FORMATS: dict[str, Callable[..., str | bytes]] = {
    "markdown": _later("letters.consolidation_markdown", "consolidation_markdown"),
    "docx": _bytes_later("letters.consolidation_docx", "consolidation_docx"),
}
