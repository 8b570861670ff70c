"""Cells that say themselves who leads and who helps: ``Chủ trì: …``, ``… chủ trì, phối hợp với …``."""

import re
from typing import NamedTuple

from kehoach.words import fold

_BODY = r"(?:các[ \t]+)?(?:(?:cơ quan|đơn vị|cq|đv)[ \t]*)?(?:được giao[ \t]+)?"
_DOING = r"(?:[ \t]+(?:tổ chức[ \t]+)?(?:thực hiện|triển khai|tham mưu|hướng dẫn))?"
_LABELLED = re.compile(
    rf"(?:^|(?<=[\n;,.(-]))[ \t]*(?:[-+•][ \t]*)?"
    rf"({_BODY}(chủ trì|phối hợp|thực hiện)[^:\n;,]{{0,30}}:|(?-i:(CT|PH))[ \t]*:|"
    r"(?:cơ quan|đơn vị)[ \t]+(chủ trì|phối hợp|thực hiện)[ \t]+[-–](?=[ \t]))[ \t]*",
    re.IGNORECASE,
)
_BEGUN = re.compile(
    rf"(?:^|(?<=[\n;]))[ \t]*(?:[-+•][ \t]*)?({_BODY}(chủ trì|phối hợp)[ \t]+(?:(?:với|cùng)[ \t]+)?)"
    r"(?=(?-i:[A-ZĐ]\w)|các\b|ubnd\b|ủy ban)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"([^:]*?[^:\s,;.(])\s*(\(?\s*chủ\s+trì\s*\)?)?\s*[,;]?\s+phối\s+hợp\s+"
    r"(?:(?:với|cùng)\s+|(?=các\b|ubnd\b|ủy ban|(?:sở|phòng|công an|văn phòng|thanh tra|hội)\s))([^:]+)",
    re.IGNORECASE,
)
_SUFFIXED = re.compile(
    rf"\s*(?:\(\s*{_BODY}(chủ trì|phối hợp|(?-i:CT|PH))[^()]{{0,20}}\)|"
    rf"(?:\s+là)?\s+(?:(?:cơ quan|đơn vị)\s+)?(chủ trì|phối hợp){_DOING})\s*(?=[;,.\n]|và\s|$)",
    re.IGNORECASE,
)
_DONE = re.compile(r"(?:\s+(?:tổ chức|triển khai))?\s+thực hiện\s*$", re.IGNORECASE)
_HELPS = re.compile(r"phối\s+hợp", re.IGNORECASE)
_ROLES = {
    "chủ trì": "lead", "ct": "lead", "phối hợp": "coordinate", "ph": "coordinate", "thực hiện": "implement",
}  # fmt: skip
_AROUND = " \t\n;,.-–+•"
_BRACKETS = " \t\n("


class RolePart(NamedTuple):
    """Words about bodies of one role.

    ``shared``: the role stands once, behind all of them. ``rest``: they stand without a role beside
    others that have one.
    """

    role: str
    words: str
    shared: bool = False
    rest: bool = False


def by_role(words: str, role: str) -> tuple[RolePart, ...]:
    """Return the parts of a cell by role, where it says so itself; else all of it in ``role``."""
    return (
        _labelled(words, role)
        or _led(words, role)
        or _suffixed(words, role)
        or (RolePart(role, words),)
    )


def _labelled(words: str, role: str) -> tuple[RolePart, ...]:
    """Return the parts of ``Chủ trì: A; phối hợp: B``, with or without the colons."""
    marks = list(_LABELLED.finditer(words)) or list(_BEGUN.finditer(words))
    if not marks:
        return ()
    ends = [*(mark.start() for mark in marks[1:]), len(words)]
    parts = [
        RolePart(_ROLES[fold(_role_in(mark))], words[mark.end() : end].strip(_AROUND))
        for mark, end in zip(marks, ends, strict=True)
    ]
    before = words[: marks[0].start()].rstrip(_BRACKETS)
    if "(" in words[: marks[0].start()] and before != words[: marks[0].start()].rstrip():
        parts[-1] = parts[-1]._replace(words=parts[-1].words.removesuffix(")"))
    first = _suffixed(before, role) or (RolePart(role, before),)
    return tuple(part for part in (*first, *parts) if part.words)


def _role_in(mark: re.Match[str]) -> str:
    """Return the words of a role in a label: the last that its pattern holds apart."""
    told: list[str] = [words for words in mark.groups() if words]
    return told[-1]


def _led(words: str, role: str) -> tuple[RolePart, ...]:
    """Return the parts of ``A chủ trì, phối hợp với B``; of several such sentences, one by one."""
    sentences = [words] if len(_HELPS.findall(words)) < 2 else re.split(r"[;\n]", words)  # noqa: PLR2004
    parts: list[RolePart] = []
    for sentence in filter(str.strip, sentences):
        match = _LEADING.fullmatch(sentence.strip(_AROUND))
        if match is None:
            return ()
        parts.append(RolePart("lead" if match[2] else role, match[1].strip()))
        parts.append(RolePart("coordinate", _DONE.sub("", match[3].strip())))
    return tuple(parts)


def _suffixed(words: str, role: str) -> tuple[RolePart, ...]:
    """Return the parts of ``A (chủ trì); B (phối hợp)``; who has no role helps who leads."""
    parts: list[RolePart] = []
    at = 0
    for mark in _SUFFIXED.finditer(words):
        part = words[at : mark.start()].strip(_AROUND)
        if not part:
            return ()
        parts.append(RolePart(_ROLES[fold(mark[1] or mark[2])], part, shared=True))
        at = mark.end()
    rest = _DONE.sub("", words[at:].strip(_AROUND))
    if parts and rest:
        parts.append(RolePart("coordinate" if role == "lead" else role, rest, rest=role == "lead"))
    return tuple(parts)
