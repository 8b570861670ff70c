"""Words: a sentence in every language the program speaks, and how Vietnamese is compared."""

from kehoach.words.dates import day_words, shown_day, typed_day
from kehoach.words.text import LANGUAGES, Lang, Text, fill
from kehoach.words.vietnamese import alphabetical, fold, plain_letters

__all__ = [
    "LANGUAGES",
    "Lang",
    "Text",
    "alphabetical",
    "day_words",
    "fill",
    "fold",
    "plain_letters",
    "shown_day",
    "typed_day",
]
