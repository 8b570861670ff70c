"""Small results that were made elsewhere: read as what others wrote, and checked before they count."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from kehoach.contract.counts_contract import CountsJson
from kehoach.contract.summary_contract import SummaryOutput
from kehoach.portfolio.outcome import Outcome
from kehoach.portfolio.sums import counts_of
from kehoach.verdicts.tables import total
from kehoach.words import Text
from kehoach.words.system_reasons import system_reason

SCHEMA = "kehoach/summary@1"
_MOST = 50_000_000  # bytes: that of 11,000 agencies has seven million
_LARGE = Text(f"lớn hơn {_MOST // 1_000_000} MB", f"larger than {_MOST // 1_000_000} MB")
_NO_JSON = Text("không phải JSON: {told}", "it is no JSON: {told}")
_OTHER = Text(
    f"không phải kết quả gọn “{SCHEMA}” (kehoach status --format json --summary-only)",
    f"it is no small result “{SCHEMA}” (kehoach status --format json --summary-only)",
)
_WRONG = Text("không đúng lược đồ: {place}: {told}", "it does not fit its schema: {place}: {told}")
_NO_SUM = Text("số liệu không khớp: {what}", "its numbers do not add up: {what}")


class _Unfit(Exception):  # noqa: N818 - what others wrote is at fault
    """A file is no small result that can be counted; ``text`` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def read_result(path: Path) -> Outcome:
    """Return the small result that stands in a file, or why it does not count."""
    try:
        result = _fitting(_loaded(path))
    except _Unfit as unfit:
        return Outcome(why=unfit.text)
    except OSError as error:
        return Outcome(why=system_reason(error))
    wrong = next(_wrong_sums(result), None)
    return Outcome(why=_NO_SUM.filled(what=wrong)) if wrong else Outcome(result)


def _loaded(path: Path) -> object:
    """Return the value that a file of JSON holds.

    Raises:
        OSError: it cannot be read.
        _Unfit: it is too large, or no JSON.
    """
    if path.stat().st_size > _MOST:
        raise _Unfit(_LARGE)
    try:
        return json.loads(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _Unfit(_NO_JSON.filled(told=error)) from None


def _fitting(found: object) -> SummaryOutput:
    """Return a value as a small result; what it holds beyond the schema is passed over.

    Raises:
        _Unfit: it is none.
    """
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        raise _Unfit(_OTHER)
    try:
        result: SummaryOutput = TypeAdapter(SummaryOutput).validate_python(found, strict=True)
        date.fromisoformat(result["as_of"])
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise _Unfit(_WRONG.filled(place=place, told=first["msg"])) from None
    except ValueError as error:
        raise _Unfit(_WRONG.filled(place="as_of", told=error)) from None
    return result


def _wrong_sums(result: SummaryOutput) -> Iterator[str]:
    """Yield where the numbers do not add up; a result that somebody changed by hand shows there."""
    whole, agencies, years = result["summary"], result["summary"]["agencies"], result["years"]
    rows: tuple[CountsJson, ...] = (whole, *agencies, *years)
    for row in rows:
        yield from _wrong_row(row)
    for name, parts in (("agencies", agencies), ("years", years)):
        if total(map(counts_of, parts)) != counts_of(whole):
            yield f"summary ≠ {name}"


def _wrong_row(row: CountsJson) -> Iterator[str]:
    """Yield what does not add up in the counts of one agency or year."""
    of = counts_of(row)
    if any(number < 0 for number in of.numbers.values()):
        yield f"{min(of.numbers.values())} < 0"
    if row["assigned"] != of.assigned:
        yield f"assigned {row['assigned']} ≠ {of.assigned}"
    if row["completion"] != {"done": of.done, "due": of.due}:
        yield f"completion {row['completion']['done']}/{row['completion']['due']}"
    if (row["on_time"]["on_time"], row["on_time"]["due"]) != of.on_time:
        yield f"on_time {row['on_time']['on_time']}/{row['on_time']['due']}"
