"""Wrong use of the command line told in one line: in Vietnamese, the parser's English beside it."""

import re
from typing import Any

from kehoach.words.safety import one_line

_BETWEEN = " · "
_NO_OPTION = (
    r"No such option: (?P<name>[^ ]+?)\.?"
    r"(?: \(Possible options: (?P<near>.*)\)| Did you mean (?P<nearest>.*)\?)?"
)
_SAID = (
    (r"Missing (?:option|argument) '(?P<name>[^']+)'.*", "thiếu {name}"),
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
# What the program's own code says is in both languages already.
_OWN = re.compile(r"Invalid value(?: for '(?P<name>[^']+)')?: (?P<words>.*)", re.DOTALL)


def wrong_use(error: Any) -> str:
    """Return the line for an error of the command line; nothing where help is shown instead."""
    message = one_line(error.format_message())
    if not message:
        return ""
    command = error.ctx.command_path if error.ctx else "kehoach"
    return f"kehoach: {_told(message)} ({command} --help)\n"


def _told(message: str) -> str:
    for pattern, words in _SAID:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            given = found.groupdict()
            near = given.pop("nearest", None) or given.pop("near", None)
            given["near"] = f"; có phải {near}?".replace("'", "") if near else ""
            return f"{words.format(**given)}{_BETWEEN}{message.rstrip('.')}"
    if own := _OWN.fullmatch(message):
        return f"{own['name']}: {own['words']}" if own["name"] else own["words"]
    return message
