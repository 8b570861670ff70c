"""A JSON output that is written row by row is, to the byte, what ``json.dumps`` writes at once."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kehoach.contract.json_text import dump, dumped
from kehoach.words.safety import safe_json

_SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
_ROWS = st.lists(st.dictionaries(st.text(), _VALUES, max_size=4), max_size=4)


@given(
    st.dictionaries(st.text(), _VALUES, max_size=4), st.dictionaries(st.text(), _ROWS, max_size=3)
)
def test_it_is_what_json_dumps_writes(values: dict[str, Any], lists: dict[str, Any]) -> None:
    """Whatever stands in it, and wherever lists of rows do; an empty list too."""
    head = {"schema": "kehoach/status@1"}
    whole = {**head, **values, **lists}
    rows = {key: iter(some) for key, some in lists.items()}
    expected = safe_json(json.dumps(whole, ensure_ascii=False, indent=1)) + "\n"
    assert dump({**head, **values, **rows}) == expected


def test_a_row_is_made_when_it_is_written() -> None:
    """A million obligations are never all there at once."""
    made: list[int] = []

    def rows() -> Any:
        for number in range(3):
            made.append(number)
            yield {"number": number}

    parts = dumped({"schema": "s", "rows": rows()})
    assert [len(made) for part in parts if '"number"' in part] == [1, 2, 3]
