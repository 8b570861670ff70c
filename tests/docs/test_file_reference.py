"""The reference of the files: every key of every record once, and links that lead somewhere."""

import json
import re

from file_reference import reference_page
from kehoach.contract.schemas import FILES, schema_text


def test_the_reference_has_every_key_of_every_record_once() -> None:
    page = reference_page()
    for kind in FILES:
        schema = json.loads(schema_text(kind))
        for record in (schema, *schema.get("$defs", {}).values()):
            heading = f"# {record['title']}"
            section = page.partition(heading)[2].partition("\n#")[0]
            assert page.count(f"{heading}\n") + page.count(f"{heading}: `") == 1, heading
            for key in record["properties"]:
                assert section.count(f"`{key}`** |") + section.count(f"| `{key}` |") == 1, key


def test_links_of_the_reference_lead_to_its_headings() -> None:
    page = reference_page()
    headings = re.findall(r"^#+ (.*?)(?:: `.*)?$", page, re.MULTILINE)
    anchors = {re.sub(r"[^\w\s-]", "", each.lower()).replace(" ", "-") for each in headings}
    links = set(re.findall(r"\]\(#([^)]+)\)", page))
    assert links
    assert links <= anchors
