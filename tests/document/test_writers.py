"""Any letter in any target: words stay words, and every part of every kind is written."""

import io
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import get_args

import docx
import pytest
from docx.shared import Length
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kehoach.document import (
    Addressee,
    Bullets,
    Message,
    NewSheet,
    Prose,
    SideLine,
    Sides,
    TableBlock,
    TableColumn,
    Title,
)
from kehoach.document.blocks import Role, Style
from kehoach.document.eml import eml
from kehoach.document.mail_html import html
from kehoach.document.markdown import markdown
from kehoach.document.word import docx as word
from kehoach.words.safety import one_line
from mail_reading import PageReader, parts_of

DAY = date(2022, 12, 10)
HOSTILE = (
    r"[/nope] [bold red]x[/] [y](http://x.example) ![z](http://x.example/a.png)",
    "\x1b[31m\x1b]0;x\x07\x9b1m",
    "::error file=a::owned\r\n::set-output name=a::b ##[error]x",
    r"a | b \| c \\ `code` *b* __i__ _i_ ~~s~~ # h &lt; &#64;",
    "<script>alert(1)</script> <img src=x onerror=alert(1)> <!-- --> ]]> \" '",
    '=HYPERLINK("http://x.example";"y")',
    "@all @nobody #12 www.x.example mailto:a@b.example https://x.example/?a=b",
    "\u202eabc\u2066def\u200f\u061c\u2028::error::x",
    "- a", "1. a", "100. a", "2021. a", "1234567890) a", "> a", "# a", "+ a", "=== ", "--- ", "~~~ a",
    unicodedata.normalize("NFD", "Uỷ ban nhân dân quý Ⅳ"),
    "ạ" * 33_334,  # 100 KB in UTF-8
)  # fmt: skip


def everywhere(text: str) -> Message:
    """Return a message with a text in every place."""
    line = SideLine(text, "about")
    return Message(
        text,
        (
            Title(text, 1), Title(text), Prose(text), Prose(text, "notice"),
            Prose(text, "strong"), Bullets((text, text)), Sides((((line, line), (line,)),)),
            TableBlock(
                (TableColumn(text), TableColumn(text, number=True)), ((text, text), ("x", text)), text
            ),
        ),
        "vi",
        date(2022, 12, 10),
    )  # fmt: skip


