"""Wrong use of the command line, told in one line of one language."""

import re
from collections.abc import Callable
from typing import Any

import typer

from kehoach.words import Lang, Text
from kehoach.words.safety import one_line

# Typer carries a click of its own and names of its errors only this one.
USAGE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]

_NO_OPTION = (
    r"No such option: (?P<name>[^ ]+?)\.?"
    r"(?: \(Possible options: (?P<near>.*)\)| Did you mean (?P<nearest>.*)\?)?"
)
# What the parser says in English, and the same in Vietnamese.
_SAID = (
    (r"Missing (?:option|argument) '(?P<name>[^']+)'.*", "thiếu {name}"),
    (r"Missing command\.?", "thiếu tên lệnh"),
    (r"No such command '(?P<name>.*?)'\.(?: Did you mean (?P<near>.*)\?)?",
     "không có lệnh “{name}”{near}"),
    (_NO_OPTION, "không có tùy chọn {name}{near}"),
    (r"Got unexpected extra arguments?(?:\(s\))? \((?P<name>.*)\)",
     "thừa “{name}”; cụm từ có dấu cách thì đặt trong ngoặc kép"),
    (r"Option '(?P<name>[^']+)' requires an argument\.?", "sau {name} còn thiếu giá trị"),
    (r"Option '(?P<name>[^']+)' does not take a value\.?", "{name} không nhận giá trị"),
    (r"Invalid value for '(?P<name>[^']+)': '(?P<value>.*)' is not a valid .*",
     "{name}: “{value}” không hợp lệ"),
    (r"Invalid value for '(?P<name>[^']+)': (?P<value>.*) is not in the range .*",
     "{name}: {value} ngoài khoảng cho phép"),
)  # fmt: skip


class WrongUse(typer.BadParameter):
    """A value that a command does not take; the option it was given to is named before it."""

    def __init__(self, text: Text, option: str = "") -> None:
        super().__init__(text.en)
        self.text = text
        self.option = option

    def told(self, lang: Lang) -> str:
        """Return what is wrong, and where."""
        named = self.param.opts[-1] if self.param else ""
        given = self.option or (named if named.startswith("-") else "")
        return f"{given} {self.text.to(lang)}".lstrip()


def not_among(value: str, known: tuple[str, ...], option: str = "") -> WrongUse:
    """Return that a value is none of those that are known."""
    said = f"{value!r}: {' | '.join(known)}"
    return WrongUse(Text(said, said), option)


def refuse_other(known: tuple[str, ...]) -> Callable[[Any, Any, str | None], str | None]:
    """Return a callback of an option that refuses what is not one of ``known``."""

    def chosen(ctx: Any, param: Any, value: str | None) -> str | None:
        if value is not None and value not in known:
            source = ctx.get_parameter_source(param.name)
            raise not_among(value, known, param.envvar if source.name == "ENVIRONMENT" else "")
        return value

    return chosen


def wrong_use(error: Any, lang: Lang) -> str:
    """Return the line for an error of the command line."""
    words = error.told(lang) if isinstance(error, WrongUse) else error.format_message()
    told = one_line(words)
    if not isinstance(error, WrongUse):
        told = _in_vietnamese(told) if lang == "vi" else told.rstrip(".")
    command = error.ctx.command_path if error.ctx else "kehoach"
    return f"kehoach: {told} ({command} --help)"


def _in_vietnamese(message: str) -> str:
    """Return what the parser said in Vietnamese; what is not known, as the parser said it."""
    for pattern, words in _SAID:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            given = found.groupdict()
            near = given.pop("nearest", None) or given.pop("near", None)
            given["near"] = f"; có phải {near}?".replace("'", "") if near else ""
            return words.format(**given)
    return message
