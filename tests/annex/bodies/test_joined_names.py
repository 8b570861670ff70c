"""Names joined by the signs of lists are read as those names, whatever signs stand within them."""

from hypothesis import given
from hypothesis import strategies as st

from kehoach.annex.bodies.cell_bodies import read_mentions
from kehoach.annex.bodies.registry_names import Directory

_NAMES = (
    "Sở Lao động - Thương binh và Xã hội", "Sở Văn hóa, Thể thao và Du lịch", "Sở NN&MT", "Sở TT&TT",
    "Phòng Kinh tế, Hạ tầng và Đô thị", "Văn phòng Đoàn ĐBQH và HĐND tỉnh", "Công an tỉnh", "VNPT",
    "Ban Quản lý Khu kinh tế và các khu công nghiệp", "UBND xã Hương Mai", "UBND phường Nếnh", "MobiFone",
    "Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch", "Hội Liên hiệp Phụ nữ tỉnh", "các sở, ban, ngành",
    "UBND các xã, phường", "các tổ chức chính trị - xã hội", "Chi cục Trồng trọt và Bảo vệ thực vật",
    "Ban Chỉ huy PCTT, TKCN và PTDS tỉnh", "Trường Đại học Nông - Lâm", "Đảng ủy các cơ quan Đảng tỉnh",
)  # fmt: skip
_SIGNS = (", ", "; ", " và ", "\n", "\n- ", ";\n+ ", ", \n", " ; ")
_PARTS = st.lists(st.sampled_from(_NAMES), min_size=1, max_size=6, unique=True)


@given(_PARTS, st.data())
def test_joined_names_are_told_apart(names: list[str], data: st.DataObject) -> None:
    cell = names[0]
    for name in names[1:]:
        cell += data.draw(st.sampled_from(_SIGNS)) + name
    read = read_mentions(cell, Directory(None, None))
    assert [each.words for each in read.named] == names
    assert not read.by


@given(st.text(st.sampled_from("aĐUBNDSởxã ,;.:()-–/\n1và&các"), max_size=60))
def test_no_cell_breaks_the_reading_and_nobody_is_named_without_a_doubt(cell: str) -> None:
    read = read_mentions(cell, Directory(None, None))
    assert len(read.doubts) >= len(read.named) + len(read.by)
