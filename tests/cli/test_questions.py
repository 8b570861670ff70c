"""Names that nothing bears: one line with what was probably meant, and where the list stands."""

from collections.abc import Callable

import pytest

from kehoach.cli.app import run as command
from kehoach.reading.folder import DataFolder

MakeFolder = Callable[..., DataFolder]
Capture = pytest.CaptureFixture[str]
ITEM = 'id: "I.1", title: Một việc, kind: report, lead: [so-nganh], deadline: {every: half-year}'


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ("agency stcc", ("có phải: so-tai-chinh (Sở Tài chính)?", "agencies.yaml, kehoach status")),
        ("agency xyz", ("không có cơ quan “xyz” (danh sách: ", "status --by agency --all")),
        ("status --agency so-tài-chính", ("có phải: so-tai-chinh (Sở Tài chính)?",)),
        ("status --group so-nghanh", ("không có nhóm", "có phải: so-nganh (Các sở)?")),
        ("status --item i.1", ("có phải: I.1 (Một việc)?", "kehoach status --by item --all")),
        ("status --item II.5.3", ("không có mục “II.5.3” (danh sách: ",)),
        ("status --period 2021-6T", ("có phải: 2021-H1?", "kehoach status --by period --all")),
        ("status --only lat", ("có phải: late?", "overdue | missing | explained | late")),
    ],
)
def test_an_unknown_name_is_told_with_a_way_out(
    folder: MakeFolder,
    plan_text: Callable[..., str],
    capsys: Capture,
    args: str,
    words: tuple[str, ...],
) -> None:
    root = folder({"plan_07.yaml": plan_text(ITEM)}).root
    assert command([*args.split(), "--as-of", "2021-12-15", "--data", str(root)]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.count("\n")) == ("", 1)
    for each in words:
        assert each in told.err


def test_a_name_of_two_agencies_asks_for_an_id(
    folder: MakeFolder, plan_text: Callable[..., str], capsys: Capture
) -> None:
    """There are two communes called Phúc Sơn in the registry of the plan."""
    registry = (
        "schema: kehoach/agencies@1\nagencies:\n"
        "  - {id: phuc-son-1, name: Xã Phúc Sơn}\n  - {id: phuc-son-2, name: Xã Phúc Sơn}\n"
    )
    plan = plan_text(ITEM.replace("so-nganh", "phuc-son-1"))
    root = folder({"plan_07.yaml": plan, "agencies.yaml": registry}).root
    assert command(["agency", "Xã Phúc Sơn", "--data", str(root), "--as-of", "2021-12-15"]) == 2
    assert "nhiều cơ quan, hãy ghi mã: phuc-son-1, phuc-son-2" in capsys.readouterr().err
