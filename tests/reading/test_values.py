"""From text values to models: nothing is converted by guess, and every mistake has its place.

What pydantic does on its own is the trap: its lax ``date`` takes numbers for Unix seconds, its
``bool`` takes "yes" and 1, its ``int`` takes true; the names of union members stand in an error's
location, and a key that is missing has no place at all.
"""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kehoach.model import fields
from kehoach.model.agencies import Registry
from kehoach.model.plan import Plan
from kehoach.model.submissions import Submission
from kehoach.reading.model_values import validate
from kehoach.reading.positions import Positions
from kehoach.reading.value_rules import EXPECTED
from kehoach.reading.yaml_files.yaml_text import read_mapping
from kehoach.words import LANGUAGES, Lang
from reading.values_read import FILE, HEAD, PLAN, read, submission, wrong

_NAMED = re.compile(r'Read\("(\w+)"|"expected": "(\w+)"')


def test_a_submission_is_read_as_it_is_written() -> None:
    """The example of the design: numbers and codes stay text, days become days."""
    read_ = submission(
        "document: {number: 125/BC-STC, date: 2021-11-29, signer: Nguyễn Văn A}\n"
        "reports: [{item: III.1.c, period: 2021}]\n"
        "tasks:\n"
        "  - {item: II.4.2, period: 2021, status: done, completed: 2021-07-23, quantity: 010}\n"
    )
    assert read_.plan == "06"
    assert read_.document.date == date(2021, 11, 29)
    assert read_.reports[0].period == "2021"
    assert read_.tasks[0].quantity == 10
    assert read_.sample is False


@pytest.mark.parametrize(
    "words",
    [
        "0", "1617580800", "20260405", "2026-4-5", "2026-04", "2026", "2026-02-30", "2025-02-29",
        "2026-13-01", "2026-00-10", "05/04/2026", "5.4.2026", "2026-04-05T00:00:00", "2026-W14-7",
        "hôm qua", "２０２６-04-05", "2026-04-05 ", "0001-01-01", "9999-12-31", "true", "[2026-04-05]",
        "{y: 2026}",
    ],
)  # fmt: skip
def test_a_day_is_a_real_day_as_year_month_day_and_nothing_else(words: str) -> None:
    """``0`` is not 1970-01-01, ``2026-02-30`` no day, ``2026-4-5`` not guessed."""
    quoted = words if words[0] in "[{" else f'"{words}"'
    (code, line, column, message), *rest = wrong(f"document: {{date: {quoted}}}\n")
    assert (code, line, column, rest) == ("KH203", 1, 18, [])
    assert "YEAR-MONTH-DAY" in message


@pytest.mark.parametrize(
    ("written", "quoted"),
    [
        ("{day: 5, of: [a, b]}", "{day: 5, of: [a, b]}"),
        ("[2026-04-05, 'yes']", "[2026-04-05, yes]"),
        ("'5/4/2026'", "5/4/2026"),
        ("{}", "{}"),
    ],
)
def test_a_wrong_value_is_quoted_as_yaml_writes_it(written: str, quoted: str) -> None:
    """Who wrote the file knows YAML, and none of Python's quotes, ``None`` or ``dict``."""
    (found,) = wrong(f"document: {{date: {written}}}\n")
    assert f"“date” is “{quoted}”, expected" in found[3]


@pytest.mark.parametrize("words", ["2026-04-05", "2024-02-29", "2021-12-31"])
def test_a_day_written_right_is_that_day(words: str) -> None:
    assert submission(f"document: {{date: {words}}}\n").document.date == date.fromisoformat(words)


@pytest.mark.parametrize(
    "words", ["yes", "no", "on", "off", "1", "0", "True", "FALSE", "có", '""', "[true]"]
)
def test_a_flag_is_true_or_false(words: str) -> None:
    """Pydantic's lax bool would take 'yes' and 1, YAML 1.1 'on' and 'NO'."""
    assert wrong(f"sample: {words}\n")[0][:3] == ("KH203", 1, 9)


@pytest.mark.parametrize("words", ["true", "false"])
def test_a_flag_written_right(words: str) -> None:
    assert submission(f"sample: {words}\n").sample is (words == "true")


@pytest.mark.parametrize(
    "words", ["true", "-1", "+1", "1.0", "1_000", "1e3", "0x10", "１", "một", '" 1"', "9" * 5000]
)
def test_a_count_is_a_whole_number_in_digits(words: str) -> None:
    """Pydantic's lax int takes True and 1.0; a number of 5,000 digits raises a bare error."""
    task = f"tasks: [{{item: II.4.2, status: done, quantity: {words}}}]\n"
    assert wrong(task)[0][:3] == ("KH203", 1, 48)


