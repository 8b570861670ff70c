"""A returned workbook that is not read says why, and over which bound it is."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from kehoach.reading.packages import workbook_limits
from kehoach.sheets.returned.returned_xlsx import NotOurs, read_returned


@pytest.mark.parametrize(
    ("limit", "bounds"),
    [
        ("MOST_UNPACKED", ("150", "5000")),
        ("MOST_CELLS", ("400000", "3000000")),
        ("MOST_RANGES", ("20000", "100000")),
        ("MOST_ROWS", ("25000",)),
        ("MOST_ELEMENTS", ("1200000",)),
    ],
)
def test_a_bound_is_named_in_both_languages(
    monkeypatch: pytest.MonkeyPatch, limit: str, bounds: tuple[str, ...]
) -> None:
    monkeypatch.setattr(workbook_limits, limit, 0)
    book, file = Workbook(), BytesIO()
    book["Sheet"]["A1"] = "a"
    book["Sheet"].merge_cells("A2:B2")
    book.save(file)
    with pytest.raises(NotOurs) as refused:
        read_returned(file.getvalue())
    assert all(bound in words for bound in bounds for words in refused.value.text)
