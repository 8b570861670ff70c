"""The registry of the sample, and the sources of its agencies, as the tests of both read them."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
REGISTRY = ROOT / "data" / "agencies.yaml"
SOURCES = ROOT / "tests" / "sources"

MID_2021 = date(2021, 7, 1)
MARCH_2025 = date(2025, 3, 1)
JANUARY_2025 = date(2025, 1, 1)
JULY_2025 = date(2025, 7, 1)

Record = dict[str, Any]


def load(path: Path) -> Record:
    """Read one YAML file, every scalar as text."""
    with path.open(encoding="utf-8") as stream:
        loaded: Record = yaml.load(stream, Loader=yaml.BaseLoader)  # noqa: S506 - text only, safe
    return loaded


def load_communes() -> list[dict[str, str]]:
    """Read the table of the 209 communes of 2021."""
    with (SOURCES / "communes-bac-giang.tsv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


DATA = load(REGISTRY)
SOURCE = load(SOURCES / "agencies-bac-giang.yaml")
COMMUNES = load_communes()
AGENCIES: dict[str, Record] = {agency["id"]: agency for agency in DATA["agencies"]}
GROUPS: dict[str, Record] = {group["id"]: group for group in DATA["groups"]}
BY_CODE: dict[str, Record] = {
    agency["codes"]["2021"]: agency
    for agency in DATA["agencies"]
    if "parent" in agency and "2021" in agency.get("codes", {})
}
SOURCE_AGENCIES: list[Record] = [
    *SOURCE["province_agencies_2021"],
    *SOURCE["province_agencies_new_2025_03_01"],
    *SOURCE["other_bodies_of_the_province"],
    *SOURCE["bodies_outside_the_provincial_administration"],
    *SOURCE["district_units_2021"]["items"],
    *SOURCE["district_units_new"],
]


def begins(agency: Record) -> date:
    """Return the first day of the body, or the earliest date where it is open."""
    text = agency.get("valid", {}).get("from")
    return date.fromisoformat(text) if text else date.min


def ends(agency: Record) -> date:
    """Return the last day of the body, or the latest date where it is open."""
    text = agency.get("valid", {}).get("to")
    return date.fromisoformat(text) if text else date.max


def exists(agency: Record, day: date) -> bool:
    """Say whether the body existed on that day."""
    return begins(agency) <= day <= ends(agency)


def name_on(agency: Record, day: date) -> str:
    """Return the name that the body bore on that day."""
    name: str = agency["name"]
    for later in agency.get("names", []):
        if date.fromisoformat(later["from"]) <= day:
            name = later["name"]
    return name


def members(group: str, day: date) -> list[Record]:
    """Resolve a group, and the groups in it, on that day."""
    found: list[Record] = []
    for member in GROUPS[group]["members"]:
        if member in GROUPS:
            found += members(member, day)
        elif exists(AGENCIES[member], day):
            found.append(AGENCIES[member])
    return found


def heir(agency: Record, day: date) -> Record:
    """Follow the successors, one at each step, to the body that existed on that day."""
    while not exists(agency, day):
        (successor,) = agency["successors"]
        agency = AGENCIES[successor]
    return agency


def kinds(communes: list[Record], day: date) -> Counter[str]:
    """Count communes by kind: xã, phường, thị trấn."""
    pattern = re.compile(r"UBND (xã|phường|thị trấn) ")
    matches = [pattern.match(name_on(commune, day)) for commune in communes]
    return Counter(match.group(1) for match in matches if match)


def committee(unit: str) -> str:
    """Return the name of a unit's committee: ``Xã Tân Hiệp`` gives ``UBND xã Tân Hiệp``."""
    return f"UBND {unit[0].lower()}{unit[1:]}"


def plain(text: str) -> str:
    """Lower the case, drop the marks, join the words with hyphens."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return "-".join(kept.split())


def district_word(unit: str) -> str:
    """Return the district's name without its type word."""
    return re.sub(r"^(Huyện|Thành phố) ", "", unit)


def is_unverified(entry: Record) -> bool:
    """Say whether the source marks something of this entry as not verified."""
    text = " ".join(str(value) for value in entry.values())
    return re.search(r"\bBG\b|UNVERIFIED|not seen", text) is not None


def mapping_keys(node: yaml.Node) -> list[list[str]]:
    """List the keys of every mapping below a node."""
    if isinstance(node, yaml.MappingNode):
        below = [keys for _, value in node.value for keys in mapping_keys(value)]
        return [[key.value for key, _ in node.value], *below]
    if isinstance(node, yaml.SequenceNode):
        return [keys for value in node.value for keys in mapping_keys(value)]
    return []
