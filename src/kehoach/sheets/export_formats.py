"""The formats of ``kehoach export``: each a pure function, with the library that it needs."""
# ruff: noqa: PLC0415 - a format brings its library, and most of them an extra of the package

from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from kehoach.run import Account, Run
from kehoach.sheets.duty_rows import DutyRows, duty_rows
from kehoach.terminal.screen import Screen


class Exporter(Protocol):
    """From the answer to the content of a file: the same answer gives the same bytes."""

    def __call__(self, run: Run, screen: Screen, /) -> bytes | Iterator[bytes]:
        """Return the whole content, or yield it as it is made."""


class TableExporter(Protocol):
    """The same of the rows of all obligations, wherever they were judged, and of an account of the rest."""

    def __call__(
        self, found: Account, rows: DutyRows, screen: Screen, /
    ) -> bytes | Iterator[bytes]:
        """Return the whole content, or yield it as it is made."""


class ExportFormat(NamedTuple):
    """A format: ``extra`` of this program brings the ``library``; ``binary`` is no text to print.

    ``table`` is there where rows are all that is needed of the obligations; ``listing``: findings are
    shown one by one.
    """

    export: Exporter
    library: str | None = None
    extra: str = ""
    binary: bool = False
    table: TableExporter | None = None
    listing: bool = False


def _csv(found: Account, rows: DutyRows, screen: Screen) -> Iterator[bytes]:
    from kehoach.sheets.export_csv import export_csv

    return export_csv(found, rows, screen)


def _xlsx(found: Account, rows: DutyRows, screen: Screen) -> bytes:
    from kehoach.sheets.export_xlsx import export_xlsx

    return export_xlsx(found, rows, screen)


def _ics(run: Run, screen: Screen) -> bytes:
    from kehoach.sheets.export_ics import export_ics

    return export_ics(run, screen)


def _json(run: Run, screen: Screen) -> Iterator[bytes]:
    from kehoach.contract.json_parts import status_output
    from kehoach.contract.json_text import dumped

    text = dumped({**status_output(run, screen.lang)})
    return (part.encode("utf-8", "replace") for part in text)


def _parquet(found: Account, rows: DutyRows, screen: Screen) -> bytes:
    from kehoach.sheets.export_parquet import export_parquet

    return export_parquet(found, rows, screen)


def _of_rows(
    table: TableExporter, library: str | None = None, extra: str = "", *, binary: bool = False
) -> ExportFormat:
    """Return the format of a table; of a run the rows are made first."""

    def export(run: Run, screen: Screen) -> bytes | Iterator[bytes]:
        return table(run, duty_rows(run, screen.lang), screen)

    return ExportFormat(export, library, extra, binary, table)


EXPORT_FORMATS: Mapping[str, ExportFormat] = {
    "csv": _of_rows(_csv),
    "xlsx": _of_rows(_xlsx, "xlsxwriter", "excel", binary=True)._replace(listing=True),
    "ics": ExportFormat(_ics, "icalendar", "calendar"),
    "json": ExportFormat(_json),  # the answer of ``kehoach status --format json``
    "parquet": _of_rows(_parquet, "pyarrow", "parquet", binary=True),
}
"""The formats by name; each is imported, with its library, when it is first asked for."""
