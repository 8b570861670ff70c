"""Word's automatic numbers: nowhere in the text, counted from the definitions as Word counts."""

from collections.abc import Iterable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from kehoach.annex.documents.document_limits import AnnexRefused, whole

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LEVELS = 9
_MOST = 5_000
_MOST_LETTERS = 780  # Word writes thirty of a letter, and no more
_LONGEST = 60  # signs that stand around the numbers of a list, and for them


class _ListLevel(NamedTuple):
    """One level of a list: first number, form, text (``%1.%2.``), what makes it begin anew."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False


class _List(NamedTuple):
    """A use of a list: the definition that it counts with, its levels, and where it starts anew."""

    definition: str
    levels: dict[int, _ListLevel]
    starts: dict[int, int]


def _value(parent: Element | None, tag: str) -> str | None:
    found = parent.find(tag) if parent is not None else None
    return found.get("w_val") if found is not None else None


class Numbering:
    """The lists of a document, and how far each has counted."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._styles = {each.get("w_styleId", ""): each for each in _all(styles, "w_style")}
        self._default = next(
            (
                k
                for k, s in self._styles.items()
                if s.get("w_type") == "paragraph" and s.get("w_default") == "1"
            ),
            "",
        )
        self._abstract = {
            each.get("w_abstractNumId", ""): each for each in _all(numbering, "w_abstractNum")
        }
        links = ((_value(each, "w_styleLink"), id_) for id_, each in self._abstract.items())
        self._linked_to = {link: id_ for link, id_ in reversed([*links]) if link}
        self._lists = {
            each.get("w_numId", ""): self._list(each) for each in _all(numbering, "w_num")
        }
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def next(self, properties: Element | None) -> str:
        """Return the number of the next paragraph, which has these properties; bullets are ``-``."""
        id_, level = self._of(properties)
        used = self._lists.get(id_)
        if used is None or level not in used.levels:
            return ""
        counts = self._counts.setdefault(used.definition, [None] * _LEVELS)
        if id_ not in self._begun:
            self._begun.add(id_)
            for each, start in used.starts.items():
                counts[each] = start - 1
        self._count(used, counts, level)
        return _shown(used.levels, counts, level)

    def _count(self, used: _List, counts: list[int | None], level: int) -> None:
        before = counts[level]
        counts[level] = used.levels[level].start if before is None else before + 1
        for upper in range(level):
            if counts[upper] is None:
                counts[upper] = used.levels.get(upper, _ListLevel()).start
        for lower in range(level + 1, _LEVELS):
            restart = used.levels.get(lower, _ListLevel()).restart
            if restart is None or level < restart:
                counts[lower] = None

    def _of(self, properties: Element | None) -> tuple[str, int]:
        """Return the list and level of a paragraph: its own, or its style's."""
        own = properties.find("w_numPr") if properties is not None else None
        style = _value(properties, "w_pStyle") or self._default
        id_, level = _value(own, "w_numId"), _value(own, "w_ilvl")
        if id_ is None:
            id_, styled, at = self._styled(style)
            level = level or styled or self._linked(id_, at)
        return id_ or "0", min(whole(level, 0), _LEVELS - 1)

    def _styled(self, style: str) -> tuple[str | None, str | None, str]:
        for _ in range(20):
            element = self._styles.get(style)
            if element is None:
                break
            own = element.find("w_pPr/w_numPr")
            if own is not None and (id_ := _value(own, "w_numId")) is not None:
                return id_, _value(own, "w_ilvl"), style
            style = _value(element, "w_basedOn") or ""
        return None, None, ""

    def _linked(self, id_: str | None, style: str) -> str | None:
        """Return the level of a list that belongs to a style."""
        used = self._lists.get(id_ or "")
        abstract = self._abstract.get(used.definition) if used else None
        for each in _all(abstract, "w_lvl"):
            if _value(each, "w_pStyle") == style:
                return each.get("w_ilvl")
        return None

    def _list(self, num: Element) -> _List:
        definition = self._definition(_value(num, "w_abstractNumId") or "")
        levels = {
            whole(each.get("w_ilvl"), 0): _level(each)
            for each in _all(self._abstract.get(definition), "w_lvl")
        }
        starts = {}
        for override in _all(num, "w_lvlOverride"):
            at = whole(override.get("w_ilvl"), 0)
            if (own := override.find("w_lvl")) is not None:
                levels[at] = _level(own)
            if (start := _value(override, "w_startOverride")) is not None and at < _LEVELS:
                starts[at] = whole(start, 1)
        return _List(definition, levels, starts)

    def _definition(self, id_: str) -> str:
        """Return the definition that counts: a style's own, where one only points to a style."""
        link = _value(self._abstract.get(id_), "w_numStyleLink")
        return self._linked_to.get(link or "", id_)


def _all(parent: Element | None, tag: str) -> Iterable[Element]:
    return parent.findall(tag) if parent is not None else ()


def _level(element: Element) -> _ListLevel:
    text = _value(element, "w_lvlText") or ""
    if len(text) > _LONGEST:  # it stands before every paragraph of the list
        raise AnnexRefused("list-number", signs=_LONGEST)
    legal = element.find("w_isLgl")
    restart = _value(element, "w_lvlRestart")
    return _ListLevel(
        whole(_value(element, "w_start"), 1),
        _value(element, "w_numFmt") or "decimal",
        text,
        None if restart is None else whole(restart, 0),
        legal is not None and legal.get("w_val") not in ("0", "false"),
    )


def _shown(levels: dict[int, _ListLevel], counts: list[int | None], level: int) -> str:
    """Return the number as it is shown, ``%1`` and the like filled in."""
    this = levels[level]
    if this.form == "bullet":
        return "-"
    words = this.text
    for upper in range(level + 1):
        form = "decimal" if this.legal else levels.get(upper, _ListLevel()).form
        words = words.replace(f"%{upper + 1}", formed(counts[upper] or 0, form))
    return words.strip()


def formed(number: int, form: str) -> str:
    """Return a number in one of Word's forms; ``none`` shows nothing, unknown ones are digits."""
    if form == "none":
        return ""
    if form in ("lowerLetter", "upperLetter") and 0 < number <= _MOST_LETTERS:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < number <= _MOST:
        return _roman(number) if form == "lowerRoman" else _roman(number).upper()
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (number // value)
        number %= value
    return letters
