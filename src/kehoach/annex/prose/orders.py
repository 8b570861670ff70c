"""Orders in sentences: ``Giao Sở X chủ trì, phối hợp với Sở Y …``, ``Sở X tổ chức …``, ``Đề nghị …``.

Who is meant is only the stretch of words before the verb; which bodies they are, the registry says.
"""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from kehoach.annex.bodies.body_names import Word, key_of, words_of
from kehoach.annex.bodies.body_words import listed
from kehoach.annex.bodies.registry_names import Directory
from kehoach.annex.documents.document_limits import AnnexRefused
from kehoach.grouping import group_by
from kehoach.wordings.spotting import times_in

_ORDER = re.compile(
    r"(?P<verb>giao cho|giao|phân công|yêu cầu|đề nghị|ủy quyền cho|uỷ quyền cho|mời)\s*:?\s+"
    r"(?:trách nhiệm\s+)?(?:cho\s+)?(?:đồng chí\s+)?",
    re.IGNORECASE,
)
_ASKING = ("đề nghị", "mời")
_LEAD_IN = re.compile(
    r"(?:căn cứ|trên cơ sở|để|nhằm|đối với|thực hiện|ngoài ra|đồng thời|bên cạnh đó|trong đó|riêng|theo)\b",
    re.IGNORECASE,
)
_NAMING = ("ban", "tổ", "đoàn", "cục", "phòng", "đồng", "tâm", "đội", "viện", "quan")
_LEVELS = ("tỉnh", "xã", "phường", "huyện", "phố", "trấn", "ương", "phương", "khu")
_IN_LEVELS = (
    "hội", "đoàn", "ủy", "đội", "có", "liên", "thuộc", "trực", "trên", "các", "đóng", "khác", "và", "cùng",
    "trong", "được", "phố", "kinh", "công", "vực", "dân", "cấp", "ngoài", "giáp", "loại",
)  # fmt: skip
_EACH = ("các", "những", "mỗi")
_HELP = re.compile(r"\s*,?\s*(?:và\s+)?phối hợp(?:\s+chặt chẽ)?(?:\s+(?:với|cùng))?\s+")
_LEADS = re.compile(
    r"\s*(?:có trách nhiệm\s+)?(?:là (?:cơ quan|đơn vị)\s+)?(?:chủ trì|làm đầu mối)\b"
)
_DUTY = re.compile(r"\s*(?:có|chịu) trách nhiệm\s*:?\s*")
_ADVISES = re.compile(r"[^.;]*\b(?:tham mưu|làm đầu mối)\b")
_SIGN = re.compile(r"\s*([:;])\s*")
_KIND = re.compile(
    r"các (?:sở|phòng|ban|sở, ban, ngành|sở, ngành|xã|phường|xã, phường)", re.IGNORECASE
)
_LEVEL = re.compile(r"cấp \w+, ")
_ISSUER = re.compile(
    r"(?:thường trực |chủ tịch )?(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|hđnd|tỉnh ủy|ban chỉ đạo"
    r"|ban thường vụ)\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\s*(?:[,&–-]|(?:và|cùng|với)\b|\(|(?:tỉnh|thành phố|huyện|xã|phường|thuộc|trực thuộc|trên|các|có liên"
    r"|liên quan|đóng|khác|cấp)\b|[A-ZĐÁÀẢÂẤĂẮÉÊẾÍÓÔỐƠỚÚỦƯỨÝ])"
)
_CAPITAL = "[A-ZĐÁÀẢÂẤĂẮÉÊẾÍÓÔỐƠỚÚỦƯỨÝ]"
_SEVERAL = "(?:các|những|toàn thể|mỗi|từng|tất cả các|một số)"
_MOST = 600
_MOST_LEAD_INS = 3
_MOST_ORDERS = 3_000
_REMEMBERED = 64  # sentences: one is asked about several times in a row


class _OrderWords(NamedTuple):
    """How a verb, a verb in a name, a body, and what is none begin."""

    verb: re.Pattern[str]
    noun: re.Pattern[str]
    body: re.Pattern[str]
    never: re.Pattern[str]


