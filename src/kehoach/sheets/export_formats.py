"""The formats of ``kehoach export``: each a pure function, with the library that it needs."""
# ruff: noqa: PLC0415 - a format brings its library, and most of them an extra of the package

from collections.abc import Iterator, Mapping
from typing import NamedTuple, Protocol

from kehoach.run import Run
from kehoach.terminal.screen import Screen


class Exporter(Protocol):
    """From the answer to the content of a file: the same answer gives the same bytes."""

    def __call__(self, run: Run, screen: Screen, /) -> bytes | Iterator[bytes]:
        """Return the whole content, or yield it as it is made."""


class ExportFormat(NamedTuple):
    """A format: ``extra`` of this program brings the ``library``; ``binary`` is no text to print."""

    export: Exporter
    library: str | None = None
    extra: str = ""
    binary: bool = False


def _csv(run: Run, screen: Screen) -> Iterator[bytes]:
    from kehoach.sheets.export_csv import export_csv

    return export_csv(run, screen)


def _xlsx(run: Run, screen: Screen) -> bytes:
    from kehoach.sheets.export_xlsx import export_xlsx

    return export_xlsx(run, screen)


def _ics(run: Run, screen: Screen) -> bytes:
    from kehoach.sheets.export_ics import export_ics

    return export_ics(run, screen)


def _json(run: Run, screen: Screen) -> Iterator[bytes]:
    from kehoach.contract.json_parts import status_output
    from kehoach.contract.json_text import dumped

    text = dumped({**status_output(run, screen.lang)})
    return (part.encode("utf-8", "replace") for part in text)


def _parquet(run: Run, screen: Screen) -> bytes:
    from kehoach.sheets.export_parquet import export_parquet

    return export_parquet(run, screen)


EXPORT_FORMATS: Mapping[str, ExportFormat] = {
    "csv": ExportFormat(_csv),
    "xlsx": ExportFormat(_xlsx, "xlsxwriter", "excel", binary=True),
    "ics": ExportFormat(_ics, "icalendar", "calendar"),
    "json": ExportFormat(_json),  # the answer of ``kehoach status --format json``
    "parquet": ExportFormat(_parquet, "pyarrow", "parquet", binary=True),
}
"""The formats by name; each is imported, with its library, when it is first asked for."""
