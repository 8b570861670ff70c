"""The plan file laid over the document: every text of the one at its place in the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pytest

NO_TIME = {"II.5.3", "II.9", "II.10", "III.1.b", "III.1.d", "III.2.a"}
"""Items to which the document gives no time at all: their `wording` is null."""

OPENINGS = {
    "II.1.a": "Tổ chức Hội nghị trực tuyến", "II.1.b": "Người đứng đầu các cơ quan",
    "II.6.3.a": "Người đứng đầu, toàn thể", "II.6.3.b": "Các cơ quan, đơn vị",
    "II.6.3.c": "Định kỳ hàng năm", "II.7": "Đối với cấp huyện, cấp xã",
    "II.7.a": "Đối với cấp tỉnh", "II.7.b": "Sở Tài chính tổng hợp, tham mưu",
    "III.1.a": "Căn cứ Kế hoạch này", "III.1.b": "Tăng cường công tác phối hợp",
    "III.1.c": "Hàng năm, trước ngày 02/12", "III.1.d": "Chịu trách nhiệm",
    "III.2.a": "theo dõi, đôn đốc", "III.2.b": "và tổng hợp, báo cáo", "III.2.c": "tham mưu",
    "III.2.d": "sơ kết", "III.2.e": "tổng kết", "III.2.f": "và các chế độ báo cáo khác",
}  # fmt: skip
"""How the places begin to which the document itself gives no number (and II.7 around two)."""

ASSIGNMENT = re.compile(r"(Cơ quan|Thời gian)[^,;:]*: ")
"""How a line begins that says who does it and when."""

SECTION_TEXTS = ("title", "text", "closing")
ITEM_TEXTS = ("heading", "text", "parts", "assignment")
ITEM_KEYS = {
    "id", "kind", "title", *ITEM_TEXTS, "lead", "implement", "coordinate", "binding", "to", "via",
    "deadline", "wording", "quota", "deliverable", "note",
}  # fmt: skip
PLAN_KEYS = {
    "schema", "id", "title", "short_title", "number", "number_form", "issued", "place", "issuer",
    "signature", "period", "timezone", "policy", "preamble", "bases", "events", "sections",
    "items", "footnotes", "recipients",
}  # fmt: skip

ROMAN = {"I": 1, "II": 2, "III": 3}
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
ANY_SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]")
GLUED_MARK = re.compile(r"(?<=[^\W\d_])\d+(?!\w)")
BULLET_SIGN = re.compile(r"^[-+] ")
BULLET = "•"
HEADING = "KẾ HOẠCH"
RECIPIENTS_LABEL = "Nơi nhận:"
WEB_PAGE_REMNANT = "Bài viết liên quan"
TITLE_LIMIT = 60

Record = dict[str, Any]


# --- the source ---------------------------------------------------------------------------------


def join_lines(lines: list[str]) -> str:
    """Undo hard line breaks ("06-" + "CT/TU" without a space) and mark the bullet signs."""
    text = ""
    for line in lines:
        words = BULLET_SIGN.sub(BULLET + " ", line.strip())
        glued = re.search(r"[^\s-]-$", text) is not None
        text += words if glued else " " + words
    return " ".join(text.split())


@dataclass(frozen=True)
class Source:
    """The normalised source: letterhead, body (title to signature) and footnotes."""

    letterhead: str
    body: str
    footnotes: dict[str, str]

    @property
    def all_words(self) -> str:
        """Every word of the document, without footnote marks."""
        return ANY_SUPERSCRIPT.sub("", " ".join([self.body, *self.footnotes.values()]))


def parse_source(text: str) -> Source:
    """Split the source into letterhead, running body and footnotes."""
    lines = [line.strip() for line in text.splitlines()]
    start = lines.index(HEADING)
    end = lines.index(WEB_PAGE_REMNANT)
    body: list[str] = []
    notes: dict[str, list[str]] = {}
    page = 1
    in_notes = False
    for line in lines[start + 1 : end]:
        if line == str(page + 1):  # a page number; a footnote's mark may stand alone as well
            page += 1
            in_notes = False
            continue
        note = re.fullmatch(rf"({len(notes) + 1})(?:\s+(\S.*))?", line)
        if note:
            in_notes = True
            notes[note[1]] = [note[2] or ""]
        elif in_notes:
            notes[str(len(notes))].append(line)
        else:
            body.append(line)
    running = GLUED_MARK.sub(lambda m: m[0].translate(SUPERSCRIPTS), join_lines(body))
    return Source(
        letterhead=join_lines(lines[:start]),
        body=running,
        footnotes={mark: join_lines(words) for mark, words in notes.items()},
    )


# --- the plan file ------------------------------------------------------------------------------


def paragraphs(value: object) -> list[str]:
    """Return the paragraphs of a text field, white space normalised; a null has none."""
    if value is None or value == "null":
        return []
    if isinstance(value, list):
        return [paragraph for each in value for paragraph in paragraphs(each)]
    assert isinstance(value, str), value
    return [" ".join(line.split()) for line in value.splitlines() if line.strip()]


def id_key(item_id: str) -> tuple[int, ...]:
    """Order ids as the document orders them."""
    roman, *rest = item_id.split(".")
    return (ROMAN[roman], *(int(part) if part.isdigit() else ord(part) for part in rest))


def is_within(item_id: str, ancestor: str) -> bool:
    """Tell whether an id lies under another one."""
    return item_id.startswith(ancestor + ".")


def printed_mark(owner_id: str) -> str | None:
    """Return the numbering that the document prints before a place, none for lettered ones."""
    roman, *rest = owner_id.split(".")
    if rest and rest[-1].isalpha():
        return None
    return ".".join(rest or [roman]) + "."


@dataclass(frozen=True)
class Owner:
    """A place of the plan (section, item, or the frame around them) and its text fields."""

    id: str
    fields: dict[str, list[str]]


def owners_of(plan: Record) -> list[Owner]:
    """Return all sections and items in the order of the document."""
    found = [
        Owner(record["id"], {name: paragraphs(record.get(name)) for name in names})
        for records, names in ((plan["sections"], SECTION_TEXTS), (plan["items"], ITEM_TEXTS))
        for record in records
    ]
    return sorted(found, key=lambda owner: id_key(owner.id))


def own_words(plan: Record, item_id: str) -> str:
    """Return all words that govern an item: its own and those of the places it lies under."""
    return " ".join(
        paragraph
        for owner in owners_of(plan)
        if owner.id == item_id or is_within(item_id, owner.id)
        for texts in owner.fields.values()
        for paragraph in texts
    )


# --- the tiling ---------------------------------------------------------------------------------


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of the normalised body claimed by one paragraph."""

    start: int
    end: int
    owner: str
    field: str


