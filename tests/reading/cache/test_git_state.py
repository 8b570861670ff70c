"""What of git's own files an answer rests on."""

from pathlib import Path

from kehoach.reading.cache.folder_state import folder_state
from run.histories import Office


def test_the_attributes_that_a_setting_names_are_part_of_the_state(tmp_path: Path) -> None:
    """``core.attributesFile`` may name a filter by which other words are checked out."""
    office = Office(tmp_path / "kho")
    named = tmp_path / "thuoc-tinh"
    office.git("config", "core.attributesFile", str(named))
    named.write_text("*.md text\n", encoding="ascii")
    before = folder_state(office.data)
    assert before is not None
    named.write_text("*.yaml filter=nam\n", encoding="ascii")
    after = folder_state(office.data)
    assert after is not None
    assert before.content != after.content
