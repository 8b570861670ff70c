"""What a log, a terminal or a page would obey: one line a dialect.

``words`` is what a stranger writes, ``obeyed`` what the reader looks for, in text whose signs without a
width are gone: a reader may pass over them. A dialect that begins a line is written after a line end.
"""

import re
from typing import NamedTuple


class Dialect(NamedTuple):
    """How somebody's words would command a reader."""

    name: str
    words: str
    obeyed: str


DIALECTS = (
    Dialect("GitHub", "::error file=a,line=1::owned", r"^\s*::"),
    Dialect("GitHub, a mask", "::add-mask::owned", r"^\s*::"),
    Dialect("GitHub, output off", "::stop-commands::owned", r"^\s*::"),
    Dialect("GitHub, Azure", "##[error]owned", r"##\w*\["),
    Dialect("GitHub, Azure, a group", "##[group]owned", r"##\w*\["),
    Dialect("Azure", "##vso[task.setvariable variable=a;issecret=true]owned", r"##\w*\["),
    Dialect("Azure in capitals", "##VSO[task.complete result=Succeeded]owned", r"##\w*\["),
    Dialect("Azure, parted", "#\u200b#v\u00adso\u2060[task.logissue]owned", r"##\w*\["),
    Dialect("TeamCity", "##teamcity[buildStatus text='owned']", r"##\w*\["),
    Dialect("TeamCity, parted", "##team\u200dcity[owned]", r"##\w*\["),
    Dialect("GitLab", "section_start:1560896352:owned\r\x1b[0Kx", r"^\s*section_\w+:"),
    Dialect("GitLab, the end", "section_end:1560896352:owned", r"^\s*section_\w+:"),
    Dialect("Travis", "travis_fold:start:owned\r\x1b[0K", r"^\s*travis_\w+:"),
    Dialect("Travis, a time", "travis_time:start:owned", r"^\s*travis_\w+:"),
    Dialect("Buildkite", "--- owned", r"^\s*--- owned"),
    Dialect("Buildkite, open", "+++ owned", r"^\s*\+\+\+ owned"),
    Dialect("Buildkite, muted", "~~~ owned", r"^\s*~~~ owned"),
    Dialect("Buildkite, the group before", "^^^ +++ owned", r"^\s*\^\^\^ \+"),
    Dialect("Jenkins", "\x1b[8mha:AAAAowned\x1b[0m", r"\x1b"),
    Dialect("colours", "\x1b[31mowned\x1b[2J\x1b[1A", r"\x1b"),
    Dialect("a window's title", "\x1b]0;owned\x07", r"[\x07\x1b]"),
    Dialect("a link of a terminal", "\x1b]8;;http://owned.example\x1b\\x", r"\x1b"),
    Dialect("a device's string", "\x1bP$q owned\x1b\\", r"\x1b"),
    Dialect("eight bits", "\x9b31mowned\x90x\x9d0;x\x9c", r"[\x80-\x9f]"),
    Dialect("back over what was", "owned\b\b\b\b\rx", r"[\b\r]"),
    Dialect("nothing", "ow\0ned\x7f", r"[\0\x7f]"),
    Dialect("other directions", "\u202eowned\u2066x\u061c", "[\u061c\u202a-\u202e\u2066-\u2069]"),
    Dialect("other line ends", "owned\u2028::error::owned\x85::error::x", "[\u2028\x85]"),
)  # fmt: skip
_NO_WIDTH = re.compile("[\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f\ufeff]")


def obeyed(printed: str) -> list[str]:
    """Return the dialects in which something that was printed would command a reader."""
    seen = _NO_WIDTH.sub("", printed.replace("\r\n", "\n"))
    return [
        each.name for each in DIALECTS if re.search(each.obeyed, seen, re.MULTILINE | re.IGNORECASE)
    ]
