"""The formats of ``kehoach export`` by name; each imports its library when it is asked for."""
# ruff: noqa: PLC0415 - an extra of the package each

from collections.abc import Mapping
from typing import Protocol

from kehoach.run import Run
from kehoach.terminal.screen import Screen


class ExportFormat(Protocol):
    """The obligations asked for, as the content of a file."""

    def __call__(self, run: Run, screen: Screen) -> bytes:
        """Return the content."""


def _csv(run: Run, screen: Screen) -> bytes:
    from kehoach.sheets.export_csv import export_csv

    return export_csv(run, screen)


def _xlsx(run: Run, screen: Screen) -> bytes:
    from kehoach.sheets.export_xlsx import export_xlsx

    return export_xlsx(run, screen)


def _ics(run: Run, screen: Screen) -> bytes:
    from kehoach.sheets.export_ics import export_ics

    return export_ics(run, screen)


def _json(run: Run, screen: Screen) -> bytes:
    from kehoach.sheets.export_json import export_json

    return export_json(run, screen)


def _parquet(run: Run, screen: Screen) -> bytes:
    from kehoach.sheets.export_parquet import export_parquet

    return export_parquet(run, screen)


EXPORT_FORMATS: Mapping[str, ExportFormat] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "ics": _ics,
    "json": _json,
    "parquet": _parquet,
}
