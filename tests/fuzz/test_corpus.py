"""The kept corpus of every target is tried without a fuzzer: what it once found stays found."""

from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from fuzz.mutators import of_packages, packed, unpacked
from fuzz.targets import CORPUS, TARGETS, kept

_KEPT = [(name, file) for name in TARGETS for file in sorted(kept(name).glob("*"))]
_MOST_BYTES = 1_000_000


@pytest.mark.parametrize(("name", "file"), _KEPT, ids=lambda each: getattr(each, "name", each))
def test_a_kept_input_breaks_nothing(name: str, file: Path) -> None:
    TARGETS[name].tried(file.read_bytes())


def test_every_target_keeps_inputs_and_all_of_them_are_small() -> None:
    assert {file.parent.name for file in CORPUS.glob("*/*")} == set(TARGETS)
    assert sum(file.stat().st_size for file in CORPUS.glob("*/*")) < _MOST_BYTES


def test_a_package_is_unpacked_and_packed_again() -> None:
    parts = {"[Content_Types].xml": b"<a/>", "word/document.xml": b"\0"}
    assert unpacked(packed(parts)) == parts
    assert unpacked(b"PK no package") == {}


def test_a_package_damaged_within_a_part_is_changed_as_bytes() -> None:
    """Its list of parts can be read, what is packed in one cannot: such a file must be tried too."""
    raw = bytearray(packed({"a.xml": b"<a>" * 1_000}, ZIP_DEFLATED))
    with ZipFile(BytesIO(raw)) as package:
        begin = package.getinfo("a.xml").header_offset + 30 + len("a.xml")
    raw[begin] = 0b111  # a block of a kind that there is not
    changed = of_packages(["b"])
    for seed in range(20):
        chance = Random(seed)  # noqa: S311 - the same whenever it is run
        assert changed(bytes(raw), chance, lambda _: b"as bytes") == b"as bytes"
