"""A letter as a draft that a mail program opens: not sent, the same words plain and as HTML."""

import hashlib
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP

from kehoach.document.blocks import Addressee, Message
from kehoach.document.mail_html import html
from kehoach.document.markdown import markdown
from kehoach.words.escapes import storable
from kehoach.words.safety import one_line

_LONGEST_SUBJECT = 200
_FOLD = "\r\n "


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
    draft.set_content(plain, charset="utf-8", cte="base64")
    draft.add_alternative(html(letter), subtype="html", charset="utf-8", cte="base64")
    draft.set_boundary(f"=_{hashlib.sha256(plain.encode()).hexdigest()[:32]}")
    to = _to(letter.to) if letter.to else ""
    return _subject(letter.subject) + to + draft.as_string()


def _subject(words: str) -> str:
    """Return the header of the subject, all of it encoded: no text can forge another header."""
    line = one_line(words)
    if len(line) > _LONGEST_SUBJECT:
        line = f"{line[: _LONGEST_SUBJECT - 1]}…"
    return f"Subject: {_encoded(line, 'Subject')}\r\n"


def _to(addressee: Addressee) -> str:
    """Return the header of the addressee; a name that looks encoded is not decoded into headers."""
    name = _encoded(one_line(addressee.name), "To")
    return f"To: {name}{_FOLD if name else ''}<{addressee.email}>\r\n"


def _encoded(line: str, header: str) -> str:
    return Header(storable(line), "utf-8", header_name=header).encode(linesep="\r\n")
