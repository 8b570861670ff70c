"""One of the office's files is a folder, or too large: it is told, in whatever command looks at it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fuzz.held_folder import FILES
from kehoach.cli.app import run


def _folder(file: Path) -> None:
    file.mkdir()


def _too_large(file: Path) -> None:
    file.write_bytes(b"#" * 5_000_001)


ODD = (_folder, _too_large)
COMMANDS = {
    "agencies.yaml": ("import plan a.md", "import agencies a.txt", "status"),
    "checks.yaml": ("check --baseline", "check"),
    "reminders.yaml": (
        "summary --no-git --anyway --each -o letters --record --number 1/CV-STP",
        "status",
    ),
    "receipts.yaml": (
        "receive so-noi-vu --on 2022-01-11 --number 1/BC --dated 2022-01-10",
        "status",
    ),
    "decisions.yaml": (
        "event phe-duyet --on 2022-01-11 --number 1/QĐ --dated 2022-01-11",
        "status",
    ),
    "calendar.yaml": ("status",),
}


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(
    ("name", "command"), [(name, each) for name in COMMANDS for each in COMMANDS[name]]
)
def test_no_command_breaks_on_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    odd: Callable[[Path], None],
    name: str,
    command: str,
) -> None:
    for each, text in FILES.items():
        path = tmp_path / "data" / each
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "data" / name).unlink()
    odd(tmp_path / "data" / name)
    (tmp_path / "a.md").write_text(
        "| TT | Nhiệm vụ | Thời hạn |\n|-|-|-|\n| 1 | Rà soát | 30/6/2026 |\n", encoding="utf-8"
    )
    (tmp_path / "a.txt").write_text("Sở Y tế\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert run(
        [*command.split(), *(["--as-of", "2022-01-15"] if "import" not in command else [])]
    ) in {0, 1, 2}
    told = capsys.readouterr()
    assert name in told.out + told.err
    assert sorted(tmp_path.rglob("*")) == before
