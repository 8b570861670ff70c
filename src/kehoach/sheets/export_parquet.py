"""``kehoach export --format parquet``: an obligation a row, with types, for analysts."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from kehoach.explanations.labels import SAMPLE
from kehoach.run import Run
from kehoach.sheets.export_columns import COLUMNS, Kind, exported, shown
from kehoach.sheets.export_data import revision
from kehoach.terminal.screen import Screen

_TYPES: Mapping[Kind, pa.DataType] = {
    "text": pa.string(), "long": pa.string(), "state": pa.string(),
    "number": pa.int64(), "rate": pa.float64(),
    "day": pa.date32(), "flag": pa.bool_(),
}  # fmt: skip


def export_parquet(run: Run, screen: Screen) -> bytes:
    """Return a table with the names of the JSON contract; the file names plan, day and revision."""
    lang = screen.lang
    rows = tuple(exported(run, run.assessments, lang))
    found = {column.key: map(column.value, rows) for column in COLUMNS}
    schema = pa.schema(
        [(column.key, _TYPES[column.kind]) for column in COLUMNS], metadata=_about(run, screen)
    )
    table = pa.table(
        {
            key: [value if isinstance(value, bool) else shown(value, lang) for value in values]
            for key, values in found.items()
        },
        schema=schema,
    )
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink)
    content: bytes = sink.getvalue().to_pybytes()
    return content


def _about(run: Run, screen: Screen) -> dict[str, str]:
    """Return what the file says of itself."""
    about = {
        "kehoach.plans": ", ".join(plan.id for plan in run.plans),
        "kehoach.as_of": run.as_of.isoformat(),
        "kehoach.revision": revision(run) or "",
    }
    return about | ({"kehoach.sample": SAMPLE.to(screen.lang)} if run.sample else {})
