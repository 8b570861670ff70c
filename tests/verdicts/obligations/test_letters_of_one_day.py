"""A pause and an extension by letters of one day: each is known to the other."""

import pytest

from builders import D, Scene, a_plan, an_item, some_decisions
from kehoach.verdicts.obligations.extending import Refusal


@pytest.mark.parametrize(
    ("decided", "refusal", "due"),
    [
        # The pause of ten days, 1/6 to 10/6, had moved the day to 10/7: 5/7 is no more time.
        ("2021-06-09", Refusal.SHORTER, "2021-07-10"),
        ("2021-06-10", Refusal.SHORTER, "2021-07-10"),  # of one day, known to each other
        # Written before that of the pause, the letter gave five days; of the days of the pause none
        # lies after it, so that they move the plan's own day alone.
        ("2021-06-11", None, "2021-07-10"),
    ],
)
def test_an_extension_is_weighed_against_what_its_letter_knew(
    decided: str, refusal: Refusal | None, due: str
) -> None:
    """The extension, to 5/7, is by a letter of 10/6; the pause by one of the day ``decided``."""
    letters = {
        "pauses": [{"item": "1", "from": "2021-06-01", "until": "2021-06-10", "reason": "dịch",
                    "document": {"number": "1/QĐ", "date": decided}}],
        "extensions": [{"item": "1", "due": "2021-07-05",
                        "document": {"number": "2/QĐ", "date": "2021-06-10"}}],
    }  # fmt: skip
    scene = Scene(a_plan(an_item("1", {"by": "2021-06-30"})), decisions=some_decisions(**letters))
    (owed,) = scene.docket("2021-12-31").obligations
    assert [each.refusal for each in owed.extensions] == [refusal]
    assert owed.due == D(due)


@pytest.mark.parametrize(
    ("until", "due"), [("2021-06-01", "2021-07-01"), ("2021-06-02", "2021-07-02")]
)
def test_a_pause_of_a_single_day_moves_by_that_day(until: str, due: str) -> None:
    """Both its ends are inclusive."""
    pause = {"item": "1", "from": "2021-06-01", "until": until, "reason": "dịch"}
    scene = Scene(
        a_plan(an_item("1", {"by": "2021-06-30"})), decisions=some_decisions(pauses=[pause])
    )
    (owed,) = scene.docket("2021-12-31").obligations
    assert owed.due == D(due)
