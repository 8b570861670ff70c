"""What is told of a draft beside it, and the formats and the head of the draft itself."""

import json
from datetime import date

import yaml

from annex.grids import REGISTRY, a_draft, a_table
from kehoach.annex.annex_document import Annex, AnnexParagraph
from kehoach.annex.draft_doubts import draft_doubts
from kehoach.annex.draft_formats import DRAFT_FORMATS
from kehoach.annex.draft_plan import DraftOptions, ProposedBody
from kehoach.annex.items.drafting import draft
from kehoach.annex.roster.registry_writing import with_proposals

_HEADER = "TT|Nhiệm vụ|Cơ quan chủ trì|Thời hạn"
_DOUBTFUL = (_HEADER, "1|Rà soát|Sở Y tế|30/6/2026", "2|Sao chép|Hội X|30/6/2026")


def test_the_doubts_of_a_draft_are_listed_behind_what_was_recognized() -> None:
    lines = draft_doubts(a_draft(*_DOUBTFUL), "vi", in_full=True).splitlines()
    assert lines[0].startswith("kehoach: ")
    assert "2 mục; các cột: TT → " in lines[0]
    assert lines[1] == f"kehoach: 2 mục, {len(lines) - 2} điều cần xem lại:"
    assert [line.split()[0] for line in lines if "Hội X" in line] == ["2"]


def test_doubts_stand_one_below_the_other_whatever_their_items_are_called() -> None:
    rows = (_HEADER, "1|Rà soát|Hội X; Hội Y|30/6/2026", "II.10|Sao chép|Sở Y tế|")
    places = ("  ·      ", "  1      ", "  II.10  ")
    listed = draft_doubts(a_draft(*rows), "vi", in_full=True).splitlines()[2:]
    assert {line[:9] for line in listed} == set(places)
    assert all(line[9] != " " for line in listed)


def test_in_another_format_they_are_only_counted() -> None:
    told = draft_doubts(a_draft(*_DOUBTFUL), "en", in_full=False)
    assert told.splitlines()[-1].endswith("listed under “doubts”")
    assert "Hội X" not in told


def test_a_draft_is_written_in_each_format() -> None:
    written = {name: write(a_draft(*_DOUBTFUL), "vi") for name, write in DRAFT_FORMATS.items()}
    said = {"yaml": yaml.safe_load(written["yaml"]), "json": json.loads(written["json"])}
    assert {name: [str(each["id"]) for each in of["items"]] for name, of in said.items()} == {
        "yaml": ["1", "2"],
        "json": ["1", "2"],
    }


def test_the_head_of_a_draft_says_what_the_letter_says() -> None:
    """An id that is given is no doubt; the day, the place and the number are the letterhead's."""
    head = (
        "UBND TỈNH BẮC GIANG",
        "Số: 12/KH-UBND",
        "Bắc Giang, ngày 05 tháng 02 năm 2026",
        "KẾ HOẠCH",
    )
    annex = Annex((*map(AnnexParagraph, head), a_table(*_DOUBTFUL)))
    asked = draft(annex, REGISTRY, DraftOptions(date(2026, 3, 1)))
    given = draft(annex, REGISTRY, DraftOptions(date(2026, 3, 1), id="06"))
    assert (asked.cover.id, given.cover.id) == ("12", "06")
    assert len(asked.doubts) == len(given.doubts) + 1
    said = yaml.safe_load(DRAFT_FORMATS["yaml"](given, "vi"))
    assert said["id"] == "06"
    assert said["number"] == "12/KH-UBND"
    assert str(said["issued"]) == "2026-02-05"
    assert said["place"] == "Bắc Giang"


def test_whom_a_plan_names_becomes_a_registry() -> None:
    """A body, a group whose members are to be named, and an open set."""
    proposals = (
        ProposedBody("hoi-x", "Hội X"),
        ProposedBody("cac-hoi", "Các hội", group=True),
        ProposedBody("co-quan-lien-quan", "Các cơ quan liên quan", group=True, open=True),
    )
    assert yaml.safe_load(with_proposals(proposals, None, "vi")) == {
        "schema": "kehoach/agencies@1",
        "agencies": [{"id": "hoi-x", "name": "Hội X"}],
        "groups": [
            {"id": "cac-hoi", "name": "Các hội", "members": []},
            {"id": "co-quan-lien-quan", "name": "Các cơ quan liên quan", "open": True},
        ],
    }
