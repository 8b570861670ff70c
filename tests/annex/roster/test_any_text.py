"""Whatever text is given as a list: it is read or refused, and each word is in it or told."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kehoach.annex.clean_words import slug
from kehoach.annex.documents.document_limits import AnnexRefused
from kehoach.annex.roster.roster_files import read_text
from kehoach.annex.roster.roster_lines import NoNames

_LINES = st.sampled_from([
    "Sở Nội vụ", "1. Sở Y tế (SYT)", "  - Chi cục Dân số", "I. CÁC SỞ", "# Hội", "STT;Tên;Email",
    "Xã Hương Mai, huyện Việt Yên", "1;Sở Xây dựng;sxd@x.vn", ";;", "DANH SÁCH", "Các xã:", "a@b.vn", "()",
    "07210 Phường Đa Mai", "Sở Công Thương (đầu mối)", "\t\tTổ A", "Sở A; Sở B; VNPT", "---", "“", "2",
    "thuộc Sở Y tế", "(thuộc Sở Y tế)",
])  # fmt: skip


@given(st.lists(st.one_of(_LINES, st.text(max_size=12)), max_size=8))
def test_nothing_breaks_the_reading(lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        roster = read_text(text.encode("utf-8", "replace"), {})
    except (AnnexRefused, NoNames):
        return
    assert all(slug(line.name) or line.name for line in roster.lines)


@given(st.lists(_LINES, min_size=1, max_size=8))
def test_no_word_is_lost(lines: list[str]) -> None:
    try:
        roster = read_text("\n".join(lines).encode(), {})
    except (AnnexRefused, NoNames):
        return
    said = " ".join(
        " ".join((x.name, x.short, x.parent, x.group, *x.addresses, x.code, x.note, x.remark))
        for x in roster.lines
    )
    told = f"{said} {' '.join(each.vi for each in roster.left)}".casefold()
    words = {word for line in lines for word in re.findall(r"[^\W\d_]{2,}", line.casefold())}
    assert [word for word in words - {"stt", "tên", "email", "thuộc"} if word not in told] == []
