"""What words about bodies are: a name's beginning, a set, a person, a post, a place in a list.

The words themselves stand in ``body_words.toml``.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from kehoach.words import fold

_LONGEST = 120  # of what only begins somewhere, no more is looked at
_AROUND = " \n\t-–+•*.,;:"
_FIRM = re.compile(r"[A-ZĐ]{2,}\d*|(?=\w*[a-z])[A-Z]\w*[A-Z]\w*")
_NAMING = (
    "tổng hợp",
    "cung cấp",
    "tham mưu",
    "kiểm tra",
    "theo dõi",
    "thẩm định",
)  # parts of names too
_LEAST_LETTERS = 2
_LEAST_NAMES, _MOST_NAMES = 3, 5
_GIVES = r"(?:giao(?! ban\b)|yêu cầu)(?: cho)? (?=(?:các )?<heads>(?!\w))"
_MANY = r"(?:các|một số|những|mọi|toàn thể)"


@cache
def listed(name: str) -> tuple[str, ...]:
    """Return a list of words of ``body_words.toml``."""
    text = files(__package__).joinpath("body_words.toml").read_text(encoding="utf-8")
    found: list[str] = tomllib.loads(text)[name]
    return tuple(found)


@cache
def _one_of(name: str) -> str:
    """Return a pattern for one of these words, the longest first."""
    words = sorted((fold(each) for each in listed(name)), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, words))})"


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    """Return a pattern in which ``<name>`` is one of the words of a list."""
    return re.compile(re.sub(r"<(\w+)>", lambda named: _one_of(named[1]), pattern))


def _plain(words: str) -> str:
    """Return words on one line, without the signs around; folding keeps their length."""
    return " ".join(words.strip(_AROUND).split())


def begins(words: str) -> bool:
    """Say whether words begin with a body's name, a set of bodies, a person or a post."""
    told = fold(_plain(words[:_LONGEST]))
    if _pattern(r"<ordinary>\b").match(told):
        return False
    return bool(
        _pattern(r"(?:<heads>|<posts>|<firms>)(?=[\s,;.:()/]|$)").match(told)
        or _pattern(rf"{_MANY} (?:<kinds>|<heads>|<titles>|<posts>)\b").match(told)
        or _is_titled(words)
    )


def is_kind(words: str) -> bool:
    """Say whether words only name a kind of bodies: *ban*, *ngành*, *địa phương có liên quan*."""
    told = fold(_plain(words))
    ended = r"(?: (?:thuộc|trực thuộc|trên địa bàn|có|được|sử dụng|do) .*)?"
    return (
        _pattern(rf"<kinds>(?:(?: ?[,/-] ?(?:và )?| và )<kinds>| <tails>)*{ended}").fullmatch(told)
        is not None
    )


def goes_on_with(words: str) -> bool:
    """Say whether words behind a set may belong to it: all small, and a kind of bodies first."""
    plain = _plain(words)
    small = plain == plain.lower() and _pattern(r"<kinds>(?!\w)").match(fold(plain)) is not None
    return small or is_kind(words)


def ends_in_kind(words: str) -> bool:
    """Say whether words end in the kind of many bodies: *UBND các xã*, *các sở*, *UBND huyện*."""
    told = fold(_plain(words))
    return _pattern(r"(?:.* )?<kinds>(?: <tails>)*").fullmatch(told) is not None


def is_set(words: str) -> bool:
    """Say whether words name a set of bodies, not one."""
    told = fold(_plain(words))
    if _pattern(r"<single>\b").search(told):
        return False
    return is_kind(words) or any(
        _pattern(each).search(told)
        for each in (
            rf"^{_MANY}\b",
            rf"\b{_MANY} <kinds>\b",
            r"\bcấp (?:tỉnh|huyện|xã|cơ sở)\b",
            r"\b<places> ?[,/-] ?<places>(?! \w)",
        )
    )


def is_open(words: str) -> bool:
    """Say whether words name a set whose line nobody has drawn: *các cơ quan liên quan*."""
    return is_set(words) and re.search(r"\bliên quan\b", fold(words)) is not None


def is_person(words: str) -> bool:
    """Say whether words begin with a person: by a title and a name, or are a full name alone."""
    names = words[:_LONGEST].strip(_AROUND).split()
    return _is_titled(words) or (
        _LEAST_NAMES <= len(names) <= _MOST_NAMES
        and fold(names[0]) in listed("surnames")
        and all(map(_is_name, names))
    )


def _is_titled(words: str) -> bool:
    """Say whether words begin with a title and a name: *đ/c Nguyễn Văn A*."""
    plain = _plain(words[:_LONGEST])
    titled = _pattern(r"(?:các |những )?<titles>\.?[ :]\s*").match(fold(plain))
    if titled is None or fold(plain).startswith("bà rịa"):
        return False
    return plain[titled.end() : titled.end() + 1].isupper()


def _is_name(word: str) -> bool:
    """Say whether a word may be part of a person's or a place's name."""
    return word[:1].isupper() and (len(word) == 1 or not word.isupper())


def is_post(words: str) -> bool:
    """Say whether words begin with a post: *Trưởng phòng*, *Chủ tịch UBND xã*."""
    told = fold(_plain(words[:_LONGEST]))
    return _pattern(rf"(?:{_MANY} )?<posts>(?!\w)").match(told) is not None


