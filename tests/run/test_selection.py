"""What a question is about: the same filters for every command that lists."""

from collections.abc import Callable
from datetime import date

import pytest

from kehoach.reading.folder import DataFolder
from kehoach.run import Question, WrongQuestion, answer

MakeFolder = Callable[..., DataFolder]
Owed = Callable[..., set[tuple[str, str, str]]]
# Due 30/6/2021 and, twice, on the last day of the year.
ITEMS = (
    'id: "I.1", lead: [so-nganh], deadline: {by: 2021-06-30}, tags: [chuyen-doi-so]',
    'id: "I.2", lead: [so-noi-vu], deadline: {within: 2021}',
    'id: "II.1", lead: [so-tu-phap], deadline: {within: 2021}, tags: [chuyen-doi-so, ngan-sach]',
)
PLAN = """\
schema: kehoach/plan@1
id: "{id}"
title: Kế hoạch thử
period: {{from: 2021-01-01, to: 2026-12-31}}
policy: {{roll: none}}
items:
"""


def _plan(id_: str, *items: str) -> str:
    return PLAN.format(id=id_) + "".join(
        f"  - {{kind: task, title: Một, text: Làm., {item}}}\n" for item in items
    )


@pytest.fixture(name="owed")
def _owed(folder: MakeFolder) -> Owed:
    """Return what two plans lay on whom, as far as it is asked for."""
    place = folder({"plan_07.yaml": _plan("07", *ITEMS), "plan_08.yaml": _plan("08", ITEMS[1])})

    def ask(**question: object) -> set[tuple[str, str, str]]:
        run = answer(place, "data/", Question(git=False, **{"as_of": DAY, **question}))  # type: ignore[arg-type]
        keys = [each.obligation.key for each in run.assessments]
        assert len(set(keys)) == len(keys)
        return {(key.plan, key.item, key.agency) for key in keys}

    return ask


DAY = date(2022, 3, 1)
ALL = {
    "1": ("07", "I.1", "so-tai-chinh"), "1n": ("07", "I.1", "so-noi-vu"), "1p": ("07", "I.1", "so-tu-phap"),
    "2": ("07", "I.2", "so-noi-vu"), "3": ("07", "II.1", "so-tu-phap"), "8": ("08", "I.2", "so-noi-vu"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ({}, "1 1n 1p 2 3 8"),
        ({"plans": ("08",)}, "8"),
        ({"plans": ("07",), "items": ("I.2",)}, "2"),
        ({"items": ("I.*",)}, "1 1n 1p 2 8"),
        ({"agencies": ("so-t*",)}, "1 1p 3"),
        ({"agencies": ("Sở N*",)}, "1n 2 8"),
        ({"agencies": ("STC", "so-noi-v?")}, "1 1n 2 8"),
        ({"tags": ("chuyen-doi-so",)}, "1 1n 1p 3"),
        ({"tags": ("ngan-sach",)}, "3"),
        ({"tags": ("ngan-sach", "chuyen-*"), "agencies": ("so-noi-vu",)}, "1n"),
        ({"due_by": date(2021, 12, 30)}, "1 1n 1p"),
        ({"due_by": date(2021, 12, 31)}, "1 1n 1p 2 3 8"),
        ({"due_by": date(2021, 6, 29)}, ""),
    ],
)
def test_each_filter_leaves_what_it_names(
    owed: Owed, question: dict[str, object], left: str
) -> None:
    assert owed(**question) == {ALL[each] for each in left.split()}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ({"plans": ("09",)}, "không có kế hoạch “09”"),
        ({"tags": ("chuyen-doi",)}, "có phải: chuyen-doi-so?"),
        ({"agencies": ("ubnd-*",)}, "không có cơ quan “ubnd-*”"),
        ({"items": ("III.*",)}, "không có mục “III.*”"),
    ],
)
def test_what_fits_nothing_is_no_answer(
    owed: Owed, question: dict[str, object], words: str
) -> None:
    with pytest.raises(WrongQuestion) as refused:
        owed(**question)
    assert words in refused.value.text.vi


def test_a_group_of_nobody_does_not_ask_for_everybody(folder: MakeFolder) -> None:
    registry = (
        "schema: kehoach/agencies@1\nagencies: [{id: so-noi-vu, name: Sở Nội vụ}]\n"
        "groups: [{id: huyen, name: Các huyện}]\n"
    )
    place = folder({"plan_07.yaml": _plan("07", ITEMS[1]), "agencies.yaml": registry})
    with pytest.raises(WrongQuestion, match="huyen"):
        answer(place, "data/", Question(DAY, groups=("huyen",), git=False))