@cache
def _words() -> _OrderWords:
    text = files(__package__).joinpath("order_words.toml").read_text(encoding="utf-8")
    told = {
        name: "".join(x.strip() for x in each.split("\n"))
        for name, each in tomllib.loads(text).items()
    }
    groups = rf"(?i:{_SEVERAL}\s+(?:{told['groups']}))(?=[\s,;:.])"
    heads = rf"(?i:{told['heads']}) (?:{_CAPITAL}|công tác|dân phố|quản lý|chỉ đạo)"
    posts = rf"(?i:{told['posts']})(?= \w|,)"
    listed = rf"(?i:sở, (?:ban|ngành)|cán bộ, công chức)|(?:{told['acronyms']})\b"
    return _OrderWords(
        verb=re.compile(rf"(?:{told['verbs']})\b"),
        noun=re.compile(rf"(?:{told['nouns']})\b"),
        body=re.compile(f"{groups}|{listed}|{heads}|{posts}"),
        never=re.compile(rf"(?:{told['never']})\b", re.IGNORECASE),
    )


class Order(NamedTuple):
    """Who is told to do it, in the words of the sentence, as what, and who helps.

    ``start``: where it begins, with its word of ordering; ``end``: where the task itself begins.
    ``bare``: no task follows. ``told``: by a word of ordering (*giao*). ``requested``: asked, not told.
    """

    who: str
    role: str
    helpers: str
    start: int
    end: int
    bare: bool
    told: bool
    requested: bool


class OrderReader:
    """Finds orders; knows the names of the registry, so that no verb in a name ends it."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._at_start)
        self._taken = 0

    def at_start(self, words: str) -> Order | None:
        """Return the order with which words begin, behind what only leads to it."""
        return self._remembered(words)

    def count(self) -> None:
        """Count an order that is made an item.

        Raises:
            AnnexRefused: no plan has so many: of each it is asked at length who, when and what.
        """
        self._taken += 1
        if self._taken > _MOST_ORDERS:
            raise AnnexRefused("orders", orders=_MOST_ORDERS)

    def _at_start(self, words: str) -> Order | None:
        place = 0
        for _ in range(_MOST_LEAD_INS):
            if order := self._at(words, place):
                return order
            if (after := _behind_lead_in(words, place)) is None:
                return None
            place = after
        return self._at(words, place)

    def led(self, words: str, above: Order) -> Order:
        """Return an order given in a heading, as words under it go on: *Chủ trì, phối hợp với …*."""
        told = above._replace(start=0, end=0, bare=False)
        leads, after = _LEADS.match(words.lower()), 0
        if leads:
            told, after = told._replace(role="lead"), leads.end()
        help_ = _HELP.match(words if leads else words[:1].lower() + words[1:], after)
        if help_ and (stop := self.body_end(words, help_.end())) is not None:
            return told._replace(helpers=words[help_.end() : stop].strip(" ,:"))
        return told

    def body_end(self, words: str, place: int) -> int | None:
        """Return where the bodies named at a place end; ``None`` where none begins there."""
        if not self._begins(words, place):
            return None
        return self._subject_end(words, place)

    def _at(self, words: str, place: int) -> Order | None:
        verb = _ORDER.match(words, place)
        start = verb.end() if verb else place
        if (end := self.body_end(words, start)) is None:
            return None
        if not verb and _ISSUER.match(words, start):  # UBND tỉnh giao Sở X
            behind = len(words) - len(words[end:].lstrip(" :"))
            handed = _ORDER.match(words, behind)
            if handed and self._begins(words, handed.end()):
                return self._at(words, behind)
        asking = verb is not None and verb["verb"].lower() in _ASKING
        order = self._roles(words, start, end, told=verb is not None)
        return order._replace(start=place, requested=asking)

    def _roles(self, words: str, start: int, end: int, *, told: bool) -> Order:
        """Return the order of a subject: whether it leads, and with whom."""
        who = words[start:end].strip(" ,:")
        after, helpers, role = end, "", "implement"
        if leads := _LEADS.match(words, end):
            after, role = leads.end(), "lead"
        elif duty := _DUTY.match(words, end):
            after = duty.end()
        if (help_ := _HELP.match(words, after)) and (
            stop := self.body_end(words, help_.end())
        ) is not None:
            helpers, after = words[help_.end() : stop].strip(" ,:"), stop
        if role == "implement" and _ADVISES.match(words, after):
            role = "lead"
        rest = words[after:].strip(" ,:.;/")
        return Order(who, role, helpers, start, after, not rest, told, requested=False)

    def _list_goes_on(self, words: str, place: int, end: int) -> bool:
        """Say whether a list of bodies goes on behind a sign: *Các sở: Tài chính, …; UBND các xã …*."""
        sign = _SIGN.match(words, end)
        if sign is None:
            return False
        if sign[1] == ":":
            return (
                _KIND.fullmatch(words[place:end]) is not None and words[sign.end() :][:1].isupper()
            )
        return self._begins(words, sign.end())

    def without(self, words: str) -> str:
        """Return what a sentence says besides its order."""
        order = self.at_start(words)
        return f"{words[: order.start]}{words[order.end :].lstrip(' ,:')}" if order else words

    def _begins(self, words: str, place: int) -> bool:
        """Say whether a body's name begins here."""
        told = _words()
        if place >= len(words) or told.never.match(words, place):
            return False
        if told.body.match(words, place):
            return True
        near = words_of(words[place : place + _MOST])
        return bool(near) and near[0].start == 0 and self.directory.longest(near, 0)[0] > 0

    def _subject_end(self, words: str, place: int) -> int:
        """Return where the subject ends: at a verb or sign that is in no name of the registry."""
        near = words_of(words[place : place + _MOST])
        at = 0
        while at < len(near):
            if length := max(self.directory.longest(near, at)[0], _listed(near, at)):
                at += length
                if not _MORE.match(words, place + near[at - 1].end):
                    return place + near[at - 1].end
            elif at and (_is_verb(words, place, near, at) or _behind_level(words, place, near, at)):
                return place + near[at].start
            else:
                at += 1
            end = place + near[at - 1].end
            if (
                at
                and _stops(words[end : place + _MOST])
                and not self._list_goes_on(words, place, end)
            ):
                return end
        return min(len(words), place + _MOST)


