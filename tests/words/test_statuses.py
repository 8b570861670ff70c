"""The one table of statuses."""

from itertools import combinations

from kehoach.words.statuses import APART, ASSIGNED, Remark, Status, with_parts


def test_nothing_is_shown_as_another() -> None:
    """No name, filter, letter or class stands for two; some are marked as overdue."""
    shown = [each for each in (*Status, *Remark) if each not in (Remark.MISSING, Remark.EXPLAINED)]
    for one, other in combinations(shown, 2):
        assert one.value != other.value
        assert one.filter != other.filter
        assert one.badness != other.badness
        assert one.look.css != other.look.css
        assert one.label != other.label
        assert all(a != b for a, b in zip(one.look.letter, other.look.letter, strict=True))
    assert Remark.MISSING.look == Status.OVERDUE.look


def test_every_status_is_counted_once() -> None:
    """Each is either part of the sum or apart from it, and each remark stands below its status."""
    assert {*ASSIGNED, *APART} == set(Status)
    assert len(ASSIGNED) + len(APART) == len(Status)
    listed = [*with_parts(ASSIGNED), *with_parts(APART)]
    assert {*listed, Remark.REQUESTED} == {*Status, *Remark}
    for remark in set(Remark) - {Remark.REQUESTED}:
        above = listed[: listed.index(remark)]
        assert remark.part_of == next(each for each in reversed(above) if each in set(Status))


def test_what_is_open() -> None:
    """In term and overdue await delivery; the done and the waived are closed; the rest is neither."""
    assert {each for each in Status if each.pending} == {Status.IN_TERM, Status.OVERDUE}
    assert {each for each in Status if each.closed} == {
        Status.DONE_ON_TIME, Status.DONE_LATE, Status.WAIVED,
    }  # fmt: skip
