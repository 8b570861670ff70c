"""Lines that say what they hold: ``+ Cơ quan chủ trì: …``, ``Thời gian thực hiện: …``, in any words."""

import re
from typing import NamedTuple

from kehoach.annex.clean_words import bare

_WHO = r"(?:cac )?(?:co quan|don vi|bo phan|phong|so nganh|nguoi|ca nhan|dia phuong|cq|dv)"
_WHOS = rf"{_WHO}(?: {_WHO})*"
_DOES = r"(?:thuc hien|trien khai|to chuc|tham muu|soan thao|xay dung|giai quyet|va bao cao|chinh)"
_WHEN = r"(?:thoi gian|thoi han|thoi diem|tien do|han|ky han|lo trinh|thoi han hoan thanh)"
_ENDS = (
    r"(?:thuc hien|hoan thanh|to chuc|trien khai|bao cao|gui|trinh|ket thuc|ban hanh|va|ket qua)"
)
_KINDS = {
    "agencies": re.compile(rf"(?:{_WHOS} )?chu tri(?: va)? phoi hop(?: {_DOES})*"),
    "lead": re.compile(
        rf"(?:{_WHOS} )?(?:duoc giao )?(?:chu tri|dau moi|chiu trach nhiem|phu trach)(?: {_DOES})*"
        rf"|{_WHOS} tham muu(?: {_DOES})*"
    ),
    "coordinate": re.compile(rf"(?:{_WHOS} )?(?:phoi hop|tham gia)(?: {_DOES})*"),
    "implement": re.compile(
        rf"{_WHOS} (?:{_DOES} ?)+|(?:to chuc )?thuc hien|phan cong(?: thuc hien| nhiem vu)?"
        r"|(?:phan cong )?trach nhiem(?: thuc hien)?|giao|giao cho"
    ),
    "start": re.compile(rf"(?:{_WHEN} |ngay )?(?:bat dau|khoi cong)(?: {_DOES})*"),
    "due": re.compile(rf"{_WHEN}(?: tien do)?(?: {_ENDS})*|hoan thanh|ngay hoan thanh"),
    "product": re.compile(
        r"(?:san pham|ket qua|dau ra)(?: (?:dau ra|dat duoc|du kien|hoan thanh|thuc hien|cong viec|dau ra|"
        r"can dat|san pham|phai dat))*"
    ),
    "note": re.compile(r"(?:nguon )?kinh phi(?: thuc hien)?|dia diem(?: .*)?|ghi chu|hinh thuc"),
}
WHO = ("lead", "implement", "coordinate", "agencies")
"""The kinds of line that name bodies."""
WHEN = ("due", "start")
"""The kinds of line that tell a time."""
_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVX]{1,5})"
_SECTION = r"(?:[IVX]{1,5}|[A-H])"
_OF = re.compile(
    rf"(?<!\bvà)(?<!\bcác)(?:,\s*|\s+)(?:(?:của|thuộc|tại)\s+)?(?:[Pp]hần|[Mm]ục|[Cc]hương)\s+(?P<of>{_SECTION})"
    r"(?:\s+(?:của\s+)?(?:Kế hoạch|Quyết định|Chỉ thị|Công văn|văn bản)\s+này)?\s*$"
)
_JOINED = re.compile(rf"\b(?P<of>{_SECTION})\.(?P<number>\d{{1,2}}(?:\.\d{{1,2}})*)\s*$")
_UNITS = (
    "phần",
    "mục",
    "tiểu mục",
    "khoản",
    "điểm",
    "tiết",
    "",
)  # each stands in the one before it
_UNIT = "(?:phần|tiểu mục|mục|khoản|điểm|tiết)"
_WITHIN = rf"(?:\s*,\s*|\s+)(?:(?:của|thuộc|tại)\s+)?{_UNIT}\s+{_NUMBER}"
_SCOPE = re.compile(
    r"\s*\(?(?:(?:các|những|của|đối với)\s+)*"
    r"(?P<what>(?:nội dung|nhiệm vụ|công việc|mục|điểm|khoản|tiết|phần|ý)\s+"
    r"(?:(?:nêu|tại|ở|quy định|trong|các|mục|điểm|khoản|tiểu mục|từ|số)\s+)*)"
    rf"(?:(?P<first>{_NUMBER})\s*(?:đến|tới|-|–)\s*(?:(?:mục|điểm|khoản)\s+)?(?P<last>{_NUMBER})"
    rf"(?P<within>(?:{_WITHIN})*)"
    rf"|(?P<some>{_NUMBER}(?:\s*(?:,|và|;)\s*(?:{_UNIT}\s+)?{_NUMBER}|{_WITHIN})*)|(?P<all>trên|này))"
    r"(?:\s+(?:nêu|ở|trên|này))*\)?(?=\s*$)"
)
_PART = re.compile(rf"(?:(?P<unit>{_UNIT})\s+)?(?<![\w.])(?P<number>{_NUMBER})(?![\w.])")
_TASKS = re.compile(
    r"(?:thực hiện|triển khai|chịu trách nhiệm)\s+(?:thực hiện\s+)?"
    rf"(?P<scope>(?:các\s+)?(?:nội dung|nhiệm vụ|mục|điểm|khoản)\b"
    rf"(?:[^,;.]|\.\d|,\s(?={_NUMBER}\b|(?:[Pp]hần|[Mm]ục|[Cc]hương)\s+{_SECTION}\b))*?)"
    r"(?=[,;]\s*(?:hoàn|xong|trước|chậm|thời|trong|phối|đến|báo)|\.\s|[.;]?\s*$)"
)
_HEAD = re.compile(
    r"(?:^|(?<=[.;,(\n]))[ \t]*(?P<head>(?:[^:;.\n()]|\.(?=\d)){3,90}?(?:\([^()]*\))?)\s*:(?!\d)"
)
_AROUND = " ;,\n\t"


