"""Rows of a table pasted into a file: told as such, once, and what stands around them is read."""

import pytest

from kehoach.model.submissions import Submission
from kehoach.reading.lost_words import free_keys, keys
from kehoach.reading.slips.search import slips
from kehoach.reading.slips.typed_page import Cure

_HEAD = 'schema: kehoach/submission@1\nplan: "06"\nagency: so-tai-chinh\n'
_ROW = "1\tRà soát\tSở Tư pháp\t30/6/2026\n"
_OTHER = "2\tBáo cáo\tThời hạn: 5/7\t\n"


def _found(text: str) -> list[Cure]:
    found = slips(_HEAD + text, keys(Submission), free_keys(Submission))
    assert found.left is None
    return [*found.found]


@pytest.mark.parametrize(
    ("text", "row", "start", "more"),
    [
        (_ROW, 3, 0, ""),
        (f"tasks:\n{_ROW}", 4, 0, ""),
        (f"tasks:\n{_ROW}{_OTHER}{_ROW}", 4, 0, ", and so are 2 more below it"),
        (f"note: x\n{_ROW}{_OTHER}reports:\n  - {{item: III.1.c}}\n", 4, 0, ", and so is 1 more below it"),
        (f"reports:\n  - {{item: III.1.c}}\n\t{_ROW}", 5, 1, ""),
        (f"item\tperiod\tnote\n{_ROW}", 3, 0, ", and so is 1 more below it"),
    ],
)  # fmt: skip
def test_rows_are_told_once(text: str, row: int, start: int, more: str) -> None:
    (cure,) = _found(text)
    assert (cure.rule.code, cure.row, cure.start) == ("KH138", row, start)
    assert getattr(cure.values["more"], "en", None) == more


def test_the_entry_that_is_offered_holds_the_cells() -> None:
    (cure,) = _found(f"tasks:\n{_ROW.replace('30/6/2026', 'Quý II')}")
    assert cure.values["cells"] == 4
    assert cure.values["line"] == '- {…: "1", …: Rà soát, …: Sở Tư pháp, …: Quý II}'
    (cure,) = _found(f"tasks:\nA{_ROW.strip()}\tx\n")
    assert str(cure.values["line"]).endswith(", …}")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("note\tđã gửi\n", "KH123"),
        ("tasks:\n\t- item: II.1.b\tx\n", "KH120"),
        ("note: x\n\tstatus: a\tb\n", "KH120"),
    ],
)
def test_a_key_without_its_colon_or_a_line_with_tabs_before_it_is_no_row(
    text: str, code: str
) -> None:
    found = slips(_HEAD + text, keys(Submission), free_keys(Submission)).found
    assert [each.rule.code for each in found][:1] == [code]
