"""Messages within messages: as many as people forward are read, a thousand are refused by their bound."""

from pathlib import Path

import pytest

from kehoach.annex.documents.annex_files import read_annex
from kehoach.annex.documents.document_limits import AnnexRefused

HEAD = "MIME-Version: 1.0\nContent-Type: "


def _nested(depth: int) -> str:
    text = f"{HEAD}text/html; charset=utf-8\n\n<p>Sở Y tế</p>\n"
    for number in range(depth):
        part = f"--b{number}\nContent-Type: message/rfc822\n\n{text}\n--b{number}--\n"
        text = f"{HEAD}multipart/mixed; boundary=b{number}\n\n{part}"
    return text


def test_a_message_forwarded_many_times_is_read(tmp_path: Path) -> None:
    path = tmp_path / "thu.eml"
    path.write_text(_nested(50), encoding="utf-8")
    assert "Sở Y tế" in str(read_annex(path).blocks)


def test_a_thousand_messages_in_each_other_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "thu.eml"
    path.write_text(_nested(1_000), encoding="utf-8")
    with pytest.raises(AnnexRefused) as refused:
        read_annex(path)
    assert refused.value.text.en == "the message has over 200 parts within each other"
