"""Each cell of a table may be a heading again: what is asked of it costs next to nothing."""

import pytest

from kehoach.annex.tables import column_kinds
from kehoach.annex.tables.column_kinds import NOTHING_NAMED, NamedColumns, kind_of


def test_where_the_user_named_no_column_no_name_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: object) -> tuple[str, ...]:
        raise AssertionError

    monkeypatch.setattr(column_kinds, "_names", refused)
    assert NOTHING_NAMED.of(["Thời hạn"]) is None
    with pytest.raises(AssertionError):
        NamedColumns((("Thời hạn", "due"),)).of(["Thời hạn"])


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("TT", "number"), ("Nội dung nhiệm vụ", "text"), ("Cơ quan chủ trì", "lead"), ("Thời hạn", "due"),
     ("rà soát hồ sơ thủ tục", "other"), ("", "other")],
)  # fmt: skip
def test_what_one_pattern_of_all_kinds_does_not_know_is_of_none(heading: str, kind: str) -> None:
    assert kind_of(heading) == kind
