"""``kehoach portfolio --format parquet``: an agency a row, for questions of one's own.

A repository that is not counted has one row too, with its reason and no agency: whoever adds up the
rows sees that something is missing. What others wrote commands nobody who prints the table.
"""

from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from kehoach import __version__
from kehoach.portfolio.merging import Merged
from kehoach.words import Lang
from kehoach.words.escapes import storable_lines
from kehoach.words.statuses import Remark, Status

_NAMES = ("repository", "repository_name", "reason", "agency", "agency_name")
_NUMBERS = (
    "led", "implemented", "coordinated", "assigned", *(each.value for each in (*Status, *Remark)),
)  # fmt: skip
_SCHEMA = [
    *((name, pa.string()) for name in _NAMES), ("as_of", pa.date32()), ("outdated", pa.bool_()),
    *((name, pa.int64()) for name in _NUMBERS),
]  # fmt: skip


def portfolio_parquet(whole: Merged, lang: Lang) -> bytes:
    """Return the table; the file names the day, and how many repositories are counted."""
    about = {
        "kehoach.as_of": whole.as_of.isoformat(),
        "kehoach.version": __version__,
        "kehoach.counted": f"{len(whole.counted)}/{len(whole.members)}",
    }
    schema = pa.schema(_SCHEMA, metadata=about)
    sink = pa.BufferOutputStream()
    rows = [{name: _held(value) for name, value in row.items()} for row in _rows(whole, lang)]
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), sink)
    content: bytes = sink.getvalue().to_pybytes()
    return content


def _held(value: object) -> object:
    return storable_lines(value) if isinstance(value, str) else value


def _rows(whole: Merged, lang: Lang) -> Iterator[Mapping[str, object]]:
    """Yield what is not counted, then the agencies, the worst first."""
    for each in whole.failed:
        why = each.why.to(lang) if each.why else None
        yield {"repository": each.member.id, "repository_name": each.member.name, "reason": why}
    days = {each.member.id: each.day for each in whole.counted}
    old = {each.member.id for each in whole.outdated}
    for of in whole.agencies:
        counts = of.row.counts
        yield {
            "repository": of.member.id,
            "repository_name": of.member.name,
            "agency": of.row.agency,
            "agency_name": of.name,
            "as_of": days[of.member.id],
            "outdated": of.member.id in old,
            "led": of.row.led,
            "implemented": of.row.implemented,
            "coordinated": of.row.coordinated,
            "assigned": counts.assigned,
            **{each.value: counts[each] for each in (*Status, *Remark)},
        }
