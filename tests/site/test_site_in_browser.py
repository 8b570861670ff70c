"""Search and sorting work in a browser, under the pages' own policy."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from kehoach.run import Run
from kehoach.words.statuses import Status

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)


# ── In a real browser ───────────────────────────────────────────────────────────────────────────

_PROBE = """
addEventListener("load", () => {
  const field = document.querySelector("#agencies input");
  field.value = "dong ky";
  field.dispatchEvent(new Event("input"));
  const rows = [...document.querySelectorAll("#agencies tbody tr")].filter(row => !row.hidden);
  document.querySelector("#agencies thead th:nth-child(9) button").click();
  const first = document.querySelector("#agencies tbody tr").cells[8].textContent;
  const wide = document.documentElement.scrollWidth - innerWidth;
  document.title = `wide=${wide <= 0} found=${rows.map(row => row.cells[0].textContent)} first=${first}`;
});
"""


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
@pytest.mark.parametrize("width", [500, 1920])
def test_search_and_sort_work_in_a_browser(
    pages: Mapping[str, str], december: Run, tmp_path: Path, width: int
) -> None:
    """``dong ky`` finds *Đồng Kỳ*; by overdue the most come first; nothing is wider than the screen.

    A probe is added to a copy, with the page's policy taken away; the page's own script is as it is.
    """
    copy = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", pages["index.html"])
    file = tmp_path / "index.html"
    file.write_text(copy.replace("</body>", f"<script>{_PROBE}</script></body>"), encoding="utf-8")
    title = re.search(r"<title>(.*?)</title>", _dom(file, tmp_path, width))
    assert title is not None
    most = max(row.counts[Status.OVERDUE] for row in december.responsibilities)
    assert re.fullmatch(rf"wide=true found=UBND xã Đồng Kỳ.* first={most}", title[1])


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_the_script_runs_under_the_pages_own_policy(
    pages: Mapping[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "index.html"
    file.write_text(pages["index.html"], encoding="utf-8")
    assert 'type="search"' in _dom(file, tmp_path, 1280)


def _dom(file: Path, folder: Path, width: int) -> str:
    """Return what Chromium makes of a page; its sandbox needs rights that a container lacks."""
    done = subprocess.run(  # noqa: S603 - the installed browser, on our own page
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
            f"--user-data-dir={folder / 'profile'}", f"--window-size={width},900",
            "--dump-dom", file.as_uri(),
        ],
        capture_output=True,
        timeout=120,
        check=True,
    )  # fmt: skip
    return done.stdout.decode()