def is_nobody(words: str) -> bool:
    """Say whether words name nobody: *Không*, *a, b*, *Theo phân công*."""
    told = fold(_plain(words))
    letters = all(len(word.strip(_AROUND)) < _LEAST_LETTERS for word in told.split())
    return letters or told in listed("nobody") or told.startswith(("theo ", "như "))


def is_firm(words: str) -> bool:
    """Say whether words are a firm or an acronym that stands alone: *VNPT*, *Viettel Bắc Giang*."""
    first, *rest = _plain(words).split() or [""]
    known = fold(first) in listed("firms") or _FIRM.fullmatch(first) is not None
    if fold(first) in listed("parts_of_names"):
        return False
    return known and all(
        _is_name(each) or each.isupper() or each.isdigit() or each in listed("of_places")
        for each in rest
    )


def is_known_firm(words: str) -> bool:
    """Say whether words begin with a firm that everybody knows, never a part of a name."""
    return _pattern(r"<firms>(?!\w)").match(fold(_plain(words))) is not None


def is_place(words: str) -> bool:
    """Say whether words are a place's name, with or without *xã*: *Tự Lạn*, *phường Nếnh*."""
    plain = _plain(words)
    kind = _pattern(r"<places> ").match(fold(plain))
    names = plain[kind.end() if kind else 0 :].split()
    return 0 < len(names) < _MOST_NAMES and all(map(_is_name, names))


def begins_with_place(words: str) -> bool:
    """Say whether words begin with the kind of a place: *phường Nếnh*."""
    return _pattern(r"<places> ").match(fold(_plain(words))) is not None


def list_head(words: str) -> tuple[str, str]:
    """Return what the names behind may lack: (*UBND*, *xã*) of *UBND xã Hương Mai*, (*Sở*, ``""``)."""
    plain = _plain(words)
    if match := _pattern(r"(?:(<organs>) )?(?:các )?(<places>)(?!\w)").match(fold(plain)):
        return plain[: max(match.end(1), 0)], plain[match.start(2) : match.end(2)]
    return ("Sở", "") if _pattern(r"(?:các )?sở\b").match(fold(plain)) else ("", "")


def is_title(words: str) -> bool:
    """Say whether words end in a short form behind which a point ends nothing: *TP*, *ThS*."""
    return _pattern(r"(?:.* )?(?:<titles>|tp|tx|tt)").fullmatch(fold(_plain(words))) is not None


def leads(told: str, at: int) -> re.Match[str] | None:
    """Return words at a place of a folded text that lead to bodies: *đề nghị*, *giao*, *các cơ quan:*."""
    return _pattern(r"<leading>(?: ?:)? (?=\w)|các (?:cơ quan|đơn vị) ?: ").match(told, at)


def gives(told: str, at: int) -> bool:
    """Say whether words at a place of a folded text give a task to those behind them."""
    return _pattern(_GIVES).match(told, at) is not None


def asks(words: str) -> bool:
    """Say whether words that lead to bodies only ask them."""
    return _pattern(r"<asking>(?!\w)").match(words) is not None


def leads_to_persons(told: str, at: int) -> re.Match[str] | None:
    """Return words that lead to several persons: *các đ/c:*."""
    return _pattern(r"(?:các|những) <titles>\.? ?:? ?").match(told, at)


def leads_to_places(told: str, at: int) -> re.Match[str] | None:
    """Return words that lead to places: *UBND các xã:*, *UBND xã:*."""
    return _pattern(r"(?:<organs> )?(?:các <places>|<places>(?= ?:))(?!\w)").match(told, at)


def leads_to_kinds(told: str, at: int) -> re.Match[str] | None:
    """Return words that lead to several of a kind, group 1: *Các phòng:*, *Các sở, ngành:*."""
    return _pattern(r"(?:các )?(sở(?=[, ])|phòng)(?:(?:, ?| và )<kinds>)* ?: ?").match(told, at)


def leads_to_departments(told: str, at: int) -> re.Match[str] | None:
    """Return *các* before departments, and *Sở* of them: *Các Sở: Nội vụ, Y tế*, *Sở: TP, TC*."""
    return _pattern(r"(?:các )?(sở)(?= ?:)|các (sở)(?!\w)").match(told, at)


def acts(text: str, told: str) -> Iterator[int]:
    """Yield where words may begin that say what a body does, or when; ``told`` is the text folded.

    Names end there unless ``is_begun``. Behind a level any small word is one: *tỉnh đẩy nhanh …*.
    """
    times = r"(?:ngày|trước|đến|từ|xong) \d{1,2}/|\d{1,2}/\d{1,2}/\d{4}"
    behind = "|".join(f"(?<=[ ,]{level} )" for level in listed("levels"))
    small = rf"(?:{behind})(?!<goes_on>(?!\w))[^\W\d_]+"
    pattern = rf"(?<=[\w,] )(?:(?:<acts>|<namings>)(?!\w| viên)|{times}|{small}|{_GIVES})"
    for match in _pattern(pattern).finditer(told):
        if not text[match.start()].isupper():
            yield match.start()


def is_begun(words: str, act: str) -> bool:
    """Say whether an act belongs to the name that words begin: *Tổ* (rà soát), *Ban Chỉ đạo* (…)."""
    told = fold(_plain(words))
    if told in listed("heads") or told in listed("unnamed"):
        return True
    if _pattern(rf"{_GIVES}|<acts>(?!\w)|\d|(?:ngày|trước|đến|từ|xong) \d").match(act):
        return False
    if _pattern(r"<namings>(?!\w)").match(act):
        return _pattern(r"<plain_heads>(?!\w)").match(told) is None
    return is_set(words)
