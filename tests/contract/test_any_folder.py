"""Of any data folder every answer agrees with its schema, and all of them with one another."""

import csv
import io
import json
from collections.abc import Iterable
from datetime import date
from functools import cache
from itertools import chain
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from jsonschema import Draft202012Validator

from contract.random_folders import Files, folders, judged, on_disk
from contract.test_contract import COUNTS, FAMILIES
from kehoach.contract.schemas import schema_text
from kehoach.pages.diff_page import diff_json
from kehoach.pages.status_page import STATUS_FORMATS, summary_json
from kehoach.run import Run
from kehoach.sheets.export_formats import EXPORT_FORMATS
from kehoach.terminal.screen import Screen
from kehoach.words import LANGUAGES, Lang
from laws import law
from verdicts.laws.drawn import AGENCIES, DAYS, NAMES

laws = law(3)
NUMBERS = COUNTS - {"completion", "on_time"}
WORDS_OF_A_LANGUAGE = {
    "reason", "message", "hint", "sample_notice", "text", "steps", "step", "label", "title_vi",
}  # fmt: skip
LANGS = st.sampled_from(LANGUAGES)


def _json(formats: Any, run: Run, lang: Lang = "vi", **options: Any) -> Any:
    return json.loads("".join(formats["json"](run, Screen(lang=lang), **options)))


@cache
def _schema(kind: str) -> Draft202012Validator:
    """Return the schema that ``kehoach schema`` prints, closed: with nothing beyond it."""
    schema = json.loads(schema_text(kind))
    for part in (schema, *schema["$defs"].values()):
        part["additionalProperties"] = False
    return Draft202012Validator(schema)


def _status(run: Run) -> Any:
    return _json(STATUS_FORMATS, run)


def _exported(run: Run, name: str, lang: Lang = "en") -> bytes:
    made = EXPORT_FORMATS[name].export(run, Screen(lang=lang))
    return made if isinstance(made, bytes) else b"".join(made)


def _bare(value: Any) -> Any:
    """Return an answer without what is said in words of a language."""
    if isinstance(value, dict):
        return {key: _bare(each) for key, each in value.items() if key not in WORDS_OF_A_LANGUAGE}
    return [_bare(each) for each in value] if isinstance(value, list) else value


def _keys(obligations: Iterable[Any]) -> list[tuple[str, ...]]:
    return [(each["item"], each["agency"], each["period"]) for each in obligations]


@laws
@given(folders(), DAYS, AGENCIES, NAMES)
def test_every_answer_agrees_with_its_schema(
    files: Files, as_of: date, agency: str, item: str
) -> None:
    """With nothing beyond it, in both languages, which differ in words alone."""
    asked = {"agency": {"agencies": (agency,)}, "item": {"items": (item,)},
             "explain": {"agencies": (agency,), "items": (item,)}}  # fmt: skip
    with on_disk(files) as folder:
        for kind, formats in {"status": STATUS_FORMATS, **FAMILIES}.items():
            run = judged(folder, as_of, **asked.get(kind, {}))
            if kind == "explain" and not run.assessments:
                continue
            options = {"days": 60} if kind == "upcoming" else {}
            vi, en = (_json(formats, run, lang, **options) for lang in LANGUAGES)
            _schema(kind).validate(vi)
            _schema(kind).validate(en)
            assert _bare(vi) == _bare(en), kind


@laws
@given(folders(), DAYS, DAYS)
def test_the_small_result_and_the_changes_agree_with_their_schemas(
    files: Files, one: date, other: date
) -> None:
    with on_disk(files) as folder:
        old, new = judged(folder, one), judged(folder, other)
        for lang in LANGUAGES:
            _schema("summary").validate(json.loads(summary_json(old, lang)))
            _schema("diff").validate(json.loads(diff_json(old, new, Screen(lang=lang))))


@laws
@given(folders(), DAYS)
def test_every_sum_of_an_answer_holds(files: Files, as_of: date) -> None:
    """Of all, of agencies and of years: by adding up what is listed."""
    with on_disk(files) as folder:
        run = judged(folder, as_of)
        found, small = _status(run), json.loads(summary_json(run, "vi"))
        binding = [each for each in found["obligations"] if each["binding"] == "required"]
        whole = found["summary"]
        for name in NUMBERS:
            assert whole[name] == sum(row[name] for row in whole["agencies"]), name
            assert whole[name] == sum(row[name] for row in small["years"]), name
        for row in (whole, *whole["agencies"]):
            own = [each for each in binding if each["agency"] == row.get("agency", each["agency"])]
            for status in ("done_on_time", "done_late", "in_term", "overdue"):
                assert row[status] == sum(each["status"] == status for each in own)


