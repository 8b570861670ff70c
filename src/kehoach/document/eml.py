"""A letter as a draft that a mail program opens: not sent, the same words plain and as HTML."""

import hashlib
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from kehoach.document.blocks import Message
from kehoach.document.mail_html import html
from kehoach.document.markdown import markdown
from kehoach.words.safety import one_line

_LONGEST_SUBJECT = 200


def eml(letter: Message) -> str:
    """Return multipart/alternative, all ASCII, lines ended as RFC 5322 asks.

    There is no date and no sender: those are the sender's to give. The boundary comes from the content,
    so that the same letter is the same file.
    """
    plain = markdown(letter)
    draft = EmailMessage(policy=SMTP)
    draft["X-Unsent"] = "1"
    draft["X-Data-As-Of"] = letter.day.isoformat()
    if letter.revision:
        draft["X-Data-Revision"] = one_line(letter.revision)
    if letter.to:
        draft["To"] = Address(one_line(letter.to.name), addr_spec=letter.to.email)
    draft.set_content(plain, charset="utf-8", cte="base64")
    draft.add_alternative(html(letter), subtype="html", charset="utf-8", cte="base64")
    draft.set_boundary(f"=_{hashlib.sha256(plain.encode()).hexdigest()[:32]}")
    return _subject(letter.subject) + draft.as_string()


def _subject(words: str) -> str:
    """Return the header of the subject, all of it encoded: no text can forge another header."""
    line = one_line(words)
    if len(line) > _LONGEST_SUBJECT:
        line = f"{line[: _LONGEST_SUBJECT - 1]}…"
    encoded = Header(line, "utf-8", header_name="Subject").encode(linesep="\r\n")
    return f"Subject: {encoded}\r\n"
