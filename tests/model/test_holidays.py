"""A calendar file: every day that it names, and what a day is that it calls both off and worked."""

import pytest

from builders import D
from kehoach.model.holidays import Holidays

_FILE = Holidays.model_validate(
    {
        "schema": "kehoach/calendar@1",
        "years": [
            {
                "year": "2024",
                "source": "Thông báo",
                "off": [
                    {"date": "2024-01-01", "name": "Tết Dương lịch"},
                    {"date": "2024-05-04", "name": "nghỉ"},
                    {"date": "2024-04-30", "name": "nghỉ"},
                    {"date": "2024-03-04", "name": "nghỉ"},
                ],
                "worked": [
                    {"date": "2024-05-04", "name": "làm bù"},
                    {"date": "2024-04-30", "name": "làm bù"},
                    {"date": "2024-03-04", "name": "làm bù"},
                ],
            },
        ],
        "also_off": [{"date": "2024-09-09", "name": "bão"}],
        "also_worked": [{"date": "2024-09-14", "name": "làm bù bão"}],
        "calendars": {
            "dao": {
                "name": "Đảo",
                "also_off": [{"date": "2024-06-03", "name": "giỗ"}],
                "also_worked": [{"date": "2024-06-08", "name": "làm bù"}],
            },
        },
    }
)  # fmt: skip


def test_every_day_is_listed_with_whose_it_is() -> None:
    """Those of years, those beside them, those of single calendars; off before worked."""
    assert [(of, off, str(day.date)) for of, off, day in _FILE.listed()] == [
        (None, True, "2024-01-01"),
        (None, True, "2024-05-04"),
        (None, True, "2024-04-30"),
        (None, True, "2024-03-04"),
        (None, False, "2024-05-04"),
        (None, False, "2024-04-30"),
        (None, False, "2024-03-04"),
        (None, True, "2024-09-09"),
        (None, False, "2024-09-14"),
        ("dao", True, "2024-06-03"),
        ("dao", False, "2024-06-08"),
    ]


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (
            "2024-05-04",
            True,
        ),  # a Saturday that was worked (Labour Ministry, 2024), as the table has it
        ("2024-04-30", False),  # Labour Code 45/2019, Art. 112
        ("2024-03-04", True),  # a plain Monday
    ],
)
def test_a_day_that_contradicts_itself_is_what_it_was_without_the_file(
    day: str, works: bool
) -> None:
    assert _FILE.contradicted == {D("2024-05-04"), D("2024-04-30"), D("2024-03-04")}
    assert (_FILE.calendar().why_off(D(day)) is None) is works


def test_days_of_one_place_are_off_there_alone() -> None:
    common = _FILE.calendar()
    island = common.of("dao")
    assert (common.why_off(D("2024-06-03")), island.why_off(D("2024-06-03"))) == (None, "giỗ")
    assert (common.why_off(D("2024-06-08")), island.why_off(D("2024-06-08"))) == ("weekend", None)
    assert (common.why_off(D("2024-09-09")), island.why_off(D("2024-09-09"))) == ("bão", "bão")
