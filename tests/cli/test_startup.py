"""What the page of every morning does not load, since it does not need it."""

import os
import subprocess
import sys
from pathlib import Path

DATA = Path(__file__).parents[2] / "data"
# Rich's console, workbooks, HTML, Word and holidays cost more than all the verdicts.
UNNEEDED = ("rich.console", "openpyxl", "xlsxwriter", "htpy", "docx", "holidays", "icalendar")


def test_status_off_a_terminal_loads_only_what_it_needs() -> None:
    code = (
        "import sys; from kehoach.cli.app import run; "
        f"run(['--data', {str(DATA)!r}, 'status', '--as-of', '2021-12-15']); "
        f"sys.exit(' '.join(set({UNNEEDED!r}) & set(sys.modules)))"
    )
    unbounded = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code],
        env={**unbounded, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Kế hoạch 06" in done.stdout
    assert done.stderr == "\n"  # sys.exit prints the names it was given: none