class Tiling:
    """Paragraphs laid over the body: each claims the first free occurrence of its words."""

    def __init__(self, body: str) -> None:
        """Start with nothing claimed."""
        self.body = body
        self.spans: list[Span] = []

    def claim(self, owner: str, field: str, words: str, after: int) -> Span:
        """Claim the first free occurrence of the words that begins at or behind `after`."""
        at = self.body.find(words, after)
        while at >= 0:
            end = at + len(words)
            if all(end <= span.start or span.end <= at for span in self.spans):
                span = Span(at, end, owner, field)
                self.spans.append(span)
                return span
            at = self.body.find(words, at + 1)
        pytest.fail(f"{owner} {field}: not in the source, or not at its place: {words!r}")

    def gaps(self) -> list[tuple[str, Span | None]]:
        """Return what nobody claimed: (words, the claim that follows)."""
        spans = sorted(self.spans)
        ends = [0, *(span.end for span in spans)]
        texts = [
            self.body[end : span.start].strip() for end, span in zip(ends, spans, strict=False)
        ]
        return [*zip(texts, spans, strict=True), (self.body[ends[-1] :].strip(), None)]


def tile(plan: Record, source: Source) -> Tiling:
    """Lay the whole plan file over the source."""
    tiling = Tiling(source.body)
    title = " ".join(str(plan["title"]).split())[len(HEADING) :].strip()
    assert str(plan["title"]).upper().startswith(HEADING), "the title differs from the source"
    printed = source.body[: len(title)]
    assert printed.lower() == title.lower(), "the title differs from the source"
    at = tiling.claim("", "title", printed, 0).end
    at = tiling.claim("", "preamble", " ".join(paragraphs(plan["preamble"])), at).end
    for owner in owners_of(plan):
        start: int | None = None
        for field, texts in owner.fields.items():
            after = at if start is None else start
            for words in texts:
                span = tiling.claim(owner.id, field, words, after)
                after = span.end
                start = span.start if start is None else start
        assert start is not None, f"{owner.id} has no words"
        at = start
    at = max(span.end for span in tiling.spans)
    frame = [RECIPIENTS_LABEL, *paragraphs(plan["recipients"]), *paragraphs(plan["signature"])]
    for words in frame:
        at = tiling.claim("", "frame", words, at).end
    return tiling