def _listed(near: tuple[Word, ...], at: int) -> int:
    """Return in how many words a name begins here that is known without any registry; 0 for none."""
    known = _names().get(near[at].word)
    if known is None:
        return 0
    said = tuple(word.word for word in near[at : at + max(map(len, known))])
    return max((len(name) for name in known if name == said[: len(name)]), default=0)


@cache
def _names() -> dict[str, list[tuple[str, ...]]]:
    return group_by(map(key_of, listed("names")), lambda name: name[0])


def _behind_level(words: str, place: int, near: tuple[Word, ...], at: int) -> bool:
    """Say whether a small letter begins behind a word of level: *UBND các xã, phường treo cờ*."""
    between = words[place + near[at - 1].end : place + near[at].start]
    small = near[at].raw.islower() and near[at].word not in _IN_LEVELS
    return near[at - 1].word in _LEVELS and not between.strip() and small


def _is_verb(words: str, place: int, near: tuple[Word, ...], at: int) -> bool:
    """Say whether a word is the verb, and no part of a name as *Ban quản lý*."""
    if near[at].start == near[at - 1].start or not _words().verb.match(
        words, place + near[at].start
    ):
        return False
    before = near[at - 1].word
    between = words[place + near[at - 1].end : place + near[at].start]
    if between.strip() or before not in (*_NAMING, *_EACH):
        return True
    return before in _NAMING and not _words().noun.match(words, place + near[at].start)


def _stops(after: str) -> bool:
    return re.match(r"\s*(?:[:;]|\.(?:\s|$)|$)", after) is not None


def _behind_lead_in(words: str, place: int) -> int | None:
    """Return the place behind what leads to the subject: a time, *căn cứ …,*, *đối với …,*."""
    times = [each for each in times_in(_sentence(words)) if each.end > place]
    if times and not words[place : times[0].start].strip(" ,"):
        return times[0].end + len(words[times[0].end :]) - len(words[times[0].end :].lstrip(" ,)"))
    comma = words.find(", ", place)
    if comma < 0 or not _LEAD_IN.match(words, place):
        return None
    while (level := _LEVEL.match(words, comma + 2)) is not None:  # đối với cấp huyện, cấp xã, …
        comma = level.end() - 2
    return comma + 2


def _sentence(words: str) -> str:
    match = re.match(r"(?:[^.;]|\.(?!\s))*", words)
    return match[0] if match else words
