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


def test_an_argument_that_is_no_utf8_is_refused_in_one_line(place: Path, tmp_path: Path) -> None:
    done = faulty(place, tmp_path / "run", '"$@" $(printf "\\377x")', "agency")
    assert done.code == 2
    assert done.err.count("\n") == 1
