"""What the invented consolidating office keeps: decisions, the registry book, the first files."""

from kehoach.start.demo_agencies import OFFICE, registered
from kehoach.start.starter import owners, starter
from kehoach.start.templates import template

_DECISIONS = """\
# yaml-language-server: $schema=../schemas/decisions.json
# Dữ liệu minh hoạ
schema: kehoach/decisions@1
"""
BOOK = """\
# yaml-language-server: $schema=../schemas/receipts.json
# Dữ liệu minh hoạ
schema: kehoach/receipts@1
receipts:
  - agency: ubnd-binh-minh
    received: 2021-11-30
    item: II.1
    period: 2021
    document: {number: 112/BC-BINHMINH, date: 2021-11-29}
    sample: true
    by: bưu điện
    note: Bản giấy, không có tệp.
"""
EVENT = """\
events:
  - {id: co-huong-dan, date: 2021-09-15, document: {number: 801/BTP-VP, date: 2021-09-15}}
"""
REQUEST = """\
requests:
  - item: II.2
    due: 2022-08-15
    agencies: [so-tai-chinh, so-noi-vu, so-y-te]
    document: {number: 702/UBND-NC, date: 2022-08-03}
"""
EXTENSION = """\
extensions:
  - item: II.1
    period: 2022
    agencies: [so-van-hoa]
    due: 2022-12-15
    document: {number: 955/UBND-NC, date: 2022-11-30}
"""
WAIVER = """\
waivers:
  - item: II.1
    period: 2023
    agencies: [ubnd-dong-song]
    reason: Tập trung khắc phục hậu quả bão
    document: {number: 880/UBND-NC, date: 2023-11-10}
"""
AGENCIES, DECISIONS, RECEIPTS = "data/agencies.yaml", "data/decisions.yaml", "data/receipts.yaml"


def decided(*parts: str) -> dict[str, str]:
    """Return the file of decisions, as it grows."""
    return {DECISIONS: _DECISIONS + "".join(parts)}


def agencies(*, merged: bool) -> dict[str, str]:
    """Return the registry, and who approves what by it."""
    text = template("demo/agencies.yaml", registered(merged=merged))
    return {AGENCIES: text, "CODEOWNERS": owners(text, OFFICE.id)}


def first_files(tour: str, stories: str) -> dict[str, str]:
    """Return what the repository begins with: what any new one has, and this one's own plan."""
    made = starter("", 2021)
    shared = {name: text for name, text in made.items() if not name.startswith("data/")}
    return {
        **shared,
        **agencies(merged=False),
        "README.md": template("demo/README.md", {"tour": tour, "stories": stories}),
        "data/plan_11.yaml": template("demo/plan_11.yaml", {}),
    }
