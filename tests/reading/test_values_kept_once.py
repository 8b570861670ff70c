"""What many files say alike is kept once, and is refused as often as it is met."""

import pytest

from kehoach.model.submissions import Submission
from kehoach.reading.file_reading import submission_in
from reading.values_read import HEAD, read


def test_what_many_files_say_is_kept_once() -> None:
    """A hundred thousand files name a thousand agencies, whose ids are kept a thousand times."""
    text = (
        f"{HEAD}tasks:\n  - {{item: II.1, period: 2025-Q3, status: done, completed: 2025-09-30}}\n"
    )
    first, second = (read(Submission, f"{text}note: {number}\n")[0] for number in (1, 2))
    assert first.agency is second.agency
    for key in ("item", "period", "completed"):
        assert getattr(first.tasks[0], key) is getattr(second.tasks[0], key)


@pytest.mark.parametrize("value", ["[a]", "{a: b}", "", "2025-13", "0000"])
def test_what_does_not_fit_is_refused_as_often_as_it_is_met(value: str) -> None:
    text = f"{HEAD}tasks:\n  - {{item: II.1, status: done, completed: {value}, period: {value}}}\n"
    told = [read(Submission, text)[1] for _ in range(2)]
    assert told[0] == told[1]
    assert bool(told[0]) == bool(value)


def test_records_with_the_same_keys_share_them_and_know_which_were_said() -> None:
    tasks = (
        "item: II.1, status: done",
        "status: done, item: II.2",
        "item: II.3, status: done, note: x",
    )
    text = f"{HEAD}tasks:\n" + "".join(f"  - {{{each}}}\n" for each in tasks)
    first, second = (submission_in(text.encode()).content for _ in range(2))
    assert first is not None
    assert second is not None
    keys = [each.model_fields_set for each in (*first.tasks, *second.tasks)]
    assert keys[0] == {"item", "status"}
    assert keys[2] == {"item", "status", "note"}
    assert len({id(each) for each in keys}) == 2
    assert first.model_fields_set == {"schema_", "plan", "agency", "tasks"}
