"""``group_by``: nothing lost, nothing twice, everything in the order in which it came."""

from hypothesis import given
from hypothesis import strategies as st

from kehoach.grouping import group_by


@given(st.lists(st.integers()))
def test_groups_hold_everything_once_and_in_order(numbers: list[int]) -> None:
    groups = group_by(numbers, lambda number: number % 3)
    assert list(groups) == list(dict.fromkeys(number % 3 for number in numbers))
    for key, members in groups.items():
        assert members == [number for number in numbers if number % 3 == key]