@laws
@given(folders(), DAYS, st.sets(AGENCIES, min_size=1), st.sets(NAMES, min_size=1))
def test_a_filter_shows_the_part_of_the_whole(
    files: Files, as_of: date, agencies: set[str], items: set[str]
) -> None:
    """Each obligation as it stands in the whole answer, to the letter; widened, it shows the more."""
    with on_disk(files) as folder:
        whole = _status(judged(folder, as_of))["obligations"]
        by_agency = _status(judged(folder, as_of, agencies=tuple(agencies)))["obligations"]
        by_item = _status(judged(folder, as_of, items=tuple(items)))["obligations"]
        both = judged(folder, as_of, agencies=tuple(agencies), items=tuple(items))
        assert by_agency == [each for each in whole if each["agency"] in agencies]
        assert by_item == [each for each in whole if each["item"] in items]
        assert _status(both)["obligations"] == [each for each in by_agency if each["item"] in items]


FILTERS = {
    "overdue": "overdue", "late": "done_late", "on-time": "done_on_time", "in-term": "in_term",
    "waiting": "waiting", "ongoing": "ongoing", "paused": "paused", "waived": "waived",
}  # fmt: skip


@laws
@given(folders(), DAYS)
def test_each_state_shows_its_own_and_all_of_them_everything(files: Files, as_of: date) -> None:
    """``--only``: each obligation is in one state; what is merely requested can be asked for as well."""
    with on_disk(files) as folder:
        whole = _status(judged(folder, as_of))["obligations"]
        shown = {
            only: _status(judged(folder, as_of, only=(only,)))["obligations"]
            for only in (*FILTERS, "requested")
        }
    for only, status in FILTERS.items():
        assert shown[only] == [each for each in whole if each["status"] == status], only
    requested = [each for each in whole if each["binding"] == "requested"]
    assert shown["requested"] == requested
    assert sum(len(shown[only]) for only in FILTERS) == len(whole)


@laws
@given(folders(), DAYS, LANGS)
def test_a_table_has_a_row_for_each_obligation(files: Files, as_of: date, lang: Lang) -> None:
    """CSV read back by another reader: the same items, agencies and periods in the same order."""
    with on_disk(files) as folder:
        run = judged(folder, as_of)
        listed = _keys(_status(run)["obligations"])
        text = _exported(run, "csv", lang).decode("utf-8-sig")
        head, *rows = csv.reader(
            io.StringIO(text, newline=""), csv.Sniffer().sniff(text.splitlines()[0])
        )
        assert len(rows) == len(listed)
        assert all(len(row) == len(head) for row in rows)
        assert all(set(key) <= set(row) for key, row in zip(listed, rows, strict=True))


@laws
@given(folders(), DAYS)
def test_a_calendar_file_has_each_open_due_day(files: Files, as_of: date) -> None:
    """Read back by its own library: what is dated and not done stands on its day."""
    with on_disk(files) as folder:
        run = judged(folder, as_of)
        calendar = Calendar.from_ical(_exported(run, "ics"))
        days = {event.decoded("dtstart") for event in calendar.walk("VEVENT")}
        dated = {
            date.fromisoformat(each["due"])
            for each in _status(run)["obligations"]
            if each["due"] and not each["status"].startswith("done") and each["status"] != "waived"
        }
        assert dated <= days


@laws
@given(folders(), DAYS)
def test_what_status_says_status_exports(files: Files, as_of: date) -> None:
    with on_disk(files) as folder:
        run = judged(folder, as_of)
        assert json.loads(_exported(run, "json", "vi")) == _status(run)


@laws
@given(folders(), DAYS)
def test_explained_one_by_one_each_verdict_is_the_one_that_is_listed(
    files: Files, as_of: date
) -> None:
    with on_disk(files) as folder:
        whole = _status(judged(folder, as_of))["obligations"]
        told = [
            _json(FAMILIES["explain"], judged(folder, as_of, items=(item,), agencies=(agency,)))
            for item, agency in sorted({(each["item"], each["agency"]) for each in whole})[:4]
        ]
    for each in chain.from_iterable(one["explanations"] for one in told):
        assert each["obligation"] in whole
        assert all(link["text"] for link in each["chain"])
