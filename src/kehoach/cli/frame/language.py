"""What has to be known before a command line is read: in which language the program speaks, for one."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from kehoach.words import LANGUAGES, Lang

VARIABLE = "KEHOACH_LANG"


def spoken(args: Sequence[str], environment: Mapping[str, str]) -> Lang:
    """Return the language that ``--lang`` or the environment names; else Vietnamese.

    The words are looked at as they stand: help, and that a command line is wrong, is told in that
    language too, wherever in the line it is named.
    """
    asked = said(args, "--lang") or environment.get(VARIABLE)
    return next((lang for lang in LANGUAGES if lang == asked), LANGUAGES[0])


def said(args: Sequence[str], option: str) -> str | None:
    """Return what a command line says by an option, the last time that it names it."""
    found = None
    words = args[: args.index("--")] if "--" in args else args
    for word, following in pairwise([*words, ""]):
        if word == option:
            found = following
        elif word.startswith(f"{option}="):
            found = word.removeprefix(f"{option}=")
    return found