@pytest.mark.parametrize(
    "words",
    ["2021", "2021-H1", "2021-Q3", "2021-06", "2021-9M", "2021-W05", "2021-06-30", "2021..2025"],
)
def test_a_period_is_read_by_its_name(words: str) -> None:
    entry = f"{{item: III.1.c, period: {words}}}"
    assert submission(f"reports: [{entry}]\n").reports[0].period == words


@pytest.mark.parametrize(
    "words",
    [
        "năm 2021", "21", "2021-H3", "2021-Q5", "2021-13", "2021-6", "2021-q1", "2021Q1",
        "2021-02-30", "2021-W54", "2022..2021", "2021..", "..2021", "ONCE", "9999-12-31", "9999-W52",
        "0000", "..".join(["2021"] * 5000),
    ],
)  # fmt: skip
def test_a_period_that_is_none_is_found(words: str) -> None:
    """Also at the end of the calendar, and one that would nest five thousand deep."""
    found = wrong(f"reports: [{{item: III.1.c, period: {words}}}]\n")
    assert [each[:3] for each in found] == [("KH203", 1, 35)]


def test_once_is_the_period_of_a_one_off() -> None:
    task = "{item: II.1.b, period: once, status: done}"
    assert submission(f"tasks: [{task}]\n").tasks[0].period == "once"


@pytest.mark.parametrize(
    ("line", "place", "message"),
    [
        ("tassk: []\n", (1, 1), "there is no key “tassk” here; did you mean “tasks”?"),
        ("xyz: 1\n", (1, 1), "there is no key “xyz” here"),
        ("document: {numbr: 1}\n", (1, 12), "“numbr” here; did you mean “number”?"),
        ("tasks:\n  - {item: II.2, status: done, peroid: 2021}\n", (2, 32), "“period”?"),
        ("reports: [{item: III.1.c, status: done}]\n", (1, 27), "no key “status” here"),
        ('"": 1\n', (1, 1), "there is no key “” here"),
        ("<<: 1\n", (1, 1), ""),
    ],
)
def test_an_unknown_key_is_found_at_the_key_with_its_near_miss(
    line: str, place: tuple[int, int], message: str
) -> None:
    data, _ = read_mapping(HEAD + line, FILE, "submission")
    (finding,) = validate(Submission, data, FILE)[1]
    located = Positions({FILE: HEAD + line}.__getitem__).locate(finding)
    assert (finding.rule.code, located.line - 3, located.column) == ("KH201", *place)
    assert message in finding.message("en")


def test_the_hint_lists_the_keys_of_that_place_alone() -> None:
    data, _ = read_mapping(HEAD + "document: {numbr: 1}\n", FILE, "submission")
    (finding,) = validate(Submission, data, FILE)[1]
    for lang in LANGUAGES:
        assert finding.hint(lang).endswith(": number, date, title, signer")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("schema: kehoach/submission@1\n", [("plan", 1, 1), ("agency", 1, 1)]),
        (HEAD + "reports: [{period: 2021}]\n", [("item", 4, 11)]),
        (HEAD + "tasks:\n  - item: II.2\n", [("status", 5, 5)]),
        (HEAD + "tasks:\n  - {}\n", [("item", 5, 5), ("status", 5, 5)]),
    ],
)
def test_a_missing_key_is_found_at_its_parent(
    text: str, places: list[tuple[str, int, int]]
) -> None:
    found = read(Submission, text)[1]
    assert found == [
        ("KH202", line, column, f"key “{key}” is missing") for key, line, column in places
    ]


@pytest.mark.parametrize("words", ["kehoach/submission@2", "kehoach/plan@1", "submission", "null"])
def test_another_schema_line_is_found(words: str) -> None:
    found = wrong("", head=HEAD.replace("kehoach/submission@1", words))
    assert found == [
        ("KH204", -2, 9, f"the line “schema” is “{words}”, expected “kehoach/submission@1”")
    ]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("note: [a]\n", (1, 7)),
        ("note: {a: b}\n", (1, 7)),
        ("reports: III.1.c\n", (1, 10)),
        ("reports:\n", (1, 9)),
        ("reports: {item: III.1.c}\n", (1, 10)),
        ("reports: [III.1.c]\n", (1, 11)),
        ("document: 125/BC\n", (1, 11)),
        ("tasks: [{item: II 2, status: done}]\n", (1, 16)),
        ("tasks: [{item: ../../x, status: done}]\n", (1, 16)),
        ("tasks: [{item: II.2, status: finished}]\n", (1, 30)),
    ],
)
def test_a_value_of_another_shape_is_found_at_the_value(line: str, place: tuple[int, int]) -> None:
    found = wrong(line)
    assert [each[:3] for each in found] == [("KH203", *place)]


