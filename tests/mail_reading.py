"""Mail and its HTML as a mail program reads them."""

import email
import io
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser

import docx
from docx.text.paragraph import Paragraph


def words_in(text: str) -> str:
    """Return what people read in an HTML document."""
    return " ".join(PageReader(text).words)


class PageReader(HTMLParser):
    """Tags, attributes and words of a document."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self.rows: list[list[str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the names of tags and attributes; a row begins another list of cells."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "tr":
            self.rows.append([])

    def handle_data(self, data: str) -> None:
        """Keep what people read."""
        if data.strip():
            self.words.append(data)
            if self.rows:
                self.rows[-1].append(data)


def parts_of(text: str) -> tuple[EmailMessage, str, str]:
    """Return an e-mail as a mail program reads it: the whole, its plain text, its HTML."""
    mail = email.message_from_bytes(text.encode("ascii"), policy=default)
    assert isinstance(mail, EmailMessage)
    plain, page = mail.iter_parts()
    assert isinstance(plain, EmailMessage)
    assert isinstance(page, EmailMessage)
    return mail, plain.get_content(), page.get_content()


def words_of(made: bytes) -> str:
    """Return what people read in a Word file, a paragraph a line, those of tables in their place."""
    document = docx.Document(io.BytesIO(made))
    parts = document.element.body.iter("{*}p")
    return "\n".join(Paragraph(part, document).text for part in parts)
