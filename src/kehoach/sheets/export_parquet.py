"""``kehoach export --format parquet``: an obligation a row, with types, for analysts."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from kehoach.explanations.labels import SAMPLE
from kehoach.run import Account
from kehoach.sheets.duty_rows import DutyRows
from kehoach.sheets.export_columns import COLUMNS, CellValue, Kind, Value, shown
from kehoach.sheets.export_data import revision
from kehoach.terminal.screen import Screen
from kehoach.words import Lang
from kehoach.words.escapes import storable_lines

_A_GROUP = 131_072  # rows that are there at once
_TYPES: Mapping[Kind, pa.DataType] = {
    "text": pa.string(), "long": pa.string(), "state": pa.string(),
    "number": pa.int64(), "rate": pa.float64(),
    "day": pa.date32(), "flag": pa.bool_(),
}  # fmt: skip


def export_parquet(found: Account, rows: DutyRows, screen: Screen) -> bytes:
    """Return a table with the names of the JSON contract; the file names plan, day and revision."""
    types = [(column.key, _TYPES[column.kind]) for column in COLUMNS]
    schema = pa.schema(types, metadata=_about(found, screen))
    sink = pa.BufferOutputStream()
    with pq.ParquetWriter(sink, schema) as file:
        for first in range(0, max(len(rows.columns[0]), 1), _A_GROUP):
            file.write_table(_group(rows, first, schema, screen.lang))
    content: bytes = sink.getvalue().to_pybytes()
    return content


def _group(rows: DutyRows, first: int, schema: pa.Schema, lang: Lang) -> pa.Table:
    """Return some rows as one group, which is all of them that is there a second time."""
    values = {
        column.key: [_shown(value, lang) for value in told[first : first + _A_GROUP]]
        for column, told in zip(COLUMNS, rows.columns, strict=True)
    }
    return pa.table(values, schema=schema)


def _shown(value: Value, lang: Lang) -> CellValue:
    """Return a value as it is kept: states as words; flags stay such, and no text commands a job."""
    kept = value if isinstance(value, bool) else shown(value, lang)
    return storable_lines(kept) if isinstance(kept, str) else kept


def _about(run: Account, screen: Screen) -> dict[str, str]:
    """Return what the file says of itself."""
    about = {
        "kehoach.plans": ", ".join(plan.id for plan in run.plans),
        "kehoach.as_of": run.as_of.isoformat(),
        "kehoach.revision": revision(run) or "",
    }
    return about | ({"kehoach.sample": SAMPLE.to(screen.lang)} if run.sample else {})
