"""Signs that look like YAML's own and are others: curly quotes, long dashes, no-break spaces, tabs."""

import re
import unicodedata
from collections.abc import Iterator

from kehoach.diagnostics import Value
from kehoach.reading.slips.slip_rules import STRANGE_SIGN, TAB
from kehoach.reading.slips.typed_page import Cure, TypedPage, in_brackets, parts, quoted
from kehoach.words import Text

SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
UNSEEN = "\ufeff\u200b-\u200d\u2060\xad"
_SPACE, _UNSEEN = re.compile(f"[{SPACES}]"), re.compile(f"[{UNSEEN}]")
_DASH = re.compile(r"^([ \t]*)([‐‑‒–—―−•·▪●○◦‣⁃*+~])[ \t]*(?=\S)")
_COLON = re.compile(r"[ \t]*[：︰﹕∶ː꞉][ \t]*")
_COMMA = re.compile(r"[ \t]*[，﹐、][ \t]*")
_CURLY = "“”„‟«»″‘’‚‛"
_BETWEEN = re.compile(rf"[{_CURLY}](.*)[{_CURLY}]|[\"'](.*)[{_CURLY}]|[{_CURLY}](.*)[\"']")
_IN_BRACKETS = re.compile(
    rf"(?<=[\[{{,:])( *)([\"'{_CURLY}][^\"{_CURLY}]*[\"'{_CURLY}])(?= *[,\]}}])"
)
_ODD_QUOTES = str.maketrans("“”„‟«»″‘’‚‛", '"""""""\'\'\'\'')
_WIDE = str.maketrans("［］｛｝＃", "[]{}#")
_STRANGE = re.compile(f"[{SPACES}{UNSEEN}“”„‟«»″‘’‚‛‐‑‒–—―−•·▪●○◦‣⁃*+~：︰﹕∶ː꞉，﹐、［］｛｝＃]")
_PLAIN_SPACE = Text("dấu cách thường", "a plain space")
_NOTHING = Text("bỏ đi", "nothing")
_NAMES = {
    "\xa0": Text("dấu cách không ngắt", "no-break space"),
    "\u3000": Text("dấu cách toàn rộng", "wide space"),
    "\ufeff": Text("dấu BOM", "byte order mark"),
}
_OTHER = Text("dấu cách lạ", "unusual space")
_CURLY_NAME = Text("ngoặc kép cong", "curly quote")
_DASH_NAME = Text("gạch đầu dòng của Word", "Word's dash")
_WIDE_NAME = Text("dấu toàn rộng", "wide sign")
_MORE = Text(" và ở {count} dòng khác", ", as {count} more {count:line does|lines do}")
_WIDTHS = (2, 4, 8, 1, 3, 6, 0)


def strange_signs(page: TypedPage, index: int) -> Iterator[Cure]:
    """Yield the line with YAML's signs in the place of those that look like them."""
    line = page.lines[index]
    structure = _structure(line, page.keys)
    for new in (structure, _straight(structure)):
        if new != line:
            yield from _cure(index, line, new)


def _cure(index: int, line: str, new: str) -> Iterator[Cure]:
    """Yield the cure at the first strange sign that it takes away."""
    differ = (n for n, sign in enumerate(line) if n >= len(new) or new[n] != sign)
    at = next((n for n in differ if _STRANGE.match(line[n])), None)
    if at is None:
        return
    sign = line[at]
    name, right = _named(sign)
    shown = f"U+{ord(sign):04X}" if _SPACE.match(sign) or _UNSEEN.match(sign) else sign
    values: dict[str, Value] = {"sign": shown, "name": name, "right": right, "line": new.strip()}
    yield Cure(STRANGE_SIGN, index, at, at + 1, {index: new}, values)


def _named(sign: str) -> tuple[Text, Text | str]:
    """Return what a sign is called, and what stands in its place."""
    if _SPACE.match(sign):
        return _NAMES.get(sign, _OTHER), _PLAIN_SPACE
    if _UNSEEN.match(sign):
        return _NAMES.get(sign, _OTHER), _NOTHING
    if (straight := sign.translate(_ODD_QUOTES)) != sign:
        return _CURLY_NAME, f"“{straight}”"
    wide = unicodedata.normalize("NFKC", sign)
    if wide != sign or _COMMA.match(sign) or _COLON.match(sign):
        return _WIDE_NAME, "“,”" if _COMMA.match(sign) else "“:”" if _COLON.match(
            sign
        ) else f"“{wide}”"
    return _DASH_NAME, "“-”"


def _structure(line: str, keys: frozenset[str]) -> str:
    """Return a line with plain signs where no words stand: before a key, behind its colon, in brackets."""
    new = _UNSEEN.sub("", line)
    head = re.match(f"[ \t{SPACES}]*(?:-[ \t{SPACES}]+)*", new)
    space = head[0] if head else ""
    new = _SPACE.sub(" ", space) + new[len(space) :]
    new = _DASH.sub(r"\1- ", new)
    if (dash := re.match(f"[ \t]*-[ \t{SPACES}]+", new)) is not None:
        new = _SPACE.sub(" ", dash[0]) + new[dash.end() :]
    found = re.match(
        rf"([ \t]*(?:-[ \t]+)*)([\w-]+)[{SPACES}]*(?:[ \t]*[：︰﹕∶ː꞉]|:)[ \t{SPACES}]*", new
    )
    if found and found[2] in keys:
        new = f"{found[1]}{found[2]}: {new[found.end() :]}"
    begin = parts(new).begin
    value = new[begin:]
    if in_brackets(value.translate(_WIDE)):
        value = _COMMA.sub(", ", _SPACE.sub(" ", value.translate(_WIDE)))
        value = re.sub(rf"([{{,]\s*)([\w-]+){_COLON.pattern}", r"\1\2: ", value)
    return new[:begin] + value


def _straight(line: str) -> str:
    """Return a line with straight quotes around its values, where curly ones stand around them."""
    said = parts(line)
    if in_brackets(said.value):
        value = _IN_BRACKETS.sub(lambda found: found[1] + _uncurled(found[2]), said.value)
    else:
        value = _uncurled(said.value)
    return said.head + said.key + said.colon + value + said.remark


def _uncurled(value: str) -> str:
    """Return a value between straight quotes, if it stands between others."""
    found = _BETWEEN.fullmatch(value)
    return quoted("".join(filter(None, found.groups())).strip()) if found else value


def tabs(page: TypedPage, index: int) -> Iterator[Cure]:
    """Yield spaces instead of the tabs at the beginning of lines: of all such lines, then of one."""
    begun = [n for n, line in enumerate(page.lines) if "\t" in _indentation(line)]
    if index not in begun:
        return
    line = page.lines[index]
    first = line.find("\t")
    for width in _WIDTHS:
        every = {n: _without_tabs(page.lines[n], width) for n in begun}
        for new in (every, {index: every[index]}) if len(begun) > 1 else (every,):
            more = _MORE.filled(count=len(new) - 1) if len(new) > 1 else ""
            words: dict[str, Value] = {"more": more, "spaces": width, "line": new[index].strip()}
            yield Cure(TAB, index, first, first + 1, new, words)


def _indentation(line: str) -> str:
    found = re.match(r"[ \t]*(?:-[ \t]+)*", line)
    return found[0] if found else ""


def _without_tabs(line: str, width: int) -> str:
    space = _indentation(line)
    before, dash, behind = space.partition("-")
    return (
        before.replace("\t", " " * width)
        + dash
        + (" " if "\t" in behind else behind)
        + line[len(space) :]
    )
