"""``kehoach export --format parquet``: an obligation a row, with types, for analysts."""

from collections.abc import Iterable, Mapping
from itertools import islice

import pyarrow as pa
import pyarrow.parquet as pq

from kehoach.explanations.labels import SAMPLE
from kehoach.run import Run
from kehoach.sheets.export_columns import COLUMNS, CellValue, Exported, Kind, Value, exported, shown
from kehoach.sheets.export_data import revision
from kehoach.terminal.screen import Screen
from kehoach.words import Lang

_A_GROUP = 131_072  # rows that are there at once
_TYPES: Mapping[Kind, pa.DataType] = {
    "text": pa.string(), "long": pa.string(), "state": pa.string(),
    "number": pa.int64(), "rate": pa.float64(),
    "day": pa.date32(), "flag": pa.bool_(),
}  # fmt: skip


def export_parquet(run: Run, screen: Screen) -> bytes:
    """Return a table with the names of the JSON contract; the file names plan, day and revision."""
    types = [(column.key, _TYPES[column.kind]) for column in COLUMNS]
    schema = pa.schema(types, metadata=_about(run, screen))
    rows = exported(run, run.each(), screen.lang)
    sink = pa.BufferOutputStream()
    with pq.ParquetWriter(sink, schema) as file:
        file.write_table(_group(islice(rows, _A_GROUP), schema, screen.lang))
        while (group := _group(islice(rows, _A_GROUP), schema, screen.lang)).num_rows:
            file.write_table(group)
    content: bytes = sink.getvalue().to_pybytes()
    return content


def _group(rows: Iterable[Exported], schema: pa.Schema, lang: Lang) -> pa.Table:
    """Return some rows as one group, which is all of them that is ever there at once."""
    some = tuple(rows)
    values = {column.key: [_shown(column.value(row), lang) for row in some] for column in COLUMNS}
    return pa.table(values, schema=schema)


def _shown(value: Value, lang: Lang) -> CellValue:
    """Return a value as it is kept: states as words; flags stay such."""
    return value if isinstance(value, bool) else shown(value, lang)


def _about(run: Run, screen: Screen) -> dict[str, str]:
    """Return what the file says of itself."""
    about = {
        "kehoach.plans": ", ".join(plan.id for plan in run.plans),
        "kehoach.as_of": run.as_of.isoformat(),
        "kehoach.revision": revision(run) or "",
    }
    return about | ({"kehoach.sample": SAMPLE.to(screen.lang)} if run.sample else {})
