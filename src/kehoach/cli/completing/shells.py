"""How shells ask what may come next, and how they are answered.

A shell's script calls the program with ``_KEHOACH_COMPLETE=complete_SHELL``. From bash the words
come as bash has them, in ``COMP_WORDS`` and ``COMP_CWORD``; from the others as arguments, without
the one being typed, which is in ``_KEHOACH_WORD``. The answer has a proposal a line, and but for
bash a tab and its meaning after it; ``:files`` and ``:folders`` leave it to the shell.

No script evaluates what it is answered, and only words that mean nothing to a shell are proposed:
ids come from files that others wrote.
"""

import re
import shlex
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kehoach.cli.completing.proposals import proposals
from kehoach.cli.frame.language import spoken
from kehoach.cli.shell.scripts import SCRIPTS
from kehoach.words.safety import one_line

_HARMLESS = re.compile(r"[\w.,/+@=-]+")
_LONGEST = 72


class Asked(NamedTuple):
    """The words of a command line before the one being typed, and that one."""

    typed: list[str]
    word: str


def answer(instruction: str, arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the answer to ``complete_SHELL``."""
    shell = instruction.removeprefix("complete_")
    if shell not in SCRIPTS:
        return ""
    bash = shell == "bash"
    asked = _of_bash(environment) if bash else _of_others(arguments, environment)
    found = proposals(asked.typed, asked.word, spoken(asked.typed, environment))
    if isinstance(found, str):
        return f":{found}\n"
    harmless = (each for each in found if _HARMLESS.fullmatch(each.value))
    lines = (each.value if bash else _told(each.value, each.words) for each in harmless)
    return "".join(f"{line}\n" for line in lines)


def _told(value: str, words: str) -> str:
    """Return a proposal with the beginning of what it means."""
    short = one_line(words)
    short = f"{short[:_LONGEST]}…" if len(short) > _LONGEST else short
    return f"{value}\t{short}" if short else value


def _of_others(arguments: Sequence[str], environment: Mapping[str, str]) -> Asked:
    return Asked(list(arguments), environment.get("_KEHOACH_WORD", ""))


def _of_bash(environment: Mapping[str, str]) -> Asked:
    """Return the words as they were meant; bash gives them as typed, and ``=`` as one of its own."""
    words = _unquoted(environment.get("COMP_WORDS", ""))
    place = int(environment.get("COMP_CWORD", "0"))
    before = [word for word in words[1:place] if word != "="]
    word = words[place] if place < len(words) else ""
    return Asked(before, "" if word == "=" else word)


def _unquoted(line: str) -> list[str]:
    """Return the words of a line in which the last quotation may still be open."""
    lexer = shlex.shlex(line, posix=True)
    lexer.whitespace_split = True
    lexer.commenters = ""
    words: list[str] = []
    try:
        for word in lexer:
            words.append(word)  # noqa: PERF402 - those before an open quotation count
    except ValueError:
        words.append(lexer.token)
    return words
