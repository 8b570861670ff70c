"""A file name that is no UTF-8, as a disk may hold it: every output stays what it says it is."""

import json
import os
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from faults.shell_runs import faulty, sample

pytestmark = pytest.mark.skipif(
    os.name == "nt" or sys.platform == "darwin", reason="names of Linux"
)
# The same report once more, under a name with a byte that no UTF-8 has: it is found, and is told of.
_NAMED = 'd=data/submissions/so-y-te; cp $d/bao-cao-2022.yaml $d/$(printf "b\\377.yaml"); "$@"'
# Such a name in a commit too.
_COMMITTED = (
    'f=data/submissions/so-y-te; cp $f/bao-cao-2022.yaml $f/$(printf "a\\376.yaml"); git add -A; '
    "git -c user.name=x -c user.email=x@y.vn commit -qm x"
)
_FOLDER = 'cp -r data $(printf "d\\377"); KEHOACH_DATA=$(printf "d\\377") "$@"'


@pytest.fixture(scope="module", name="place")
def _place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample(tmp_path_factory.mktemp("names"))


@pytest.mark.parametrize("fault", [_NAMED, _FOLDER], ids=["file", "folder"])
@pytest.mark.parametrize("format_", ["json", "jsonl", "sarif", "gitlab", "junit"])
def test_an_output_stays_valid_whatever_files_are_called(
    place: Path, tmp_path: Path, fault: str, format_: str
) -> None:
    done = faulty(
        place, tmp_path / "run", fault, f"check --no-git --fail-on never --format {format_}"
    )
    text = done.out.decode("utf-8")
    assert "so-y-te" in text
    if format_ == "junit":
        ET.fromstring(text)  # noqa: S314 - our own output
    else:
        for each in text.splitlines() if format_ == "jsonl" else [text]:
            json.loads(each)


@pytest.mark.parametrize(
    "line",
    ["export -o ../out.ics", "export -o ../out.xlsx", "export -o ../out.csv", "site -o ../out --anyway",
     "summary --each --all -o ../out"],
)  # fmt: skip
def test_files_are_made_whatever_files_are_called(place: Path, tmp_path: Path, line: str) -> None:
    done = faulty(place, tmp_path / "run", f"{_COMMITTED}; {_NAMED}", line)
    assert done.code == 0
    made = [*(tmp_path / "run").glob("out*")]
    texts = [each for each in made[0].rglob("*") if each.is_file()] or made
    assert all(each.read_bytes().decode("utf-8") for each in texts if each.suffix != ".xlsx")


def test_a_baseline_lacks_what_no_file_can_name(place: Path, tmp_path: Path) -> None:
    """Before, it was said of a checks.yaml that was not there that it holds errors."""
    fault = f"{_COMMITTED}; {_NAMED}"
    done = faulty(place, tmp_path / "run", fault, "check --baseline --as-of 2024-12-31")
    assert (done.code, "not in it" in done.err) == (0, True)
    written = (tmp_path / "run/repo/data/checks.yaml").read_text(encoding="utf-8")
    assert "so-cong-thuong" in written
    assert "b\\x" not in written


def test_an_argument_that_is_no_utf8_is_refused_in_one_line(place: Path, tmp_path: Path) -> None:
    done = faulty(place, tmp_path / "run", '"$@" $(printf "\\377x")', "agency")
    assert done.code == 2
    assert done.err.count("\n") == 1
