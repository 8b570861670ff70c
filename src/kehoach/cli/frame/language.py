"""In which language the program speaks: known before anything else of a command line is."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from kehoach.words import LANGUAGES, Lang

VARIABLE = "KEHOACH_LANG"


def spoken(args: Sequence[str], environment: Mapping[str, str]) -> Lang:
    """Return the language that ``--lang`` or the environment names; else Vietnamese.

    The words are looked at as they stand: help, and that a command line is wrong, is told in that
    language too, wherever in the line it is named.
    """
    asked = environment.get(VARIABLE)
    words = args[: args.index("--")] if "--" in args else args
    for word, following in pairwise([*words, ""]):
        if word == "--lang":
            asked = following
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return next((lang for lang in LANGUAGES if lang == asked), LANGUAGES[0])
