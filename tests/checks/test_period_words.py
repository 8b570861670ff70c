"""How a message names the period that it is about."""

import pytest

from kehoach.checks.review import inset_period, of_period
from kehoach.words import Text

WHOLE, BEGUN = Text("", ""), Text(" (bắt đầu)", " (start)")


@pytest.mark.parametrize(
    ("period", "head", "inset"),
    [
        ("once", WHOLE, WHOLE),
        (
            "2026-Q3",
            Text(" kỳ 2026-Q3", ", period 2026-Q3"),
            Text(" kỳ 2026-Q3", ", period 2026-Q3,"),
        ),
        ("start", BEGUN, BEGUN),
    ],
)
def test_a_period_is_named_as_its_sentence_goes(period: str, head: Text, inset: Text) -> None:
    """Before a colon no comma stands; a one-off has no period that anybody would call by its id."""
    assert of_period(period) == head
    assert inset_period(period) == inset