def _flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_words_as_they_are(text: str) -> None:
    """Read by another program: no markup but ours, and the text in each of its sixteen places."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = list(_flat(reader.parse(markdown(everywhere(text)))))
    ours = {
        "inline", "text", "softbreak", "hardbreak", "heading", "paragraph", "blockquote", "strong",
        "bullet_list", "list_item", "table", "thead", "tbody", "tr", "th", "td", "text_special",
    }  # fmt: skip
    assert {re.sub("_(open|close)$", "", token.type) for token in tokens} <= ours
    assert [token.type for token in tokens].count("td_open") == 4
    shown = "\n".join(
        "".join("\n" if child.type.endswith("break") else child.content for child in token.children)
        for token in tokens
        if token.type == "inline" and token.children
    )
    words = one_line(text).removeprefix("- ")
    assert shown.replace("\u200b", "").count(words) == 16


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_calls_nobody_and_commands_nothing(text: str) -> None:
    """What a forge, a terminal, a runner or a spreadsheet would obey wherever it stands."""
    for line in markdown(everywhere(text)).splitlines():
        assert not re.search(r"[@#]\w|https?:|www\.|##\[", line)
        assert not re.search(
            "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", line
        )
        assert not line.lstrip().startswith("::")
        assert not re.match(r"(\| )?[=@]", line)


@pytest.mark.parametrize("text", HOSTILE)
def test_html_shows_words_as_they_are(text: str) -> None:
    """No tag and no attribute but ours, nothing from outside, the text in each of its places."""
    source = html(everywhere(text))
    page = PageReader(source)
    assert page.tags <= {
        "html", "head", "meta", "title", "body", "div", "h1", "h2", "p", "ul", "li", "table",
        "thead", "tbody", "tr", "th", "td", "br",
    }  # fmt: skip
    assert page.attributes <= {"lang", "charset", "name", "content", "style", "role", "scope"}
    assert "url(" not in source
    words = [each.replace("\u200b", "") for each in page.words]
    assert words.count(one_line(text)) == 17
    assert not any(re.match("[=@]", each) for each in page.words)


@pytest.mark.parametrize(
    "name",
    [
        "=?utf-8?q?a=0d=0aBcc:_x@y.example?=",
        "a\r\nBcc: x@y.example",
        "a, b <c@d>;",
        "\ud800ạ",
        "",
        "ạ" * 900,
    ],
)
def test_a_name_forges_no_header(name: str) -> None:
    """What looks like an encoded word is words: decoded it would have been another header."""
    source = eml(everywhere("x")._replace(to=Addressee("vt@stc.example", name)))
    mail, _, _ = parts_of(source)
    (address,) = mail["To"].addresses
    assert address.addr_spec == "vt@stc.example"
    # Between encoded words spaces are none (RFC 2047); this reader leaves some.
    read, wanted = (each.replace(" ", "") for each in (address.display_name, one_line(name)))
    assert read == wanted.replace("\ud800", "\ufffd")
    assert set(mail) == {
        "Subject",
        "To",
        "X-Unsent",
        "X-Data-As-Of",
        "MIME-Version",
        "Content-Type",
    }
    assert max(map(len, source.split("\r\n"))) < 998


def test_a_long_title_is_a_file_of_word_too() -> None:
    """Word takes 255 signs for a property; the title in the letter itself is whole."""
    long = "Kế hoạch " + "rất dài " * 40
    made = docx.Document(io.BytesIO(word(everywhere(long))))
    assert made.core_properties.title == long[:255]
    assert any(long.strip() in each.text for each in made.paragraphs)


@pytest.mark.parametrize("text", HOSTILE)
def test_an_email_is_read_back(text: str) -> None:
    """By another program: the same words plain and as HTML, headers that no text can forge."""
    message = everywhere(text)
    source = eml(message)
    mail, plain, page = parts_of(source)
    assert mail.get_content_type() == "multipart/alternative"
    assert sorted(mail.keys()) == [
        "Content-Type", "MIME-Version", "Subject", "X-Data-As-Of", "X-Unsent",
    ]  # fmt: skip
    assert mail["X-Unsent"] == "1"
    wanted = one_line(text)
    assert mail["Subject"] == (wanted if len(wanted) <= 200 else f"{wanted[:199]}…")
    assert plain.replace("\r\n", "\n") == markdown(message)
    assert page.replace("\r\n", "\n") == html(message)
    assert all(len(line) <= 998 for line in source.split("\r\n"))
    assert "\n" not in source.replace("\r\n", "")
    assert source == eml(message)


@pytest.mark.parametrize(
    "words", ["100. Một trăm", "2021. Năm", "7) Bảy", "1234567890. Số", "2021."]
)
def test_a_number_begins_no_list(words: str) -> None:
    """CommonMark makes a list of up to nine digits before a full stop or bracket."""
    line = SideLine(words, "recipient")
    letter = Message(
        "",
        (
            Prose(words), Prose(words, "small"), Prose(words, "centred"), Prose(words, "quoted"),
            Bullets((words,)), Sides((((line,), (SideLine(f"- {words}", "recipient"),)),), foot=True),
            TableBlock((TableColumn("x"),), (("y",),), rest=words),
        ),
        "vi",
        DAY,
    )  # fmt: skip
    tokens = list(_flat(MarkdownIt("commonmark").enable("table").parse(markdown(letter))))
    assert "ordered_list_open" not in [token.type for token in tokens]
    shown = [token.content for token in tokens if token.type in ("text", "text_special")]
    assert "".join(shown).count(words) == 8


EVERYTHING = Message(
    "Chủ đề",
    (
        *(Title(f"mức {level}", level) for level in (1, 2, 3, 4)),
        *(Prose(f"kiểu {style}", style) for style in get_args(Style)),
        Bullets(("dòng một", "dòng hai")),
        Bullets(("dòng nhỏ",), small=True),
        Sides((
            (
                tuple(SideLine(f"trái {role}", role) for role in get_args(Role)),
                tuple(SideLine(f"phải {role}", role) for role in get_args(Role)),
            ),
        )),
        NewSheet(wide=True),
        Sides((((SideLine("chân trái", "recipient"),), (SideLine("chân phải", "name"),)),), foot=True),
        TableBlock(
            (TableColumn("Tên"), TableColumn("Số", number=True)),
            (("Một", "1"), ("Cộng", "1")), rest="và nữa", summed=True,
        ),
    ),
    "vi",
    DAY,
)  # fmt: skip
SAID = [
    *(f"mức {level}" for level in (1, 2, 3, 4)), *(f"kiểu {style}" for style in get_args(Style)),
    "dòng một", "dòng hai", "dòng nhỏ", *(f"trái {role}" for role in get_args(Role)),
    *(f"phải {role}" for role in get_args(Role)), "chân trái", "chân phải", "Tên", "Số", "Một",
    "Cộng", "và nữa",
]  # fmt: skip


@pytest.mark.parametrize("formal", [True, False])
def test_every_part_is_written_in_every_target(formal: bool) -> None:
    """Any letter can be written in any target: no part, style or role is known to one only."""
    letter = EVERYTHING._replace(formal=formal)
    document = docx.Document(io.BytesIO(word(letter)))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)]
    targets = {
        "markdown": markdown(letter),
        "html": " ".join(PageReader(html(letter)).words),
        "eml": parts_of(eml(letter))[1],
        "docx": "\n".join(paragraph.text for paragraph in paragraphs),
    }
    missing = [(name, said) for name, text in targets.items() for said in SAID if said not in text]
    assert missing == []


def test_an_annex_lies_across_on_a_sheet_of_its_own() -> None:
    """Decree 30/2020/NĐ-CP: margins 20, 20, 30, 15 mm; the pages of an annex are numbered by themselves."""
    upright, across = docx.Document(io.BytesIO(word(EVERYTHING))).sections
    assert _mm(upright.page_width, upright.page_height) == [210, 297]
    assert _mm(across.page_width, across.page_height) == [297, 210]
    for sheet in (upright, across):
        margins = (sheet.top_margin, sheet.bottom_margin, sheet.left_margin, sheet.right_margin)
        assert _mm(*margins) == [20, 20, 30, 15]
    assert '<w:pgNumType w:start="1"/>' in across._sectPr.xml  # noqa: SLF001 - python-docx numbers none
    whole = docx.Document(io.BytesIO(word(EVERYTHING._replace(wide=True)))).sections[0]
    assert _mm(whole.page_width) == [297]


def _mm(*lengths: Length | None) -> list[int]:
    return [round(each.mm) for each in lengths if each is not None]


@pytest.mark.parametrize("name", ["Văn thư Sở Tài chính", 'a "b" <c@d>, e', "x\r\nBcc: y@z", ""])
def test_an_email_goes_to_whom_it_is_addressed(name: str) -> None:
    """One address, whatever the name: no header is forged, nobody else is written to."""
    to = Addressee("vanthu@stc.example.vn", name)
    mail = parts_of(eml(EVERYTHING._replace(to=to, revision="git 0123456789")))[0]
    (address,) = mail["To"].addresses
    assert address.addr_spec == "vanthu@stc.example.vn"
    assert address.display_name == one_line(name)
    assert mail["X-Data-Revision"] == "git 0123456789"
    assert "Bcc" not in mail


def test_the_style_sheet_of_mail_is_read_whole() -> None:
    """A declaration of each rule stands in an element that bears it."""
    page = html(EVERYTHING)
    for declaration in (
        "border-bottom:2px solid #1f4e79", "background:#fff6d9;color:#4d3900;font-weight:bold",
        "vertical-align:top;background:#e8eff6;font-weight:bold;text-align:right",
        "overflow-x:auto", "width:50%;padding:0 8px 16px;vertical-align:top;text-align:left",
    ):  # fmt: skip
        assert declaration in page
