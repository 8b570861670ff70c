"""The reference of the files: every key of every record once, and links that lead somewhere."""

import json
import re

import pytest

from file_reference import reference_page
from kehoach.contract.schemas import FILES, schema_text
from kehoach.words import LANGUAGES, Lang


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_reference_has_every_key_of_every_record_once(lang: Lang) -> None:
    page = reference_page(lang)
    for kind in FILES:
        schema = json.loads(schema_text(kind))
        for record in (schema, *schema.get("$defs", {}).values()):
            if "properties" not in record:  # a choice of records, no record
                continue
            heading = f"# {record['title'].split(' · ')[LANGUAGES.index(lang)]}"
            section = re.split(rf"{re.escape(heading)}(?=\n|: `)", page)[1].partition("\n#")[0]
            assert page.count(f"{heading}\n") + page.count(f"{heading}: `") == 1, heading
            for key in record["properties"]:
                assert section.count(f"`{key}`** |") + section.count(f"| `{key}` |") == 1, key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_links_of_the_reference_lead_to_its_headings(lang: Lang) -> None:
    page = reference_page(lang)
    headings = re.findall(r"^#+ (.*?)(?:: `.*)?$", page, re.MULTILINE)
    anchors = {re.sub(r"[^\w\s-]", "", each.lower()).replace(" ", "-") for each in headings}
    links = set(re.findall(r"\]\(#([^)]+)\)", page))
    assert links
    assert links <= anchors
