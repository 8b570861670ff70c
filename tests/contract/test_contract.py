"""The JSON that other programs read: the names of design.md, and the schemas that are shipped."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kehoach.contract.schemas import schema_text
from kehoach.pages.agency_page import AGENCY_FORMATS
from kehoach.pages.explain_page import EXPLAIN_FORMATS
from kehoach.pages.item_page import ITEM_FORMATS
from kehoach.pages.status_page import STATUS_FORMATS
from kehoach.pages.upcoming_page import UPCOMING_FORMATS
from kehoach.reading.folder import DataFolder
from kehoach.review.check_formats import CHECK_FORMATS
from kehoach.run import Question, Run, answer
from kehoach.terminal.screen import Screen

DATA = Path(__file__).parents[2] / "data"
FAMILIES: Mapping[str, Mapping[str, Any]] = {
    "check": CHECK_FORMATS,
    "agency": AGENCY_FORMATS,
    "item": ITEM_FORMATS,
    "explain": EXPLAIN_FORMATS,
    "upcoming": UPCOMING_FORMATS,
}
DAYS = ("2021-01-15", "2021-12-15", "2024-12-02", "2026-11-22", "2200-01-01")

# The fields that design.md fixes; additions are allowed, none of these may go or be renamed.
TOP = {"schema", "tool", "as_of", "timezone", "git", "summary", "obligations", "findings"}
OBLIGATION = {
    "plan", "item", "kind", "title", "agency", "inherited_from", "role", "binding", "period",
    "nominal_due", "due", "due_soon", "status", "days", "received", "receipt_source", "completed",
    "covered", "submission", "sample", "reason",
}  # fmt: skip
FINDING = {
    "code", "severity", "file", "line", "column", "message", "hint", "agency", "item", "period",
}  # fmt: skip
COUNTS = {
    "assigned", "done_on_time", "done_late", "in_term", "due_soon", "overdue", "missing_reports",
    "waiting", "ongoing", "uncovered", "waived", "requested", "completion", "on_time",
}  # fmt: skip


def run_on(day: str, **question: Any) -> Run:
    return answer(DataFolder(DATA), "data/", Question(date.fromisoformat(day), **question))


def output(family: Mapping[str, Any], run: Run, **options: Any) -> Any:
    return json.loads("".join(family["json"](run, Screen(), **options)))


@pytest.fixture(scope="module", params=DAYS)
def status(request: pytest.FixtureRequest) -> Any:
    return output(STATUS_FORMATS, run_on(request.param))


def valid(kind: str, instance: Any) -> None:
    """Pass what agrees with the schema that ``kehoach schema`` prints, with nothing beyond it."""
    schema = json.loads(schema_text(kind))
    for part in (schema, *schema["$defs"].values()):
        part["additionalProperties"] = False
    jsonschema.validate(instance, schema)


def test_status_agrees_with_its_schema(status: Any) -> None:
    valid("status", status)
    assert status["schema"] == "kehoach/status@1"


def test_status_has_the_fields_of_the_design(status: Any) -> None:
    assert set(status) >= TOP
    assert set(status["summary"]) >= {*COUNTS, "agencies"}
    for each in status["obligations"]:
        assert set(each) >= OBLIGATION
    for each in status["findings"]:
        assert set(each) >= FINDING
    for each in status["summary"]["agencies"]:
        assert set(each) >= {"agency", "name", "led", "implemented", "coordinated", *COUNTS}


def test_the_sums_of_status_hold(status: Any) -> None:
    """Assigned = on time + late + in term + overdue, overall and for each agency."""
    total = status["summary"]
    for row in (total, *total["agencies"]):
        done = row["done_on_time"] + row["done_late"]
        assert row["assigned"] == done + row["in_term"] + row["overdue"]
        assert row["completion"] == {"done": done, "due": done + row["overdue"]}
        assert row["on_time"] == {"on_time": row["done_on_time"], "due": done + row["overdue"]}
    for name in COUNTS - {"completion", "on_time"}:
        assert total[name] == sum(row[name] for row in total["agencies"]), name


def test_the_counts_are_those_of_the_obligations(status: Any) -> None:
    binding = [each for each in status["obligations"] if each["binding"] == "required"]
    total = status["summary"]
    for name in ("done_on_time", "done_late", "in_term", "overdue", "waiting", "ongoing", "waived"):
        assert total[name] == sum(each["status"] == name for each in binding), name
    assert total["requested"] == len(status["obligations"]) - len(binding)
    assert total["due_soon"] == sum(each["due_soon"] for each in binding)
    missing = [e for e in binding if e["status"] == "overdue" and e["kind"] == "report"]
    assert total["missing_reports"] == len(missing)
    assert total["uncovered"] == sum(each["covered"] is False for each in binding)


def test_what_does_not_apply_is_null(status: Any) -> None:
    for each in status["obligations"]:
        assert (each["days"] is None) == (each["due"] is None or each["status"] == "waived")
        assert (each["received"] is None) == (each["receipt_source"] is None)
        assert each["covered"] is None or each["status"] == "ongoing"
        assert each["due"] is not None or each["status"] in ("ongoing", "waiting", "in_term")
        assert each["completed"] is None or each["kind"] == "task"
    for each in status["findings"]:
        assert each["code"] not in ("KH501", "KH502")  # verdicts are obligations here
        assert min(each["line"], each["column"]) >= 1


def test_nothing_is_listed_before_its_period_begins() -> None:
    """2022 is not asked about in December 2021, nor the reviews of 2024 and 2026."""
    listed = output(STATUS_FORMATS, run_on("2021-12-15"))["obligations"]
    assert {each["period"] for each in listed} == {"once", "2021"}
    assert not {"III.2.d", "III.2.e"} & {each["item"] for each in listed}
    assert output(STATUS_FORMATS, run_on("2021-01-15"))["obligations"] == []


def test_every_agency_that_owes_or_coordinates_is_there() -> None:
    """Also with nothing done: no agency is left out silently."""
    found = output(STATUS_FORMATS, run_on("2021-12-15"))
    rows = {each["agency"]: each for each in found["summary"]["agencies"]}
    owing = {each["agency"] for each in found["obligations"]}
    assert owing <= set(rows)
    assert rows["van-phong-ubnd-tinh"]["coordinated"] > 0
    for agency, row in rows.items():
        owed = sum(each["agency"] == agency for each in found["obligations"])
        assert row["led"] + row["implemented"] == owed


@pytest.mark.parametrize(
    ("kind", "question", "options"),
    [
        ("check", {}, {}),
        ("agency", {"agencies": ("so-tai-chinh",)}, {}),
        ("item", {"items": ("III.1.c",)}, {}),
        ("explain", {"agencies": ("so-tai-chinh",), "items": ("III.1.c",)}, {}),
        ("upcoming", {}, {"days": 60}),
    ],
)
def test_the_other_outputs_agree_with_their_schemas(
    kind: str, question: dict[str, Any], options: dict[str, Any]
) -> None:
    for day in ("2021-12-15", "2026-11-22"):
        valid(kind, output(FAMILIES[kind], run_on(day, **question), **options))


def test_check_lists_the_verdicts_too() -> None:
    found = output(CHECK_FORMATS, run_on("2021-12-15"))
    overdue = [each for each in found["findings"] if each["code"] == "KH502"]
    assert len(overdue) == found["summary"]["overdue"]
    assert all(each["agency"] and each["item"] and each["period"] for each in overdue)
    assert {each["severity"] for each in overdue} == {"notice"}


def test_the_language_changes_words_and_nothing_else() -> None:
    run = run_on("2021-12-15")
    told = ("reason", "message", "hint", "sample_notice")

    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: bare(each) for key, each in value.items() if key not in told}
        return [bare(each) for each in value] if isinstance(value, list) else value

    vi, en = (json.loads("".join(CHECK_FORMATS["json"](run, Screen(lang=x)))) for x in ("vi", "en"))
    assert bare(vi) == bare(en)
    assert vi != en
