"""Names that the tests of receipts share."""

import os
import subprocess
import sys
from pathlib import Path

from run.histories import Office

STC, SNV, STP = "so-tai-chinh", "so-noi-vu", "so-tu-phap"
REPO = Path(__file__).resolve().parents[2]


def command(office: Office, *options: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run ``kehoach status`` as a user does, in a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(REPO / "src"), "KEHOACH_LANG": "en", **more}
    words = [sys.executable, "-m", "kehoach", "status", "--as-of", "2023-06-15", "--data"]
    return subprocess.run(  # noqa: S603 - our own program
        [*words, str(office.data), *options],
        env=env, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
