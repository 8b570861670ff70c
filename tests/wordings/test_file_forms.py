"""Rules on one line, as a plan file has them; ids of events."""

import pytest

from kehoach.wordings import event_id, inline, inline_all


@pytest.mark.parametrize(
    ("form", "line"),
    [
        ({"every": "year", "before": "12-02"}, "{every: year, before: 12-02}"),
        ({"by": "2026-06-30", "time": "17:00"}, "{by: 2026-06-30, time: 17:00}"),
        ({"start": {"within": "2027-03"}}, "{start: {within: 2027-03}}"),
        ({"every": "half-year", "by": ["05-30", "10-31"]}, "{every: half-year, by: [05-30, 10-31]}"),
        ({"every": "half-year", "by": ("05-30", "10-31")}, "{every: half-year, by: [05-30, 10-31]}"),
        # words of people stand in quotes: a comma, a bracket, ": " or "#" would be YAML's own
        ({"not_set": "theo lộ trình"}, '{not_set: "theo lộ trình"}'),
        ({"not_set": "a: b"}, '{not_set: "a: b"}'),
        ({"not_set": "a # b"}, '{not_set: "a # b"}'),
    ],
)  # fmt: skip
def test_a_rule_stands_on_one_line(form: dict[str, object], line: str) -> None:
    assert inline(form) == line
    assert inline_all([form]) == line


def test_several_rules_are_a_list() -> None:
    forms = [{"by": "2026-06-30"}, {"every": "year"}]
    assert inline_all(forms) == "[{by: 2026-06-30}, {every: year}]"


def test_whoever_asks_quotes_words_otherwise() -> None:
    assert inline({"not_set": "theo lộ trình"}, "<{}>".format) == "{not_set: <theo lộ trình>}"


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("ký Quyết định số 15/QĐ-UBND", "ky-quyet-dinh-so-15-qd-ubnd"),
        ("một hai ba bốn năm sáu bảy tám chín", "mot-hai-ba-bon-nam-sau-bay-tam"),  # eight words
        ("…", "su-kien"),  # no letter in it
    ],
)
def test_an_event_has_an_id_of_its_first_words(words: str, made: str) -> None:
    assert event_id(words) == made
