"""The invented agencies of the sample repository: who they are, and where they commit from."""

from typing import NamedTuple

from kehoach.start.git_writing import Person
from kehoach.words.yaml_words import scalar

MERGED = "so-giao-thong"
HEIR = "so-xay-dung"


class Sender(NamedTuple):
    """An agency that files; ``number`` keeps its letters apart from the others'."""

    id: str
    name: str
    short: str
    number: int
    district: bool = False

    @property
    def address(self) -> str:
        """The address it commits from: no such domain exists."""
        return f"van-thu@{self.short.lower()}.example.vn"

    @property
    def person(self) -> Person:
        """Who commits for it."""
        return Person(self.name, self.address)


SENDERS = (
    Sender("so-tu-phap", "Sở Tư pháp", "STP", 1),
    Sender("so-tai-chinh", "Sở Tài chính", "STC", 2),
    Sender("so-noi-vu", "Sở Nội vụ", "SNV", 3),
    Sender("so-y-te", "Sở Y tế", "SYT", 4),
    Sender("so-giao-duc", "Sở Giáo dục và Đào tạo", "SGDDT", 5),
    Sender("so-xay-dung", "Sở Xây dựng", "SXD", 6),
    Sender("so-giao-thong", "Sở Giao thông vận tải", "SGTVT", 7),
    Sender("so-cong-thuong", "Sở Công Thương", "SCT", 8),
    Sender("so-van-hoa", "Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL", 9),
    Sender("ubnd-dong-song", "UBND huyện Đồng Sông", "DONGSONG", 10, district=True),
    Sender("ubnd-tay-nui", "UBND huyện Tây Núi", "TAYNUI", 11, district=True),
    Sender("ubnd-binh-minh", "UBND thành phố Bình Minh", "BINHMINH", 12, district=True),
)
SENDER = {each.id: each for each in SENDERS}
OFFICE = SENDERS[0]


def registered(*, merged: bool) -> dict[str, str]:
    """Return what fills in the template of the registry; ``merged``: one agency has ended."""
    lines = (_line(each, merged and each.id == MERGED) for each in SENDERS)
    return {
        "agencies": "".join(lines).rstrip("\n"),
        "departments": ", ".join(each.id for each in SENDERS if not each.district),
        "districts": ", ".join(each.id for each in SENDERS if each.district),
    }


def _line(sender: Sender, ended: bool) -> str:
    more = f", valid: {{to: 2023-02-28}}, successors: [{HEIR}]" if ended else ""
    name = scalar(sender.name)
    return (
        f"  - {{id: {sender.id}, name: {name}, short: {sender.short}, "
        f"committers: [{sender.address}]{more}}}\n"
    )