@pytest.mark.parametrize(
    "words",
    ["So-Tai-Chinh", "../so-tai-chinh", "/etc", "so_tai", "sở-tài-chính", "a b", "-a", '""'],
)
def test_an_id_never_names_a_path(words: str) -> None:
    found = wrong("", head=HEAD.replace("so-tai-chinh", words))
    assert [each[:3] for each in found] == [("KH203", 0, 9)]


def test_all_mistakes_of_a_file_are_reported_at_once() -> None:
    found = wrong(
        "document: {date: 2021-02-30, numbr: 1}\n"
        "reports: [{item: III.1.c, period: 2021-Q7}, {period: 2021}]\n"
        "tasks: [{item: II.2, status: xong}]\n"
        "nota: x\n"
    )
    assert [(code, line, column) for code, line, column, _ in found] == [
        ("KH203", 1, 18), ("KH201", 1, 30), ("KH203", 2, 35), ("KH202", 2, 45), ("KH203", 3, 30),
        ("KH201", 4, 1),
    ]  # fmt: skip


def test_a_long_value_is_quoted_short_and_on_one_line() -> None:
    found = wrong('sample: "' + "ạ" * 100_000 + '"\n')
    assert len(found[0][3]) < 120
    assert "\n" not in wrong("sample: |\n  a\n  b\n")[0][3]


def test_a_list_of_one_may_be_written_without_brackets() -> None:
    """Its index stands in the error's location, but not in the file."""
    line = "    deadline: {when: 7 7}\n"
    assert [each[:3] for each in wrong(line, Plan, PLAN)] == [("KH203", 1, 22)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_are_words_for_whatever_was_expected(lang: Lang) -> None:
    """A name of a kind of value, as ``month_in``, would tell an officer nothing."""
    named = {
        name
        for path in Path(fields.__file__).parent.rglob("*.py")
        for names in _NAMED.findall(path.read_text(encoding="utf-8"))
        for name in names
        if name
    }
    assert {"day", "month_in", "deadline"} <= named
    assert named <= set(EXPECTED)
    assert all(EXPECTED[name].to(lang) for name in named)


def test_no_value_is_changed_on_the_way(plan_text: Callable[..., str]) -> None:
    """A registry's ids and codes such as commune 07210 keep their zeros."""
    text = (
        "schema: kehoach/agencies@1\nagencies:\n  - {id: '07210', name: 010, codes: {x: 07210}}\n"
    )
    registry = read(Registry, text)[0]
    assert registry.agencies[0].codes == {"x": "07210"}
    assert (registry.agencies[0].id, registry.agencies[0].name) == ("07210", "010")
    assert read(Plan, plan_text('id: "1", deadline: {within: 2021}'))[0].id == "07"


_FILED = "submissions/so-tai-chinh/a.yaml"


@pytest.mark.parametrize(
    ("text", "file", "hint"),
    [
        ('plan: "06"\nagency: so-a\n', _FILED, "thêm dòng “schema: kehoach/submission@1”"),
        (HEAD.replace("so-tai-chinh", "Sở Tài chính"), _FILED, "sửa thành so-tai-chinh"),
        (HEAD.replace("so-tai-chinh", "Sở Tài chính"), "a.yaml", "sửa thành so-tai-chinh"),
        (HEAD + "document: {date: 2021-02-30}\n", _FILED,
         "sửa thành ngày ghi trên văn bản; tháng đó chỉ đến 2021-02-28"),
        (HEAD + "document: {date: 29/11/2021}\n", _FILED, "sửa thành 2021-11-29"),
        (HEAD + "reports: [{item: '1', period: 2026-6T}]\n", _FILED, "sửa thành 2026-H1"),
    ],
)  # fmt: skip
def test_only_what_can_be_pasted_is_to_be_put_in_its_place(text: str, file: str, hint: str) -> None:
    """The folder says the agency, the kind of file its schema; a description is no value."""
    data, _ = read_mapping(text, file, "submission")
    _, findings = validate(Submission, data, file)
    assert [each.hint("vi") for each in findings] == [hint]
