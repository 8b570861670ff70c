"""Pages and lists that no office writes: read, or refused with the reason, and never an exception."""

from datetime import date

import pytest

from annex.documents.packages import table, word
from kehoach.annex.documents.annex_files import annex_in
from kehoach.annex.documents.document_limits import AnnexRefused
from kehoach.annex.draft_plan import DraftOptions
from kehoach.annex.items.drafting import draft
from kehoach.annex.roster.registry_writing import registry_draft
from kehoach.annex.roster.roster_files import read_text
from kehoach.annex.tables.plan_tables import NoPlanTable
from kehoach.model.agencies import Registry
from kehoach.reading.file_reading import read_file


@pytest.mark.parametrize(
    "odd", ["<![", "<![<", "<![1. 1.]>", "<![x", "<![CDATA[a]]>", "<![if !x]>b<![endif]>"]
)
def test_a_marked_section_is_a_comment_whatever_stands_in_it(odd: str) -> None:
    page = annex_in(
        f"<p>Một</p><table><tr><td>Hai</td></tr></table>{odd}><p>Ba</p>".encode(), ".html"
    )
    assert len(page.blocks) >= 2


def test_a_table_with_rows_and_no_cell_is_no_table_of_tasks() -> None:
    with pytest.raises(NoPlanTable):
        draft(annex_in(b"<table><tr><tr></table>", ".html"), None, DraftOptions(date(2026, 3, 1)))


@pytest.mark.parametrize("address", ["syt@x.v㭮", "sở@x.vn", "a..b@x.vn", "syt@x.vn"])
def test_an_address_that_the_registry_does_not_take_stands_in_the_note(address: str) -> None:
    roster = read_text(f"Sở Y tế: {address}\nSở Nội vụ".encode(), {})
    text = registry_draft(roster, None, date(2026, 3, 1), "vi").text
    read = read_file(text.encode(), "agencies.yaml", Registry, "agencies")
    assert read.content is not None
    assert read.findings == []
    said = read.content.agencies[0]
    assert address in (said.note or "") + (said.contact.email if said.contact else "")


def _with_xml(head: str) -> bytes:
    """Return a Word document whose main part begins so."""
    return word(table(("1", "Rà soát", "Sở Tư pháp", "30/6/2026")), before=head)


@pytest.mark.parametrize("named", ["UTF-8org", "rot13", "utf-7", "idna", "big5"])
def test_a_part_in_an_encoding_that_xml_does_not_have_is_refused(named: str) -> None:
    with pytest.raises(AnnexRefused):
        annex_in(_with_xml(f'<?xml version="1.0" encoding="{named}"?>'), ".docx")


def test_a_package_whose_list_of_parts_is_moved_is_refused() -> None:
    """Where a part should begin before the file itself."""
    raw = bytearray(_with_xml(""))
    listed = raw.rindex(b"PK\x05\x06")
    raw[listed + 16 : listed + 20] = (5_000_000).to_bytes(4, "little")
    with pytest.raises(AnnexRefused):
        annex_in(bytes(raw), ".docx")