class Scope(NamedTuple):
    """The places that a line is said of: from one number to another, some, or all above it.

    ``of`` is the section that they stand in, where it is named; ``inside`` the numbers of the places
    that hold them, from without: *điểm a khoản 2 mục 1* is ``a`` inside ``1``, ``2``.
    """

    first: str = ""
    last: str = ""
    some: tuple[str, ...] = ()
    of: str = ""
    inside: tuple[str, ...] = ()


class LabelledLine(NamedTuple):
    """A line: what it holds (as a column of that kind would), its label, its words.

    ``written`` is all of it as it stands.
    """

    kind: str
    label: str
    words: str
    written: str
    scope: Scope | None = None


def begins_as_label(words: str) -> bool:
    """Say whether words begin with a known label."""
    match = _HEAD.match(words)
    return match is not None and _known(match["head"]) is not None


def names_places(sentence: str) -> tuple[Scope, str] | None:
    """Return of which places a sentence says who does them, and what else it says.

    *… thực hiện các nội dung từ 1.1 đến 1.3, hoàn thành trước …*
    """
    match = _TASKS.search(sentence)
    if match is None:
        return None
    told = _JOINED.sub(r"\g<number> phần \g<of>", match["scope"])
    rest = sentence[: match.start()] + sentence[match.end() :]
    if (of := _OF.search(told)) and (within := _SCOPE.search(f" {told[: of.start()]}")):
        return _whole(within)._replace(of=of["of"]), rest
    scoped = _SCOPE.search(f" {told}")
    return (_whole(scoped), rest) if scoped else None


def headed_by_places(words: str) -> tuple[Scope | None, str] | None:
    """Return the places over a colon, and what is said of them: *Các nội dung trên: Sở X chủ trì*.

    *Nội dung này* is where it stands.
    """
    head, _, said = words.partition(":")
    match = _SCOPE.match(head[:1].lower() + head[1:])
    if match is None or not said.strip():
        return None
    here = match["all"] == "này" and not head.lower().startswith(("các", "những"))
    return None if here else _scope(match), said.strip()


def _whole(match: re.Match[str]) -> Scope:
    """Return a scope; where numbers before it are not read, it names no place."""
    before = match.string[: match.start()]
    return Scope(some=(match.string,)) if re.search(r"\d", before) else _scope(match)


def divided(words: str) -> tuple[str, tuple[LabelledLine, ...]]:
    """Return the words before the first label, and the labelled lines behind it."""
    marks = [(m, told) for m in _HEAD.finditer(words) if (told := _known(_head(m)))]
    if not marks:
        return words, ()
    starts = [match.start("head") + _skipped(match) for match, _ in marks]
    ends = [*starts[1:], len(words)]
    lines = []
    for (match, (kind, scope)), start, end in zip(marks, starts, ends, strict=True):
        said = _closed(words[match.end() : end].strip(_AROUND))
        written = words[start:end].strip(_AROUND)
        lines.append(LabelledLine(kind, _head(match).strip(), said, written, scope))
    return words[: starts[0]].rstrip(" (;,"), tuple(lines)


def _closed(words: str) -> str:
    """Return words without a bracket that was opened before them."""
    told = words.removesuffix(".").rstrip()
    return told[:-1] if told.endswith(")") and told.count(")") > told.count("(") else words


def _head(match: re.Match[str]) -> str:
    """Return a label: behind a comma only the words after it may be one."""
    head = match["head"]
    tail = head.rpartition(",")[2]
    return tail if "," in head and _known(head) is None else head


def _skipped(match: re.Match[str]) -> int:
    return len(match["head"]) - len(_head(match).lstrip())


def _known(head: str) -> tuple[str, Scope | None] | None:
    """Return what a label says that its line holds, and of which places."""
    scoped = _SCOPE.search(head)
    told = bare(head[: scoped.start()] if scoped else head)
    kind = next((kind for kind, known in _KINDS.items() if known.fullmatch(told)), None)
    if kind is None:
        return None
    return kind, _scope(scoped) if scoped else None


def _scope(match: re.Match[str]) -> Scope:
    """Return the places that a match names; where their ways are not sure, one that is nowhere."""
    if match["all"]:
        return Scope()
    units = _by_unit(match)
    own, *around = sorted(units, key=_UNITS.index, reverse=True)
    if any(len(units[unit]) > 1 for unit in around):
        return Scope(some=(match.string,), inside=(match.string,))
    inside = tuple(units[unit][0] for unit in reversed(around))
    if match["first"]:
        return Scope(match["first"], match["last"], inside=inside)
    return Scope(some=tuple(units[own]), inside=inside)


def _by_unit(match: re.Match[str]) -> dict[str, list[str]]:
    """Return the numbers by what they number; one without a word of its own goes on from the one before."""
    found: dict[str, list[str]] = {}
    unit = next(reversed(re.findall(_UNIT, match["what"].lower())), "")
    for part in _PART.finditer(match["some"] or f"{match['first']}{match['within']}"):
        unit = (part["unit"] or unit).lower()
        found.setdefault(unit, []).append(part["number"])
    return found
