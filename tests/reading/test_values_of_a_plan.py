"""What is wrong in a deadline, a plan or another file of the office is found at its place."""

import pytest
from pydantic import BaseModel

from kehoach.model.agencies import Registry
from kehoach.model.decisions import Decisions
from kehoach.model.plan import Plan
from kehoach.reading.model_values import validate
from kehoach.reading.yaml_files.yaml_text import read_mapping
from reading.values_read import FILE, PLAN, read, wrong


@pytest.mark.parametrize(
    ("deadline", "found"),
    [
        ("{every: year, before: 13-45}", [("KH203", 1, 37)]),
        ("{every: year, before: [12-02, 13-45]}", [("KH203", 1, 45)]),
        ("{every: year, by: {month: 1_0}}", [("KH203", 1, 41)]),
        ('{every: month, by: {day: "+5"}}', [("KH203", 1, 40)]),
        ("{every: month, by: {day: 0}}", [("KH203", 1, 40)]),
        ("{every: month, by: {day: 32}}", [("KH203", 1, 40)]),
        ("{every: quarter, by: {month: 4}}", [("KH203", 1, 15)]),
        ("{every: week, by: {weekday: thu}}", [("KH203", 1, 43)]),
        ("{every: fortnight}", [("KH203", 1, 23)]),
        ("{every: 0 years}", [("KH203", 1, 23)]),
        ("{every: year, before: 12-02, by: 12-03}", [("KH203", 1, 15)]),
        ("{every: year, befor: 12-02}", [("KH201", 1, 29)]),
        ("{every: year, by: {date: 12-02, dya: 1}}", [("KH201", 1, 47)]),
        ("{within: 2021, bogus: 1}", [("KH201", 1, 30)]),
        ("{within: 2021-02-30}", [("KH203", 1, 24)]),
        ("{within: }", [("KH203", 1, 24)]),
        ("{by: 9999-12-31}", [("KH203", 1, 20)]),
        ("{before: 0001-01-01}", [("KH203", 1, 24)]),
        ("{session: 12}", [("KH203", 1, 25)]),
        ("{session: 13, every: year}", [("KH203", 1, 25)]),
        ("{event: Het Dich, plus: 5 working days}", [("KH203", 1, 23)]),
        ("{event: het-dich, plus: 5 workdays}", [("KH203", 1, 39)]),
        ("{event: het-dich, plus: 9999 years}", [("KH203", 1, 39)]),
        ("{when: [het-dich, 7 7]}", [("KH203", 1, 33)]),
        ("{continuous: yes}", [("KH203", 1, 28)]),
        ("{on_request: yes}", [("KH203", 1, 28)]),
        ("{within: 2021, time: 25:00}", [("KH203", 1, 36)]),
        ("{within: 2021, aspirational: 1}", [("KH203", 1, 44)]),
        ("{until: 2021}", [("KH203", 1, 15)]),
        ("{}", [("KH203", 1, 15)]),
        ("[]", [("KH203", 1, 15)]),
        ("~", [("KH203", 1, 15)]),
        ("2021", [("KH203", 1, 15)]),
        ("[{within: 2021}, {within: x}, {by: y}]", [("KH203", 1, 41), ("KH203", 1, 50)]),
    ],
)
def test_mistakes_in_a_deadline_are_placed_inside_it(
    deadline: str, found: list[tuple[str, int, int]]
) -> None:
    """The kind of a deadline (``every``, ``within``) is no step of the way, though pydantic's is.

    ``before`` inside a deadline ``every`` was once looked for inside the value of ``every``.
    """
    line = f"    deadline: {deadline}\n"
    assert [each[:3] for each in wrong(line, Plan, PLAN)] == found


def test_an_unknown_key_of_a_deadline_is_answered_with_the_keys_of_its_kind() -> None:
    data, _ = read_mapping(PLAN + "    deadline: {within: 2021, evry: 1}\n", FILE, "plan")
    (finding,) = validate(Plan, data, FILE)[1]
    assert finding.hint("en").endswith(": roll, time, aspirational, aim, check, agencies, within")


@pytest.mark.parametrize(
    "deadline", ["event: ky-ket, within: 5 days", "every: quarter, trong vòng: 5 days"]
)
def test_a_length_under_another_key_is_plus(deadline: str) -> None:
    """By its letters "within" is near "when", which names an event and takes no length."""
    data, _ = read_mapping(PLAN + f"    deadline: {{{deadline}}}\n", FILE, "plan")
    (finding,) = validate(Plan, data, FILE)[1]
    assert finding.message("en").endswith("did you mean “plus”?")
    assert "“plus: 5 days”" in finding.hint("en")


def test_what_a_message_says_is_what_stands_in_the_file() -> None:
    line = "    deadline: {every: year, before: 13-45}\n"
    assert wrong(line, Plan, PLAN)[0][3] == "“before” is “13-45”, expected month-day, e.g. 12-02"


@pytest.mark.parametrize("zone", ["Mars/X", "../../etc/passwd", "Asia", '""', "Hanoi", "[a]"])
def test_a_time_zone_that_is_none_is_found_in_the_plan(zone: str) -> None:
    """It would otherwise break only on the day that nobody gives ``--as-of``."""
    text = PLAN.replace("items:", f"timezone: {zone}\nitems:") + "    deadline: {within: 2021}\n"
    assert [each[:3] for each in read(Plan, text)[1]] == [("KH203", 5, 11)]


def test_an_item_without_a_word_of_the_document_is_found() -> None:
    text = PLAN.replace("    text: Làm.\n", "") + "    deadline: {within: 2021}\n"
    assert [each[:3] for each in read(Plan, text)[1]] == [("KH203", 6, 5)]


@pytest.mark.parametrize(
    ("model", "text", "found"),
    [
        (
            Registry,
            "schema: kehoach/agencies@1\nagencies:\n  - {id: so-a, name: A, valid: {form: 2021}}\n",
            [("KH201", 3, 33)],
        ),
        (
            Registry,
            "schema: kehoach/agencies@1\nagencies:\n  - {id: so-a, name: A, valid: {to: 2025}}\n",
            [("KH203", 3, 37)],
        ),
        (Registry, "schema: kehoach/agencies@1\n", [("KH202", 1, 1)]),
        (
            Registry,
            "schema: kehoach/agencies@1\nagencies:\n  - {id: so-a, name: A, codes: {x: [1]}}\n",
            [("KH203", 3, 36)],
        ),
        (
            Decisions,
            "schema: kehoach/decisions@1\nextensions: [{item: II.2, due: 2022-02-30}]\n",
            [("KH203", 2, 32)],
        ),
    ],
)
def test_the_other_files_are_read_alike(
    model: type[BaseModel], text: str, found: list[tuple[str, int, int]]
) -> None:
    assert [each[:3] for each in read(model, text)[1]] == found
