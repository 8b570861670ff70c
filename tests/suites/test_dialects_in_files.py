"""Files that are no plain text, as a job prints or unpacks them: their words command nobody either."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pyarrow.parquet as pq
import pytest

from kehoach.cli.app import run
from suites.dialects import obeyed
from suites.office_of_strangers import STC, list_of_strangers, office_of_strangers

DAY = ("--as-of", "2023-06-15")
FILES: tuple[tuple[str, ...], ...] = (
    ("export", "-o", "out.xlsx"), ("export", "-o", "out.parquet"), ("export", "-o", "out.csv"),
    ("portfolio", "{place}", "-o", "out.parquet"), ("portfolio", "{list}", "-o", "out.html"),
    ("portfolio", "{list}", "-o", "out.md"), ("portfolio", "{list}", "-o", "out.json"),
    ("portfolio", "{list}", "-o", "out.parquet"),
    ("export", "--template", "--period", "2022", "-o", "form.xlsx"),
    ("summary", "-o", "out.docx"), ("summary", "--agency", STC, "-o", "letter.docx"),
    ("consolidate", "--item", "1", "--period", "2022", "-o", "report.docx"),
    ("site", "-o", "out", "--anyway"), ("summary", "--each", "--all", "-o", "letters"),
    ("portfolio", "{place}", "-o", "out.html"), ("portfolio", "{place}", "-o", "out.md"),
    ("new", "--agency", STC, "--period", "2023", "-o", "new.yaml"), ("codeowners", "-o", "CODEOWNERS"),
    ("init", "new", "--package", "kehoach==1.0"),
)  # fmt: skip
MANUALS = [*(Path(__file__).parents[2] / "man").glob("*.1")]


@pytest.fixture(name="place", scope="module")
def _place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return office_of_strangers(tmp_path_factory.mktemp("kho") / "kho")


def texts(file: Path) -> Iterator[str]:
    """Yield a file's text; of a package each text, and each value of an attribute, of its parts."""
    if file.suffix == ".parquet":
        yield from words_of_table(file)
        return
    if not zipfile.is_zipfile(file):
        yield file.read_text(encoding="utf-8")
        return
    with zipfile.ZipFile(file) as package:
        for name in package.namelist():
            yield name
            if not name.endswith((".xml", ".rels")):
                continue
            for each in ET.fromstring(package.read(name)).iter():  # noqa: S314 - our own output
                yield from (*each.attrib.values(), each.text or "", each.tail or "")


def words_of_table(file: Path) -> Iterator[str]:
    """Yield each text in a table, and what the file says of itself."""
    table = pq.read_table(file)
    yield from (each.decode() for told in table.schema.metadata.items() for each in told)
    for column in table.columns:
        yield from (each for each in column.to_pylist() if isinstance(each, str))


@pytest.mark.parametrize("words", FILES, ids=lambda words: " ".join(words)[:40])
def test_no_file_commands_who_prints_it(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    dated = DAY * (words[0] not in ("init", "codeowners"))
    listed = place.parent / "list.yaml"
    listed.write_text(list_of_strangers(place), encoding="utf-8")
    asked = [each.replace("{place}", str(place)).replace("{list}", str(listed)) for each in words]
    assert run([*asked, "--data", str(place / "data"), *dated]) in (0, 1)
    made = [text for file in tmp_path.rglob("*") if file.is_file() for text in texts(file)]
    assert words[0] in ("init", "codeowners") or any("owned" in each for each in made)
    assert {(each, text) for text in made for each in obeyed(text)} == set()


@pytest.mark.parametrize("manual", MANUALS, ids=lambda manual: manual.name)
def test_no_manual_commands_who_prints_it(manual: Path) -> None:
    assert obeyed(manual.read_text(encoding="utf-8")) == []
